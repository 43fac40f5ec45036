namespace Upcm.Domain;

/// <summary>What was recorded of a decision, put right: the day of its meeting, its reason, on whose behalf.</summary>
/// <param name="Why">What was wrong.</param>
public sealed record DecisionRevision(DateOnly? MeetingDate, string? Reason, PersonId? OnBehalfOf, string Why);

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

    /// <summary>Puts right what was recorded of a decision. What it decided stays; what stood there before stays visible.</summary>
    /// <param name="today">The day in the time zone of the workspace.</param>
    public static Verdict<GateReview> Correct(
        GateReview review, Gate gate, DecisionRevision revision, PersonId by, DateTimeOffset at, Standing standing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(revision);
        if (review.Decision is not { } decision)
        {
            return Verdict.Of<GateReview>(GateLaws.Broken(GateLaws.Unless(false, GateLaw.IsDecided)), () => review);
        }

        var corrected = decision with
        {
            MeetingDate = revision.MeetingDate,
            Reason = revision.Reason,
            OnBehalfOf = revision.OnBehalfOf,
        };
        return Verdict.Of(
            GateLaws.Broken(
                Rights.Refusal(Rights.ToDecide(gate.DecidedBy), standing),
                GateLaws.Unless(review.Gate == gate.Id, GateLaw.ReviewIsOfTheGate),
                GateLaws.Unless(!string.IsNullOrWhiteSpace(revision.Why), GateLaw.CorrectionHasReason),
                GateLaws.Unless(corrected != decision, GateLaw.CorrectionChangesSomething),
                GateLaws.Unless(gate.DecidedBy != Decider.SteeringMeeting || revision.MeetingDate is not null || decision.MeetingDate is null,
                    GateLaw.MeetingDateIsKept),
                GateLaws.Unless(!(revision.MeetingDate > today), GateLaw.MeetingIsNotInTheFuture),
                GateLaws.Unless(!decision.NeedsReason || !string.IsNullOrWhiteSpace(revision.Reason), GateLaw.DecisionHasReason)),
            () => review with
            {
                Decision = corrected with
                {
                    Corrections =
                    [
                        .. decision.Corrections,
                        new DecisionCorrection(by, at, revision.Why, decision.MeetingDate, decision.Reason, decision.OnBehalfOf),
                    ],
                },
            });
    }
}
