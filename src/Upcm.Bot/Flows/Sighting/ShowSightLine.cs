using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Overseeing;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Sighting;

/// <summary><c>zichtlijn realisatie</c>: a team's steering meeting with its chair, its key players and steering members, and its portfolio.</summary>
public sealed class ShowSightLine(IStore store, Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["zichtlijn"], ["sight line", "sightline"],
        new Phrase("wie om een team heen staat: zichtlijn {team}", "who stands around a team: sight line {team}"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var teams = Teams.WithPortfolio(turn.Method).ToList();
        if (Teams.Named(turn.Method, rest, teams) is { } team)
        {
            turn.Replace(await SightLineCard.Of(turn, store, team, await standings.InTeam(turn, team.Id)));
            return;
        }

        var en = turn.Culture.IsEnglish();
        turn.Replace(new Card(en ? "Which team's sight line?" : "De zichtlijn van welk team?")
        {
            Body = rest.Trim().Length == 0 ? [] : [new Text(en ? $"I do not know a team \"{rest.Trim()}\" with a portfolio." : $"Een team \"{rest.Trim()}\" met een portfolio ken ik niet.")],
            Buttons = [.. teams.Select(one => Sayings.Button(one.Name.In(turn.Culture), $"{Sentence.Name(turn.Culture)} {one.Id}"))],
        });
    }
}

internal static class SightLineCard
{
    public const int MostParties = 60;

    /// <param name="changed">Added or changed in this very turn, so not in the store yet.</param>
    /// <param name="gone">The id of one that was removed in this very turn.</param>
    public static async ValueTask<Card> Of(Turn turn, IStore store, Team team, Standing standing, IReadOnlyCollection<Party>? changed = null, string? gone = null)
    {
        var en = turn.Culture.IsEnglish();
        var names = turn.Method.Names;
        var may = Rights.May(Deed.EditSightLine, standing);
        var fresh = changed ?? [];
        var parties = (await turn.Find(Kinds.Parties, $"team={team.Id}|", MostParties)).Select(static hit => hit.Document)
            .Where(party => party.Id != gone && fresh.All(one => one.Id != party.Id))
            .Concat(fresh)
            .OrderBy(static party => party.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var counts = await DashboardReading.Counts(store, turn.Workspace, turn.Cancel);
        return new Card((en ? "Sight line: " : "Zichtlijn ") + team.Name.In(turn.Culture))
        {
            Status = $"{Capital.Of(names.SteeringMeeting.One.In(turn.Culture))} {team.Name.In(turn.Culture)}",
            Body =
            [
                new Facts(
                [
                    new Fact($"{(en ? "Chair" : "Voorzitter")} ({names.Offices[Offices.LinkingPin].One.In(turn.Culture)})", await Holders(turn, team.Id, Offices.LinkingPin)),
                    new Fact($"{Capital.Of(names.Offices[Offices.TeamLead].One.In(turn.Culture))} ({(en ? "client" : "opdrachtgever")})", await Holders(turn, team.Id, Offices.TeamLead)),
                    new Fact(en ? "Advises in the meeting" : "Adviseert in het overleg", await Holders(turn, team.Id, Offices.SteeringMember)),
                ]),
                .. Listed(PartyKind.KeyPlayer, names.KeyPlayer.Many.In(turn.Culture)),
                .. Listed(PartyKind.SteeringMember, names.SteeringMember.Many.In(turn.Culture)),
                new Text("Portfolio", Tone.Heading),
                new Text(Portfolio(turn, team, counts)),
                .. await Newest(turn, team),
            ],
            Buttons =
            [
                Sayings.Button(en ? "The portfolio" : "De portfolio", $"portfolio {team.Id}", ButtonTone.Main),
                .. may ? [Sayings.Button(en ? "Add parties" : "Partijen toevoegen", $"{(en ? "add parties" : "partijen toevoegen")} {team.Id}")] : Array.Empty<Button>(),
                Sayings.Button(en ? "Who is who" : "Wie is wie", $"{(en ? "who is who" : "wie is wie")} {team.Id}"),
                .. Teams.WithPortfolio(turn.Method).Where(other => other.Id != team.Id)
                    .Select(other => Sayings.Button(other.Name.In(turn.Culture), $"{(en ? "sight line" : "zichtlijn")} {other.Id}")),
            ],
        };

        IEnumerable<Element> Listed(PartyKind kind, string many)
        {
            var own = parties.Where(party => party.Kind == kind).ToList();
            yield return new Text(Capital.Of(many), Tone.Heading);
            if (own.Count == 0)
            {
                yield return new Text(en ? $"No {many} recorded yet." : $"Nog geen {many} vastgelegd.", Tone.Subtle);
            }
            else if (!may)
            {
                yield return new Bullets([.. own.Select(static party => party.Name)]);
            }
            else
            {
                foreach (var party in own)
                {
                    yield return new Row(party.Name, null, new Button(en ? "Change" : "Wijzig", new Press(EditPartyFlow.Verb, ("party", party.Id)), $"{(en ? "change party" : "partij wijzigen")} {team.Id}: {party.Name}"));
                }
            }
        }
    }

    private static async ValueTask<string> Holders(Turn turn, string team, string office)
    {
        var holders = (await turn.Find(Kinds.Appointments, $"team={team}|{office}|", 20)).Select(static hit => hit.Document).ToList();
        return holders.Count == 0 ? turn.Culture.IsEnglish() ? "nobody yet" : "nog niemand"
            : string.Join(", ", holders.Select(one => one.Person.Name + (one.Acting ? turn.Culture.IsEnglish() ? " (acting)" : " (waarnemend)" : "")));
    }

    /// <summary>How many there are in each phase; stopped ones aside.</summary>
    private static string Portfolio(Turn turn, Team team, Counts counts)
    {
        var en = turn.Culture.IsEnglish();
        var all = counts.In(team.Id);
        var phases = turn.Method.Phases.Select(phase => (phase.Name, Count: counts.In(team.Id, phase.Id))).Where(static one => one.Count > 0)
            .Select(one => $"{one.Name.In(turn.Culture)} {Numbers.Show(one.Count, turn.Culture)}");
        return all == 0 ? en ? "No initiatives yet." : "Nog geen initiatieven."
            : $"{Numbers.Show(all, turn.Culture)} {(all == 1 ? en ? "initiative" : "initiatief" : en ? "initiatives" : "initiatieven")}: {string.Join(", ", phases)}.";
    }

    private static async ValueTask<IReadOnlyList<Element>> Newest(Turn turn, Team team)
    {
        var found = await turn.Find(Kinds.Initiatives, $"team={team.Id}|", 5, descending: true);
        return await Asking.Initiatives.Rows(turn, [.. found.Select(static hit => hit.Document)]);
    }
}
