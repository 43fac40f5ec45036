using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>Outcomes, and what keeps one from being, in plain words.</summary>
public static class OutcomeWords
{
    public static Phrase Name(OutcomeKind kind) => kind switch
    {
        OutcomeKind.RoleCreated => new("Nieuwe rol", "New role"),
        OutcomeKind.RoleChanged => new("Rol wijzigen", "Change a role"),
        OutcomeKind.RoleEnded => new("Rol beëindigen", "End a role"),
        OutcomeKind.AccountabilityAdded => new("Verantwoordelijkheid erbij", "Add an accountability"),
        OutcomeKind.AccountabilityRemoved => new("Verantwoordelijkheid eraf", "Remove an accountability"),
        OutcomeKind.FillerAppointed => new("Iemand gaat een rol vervullen", "Somebody fills a role"),
        OutcomeKind.FillerEnded => new("Iemand stopt met een rol", "Somebody stops filling a role"),
        OutcomeKind.PolicySet => new("Afspraak over een rol", "Policy on a role"),
        OutcomeKind.ActionAgreed => new("Actie", "Action"),
        OutcomeKind.PassedOn => new("Naar een ander team", "To another team"),
        _ => new("Niets mee doen", "Drop it"),
    };

    /// <summary>One line that says what was agreed.</summary>
    /// <param name="role">The role it is about, where it is known.</param>
    public static Phrase Of(Outcome outcome, Role? role, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var called = role?.Name ?? new Words(outcome.Name ?? outcome.Role?.Value ?? "", outcome.Name ?? outcome.Role?.Value ?? "");
        var (who, text) = (outcome.Person?.Name, outcome.Text);
        return outcome.Kind switch
        {
            OutcomeKind.RoleCreated => new($"Nieuwe rol {outcome.Name}: {text}", $"New role {outcome.Name}: {text}"),
            OutcomeKind.RoleChanged => new(
                $"{called.Nl}{(outcome.Name is { } nl ? $" heet voortaan {nl}" : "")}{(text is null ? "" : $". Doel: {text}")}",
                $"{called.En}{(outcome.Name is { } en ? $" is called {en} from now on" : "")}{(text is null ? "" : $". Purpose: {text}")}"),
            OutcomeKind.RoleEnded => new($"De rol {called.Nl} stopt", $"The role {called.En} ends"),
            OutcomeKind.AccountabilityAdded => new($"{called.Nl} krijgt erbij: {text}", $"{called.En} gets: {text}"),
            OutcomeKind.AccountabilityRemoved => new($"{called.Nl} doet niet meer: {text}", $"{called.En} no longer does: {text}"),
            OutcomeKind.FillerAppointed => new(
                $"{who} vervult {called.Nl}{(outcome.Acting ? " (waarnemend)" : "")}{(outcome.Until is { } nl ? $" tot en met {Day(nl, Cultures.Dutch)}" : "")}",
                $"{who} fills {called.En}{(outcome.Acting ? " (acting)" : "")}{(outcome.Until is { } en ? $" until {Day(en, Cultures.English)}" : "")}"),
            OutcomeKind.FillerEnded => new($"{who} stopt met {called.Nl}", $"{who} stops filling {called.En}"),
            OutcomeKind.PolicySet => new($"Afspraak bij {called.Nl}: {text}", $"Policy on {called.En}: {text}"),
            OutcomeKind.ActionAgreed => new(
                $"Actie: {text} · {who} · uiterlijk {Day(outcome.Until!.Value, Cultures.Dutch)}", $"Action: {text} · {who} · by {Day(outcome.Until!.Value, Cultures.English)}"),
            OutcomeKind.PassedOn => new($"Gaat naar {method.Team(outcome.Team!)?.The.Nl}", $"Goes to {method.Team(outcome.Team!)?.The.En}"),
            _ => new($"Niets mee gedaan: {text}", $"Dropped: {text}"),
        };
    }

    public static Phrase Of(RoleLawBroken broken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        var about = broken.Subject ?? "";
        return broken.Law switch
        {
            RoleLaw.NewRoleHasNameAndPurpose => new("Een nieuwe rol heeft een naam en een doel nodig.", "A new role needs a name and a purpose."),
            RoleLaw.NewRoleIsNotThereYet => new($"De rol {about} is er al.", $"The role {about} is there already."),
            RoleLaw.RoleExists => new($"De rol {about} ken ik niet.", $"I know no role {about}."),
            RoleLaw.RoleHasNotEnded => new($"De rol {about} is al beëindigd.", $"The role {about} has ended already."),
            RoleLaw.ChangeChangesSomething => new($"Zo heet de rol {about} al, en dit is al het doel.", $"The role {about} is already called so, with this purpose."),
            RoleLaw.OfficeStays => new(
                $"De rol {about} geeft rechten in de bot en kan niet weg. Wie hem vervult kan wel veranderen.",
                $"The role {about} gives rights in the bot and cannot go. Who fills it can change."),
            RoleLaw.AccountabilityIsNamed => new($"Zeg wat het is voor {about}.", $"Say what it is for {about}."),
            RoleLaw.AccountabilityIsNew => new($"Die verantwoordelijkheid is er al: {about}", $"That accountability is there already: {about}"),
            RoleLaw.AccountabilityIsThere => new($"Die verantwoordelijkheid heeft de rol niet: {about}", $"The role has no such accountability: {about}"),
            RoleLaw.FillerIsNamed => new($"Noem wie {about} vervult.", $"Say who fills {about}."),
            RoleLaw.FillerIsNew => new($"{about} vervult deze rol al.", $"{about} fills this role already."),
            RoleLaw.FillerIsThere => new($"{about} vervult deze rol niet.", $"{about} does not fill this role."),
            RoleLaw.FillingEndsLater => new($"De laatste dag van {about} is al geweest.", $"The last day of {about} has passed."),
            RoleLaw.PolicyIsNew => new($"Die afspraak is er al: {about}", $"That policy is there already: {about}"),
            RoleLaw.ActionIsDueLater => new($"De dag van deze actie is al geweest: {about}", $"The day of this action has passed: {about}"),
            RoleLaw.OtherTeamIsNamed => new("Noem het andere team.", "Name the other team."),
            _ => new("Een actie heeft een tekst, een eigenaar en een dag nodig.", "An action needs a text, an owner and a day."),
        };
    }

    private static string Day(DateOnly day, CultureInfo culture) => day.ToString("ddd d MMMM yyyy", culture);
}
