using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What may happen to a gate review. Refusals tell every law that is broken.</summary>
public static class GateLaws
{
    /// <summary>
    /// Fills in what the bot can see for itself (<see cref="Sights"/>), and takes back what it saw before and sees no more.
    /// What a person said stays.
    /// </summary>
    public static GateReview See(GateReview review, Gate gate, IReadOnlySet<string> seen, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(seen);
        foreach (var criterion in gate.Criteria.Where(criterion => criterion.Seen is not null))
        {
            var entry = review.Entry(criterion.Id);
            if (seen.Contains(criterion.Seen!) && entry.State is CriterionState.Open or CriterionState.Partly)
            {
                review = With(review, entry with { State = CriterionState.Met, SeenByBot = true, By = null, At = at });
            }
            else if (entry.SeenByBot && !seen.Contains(criterion.Seen!))
            {
                review = With(review, entry with { State = CriterionState.Open, SeenByBot = false, At = at });
            }
        }

        return review;
    }

    /// <param name="entry">State, evidence and who and when; <see cref="CriterionEntry.SeenByBot"/> is set to false.</param>
    public static Verdict<GateReview> Fill(GateReview review, Gate gate, CriterionEntry entry, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(entry);
        var waives = entry.State == CriterionState.NotApplicable;
        var deed = waives ? Rights.ToDecide(gate.DecidedBy) : Deed.FillGate;
        return Verdict.Of(
            Broken(
                Rights.Refusal(deed, standing),
                Unless(review.Gate == gate.Id, GateLaw.ReviewIsOfTheGate),
                Unless(review.State == GateReviewState.Collecting, GateLaw.CriteriaAreFilledWhileCollecting),
                Unless(gate.Criterion(entry.Criterion) is not null, GateLaw.CriterionIsOfTheGate, entry.Criterion),
                Unless(!waives || Told(entry.Reason), GateLaw.WaiverHasReason, entry.Criterion)),
            () => With(review, entry with { SeenByBot = false }));
    }

