using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary><c>samenvatting realisatie</c>: what the next summary would say now, to the speaker only.</summary>
public sealed class ShowSummary(IStore store, MeetingCalendar calendar) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["samenvatting"], ["summary"],
        new Phrase("wat er veranderde sinds het vorige roloverleg: samenvatting {team}", "what changed since the last role meeting: summary {team}"),
        new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var (named, whole, page) = Alone.Read(rest);
        var teams = Teams.WithPortfolio(turn.Method).ToList();
        var team = named.Length == 0 ? null : Teams.Named(turn.Method, named, turn.Method.Teams);
        if (named.Length > 0 && team is null)
        {
            turn.Show(new Card(turn.Culture.IsEnglish() ? $"I do not know the team \"{named}\"" : $"Het team \"{named}\" ken ik niet")
            {
                Body = [new Text(turn.Culture.IsEnglish() ? "Of which team do you want the summary?" : "Van welk team wil je de samenvatting?")],
                Buttons = [.. teams.Select(known => Sayings.Button(known.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {known.Id}"))],
            });
            return;
        }

        var of = team?.ProjectType is null ? "" : team.Id;
        var since = (await Alone.LastRun(turn, OccasionKind.Summary))?.Until ?? turn.Now - OccasionRun.Period(OccasionKind.Summary);
        if (whole)
        {
            Alone.Tell(turn, "summary", await ShowWhole.CardOf(turn, store, of, since, turn.Now, page, Sentence.Name(turn.Culture)));
            return;
        }

        var reader = new NewsReader(store, turn.Workspace, turn.Method, turn.Cancel);
        var cards = new NewsCards(reader, turn.Culture);
        var telling = new Telling((await calendar.OfOwner(turn.Workspace, turn.Cancel)).Upcoming(OccasionKind.Summary, turn.Now)?.About);
        Alone.Tell(turn, "summary", of.Length > 0
            ? await cards.Summary(await reader.Of(of, since, turn.Now), telling)
            : await cards.Summary(await reader.Of(teams.Select(one => one.Id), since, turn.Now), telling));
    }
}
