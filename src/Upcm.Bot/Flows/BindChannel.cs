using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary><c>koppel realisatie</c>, said in a channel by an administrator: the team's news is shown there from now on.</summary>
public sealed class BindChannel(Standings standings, MeetingNews meetings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["koppel kanaal aan", "koppel"], ["bind channel to", "bind"],
        new Phrase("het nieuws van een team in dit kanaal tonen: koppel {team}", "show a team's news in this channel: bind {team}"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var wanted = rest.Trim();
        var team = Teams.Named(turn.Method, wanted, turn.Method.Teams);
        var place = turn.Arrival.Place;
        if (place.Kind != PlaceKind.Channel)
        {
            turn.Say("Zeg dit in het kanaal dat je wilt koppelen.", "Say this in the channel that you want to bind.");
        }
        else if (team is null)
        {
            turn.Say(
                $"Het team \"{wanted}\" ken ik niet. Kies uit: {string.Join(", ", turn.Method.Teams.Select(team => team.Id))}.",
                $"I do not know the team \"{wanted}\". Choose from: {string.Join(", ", turn.Method.Teams.Select(team => team.Id))}.");
        }
        else if (await Refusals.Allows(turn, Deed.BindChannel, await standings.InTeam(turn, team.Id), team.Id))
        {
            var known = await turn.Load(Kinds.Channels, place.Id);
            var bound = new BoundChannel(place.Id, turn.Arrival.Channel, place.Address, place.Name, team.Id, turn.Speaker, turn.Now) { Off = known?.Document.Off ?? [] };
            turn.Changes.Put(Kinds.Channels, bound, known?.Version ?? 0);
            turn.Record(Asking.History.ChannelBound, null, team.Id, place.Name);
            await meetings.Bound(turn, bound);
            var before = known is { Document: { } was } && was.Team != team.Id ? (turn.Method.Team(was.Team)?.The ?? new Words(was.Team, was.Team), was.By.Name) : ((Words Team, string By)?)null;
            turn.Say(
                $"Gekoppeld. Het nieuws van {team.The.Nl} verschijnt hier{(before is var (nl, by) ? $", in plaats van dat van {nl.Nl} (gekoppeld door {by})" : "")}.",
                $"Bound. The news of {team.The.En} appears here{(before is var (en, who) ? $", in the place of that of {en.En} (bound by {who})" : "")}.");
        }
    }
}

/// <summary><c>ontkoppel kanaal</c>, said in a channel: no team's news is shown there any more.</summary>
public sealed class UnbindChannel(Standings standings) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["ontkoppel kanaal", "ontkoppel"], ["unbind channel", "unbind"], new Phrase("geen nieuws meer in dit kanaal tonen", "show no more news in this channel"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await turn.Load(Kinds.Channels, turn.Arrival.Place.Id) is not { } bound)
        {
            turn.Say("Dit is geen kanaal dat gekoppeld is. Zeg dit in het kanaal zelf.", "This is no channel that is bound. Say this in the channel itself.");
        }
        else if (await Refusals.Allows(turn, Deed.BindChannel, await standings.InTeam(turn, bound.Document.Team), bound.Document.Team))
        {
            turn.Changes.Delete(Kinds.Channels, bound.Document.Place, bound.Version);
            turn.Record(Asking.History.ChannelUnbound, null, bound.Document.Team, bound.Document.Name);
            turn.Say("Losgekoppeld. Hier verschijnt geen nieuws meer.", "Unbound. No more news appears here.");
        }
    }
}
