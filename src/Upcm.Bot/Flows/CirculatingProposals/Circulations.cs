using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.CirculatingProposals;

/// <summary>Proposals between meetings, as flows need them.</summary>
public sealed class Circulations(CirculationNews news)
{
    private const int MostAsked = 50;
    private const int MostOffices = 100;

    /// <summary>The newest of a tension, or null after having said that there is none.</summary>
    public static async ValueTask<Found<Circulation>?> Named(Turn turn, string number)
    {
        if (await Tensions.Named(turn, number) is not { Document.Id: var id })
        {
            return null;
        }

        if (await turn.Find(Kinds.Circulations, $"tension={id}|", 1, descending: true) is [var newest])
        {
            return newest;
        }

        turn.Say($"Bij spanning {id} is geen voorstel rondgestuurd.", $"No proposal was circulated on tension {id}.");
        return null;
    }

    public static async ValueTask<Circulation?> Running(Turn turn, TensionId tension) =>
        await turn.Find(Kinds.Circulations, $"tension={tension}|", 1, descending: true) is [{ Document: { State: CirculationState.Circulating } running }] ? running : null;

    /// <summary>Who fills a role of the team or holds an office in it, without who proposes.</summary>
    public static async ValueTask<IReadOnlyList<Somebody>> Concerned(Turn turn, string team)
    {
        List<Somebody> people = [.. (await new RoleRegister(turn.Reader, turn.Method).Live(team)).SelectMany(role => role.FilledOn(turn.Today)).Select(filler => filler.Person)];
        people.AddRange((await turn.Find(Kinds.Appointments, $"team={team}|", MostOffices)).Select(found => found.Document).Where(one => one.On(turn.Today)).Select(one => one.Person));
        if (turn.Method.Team(team) is { OwnsRoleMeeting: true })
        {
            people.AddRange((await turn.Find(Kinds.Appointments, $"team=-|{Offices.SupportTeam}|", MostOffices)).Select(found => found.Document).Where(one => one.On(turn.Today)).Select(one => one.Person));
        }

        return [.. people.DistinctBy(person => person.Id).Where(person => person.Id != turn.Person.Id).Take(MostAsked)];
    }

    /// <summary>Writes what became of it; where it was adopted, what it says begins to apply, or it goes to the meeting where that cannot be.</summary>
    /// <param name="version">The stored version.</param>
    public async ValueTask<Circulation> Write(Turn turn, Circulation circulation, int version)
    {
        var register = await Meetings.Register(turn, null, circulation.Team);
        if (circulation.State == CirculationState.Adopted
            && RoleLaws.Apply(register, [circulation.Outcome], turn.Today) is not Accepted<System.Collections.Immutable.ImmutableDictionary<RoleId, Role>>)
        {
            circulation = circulation with { State = CirculationState.ToMeeting };
        }

        turn.Changes.Put(Kinds.Circulations, circulation, version);
        if (circulation.State is CirculationState.Adopted or CirculationState.ToMeeting)
        {
            var adopted = circulation.State == CirculationState.Adopted;
            var item = new MeetingItem
            {
                Tension = circulation.Tension,
                Text = circulation.Text,
                By = circulation.By,
                Proposal = circulation.Proposal,
                State = adopted ? ItemState.Done : ItemState.CarriedOver,
                Outcomes = [circulation.Outcome],
            };
            var changed = adopted ? ((Accepted<System.Collections.Immutable.ImmutableDictionary<RoleId, Role>>)RoleLaws.Apply(register, [circulation.Outcome], turn.Today)).Value
                : System.Collections.Immutable.ImmutableDictionary<RoleId, Role>.Empty;
            await Agreements.Apply(turn, circulation.Team, $"circulation/{circulation.Id}", [item], changed);
        }

        if (circulation.State != CirculationState.Circulating)
        {
            turn.Record(History.ProposalEnded, null, circulation.Team, words: CirculationWords.State(circulation), subject: TensionCard.SubjectOf(circulation.Tension));
        }

        await news.Changed(turn, circulation, register);
        return circulation;
    }
}
