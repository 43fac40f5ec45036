namespace Upcm.Domain;

/// <summary>A gate is passed in rounds: each is counted and kept, and the next goes on from what was told in it.</summary>
public static class GateRounds
{
    /// <summary>
    /// A new round. After a hold everything stands as it stood; otherwise every criterion is asked anew, with what was told
    /// before as a beginning, and a waiver has to be given again.
    /// </summary>
    /// <param name="last">The decided round before it, or null for the first.</param>
    public static GateReview Begin(Initiative initiative, Gate gate, GateReview? last)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(gate);
        return new GateReview
        {
            Number = initiative.Number,
            Team = initiative.Team,
            Gate = gate.Id,
            Round = (last?.Round ?? 0) + 1,
            Criteria = last is null ? []
                : last.Decision?.Kind == DecisionKind.Hold ? last.Criteria
                : [.. last.Criteria.Where(entry => entry.Evidence is not null).Select(Anew)],
        };
    }

    private static CriterionEntry Anew(CriterionEntry entry) => entry with { State = CriterionState.Open, Reason = null, SeenByBot = false };
}
