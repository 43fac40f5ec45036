using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary><c>weekoverzicht</c>: what the next digest would say now, to the linking pin who asks; the next one still comes.</summary>
public sealed class ShowDigest(IStore store) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["weekoverzicht", "weekbericht"], ["digest", "weekly digest"],
        new Phrase("voor de {linking-pin}: wat er veranderde sinds het vorige weekoverzicht", "for the {linking-pin}: what changed since the last digest"),
        new Phrase("team, of vorige", "team, or previous"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var previous = rest.Trim().ToLowerInvariant() is "vorige" or "vorig" or "previous" or "last";
        var (named, whole, page) = Alone.Read(previous ? "" : rest);
        var mine = (await turn.Find(Kinds.Appointments, $"person={turn.Person.Id}|", 100))
            .Select(found => found.Document)
            .Where(one => one is { Office: Offices.LinkingPin, Team: not null })
            .Select(one => one.Team!)
            .Distinct()
            .ToList();
        var team = named.Length == 0 ? null : Teams.Named(turn.Method, named, turn.Method.Teams);
        if (mine.Count == 0 || (named.Length > 0 && (team is null || !mine.Contains(team.Id))))
        {
            turn.Show(await WhoGetsIt(turn, team));
            return;
        }

        var last = await Alone.LastRun(turn, OccasionKind.Digest);
        var since = (previous ? last?.Since : last?.Until) ?? turn.Now - OccasionRun.Period(OccasionKind.Digest);
        var until = previous && last is not null ? last.Until : turn.Now;
        var reader = new NewsReader(store, turn.Workspace, turn.Method, turn.Cancel);
        foreach (var one in mine.Where(one => team is null || one == team.Id))
        {
            var card = whole
                ? await ShowWhole.CardOf(turn, store, one, since, until, page, Sentence.Name(turn.Culture))
                : await new NewsCards(reader, turn.Culture).Digest(await reader.Of(one, since, until), new Telling());
            Alone.Tell(turn, $"digest/{one}", previous || whole || last is null or { IsStart: true } ? card : card with { Buttons = [.. card.Buttons, Previous(turn)] });
        }
    }

    private static Button Previous(Turn turn) => turn.Culture.IsEnglish()
        ? Sayings.Button("The previous digest", "digest previous")
        : Sayings.Button("Vorig weekoverzicht", "weekoverzicht vorige");

    private static async ValueTask<Card> WhoGetsIt(Turn turn, Team? team)
    {
        var en = turn.Culture.IsEnglish();
        var (pin, support) = (turn.Method.Names.Offices[Offices.LinkingPin], turn.Method.Names.Offices[Offices.SupportTeam].The);
        var pins = (await turn.Find(Kinds.Appointments, $"office={Offices.LinkingPin}|", 20))
            .Select(found => found.Document)
            .Where(pin => team is null || pin.Team == team.Id)
            .Select(pin => $"{turn.Method.Team(pin.Team!)?.Name.In(turn.Culture) ?? pin.Team}: {pin.Person.Name}")
            .ToList();
        return new Card(en ? $"The weekly digest goes to the {pin.Many.En}" : $"Het weekoverzicht gaat naar de {pin.Many.Nl}")
        {
            Body =
            [
                pins.Count > 0 ? new Bullets(pins) : new Text(en
                    ? $"No {pin.One.En} has been appointed yet. {Capital.Of(support.En)} can appoint one."
                    : $"Er is nog geen {pin.One.Nl} benoemd. {Capital.Of(support.Nl)} kan dat doen."),
                new Text(en ? "You can see the summary of any team at any time:" : "De samenvatting van een team kun je altijd bekijken:"),
            ],
            Buttons =
            [
                .. Teams.WithPortfolio(turn.Method).OrderBy(one => one.Id != team?.Id)
                    .Select(one => Sayings.Button(one.Name.In(turn.Culture), $"{(en ? "summary" : "samenvatting")} {one.Id}")),
            ],
        };
    }
}
