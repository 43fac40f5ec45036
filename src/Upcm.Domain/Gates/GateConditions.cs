using System.Globalization;

namespace Upcm.Domain;

/// <summary>
/// Conditions of earlier decisions at a gate. Each is an action with an owner and a day; at the next gate its question is open
/// again: it is asked as a criterion beside the gate's own, met once the action is done, and waived only by who decides.
/// </summary>
public static class GateConditions
{
    private const string Prefix = "condition.";

    /// <summary>The id of the action that a condition becomes: <c>gate/26-001/uit-initiatie/0001/0</c>.</summary>
    public static string ActionId(GateReview review, int index)
    {
        ArgumentNullException.ThrowIfNull(review);
        return string.Create(CultureInfo.InvariantCulture, $"gate/{review.Number}/{review.Gate}/{review.Round:0000}/{index}");
    }

    /// <summary>Which condition of this review the action is; null where it is of another, or of none.</summary>
    public static int? IndexIn(GateReview review, AgreedAction action)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(action);
        // Imports write the round without zeros in front.
        return action.Id.Split('/') is ["gate", var number, var gate, var round, var index]
            && number == review.Number.ToString() && gate == review.Gate
            && int.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth == review.Round
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                ? at : null;
    }

    /// <summary>The gate as this initiative stands before it: its own criteria and the conditions that are not behind it yet.</summary>
    /// <param name="actions">Those of the initiative.</param>
    public static Gate Over(Gate gate, Initiative initiative, IEnumerable<AgreedAction> actions)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(actions);
        return gate with
        {
            Criteria =
            [
                .. gate.Criteria,
                .. actions.Where(action => IsAsked(action, initiative)).OrderBy(action => action.Id, StringComparer.Ordinal).Select(Asked),
            ],
        };
    }

    /// <summary>The conditions that were met, by the names that <see cref="Over"/> gives them.</summary>
    public static IEnumerable<string> Met(IEnumerable<AgreedAction> actions) =>
        actions.Where(action => action.DoneAt is not null && IsCondition(action)).Select(IdOf);

    /// <summary>The actions that a decision puts behind it: their condition was met or waived, but the action was not ticked off.</summary>
    public static IEnumerable<AgreedAction> Settled(GateReview review, Gate gate)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(gate);
        return gate.Criteria
            .Where(criterion => criterion.Condition is { DoneAt: null } && review.Entry(criterion.Id).IsSettled)
            .Select(criterion => criterion.Condition!);
    }

    /// <summary>A condition is asked until it is done, and once more in the phase in which it was done.</summary>
    private static bool IsAsked(AgreedAction action, Initiative initiative) =>
        IsCondition(action) && (action.DoneAt is null || action.DoneAt > initiative.PhaseSince);

    private static bool IsCondition(AgreedAction action) => action.Id.StartsWith("gate/", StringComparison.Ordinal);

    private static string IdOf(AgreedAction action) => Prefix + string.Join('.', action.Id.Split('/').Skip(2));

    private static Criterion Asked(AgreedAction action)
    {
        var text = new Words(action.Text, action.Text);
        return new Criterion(IdOf(action), CriterionKind.Process, text, text, text, IdOf(action)) { Condition = action };
    }
}
