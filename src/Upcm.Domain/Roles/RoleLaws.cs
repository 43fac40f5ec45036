using System.Collections.Immutable;

namespace Upcm.Domain;

public enum RoleLaw
{
    NewRoleHasNameAndPurpose,
    NewRoleIsNotThereYet,
    RoleExists,
    RoleHasNotEnded,
    ChangeChangesSomething,

    /// <summary>What gives rights in the bot cannot be taken out of the programme in a meeting.</summary>
    OfficeStays,
    AccountabilityIsNamed,
    AccountabilityIsNew,
    AccountabilityIsThere,
    FillerIsNamed,
    FillerIsNew,
    FillerIsThere,
    FillingEndsLater,
    PolicyIsNew,
    ActionHasTextOwnerAndDay,
    ActionIsDueLater,
    OtherTeamIsNamed,
}

/// <param name="Outcome">Which of the outcomes, counted from 0.</param>
/// <param name="Subject">What it is about: a role's name, an accountability, a person.</param>
public sealed record RoleLawBroken(RoleLaw Law, int Outcome, string? Subject = null) : Reason;

/// <summary>Applies what was agreed to the register of roles: all of it, or nothing and every reason.</summary>
public static class RoleLaws
{
    /// <param name="register">The roles of every team the outcomes are about; ended ones included.</param>
    /// <param name="on">The day it was agreed.</param>
    /// <returns>The roles that changed, by id.</returns>
    public static Verdict<ImmutableDictionary<RoleId, Role>> Apply(
        IReadOnlyDictionary<RoleId, Role> register, IEnumerable<Outcome> outcomes, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(register);
        var changed = ImmutableDictionary.CreateBuilder<RoleId, Role>();
        List<Reason> broken = [];
        foreach (var (index, outcome) in outcomes.Index())
        {
            var role = outcome.Role is { } id ? changed.GetValueOrDefault(id) ?? register.GetValueOrDefault(id) : null;
            var before = broken.Count;
            broken.AddRange(Broken(outcome, role, on).Select(law => new RoleLawBroken(law.Law, index, law.Subject)));
            if (broken.Count == before && outcome.ChangesRoles)
            {
                changed[outcome.Role!.Value] = After(outcome, role, on);
            }
        }

        return Verdict.Of(broken, changed.ToImmutable);
    }

    /// <summary>What keeps one outcome from being applied to a role.</summary>
    public static IEnumerable<RoleLawBroken> Broken(Outcome outcome, Role? role, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var found = outcome switch
        {
            { Kind: OutcomeKind.ActionAgreed } => OfAction(outcome, on),
            { Kind: OutcomeKind.PassedOn } => outcome.Team is null ? [(RoleLaw.OtherTeamIsNamed, null)] : [],
            { Kind: OutcomeKind.Dropped } => [],
            { Kind: OutcomeKind.RoleCreated } => OfNew(outcome, role),
            _ when role is null => [(RoleLaw.RoleExists, outcome.Role?.Value)],
            _ when role.EndedOn is not null => [(RoleLaw.RoleHasNotEnded, role.Name.Nl)],
            _ => OfChange(outcome, role, on),
        };
        return found.Select(law => new RoleLawBroken(law.Item1, 0, law.Item2));
    }

