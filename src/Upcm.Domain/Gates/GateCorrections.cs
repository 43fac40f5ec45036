using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What was recorded of a decision, put right: the day of its meeting, its reason, on whose behalf, and what was decided.</summary>
/// <param name="Why">What was wrong.</param>
public sealed record DecisionRevision(DateOnly? MeetingDate, string? Reason, PersonId? OnBehalfOf, string Why)
{
    /// <summary>Null where what was decided stays: its phase and conditions too.</summary>
    public DecisionKind? Kind { get; init; }

    /// <summary>The id of the earlier phase to go back to.</summary>
    public string? BackTo { get; init; }

    public ImmutableArray<GateCondition> Conditions { get; init => field = value.IsDefault ? [] : value; } = [];

    internal GateDecision Of(GateDecision decision) => decision with
    {
        MeetingDate = MeetingDate,
        Reason = Reason,
        OnBehalfOf = OnBehalfOf,
        Kind = Kind ?? decision.Kind,
        BackTo = Kind is null ? decision.BackTo : BackTo,
        Conditions = Kind is null || Conditions.SequenceEqual(decision.Conditions) ? decision.Conditions : Conditions,
    };
}

/// <summary>What may be changed of a review beside its decision: withdrawn, planned anew, put right. Refusals tell every broken law.</summary>
public static class GateCorrections
{
    /// <summary>Takes a request back: the criteria can be changed again.</summary>
    public static Verdict<GateReview> Withdraw(GateReview review, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Verdict.Of(
            GateLaws.Broken(
                Rights.Refusal(Deed.RequestGate, standing),
                GateLaws.Unless(review.State == GateReviewState.Requested, GateLaw.IsRequested)),
            () => Withdrawn(review));
    }

    /// <summary>As it is after a request was taken back, or overtaken by a hold or a stop.</summary>
    public static GateReview Withdrawn(GateReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.State != GateReviewState.Requested ? review : review with
        {
            State = GateReviewState.Collecting,
            RequestedBy = null,
            RequestedAt = null,
            Meeting = null,
        };
    }

    /// <summary>Sets or moves the day of the steering meeting; the dossier goes out ahead of it.</summary>
    /// <param name="today">The day in the time zone of the workspace.</param>
    public static Verdict<GateReview> Plan(GateReview review, DateOnly meeting, Standing standing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Verdict.Of(
            GateLaws.Broken(
                Rights.Refusal(Deed.PlanMeeting, standing),
                GateLaws.Unless(review.State == GateReviewState.Requested, GateLaw.IsRequested),
                GateLaws.Unless(meeting >= today, GateLaw.MeetingIsToCome)),
            () => review with { Meeting = meeting });
    }

    /// <summary>Puts right what was recorded of a decision, also what it decided. What stood there before stays visible.</summary>
    /// <param name="today">The day in the time zone of the workspace.</param>
    /// <returns>The review, and where the decision leads as it is now; <see cref="Follow"/> takes the initiative there.</returns>
    public static Verdict<GateOutcome> Correct(
        GateReview review, Gate gate, ImmutableArray<Phase> phases, DecisionRevision revision, PersonId by, DateTimeOffset at, Standing standing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(revision);
        if (review.Decision is not { } decision)
        {
            return Verdict.Of<GateOutcome>(GateLaws.Broken(GateLaws.Unless(false, GateLaw.IsDecided)), () => throw new InvalidOperationException());
        }

        var corrected = revision.Of(decision);
        var decides = corrected.Kind != decision.Kind || corrected.BackTo != decision.BackTo || corrected.Conditions != decision.Conditions;
        return Verdict.Of(
            [
                .. GateLaws.Broken(
                    Rights.Refusal(Rights.ToDecide(gate.DecidedBy), standing),
                    GateLaws.Unless(review.Gate == gate.Id, GateLaw.ReviewIsOfTheGate),
                    GateLaws.Unless(!string.IsNullOrWhiteSpace(revision.Why), GateLaw.CorrectionHasReason),
                    GateLaws.Unless(corrected != decision, GateLaw.CorrectionChangesSomething),
                    GateLaws.Unless(!decides || review.RequestedAt is not null, GateLaw.CourseChangesOnlyOfARequest),
                    GateLaws.Unless(gate.DecidedBy != Decider.SteeringMeeting || revision.MeetingDate is not null || decision.MeetingDate is null,
                        GateLaw.MeetingDateIsKept),
                    GateLaws.Unless(!(revision.MeetingDate > today), GateLaw.MeetingIsNotInTheFuture),
                    GateLaws.Unless(!corrected.NeedsReason || !string.IsNullOrWhiteSpace(revision.Reason), GateLaw.DecisionHasReason)),
                .. decides ? GateLaws.BrokenByWhatIsDecided(corrected, gate, phases, DateOnly.FromDateTime(decision.At.UtcDateTime)) : [],
            ],
            () => GateLaws.OutcomeOf(review, gate, phases, corrected with
            {
                Corrections =
                [
                    .. decision.Corrections,
                    new DecisionCorrection(by, at, revision.Why, decision.MeetingDate, decision.Reason, decision.OnBehalfOf)
                    {
                        KindBefore = decision.Kind,
                        BackToBefore = decision.BackTo,
                        ConditionsBefore = decision.Conditions,
                    },
                ],
            }));
    }

    /// <summary>
    /// Takes the initiative where a corrected decision leads, as if it had been decided so at first. What was done since beside
    /// the decision, such as a hold, stays; where the decision leads as it did before, nothing moves.
    /// </summary>
    /// <param name="before">The review as it was before the correction.</param>
    /// <param name="decided">Every decided review of the initiative.</param>
    public static Initiative Follow(Initiative initiative, GateReview before, GateOutcome outcome, IReadOnlyCollection<GateReview> decided, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentNullException.ThrowIfNull(method);
        var (review, decision) = (outcome.Review, outcome.Review.Decision!);
        var gate = method.Gate(review.Gate)!;
        var led = GateLaws.OutcomeOf(before, gate, method.Phases, before.Decision!);
        if ((led.Phase, led.Course) == (outcome.Phase, outcome.Course))
        {
            return initiative;
        }

        var left = decided.Where(one => one.Left && (one.Gate != review.Gate || one.Round != review.Round)).ToList();
        var stood = initiative with
        {
            Phase = gate.From,
            Round = left.Count(one => one.Gate == gate.Id) + 1,
            PhaseSince = left.Where(one => one.Decision!.At < decision.At).Max(one => (DateTimeOffset?)one.Decision!.At) ?? initiative.RegisteredAt,
        };
        var moved = outcome.On(stood, method.GateFrom(outcome.Phase) is { } next ? left.Count(one => one.Gate == next.Id) : 0);
        return led.Course == CourseAfterGate.Continues && outcome.Course == CourseAfterGate.Continues
            ? moved with { Status = initiative.Status, StatusReason = initiative.StatusReason }
            : moved;
    }
}
