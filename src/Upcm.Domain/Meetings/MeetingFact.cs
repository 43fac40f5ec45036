using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>Something that happened in a meeting; <see cref="MeetingCourse.After"/> says what the meeting is then.</summary>
public abstract record MeetingFact;

public sealed record SaidToCome(Somebody Person, bool Comes) : MeetingFact;

public sealed record MeetingStarted(Somebody Facilitator, ImmutableArray<MeetingItem> Items, DateTimeOffset At) : MeetingFact;

public sealed record FacilitatorChanged(Somebody Before, Somebody Facilitator) : MeetingFact;

public sealed record SecretaryNamed(Somebody Secretary) : MeetingFact;

public sealed record PointNoted(string Text) : MeetingFact;

public sealed record PointTakenBack(int Index) : MeetingFact;

public sealed record ItemAdded(MeetingItem Item) : MeetingFact;

/// <summary>On to a round, or to a step of the item at hand.</summary>
public sealed record RoundBegan(string Round, DateTimeOffset At) : MeetingFact;

/// <summary>The item at hand is left behind, done or not, and the next begins; without another the closing round.</summary>
public sealed record ItemLeft(ItemState As, DateTimeOffset At) : MeetingFact;

public sealed record ProposalPut(string Text) : MeetingFact;

public sealed record ObjectionRaised(Objection Objection) : MeetingFact;

public sealed record ObjectionsIntegrated(DateTimeOffset At) : MeetingFact;

public sealed record OutcomeRecorded(Outcome Outcome) : MeetingFact;

public sealed record OutcomeTakenBack(int Index) : MeetingFact;

/// <summary>What was agreed is applied, all of it.</summary>
/// <param name="Roles">The roles that changed, as they are now.</param>
public sealed record MeetingClosed(ImmutableDictionary<RoleId, Role> Roles, DateTimeOffset At) : MeetingFact;

/// <summary>What a meeting is after something happened in it.</summary>
public static class MeetingCourse
{
    public static RoleMeeting After(this RoleMeeting meeting, MeetingFact fact)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return fact switch
        {
            SaidToCome said => meeting with { Attendance = [.. meeting.Attendance.Where(one => one.Person.Id != said.Person.Id), new Attendance(said.Person, said.Comes)] },
            MeetingStarted started => meeting with
            {
                State = MeetingState.Running,
                Facilitator = started.Facilitator,
                Items = started.Items,
                Round = MeetingRounds.CheckIn,
                RoundSince = started.At,
                StartedAt = started.At,
            },
            FacilitatorChanged changed => meeting with { Facilitator = changed.Facilitator },
            SecretaryNamed named => meeting with { Secretary = named.Secretary },
            PointNoted noted => meeting with { Points = meeting.Points.Add(noted.Text) },
            PointTakenBack back => meeting with { Points = meeting.Points.RemoveAt(back.Index) },
            ItemAdded added => meeting with { Items = meeting.Items.Add(added.Item) },
            RoundBegan began => meeting with { Round = began.Round, RoundSince = began.At },
            ItemLeft left => Next(meeting.AtHand is null ? meeting : At(meeting, item => item with { State = left.As }), left.At),
            ProposalPut put => At(meeting, item => item with { Proposal = put.Text }),
            ObjectionRaised raised => At(meeting, item => item with { Objections = item.Objections.Add(raised.Objection) }),
            ObjectionsIntegrated integrated => At(meeting, item => item with
            {
                Objections = [.. item.Objections.Select(objection => objection with { Integrated = true })],
            }) with
            {
                Round = MeetingRounds.Objections,
                RoundSince = integrated.At,
            },
            OutcomeRecorded recorded => At(meeting, item => item with { Outcomes = item.Outcomes.Add(recorded.Outcome) }),
            OutcomeTakenBack back => At(meeting, item => item with { Outcomes = item.Outcomes.RemoveAt(back.Index) }),
            MeetingClosed closed => meeting with
            {
                State = MeetingState.Closed,
                ClosedAt = closed.At,
                Items = [.. meeting.Items.Select(item => item.State == ItemState.Waiting ? item with { State = ItemState.CarriedOver } : item)],
            },
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "A meeting knows no such fact."),
        };
    }

    /// <summary>Who does something in a meeting that runs is there, whatever they said before.</summary>
    public static RoleMeeting With(this RoleMeeting meeting, Somebody person)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.State == MeetingState.Running && meeting.Present.All(one => one.Id != person.Id) ? meeting.After(new SaidToCome(person, Comes: true)) : meeting;
    }

    /// <summary>The next item from the beginning, or the closing round.</summary>
    private static RoleMeeting Next(RoleMeeting meeting, DateTimeOffset at)
    {
        var next = meeting.Items.FirstOrDefault(item => item.State == ItemState.Waiting);
        return meeting with
        {
            Items = [.. meeting.Items.Select(item => ReferenceEquals(item, next) ? item with { State = ItemState.AtHand } : item)],
            Round = next is null ? MeetingRounds.Closing : MeetingRounds.Present,
            RoundSince = at,
        };
    }

    private static RoleMeeting At(RoleMeeting meeting, Func<MeetingItem, MeetingItem> change) =>
        meeting with { Items = [.. meeting.Items.Select(item => item.State == ItemState.AtHand ? change(item) : item)] };
}
