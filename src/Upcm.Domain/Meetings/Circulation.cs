using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<CirculationState>))]
public enum CirculationState
{
    Circulating,

    /// <summary>Nobody objected: what it says applies.</summary>
    Adopted,

    /// <summary>Somebody objected, or too few answered: the next role meeting takes it up.</summary>
    ToMeeting,
    Withdrawn,
}

/// <summary>A proposal that goes round between meetings, with a day by which people can object.</summary>
public sealed record Circulation
{
    /// <summary>The tension and the how manieth time: <c>12/1</c>.</summary>
    public required string Id { get; init; }

    public required TensionId Tension { get; init; }

    public required string Team { get; init; }

    /// <summary>The tension in one sentence.</summary>
    public required string Text { get; init; }

    public required string Proposal { get; init; }

    /// <summary>What begins to apply when it is adopted.</summary>
    public required Outcome Outcome { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset Deadline { get; init; }

    /// <summary>As the programme set it when the proposal went out.</summary>
    public bool SilenceIsConsent { get; init; }

    /// <summary>Whose answer counts; anybody may object.</summary>
    public ImmutableArray<Somebody> Asked { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Reply> Replies { get; init => field = value.IsDefault ? [] : value; } = [];

    public CirculationState State { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    [JsonIgnore]
    public IEnumerable<Somebody> Silent => Asked.Where(person => Replies.All(reply => reply.By.Id != person.Id));
}

/// <param name="Objection">Null for no objection.</param>
public sealed record Reply(Somebody By, string? Objection, DateTimeOffset At);

public enum CirculationLaw
{
    TensionIsOpen,
    ProposalHasText,
    IsNotCirculatingYet,
    DeadlineIsLater,
    SomebodyIsAsked,
    IsCirculating,
    ObjectionHasText,
    IsAsked,
}

public sealed record CirculationLawBroken(CirculationLaw Law, string? Subject = null) : Reason;

/// <summary>How a proposal between meetings comes to its end.</summary>
public static class CirculationLaws
{
    /// <param name="running">True where this tension has a proposal that circulates.</param>
    public static Verdict<Circulation> Send(Circulation wish, TensionState tension, bool running, IReadOnlyDictionary<RoleId, Role> register, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wish);
        List<Reason> broken = [];
        If(tension != TensionState.Open, CirculationLaw.TensionIsOpen);
        If(string.IsNullOrWhiteSpace(wish.Proposal), CirculationLaw.ProposalHasText);
        If(running, CirculationLaw.IsNotCirculatingYet);
        If(wish.Deadline <= wish.At, CirculationLaw.DeadlineIsLater);
        If(wish.Asked.IsEmpty, CirculationLaw.SomebodyIsAsked);
        if (RoleLaws.Apply(register, [wish.Outcome], today) is Refused<ImmutableDictionary<RoleId, Role>> refused)
        {
            broken.AddRange(refused.Reasons);
        }

        return Verdict.Of(broken, () => wish);

        void If(bool wrong, CirculationLaw law)
        {
            if (wrong)
            {
                broken.Add(new CirculationLawBroken(law));
            }
        }
    }

    /// <summary>No objection. When the last of those asked says so, the proposal is adopted at once.</summary>
    public static Verdict<Circulation> Agree(Circulation circulation, Somebody by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(circulation);
        return Verdict.Of(
            [.. Going(circulation), .. circulation.Asked.Any(person => person.Id == by.Id) ? [] : new Reason[] { new CirculationLawBroken(CirculationLaw.IsAsked) }],
            () => Ended(With(circulation, new Reply(by, null, at)), at));
    }

    /// <summary>Brings the proposal to the meeting, whoever says it.</summary>
    public static Verdict<Circulation> Object(Circulation circulation, Somebody by, string text, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(circulation);
        return Verdict.Of(
            [.. Going(circulation), .. string.IsNullOrWhiteSpace(text) ? [new CirculationLawBroken(CirculationLaw.ObjectionHasText)] : Array.Empty<Reason>()],
            () => With(circulation, new Reply(by, text.Trim(), at)) with { State = CirculationState.ToMeeting, EndedAt = at });
    }

    /// <summary>Goes no further: nothing of it applies, and it comes on no agenda.</summary>
    public static Verdict<Circulation> Withdraw(Circulation circulation, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(circulation);
        return Verdict.Of([.. Going(circulation)], () => circulation with { State = CirculationState.Withdrawn, EndedAt = at });
    }

    /// <summary>As it is at a moment: after the deadline silence is consent only where the programme said so.</summary>
    public static Circulation Ended(Circulation circulation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(circulation);
        var all = !circulation.Silent.Any();
        return circulation.State != CirculationState.Circulating || (!all && now < circulation.Deadline)
            ? circulation
            : circulation with
            {
                State = all || circulation.SilenceIsConsent ? CirculationState.Adopted : CirculationState.ToMeeting,
                EndedAt = now,
            };
    }

    private static Circulation With(Circulation circulation, Reply reply) =>
        circulation with { Replies = [.. circulation.Replies.Where(one => one.By.Id != reply.By.Id), reply] };

    private static IEnumerable<Reason> Going(Circulation circulation) =>
        circulation.State == CirculationState.Circulating ? [] : [new CirculationLawBroken(CirculationLaw.IsCirculating, circulation.State.ToString())];
}
