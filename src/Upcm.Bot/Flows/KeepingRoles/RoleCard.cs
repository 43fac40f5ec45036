using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingRoles;

/// <summary>Roles as people see them: one with all that belongs to it, or a team's in a list.</summary>
public static class RoleCard
{
    private const int MostLines = 10;

    public static string SubjectOf(RoleId role) => $"role/{role}";

    public static async ValueTask<Card> Of(Turn turn, Role role)
    {
        var culture = turn.Culture;
        var en = culture.IsEnglish();
        var team = turn.Method.Team(role.Team)?.Name.In(culture) ?? role.Team;
        var history = await turn.Find(Kinds.Journal, $"subject={SubjectOf(role.Id)}|", MostLines, descending: true);
        var fillers = await Fillers(turn, role);
        var past = role.Fillers.Where(filler => filler.Until < turn.Today).OrderByDescending(filler => filler.Until).Select(filler => Past(filler, culture)).ToList();
        return new Card(role.Name.In(culture))
        {
            Status = $"{team}{Horizon(turn.Method, role, culture)}{(role.EndedOn is { } ended ? $" · {(en ? "ended on" : "beëindigd op")} {Day(ended, culture)}" : "")}",
            Body =
            [
                new Text(role.Purpose.In(culture)),
                new Section(en ? "Filled by" : "Vervuld door", [fillers.Count > 0 ? new Bullets(fillers) : new Text(en ? "Nobody yet." : "Nog niemand.", Tone.Warning)]),
                .. Section(en ? "Accountabilities" : "Verantwoordelijkheden", [.. role.Accountabilities.Select(one => one.In(culture))]),
                .. Section(en ? "Policies" : "Afspraken", [.. role.Policies.Select(policy => $"{policy.Text} ({Day(policy.Since, culture)})")]),
                .. role.Office is { } office ? [new Text(Rights(turn.Method, office, en), Tone.Subtle)] : Array.Empty<Element>(),
                .. Section(en ? "Filled before by" : "Eerder vervuld door", past, folded: true),
                .. Section(en ? "History" : "Geschiedenis", [.. history.Select(line => History.Line(line.Document, turn.Method, culture))], folded: true),
            ],
            Buttons =
            [
                Sayings.Button(en ? "Raise a tension" : "Spanning inbrengen", en ? "tension" : "spanning"),
                Sayings.Button(en ? "All roles of this team" : "Alle rollen van dit team", $"{(en ? "roles" : "rollen")} {role.Team}"),
            ],
        };
    }

    /// <summary>The roles of a team, nearest horizon first, each with who fills it.</summary>
    public static async ValueTask<Card> OfTeam(Turn turn, Team team, IReadOnlyList<Role> roles)
    {
        var culture = turn.Culture;
        var en = culture.IsEnglish();
        List<Element> body = [];
        foreach (var group in roles.GroupBy(role => role.Horizon).OrderBy(group => Order(turn.Method, group.Key)))
        {
            List<string> lines = [];
            foreach (var role in group)
            {
                var fillers = await Fillers(turn, role);
                lines.Add($"{role.Name.In(culture)}: {(fillers.Count > 0 ? string.Join(", ", fillers) : en ? "nobody yet" : "nog niemand")}");
            }

            body.Add(new Section(group.Key is null ? en ? "Without a horizon" : "Zonder horizon" : turn.Method.Horizons.FirstOrDefault(horizon => horizon.Id == group.Key)?.Name.In(culture) ?? group.Key, [new Bullets(lines)]));
        }

        var open = roles.Count(role => !role.FilledOn(turn.Today).Any());
        return new Card(en ? $"Roles of {team.The.En}" : $"Rollen van {team.The.Nl}")
        {
            Status = en ? $"{roles.Count} roles, {open} filled by nobody" : $"{roles.Count} rollen, {open} vervuld door niemand",
            Body = body,
            Buttons = [Sayings.Button(en ? "Raise a tension" : "Spanning inbrengen", en ? "tension" : "spanning"), Sayings.Button(en ? "Role meeting" : "Roloverleg", $"{(en ? "role meeting" : "roloverleg")} {team.Id}")],
        };
    }

    /// <summary>Who fills a role today or is to fill it: acting, since when, until when, and whether the person left.</summary>
    public static async ValueTask<IReadOnlyList<string>> Fillers(Turn turn, Role role)
    {
        List<string> lines = [];
        foreach (var filler in role.Fillers.Where(filler => filler.Until is null || filler.Until >= turn.Today))
        {
            lines.Add(await Line(turn, filler));
        }

        return lines;
    }

    public static async ValueTask<string> Line(Turn turn, Filler filler)
    {
        var en = turn.Culture.IsEnglish();
        var left = (await turn.Load(Kinds.People, filler.Person.Id.Value))?.Document.LeftAt;
        string?[] remarks =
        [
            filler.Acting ? en ? "acting" : "waarnemend" : null,
            filler.From > turn.Today ? en ? $"from {Day(filler.From, turn.Culture)}" : $"vanaf {Day(filler.From, turn.Culture)}" : null,
            filler.Until is { } until ? en ? $"until {Day(until, turn.Culture)}" : $"tot en met {Day(until, turn.Culture)}" : null,
            left is { } at ? en ? $"left on {Day(LocalTime.DayOf(at, Clock.Amsterdam), turn.Culture)}" : $"vertrokken op {Day(LocalTime.DayOf(at, Clock.Amsterdam), turn.Culture)}" : null,
        ];
        var said = string.Join(", ", remarks.OfType<string>());
        return said.Length == 0 ? filler.Person.Name : $"{filler.Person.Name} ({said})";
    }

    public static string Horizon(WorkingMethod method, Role role, CultureInfo culture) =>
        role.Horizon is { } id ? $" · {method.Horizons.FirstOrDefault(horizon => horizon.Id == id)?.Name.In(culture) ?? id}" : "";

    private static string Past(Filler filler, CultureInfo culture) => $"{filler.Person.Name}, {Day(filler.From, culture)} – {Day(filler.Until!.Value, culture)}";

    private static string Day(DateOnly day, CultureInfo culture) => day.ToString("d MMM yyyy", culture);

    private static int Order(WorkingMethod method, string? horizon) => horizon is null ? -1 : method.Horizons.Select(one => one.Id).ToList().IndexOf(horizon);

    private static IEnumerable<Element> Section(string heading, List<string> lines, bool folded = false) =>
        lines.Count == 0 ? [] : [new Section(heading, [new Bullets(lines)], folded)];

    private static string Rights(WorkingMethod method, string office, bool en) => en
        ? $"Who fills this role has the rights of the {Refusals.OfficeName(method, office).En} in the bot."
        : $"Wie deze rol vervult, heeft in de bot de rechten van de {Refusals.OfficeName(method, office).Nl}.";
}
