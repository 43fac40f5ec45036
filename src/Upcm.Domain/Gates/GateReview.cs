using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<GateReviewState>))]
public enum GateReviewState
{
    Collecting,
    Requested,
    Decided,
}

[JsonConverter(typeof(JsonStringEnumConverter<CriterionState>))]
public enum CriterionState
{
    Open,
    Partly,
    Met,

    /// <summary>Waived by the decider, with a reason.</summary>
    NotApplicable,
}

[JsonConverter(typeof(JsonStringEnumConverter<AdviceKind>))]
public enum AdviceKind
{
    Agree,
    AgreeIf,
    ObjectBecause,
}

[JsonConverter(typeof(JsonStringEnumConverter<DecisionKind>))]
public enum DecisionKind
{
    Go,
    GoWithConditions,
    Back,
    Hold,
    Stop,
}

/// <summary>One passage of one initiative through one gate (method 4): its criteria, advice and decision.</summary>
public sealed record GateReview
{
    public required InitiativeNumber Number { get; init; }

    /// <summary>The team whose portfolio the initiative is in.</summary>
    public required string Team { get; init; }

    /// <summary>The id of the gate.</summary>
    public required string Gate { get; init; }

    /// <summary>Counted from 1 per initiative and gate.</summary>
    public required int Round { get; init; }

    public GateReviewState State { get; init; }

    /// <summary>Only criteria something was said or seen of; the others are open.</summary>
    public ImmutableArray<CriterionEntry> Criteria { get; init => field = value.IsDefault ? [] : value; } = [];

    public PersonId? RequestedBy { get; init; }

    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The day of the steering meeting that will decide; null where it is not known, or the client decides.</summary>
    public DateOnly? Meeting { get; init; }

    /// <summary>For which meetings the dossier went out.</summary>
    public ImmutableArray<DateOnly> DossierFor { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How often it was requested: a request can be withdrawn and made again.</summary>
    public int Requests { get; init; }

    /// <summary>The meeting that still wants its dossier, or null.</summary>
    [JsonIgnore]
    public DateOnly? DossierWanted => State == GateReviewState.Requested && Meeting is { } day && !DossierFor.Contains(day) ? day : null;

    /// <summary>The last advice of each person.</summary>
    public ImmutableArray<Advice> Advice { get; init => field = value.IsDefault ? [] : value; } = [];

    public GateDecision? Decision { get; init; }

    /// <summary>True where the decision took the initiative out of the phase.</summary>
    [JsonIgnore]
    public bool Left => Decision?.Kind is DecisionKind.Go or DecisionKind.GoWithConditions or DecisionKind.Back;

    /// <summary>What is known of a criterion; open when nothing is.</summary>
    public CriterionEntry Entry(string criterion) =>
        Criteria.FirstOrDefault(entry => entry.Criterion == criterion) ?? new CriterionEntry(criterion, CriterionState.Open);
}

/// <param name="Criterion">The id of a criterion of the gate.</param>
public sealed record CriterionEntry(string Criterion, CriterionState State)
{
    /// <summary>Why it is not applicable.</summary>
    public string? Reason { get; init; }

    public string? Evidence { get; init; }

    public ImmutableArray<string> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Null when the bot saw it for itself.</summary>
    public PersonId? By { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>The bot saw it for itself, and says so.</summary>
    public bool SeenByBot { get; init; }

    /// <summary>Met, or waived by the decider.</summary>
    [JsonIgnore]
    public bool IsSettled => State is CriterionState.Met or CriterionState.NotApplicable;
}

public sealed record Advice(PersonId Person, AdviceKind Kind, string? Text, DateTimeOffset At);

public sealed record GateDecision
{
    public required DecisionKind Kind { get; init; }

    /// <summary>Who recorded it.</summary>
    public required PersonId By { get; init; }

    /// <summary>Who decided, when another recorded it.</summary>
    public PersonId? OnBehalfOf { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The day of the meeting it was taken in.</summary>
    public DateOnly? MeetingDate { get; init; }

    public string? Reason { get; init; }

    /// <summary>The id of the earlier phase to go back to.</summary>
    public string? BackTo { get; init; }

    public ImmutableArray<GateCondition> Conditions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was put right afterwards, the earliest first.</summary>
    public ImmutableArray<DecisionCorrection> Corrections { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Back, hold and stop are not decided without one.</summary>
    [JsonIgnore]
    public bool NeedsReason => Kind is DecisionKind.Back or DecisionKind.Hold or DecisionKind.Stop;
}

/// <summary>Something recorded of a decision was put right: what stood there before it, and why.</summary>
public sealed record DecisionCorrection(
    PersonId By, DateTimeOffset At, string Why, DateOnly? MeetingBefore, string? ReasonBefore, PersonId? OnBehalfBefore)
{
    /// <summary>Null in what was kept from before it could be put right too: then it stayed as it was.</summary>
    public DecisionKind? KindBefore { get; init; }

    public string? BackToBefore { get; init; }

    public ImmutableArray<GateCondition> ConditionsBefore { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>Becomes an action of its owner.</summary>
public sealed record GateCondition(string Text, PersonId Owner, DateOnly Due);

[JsonConverter(typeof(JsonStringEnumConverter<CourseAfterGate>))]
public enum CourseAfterGate
{
    Continues,
    OnHold,
    Stopped,

    /// <summary>The last phase is reached.</summary>
    Closed,
}

/// <param name="Phase">The id of the phase the initiative is in from now on.</param>
public sealed record GateOutcome(GateReview Review, string Phase, CourseAfterGate Course)
{
    /// <summary>The initiative after the decision.</summary>
    /// <param name="left">How often the initiative already left the phase it now enters.</param>
    public Initiative On(Initiative initiative, int left)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return initiative with
        {
            Phase = Phase,
            Round = Phase == initiative.Phase ? initiative.Round : left + 1,
            PhaseSince = Phase == initiative.Phase ? initiative.PhaseSince : Review.Decision!.At,
            StatusReason = Course is CourseAfterGate.OnHold or CourseAfterGate.Stopped ? Review.Decision!.Reason : null,
            Status = Course switch
            {
                CourseAfterGate.OnHold => InitiativeStatus.OnHold,
                CourseAfterGate.Stopped => InitiativeStatus.Stopped,
                CourseAfterGate.Closed => InitiativeStatus.Closed,
                _ => InitiativeStatus.Active,
            },
        };
    }
}
