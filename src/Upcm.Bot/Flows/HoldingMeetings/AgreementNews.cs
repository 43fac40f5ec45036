using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>
/// Who hears of what was agreed, in a meeting or by a proposal that went round: the team's channels of the roles that changed, and
/// each person of what is theirs: what they are to do, and what changed in a role they fill or filled.
/// </summary>
/// <param name="before">The roles of the team as they were.</param>
/// <param name="after">Those that changed, as they are now.</param>
public sealed class AgreementNews(WorkingMethod method, Team team, IReadOnlyDictionary<RoleId, Role> before, IReadOnlyDictionary<RoleId, Role> after)
{
    public const string RolesKind = "roles-changed";
    public const string OutcomeKind = "role-meeting-outcome";

    /// <param name="source">Where it was agreed, unique: <c>meeting/realisatie/2026-11-24</c>.</param>
    public async ValueTask Tell(Turn turn, string source, IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Any(outcome => outcome.ChangesRoles))
        {
            await turn.Tell(team.Id, RolesKind, $"{RolesKind}/{source}", culture => OfRoles(outcomes, culture));
        }

        var theirs = outcomes.SelectMany(outcome => Concerned(outcome, turn.Today).Select(person => (person, outcome))).ToLookup(pair => pair.person, pair => pair.outcome);
        foreach (var mine in theirs.Where(mine => mine.Key != turn.Person.Id))
        {
            if (await turn.Load(Kinds.People, mine.Key.Value) is { Document: { } person })
            {
                turn.Write(person, OutcomeKind, $"{OutcomeKind}/{source}", ForOne([.. mine], Cultures.Of(person.Language)));
            }
        }
    }

    /// <summary>What a channel reads: each role that changed, and how.</summary>
    public Card OfRoles(IEnumerable<Outcome> outcomes, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Card(en ? $"Roles of {team.The.En} changed" : $"Rollen van {team.The.Nl} veranderd")
        {
            Body = [new Bullets([.. outcomes.Where(outcome => outcome.ChangesRoles).Select(outcome => Line(outcome, culture))])],
            Buttons = [Sayings.Button(en ? "Roles of the team" : "Rollen van het team", $"{(en ? "roles" : "rollen")} {team.Id}"), Minutes(culture)],
        };
    }

    /// <summary>What one person reads.</summary>
    public Card ForOne(IReadOnlyList<Outcome> outcomes, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Card(en ? $"For you, agreed in {team.The.En}" : $"Voor jou, afgesproken in {team.The.Nl}")
        {
            Body = [new Bullets([.. outcomes.Select(outcome => Line(outcome, culture))])],
            Buttons =
            [
                Sayings.Button(en ? "My overview" : "Mijn overzicht", en ? "my overview" : "mijn overzicht"),
                Sayings.Button(en ? "My roles" : "Mijn rollen", en ? "my roles" : "mijn rollen"),
                Minutes(culture),
            ],
        };
    }

    private string Line(Outcome outcome, CultureInfo culture) =>
        OutcomeWords.Of(outcome, outcome.Role is { } id ? before.GetValueOrDefault(id) ?? after.GetValueOrDefault(id) : null, method).In(culture);

    /// <summary>Who it names, and who fills the role or did.</summary>
    private IEnumerable<PersonId> Concerned(Outcome outcome, DateOnly today)
    {
        var roles = outcome is { ChangesRoles: true, Role: { } id } ? new[] { before.GetValueOrDefault(id), after.GetValueOrDefault(id) }.OfType<Role>() : [];
        return roles.SelectMany(role => role.FilledOn(today)).Select(filler => filler.Person.Id)
            .Concat(outcome.Person is { } person ? [person.Id] : [])
            .Distinct();
    }

    private Button Minutes(CultureInfo culture) => Sayings.Button(culture.IsEnglish() ? "Minutes" : "Notulen", $"{(culture.IsEnglish() ? "minutes" : "notulen")} {team.Id}");
}