    private static IEnumerable<(RoleLaw, string?)> OfAction(Outcome outcome, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(outcome.Text) || outcome.Person is null || outcome.Until is null)
        {
            yield return (RoleLaw.ActionHasTextOwnerAndDay, outcome.Text);
        }
        else if (outcome.Until < on)
        {
            yield return (RoleLaw.ActionIsDueLater, outcome.Text);
        }
    }

    private static IEnumerable<(RoleLaw, string?)> OfNew(Outcome outcome, Role? role)
    {
        if (outcome.Role is null || string.IsNullOrWhiteSpace(outcome.Name) || string.IsNullOrWhiteSpace(outcome.Text))
        {
            yield return (RoleLaw.NewRoleHasNameAndPurpose, outcome.Name);
        }

        if (role is { EndedOn: null })
        {
            yield return (RoleLaw.NewRoleIsNotThereYet, role.Name.Nl);
        }
    }

    private static IEnumerable<(RoleLaw, string?)> OfChange(Outcome outcome, Role role, DateOnly on)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.RoleChanged when (outcome.Name is null || Is(role.Name, outcome.Name)) && (outcome.Text is null || Is(role.Purpose, outcome.Text)):
                yield return (RoleLaw.ChangeChangesSomething, role.Name.Nl);
                break;
            case OutcomeKind.RoleEnded when role.Office is not null:
                yield return (RoleLaw.OfficeStays, role.Name.Nl);
                break;
            case OutcomeKind.AccountabilityAdded or OutcomeKind.AccountabilityRemoved or OutcomeKind.PolicySet when string.IsNullOrWhiteSpace(outcome.Text):
                yield return (RoleLaw.AccountabilityIsNamed, role.Name.Nl);
                break;
            case OutcomeKind.AccountabilityAdded when role.Accountabilities.Any(one => Is(one, outcome.Text!)):
                yield return (RoleLaw.AccountabilityIsNew, outcome.Text);
                break;
            case OutcomeKind.AccountabilityRemoved when !role.Accountabilities.Any(one => Is(one, outcome.Text!)):
                yield return (RoleLaw.AccountabilityIsThere, outcome.Text);
                break;
            case OutcomeKind.PolicySet when role.Policies.Any(policy => Same(policy.Text, outcome.Text!)):
                yield return (RoleLaw.PolicyIsNew, outcome.Text);
                break;
            case OutcomeKind.FillerAppointed or OutcomeKind.FillerEnded when outcome.Person is null:
                yield return (RoleLaw.FillerIsNamed, role.Name.Nl);
                break;
            case OutcomeKind.FillerAppointed when outcome.Until < on:
                yield return (RoleLaw.FillingEndsLater, outcome.Person!.Name);
                break;
            case OutcomeKind.FillerAppointed when role.FilledOn(on).Any(one => one.Person.Id == outcome.Person!.Id && one.Acting == outcome.Acting && one.Until == outcome.Until):
                yield return (RoleLaw.FillerIsNew, outcome.Person!.Name);
                break;
            case OutcomeKind.FillerEnded when role.FilledOn(on).All(one => one.Person.Id != outcome.Person!.Id):
                yield return (RoleLaw.FillerIsThere, outcome.Person!.Name);
                break;
        }
    }

    private static Role After(Outcome outcome, Role? role, DateOnly on) => outcome.Kind switch
    {
        OutcomeKind.RoleCreated => new Role
        {
            Id = outcome.Role!.Value,
            Name = Both(outcome.Name!),
            Purpose = Both(outcome.Text!),
            Horizon = outcome.Horizon,
        },
        OutcomeKind.RoleChanged => role! with
        {
            Name = outcome.Name is { } name ? Both(name) : role.Name,
            Purpose = outcome.Text is { } purpose ? Both(purpose) : role.Purpose,
        },
        OutcomeKind.RoleEnded => role! with { EndedOn = on, Fillers = [.. role.Fillers.Select(filler => Ended(filler, on))] },
        OutcomeKind.AccountabilityAdded => role! with { Accountabilities = role.Accountabilities.Add(Both(outcome.Text!)) },
        OutcomeKind.AccountabilityRemoved => role! with { Accountabilities = role.Accountabilities.RemoveAll(one => Is(one, outcome.Text!)) },
        OutcomeKind.PolicySet => role! with { Policies = role.Policies.Add(new RolePolicy(outcome.Text!.Trim(), on)) },
        OutcomeKind.FillerEnded => role! with { Fillers = [.. role.Fillers.Select(filler => filler.Person.Id == outcome.Person!.Id ? Ended(filler, on) : filler)] },
        _ => role! with
        {
            Fillers =
            [
                .. role.Fillers.Select(filler => filler.Person.Id == outcome.Person!.Id && filler.On(on) ? Ended(filler, on) : filler).Where(filler => filler.Until is null || filler.Until >= filler.From),
                new Filler(outcome.Person!, outcome.Acting, on, outcome.Until),
            ],
        },
    };

    /// <summary>The day before is the last: from the day itself somebody else may fill it, or nobody.</summary>
    private static Filler Ended(Filler filler, DateOnly on) => filler.On(on) ? filler with { Until = on.AddDays(-1) } : filler;

    private static Words Both(string text) => new(text.Trim(), text.Trim());

    private static bool Is(Words words, string text) => Same(words.Nl, text) || Same(words.En, text);

    private static bool Same(string one, string other) => string.Equals(one.Trim().TrimEnd('.'), other.Trim().TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