    /// <summary>The laws that stand in the way of requesting; empty when the gate can be requested.</summary>
    public static IReadOnlyList<Reason> Requestable(GateReview review, Gate gate, IReadOnlySet<string> seen)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        var looked = See(review, gate, seen, default);
        return
        [
            .. Broken(
                Unless(review.Gate == gate.Id, GateLaw.ReviewIsOfTheGate),
                Unless(review.State != GateReviewState.Requested, GateLaw.IsNotYetRequested),
                Unless(review.State != GateReviewState.Decided, GateLaw.IsNotYetDecided)),
            .. gate.Criteria.Select(criterion => looked.Entry(criterion.Id)).SelectMany(entry => Broken(
                Unless(entry.IsSettled, GateLaw.CriterionIsMetOrWaived, entry.Criterion),
                Unless(entry.State != CriterionState.NotApplicable || Told(entry.Reason),
                    GateLaw.WaiverHasReason, entry.Criterion))),
        ];
    }

    /// <param name="meeting">The day of the steering meeting; null where it is not known yet, or the client decides.</param>
    /// <param name="today">The day in the time zone of the workspace.</param>
    public static Verdict<GateReview> Request(
        GateReview review, Gate gate, IReadOnlySet<string> seen, PersonId by, DateTimeOffset at, Standing standing, DateOnly? meeting, DateOnly today) =>
        Verdict.Of(
            [
                .. Broken(Rights.Refusal(Deed.RequestGate, standing), Unless(!(meeting < today), GateLaw.MeetingIsToCome)),
                .. Requestable(review, gate, seen),
            ],
            () => See(review, gate, seen, at) with
            {
                State = GateReviewState.Requested,
                RequestedBy = by,
                RequestedAt = at,
                Meeting = meeting,
                Requests = review.Requests + 1,
            });

    /// <summary>A later advice of the same person replaces the earlier one.</summary>
    public static Verdict<GateReview> Advise(GateReview review, Advice advice, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(advice);
        return Verdict.Of(
            Broken(
                Rights.Refusal(Deed.AdviseGate, standing),
                Unless(review.State != GateReviewState.Collecting, GateLaw.IsRequested),
                Unless(review.State != GateReviewState.Decided, GateLaw.IsNotYetDecided),
                Unless(advice.Kind == AdviceKind.Agree || Told(advice.Text), GateLaw.AdviceHasText)),
            () => review with
            {
                Advice = [.. review.Advice.Where(earlier => earlier.Person != advice.Person), advice],
            });
    }

    /// <param name="phases">The phases of the programme, in their order.</param>
    /// <param name="today">The day in the time zone of the workspace.</param>
    public static Verdict<GateOutcome> Decide(
        GateReview review,
        Gate gate,
        ImmutableArray<Phase> phases,
        GateDecision decision,
        Standing standing,
        DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(decision);
        return Verdict.Of(
            [
                .. Broken(
                    Rights.Refusal(Rights.ToDecide(gate.DecidedBy), standing),
                    Unless(review.Gate == gate.Id, GateLaw.ReviewIsOfTheGate),
                    Unless(review.State != GateReviewState.Collecting, GateLaw.IsRequested),
                    Unless(review.State != GateReviewState.Decided, GateLaw.IsNotYetDecided),
                    Unless(!decision.NeedsReason || Told(decision.Reason), GateLaw.DecisionHasReason),
                    Unless(!Rights.RecordsOnBehalf(gate.DecidedBy, standing) || Named(decision.OnBehalfOf),
                        GateLaw.RecorderNamesTheDecider),
                    Unless(gate.DecidedBy != Decider.SteeringMeeting || decision.MeetingDate is not null,
                        GateLaw.MeetingDateIsKept),
                    Unless(!(decision.MeetingDate > today), GateLaw.MeetingIsNotInTheFuture)),
                .. BrokenByWhatIsDecided(decision, gate, phases, today),
            ],
            () => OutcomeOf(review, gate, phases, decision));
    }

    /// <summary>
    /// Goes back to an earlier phase without a request: definition and commitment are walked in a cycle as often as it takes. The
    /// round is closed as it stands, and kept.
    /// </summary>
    public static Verdict<GateOutcome> StepBack(
        GateReview review, Gate gate, ImmutableArray<Phase> phases, GateDecision decision, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(decision);
        return Verdict.Of(
            [
                .. Broken(
                    Rights.Refusal(Deed.HoldOrStop, standing),
                    Unless(review.Gate == gate.Id, GateLaw.ReviewIsOfTheGate),
                    Unless(review.State != GateReviewState.Decided, GateLaw.IsNotYetDecided),
                    Unless(Told(decision.Reason), GateLaw.DecisionHasReason),
                    Unless(decision.Kind == DecisionKind.Back, GateLaw.BackNamesAPhase)),
                .. BrokenByBack(decision, gate, phases),
            ],
            () => OutcomeOf(review, gate, phases, decision));
    }

    internal static IReadOnlyList<Reason> BrokenByWhatIsDecided(GateDecision decision, Gate gate, ImmutableArray<Phase> phases, DateOnly today) =>
        [.. BrokenByConditions(decision, today), .. BrokenByBack(decision, gate, phases)];

    private static IReadOnlyList<Reason> BrokenByConditions(GateDecision decision, DateOnly today)
    {
        if (decision.Kind != DecisionKind.GoWithConditions)
        {
            return Broken(Unless(decision.Conditions.IsEmpty, GateLaw.ConditionsOnlyWithTheirDecision));
        }

        return
        [
            .. Broken(Unless(!decision.Conditions.IsEmpty, GateLaw.ConditionsAreNamed)),
            .. decision.Conditions.SelectMany((condition, index) => Broken(
                Unless(Told(condition.Text) && Named(condition.Owner), GateLaw.ConditionHasTextAndOwner, null, index),
                Unless(condition.Due >= (decision.MeetingDate ?? today), GateLaw.ConditionIsDueLater, null, index))),
        ];
    }

    private static IReadOnlyList<Reason> BrokenByBack(GateDecision decision, Gate gate, ImmutableArray<Phase> phases)
    {
        if (decision.Kind != DecisionKind.Back)
        {
            return Broken(Unless(decision.BackTo is null, GateLaw.PhaseOnlyWithBack));
        }

        var earlier = phases.TakeWhile(phase => phase.Id != gate.From);
        return decision.BackTo is not { } back
            ? Broken(Unless(false, GateLaw.BackNamesAPhase))
            : Broken(Unless(earlier.Any(phase => phase.Id == back), GateLaw.BackGoesToAnEarlierPhase, back));
    }

    internal static GateOutcome OutcomeOf(
        GateReview review, Gate gate, ImmutableArray<Phase> phases, GateDecision decision)
    {
        var decided = review with { State = GateReviewState.Decided, Decision = decision };
        return decision.Kind switch
        {
            DecisionKind.Back => new GateOutcome(decided, decision.BackTo!, CourseAfterGate.Continues),
            DecisionKind.Hold => new GateOutcome(decided, gate.From, CourseAfterGate.OnHold),
            DecisionKind.Stop => new GateOutcome(decided, gate.From, CourseAfterGate.Stopped),
            _ => new GateOutcome(
                decided, gate.To, gate.To == phases[^1].Id ? CourseAfterGate.Closed : CourseAfterGate.Continues),
        };
    }

    private static GateReview With(GateReview review, CriterionEntry entry) => review with
    {
        Criteria = [.. review.Criteria.Where(earlier => earlier.Criterion != entry.Criterion), entry],
    };

    private static bool Told(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool Named(PersonId? person) => Told(person?.Value);

    internal static GateLawBroken? Unless(bool kept, GateLaw law, string? subject = null, int? index = null) =>
        kept ? null : new GateLawBroken(law, subject, index);

    internal static IReadOnlyList<Reason> Broken(params IEnumerable<Reason?> reasons) => [.. reasons.OfType<Reason>()];
}
