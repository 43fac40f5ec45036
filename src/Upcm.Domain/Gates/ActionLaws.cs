using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>The laws of agreed actions, by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionLaw>))]
public enum ActionLaw
{
    /// <summary>What is done is taken up again before it is changed.</summary>
    IsNotDone,

    IsDone,

    HasText,

    /// <summary>A new last day lies ahead.</summary>
    IsDueLater,

    ChangesSomething,
}

/// <summary>A law of agreed actions is broken.</summary>
public sealed record ActionLawBroken(ActionLaw Law) : Reason;

/// <summary>What may happen to an agreed action. Refusals tell every law that is broken.</summary>
public static class ActionLaws
{
    /// <param name="today">The day in the time zone of the workspace.</param>
    public static Verdict<AgreedAction> Change(AgreedAction action, string text, Somebody owner, DateOnly due, Standing standing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(owner);
        var changed = action with { Text = text, Owner = owner, Due = due };
        return Verdict.Of(
            Broken(
                Rights.Refusal(Deed.ChangeAction, standing),
                Unless(action.DoneAt is null, ActionLaw.IsNotDone),
                Unless(!string.IsNullOrWhiteSpace(text), ActionLaw.HasText),
                Unless(due == action.Due || due >= today, ActionLaw.IsDueLater),
                Unless(changed != action, ActionLaw.ChangesSomething)),
            () => changed);
    }

    /// <summary>Takes back that it was done.</summary>
    public static Verdict<AgreedAction> TakeUpAgain(AgreedAction action, PersonId by, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Verdict.Of(
            Broken(
                action.Owner.Id == by || action.DoneBy?.Id == by ? null : Rights.Refusal(Deed.ChangeAction, standing),
                Unless(action.DoneAt is not null, ActionLaw.IsDone)),
            () => action with { DoneAt = null, DoneBy = null });
    }

    private static ActionLawBroken? Unless(bool kept, ActionLaw law) => kept ? null : new ActionLawBroken(law);

    private static IReadOnlyList<Reason> Broken(params IEnumerable<Reason?> reasons) => [.. reasons.OfType<Reason>()];
}
