using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>News in words: counted, each thing on a line of its own, or the most important of it.</summary>
public sealed class NewsLines(NewsReader reader, CultureInfo culture)
{
    private const int LongestTitle = 48;
    private const int LongestWords = 110;
    private readonly bool en = culture.IsEnglish();

    /// <summary>A heading over all items of a kind.</summary>
    public string Heading(NewsKind kind) => kind switch
    {
        NewsKind.LightChanged => en ? "Lights that changed" : "Stoplicht veranderd",
        NewsKind.GateWaits => en ? "Gates that wait for a decision" : "Fasepoorten die wachten op een besluit",
        NewsKind.ActionDue => en ? "Actions due" : "Acties",
        NewsKind.ReportOverdue => en ? "Reports overdue" : "Voortgang te laat",
        NewsKind.GateDecided => en ? "Decided" : "Besloten",
        NewsKind.GateRequested => en ? "Gates requested" : "Fasepoort aangevraagd",
        NewsKind.Registered => en ? "Registered" : "Aangemeld",
        NewsKind.Held => en ? "Put on hold" : "In de wacht gezet",
        NewsKind.Stopped => en ? "Stopped" : "Gestopt",
        NewsKind.Resumed => en ? "Resumed" : "Hervat",
        NewsKind.SightLine => en ? "Sight line" : "Zichtlijn",
        NewsKind.TensionIn => en ? "Tensions from another team" : "Spanningen van een ander team",
        NewsKind.TensionOut => en ? "Tensions for another team" : "Spanningen voor een ander team",
        NewsKind.TermNear => en ? "Delivery term near" : "Oplevertermijn dichtbij",
        NewsKind.Reported => en ? "Progress reported" : "Voortgang gemeld",
        NewsKind.SheetMade => en ? "Impact sheet made" : "Impactsheet gemaakt",
        NewsKind.FingerprintClosed => en ? "Fingerprint closed" : "Vingerafdruk gesloten",
        NewsKind.Imported => en ? "Imported" : "Ingelezen",
        _ => en ? "Actions done" : "Acties gedaan",
    };

    /// <summary>How many, as it stands among other counts.</summary>
    public string Count(NewsKind kind, int count)
    {
        var one = count == 1;
        return kind switch
        {
            NewsKind.LightChanged => en ? $"{Number(count)} {(one ? "light" : "lights")} changed" : $"{Number(count)} stoplicht{(one ? "" : "en")} veranderd",
            NewsKind.GateWaits => en ? $"{Number(count)} {(one ? "gate waits" : "gates wait")}" : $"{Number(count)} {(one ? "fasepoort wacht" : "fasepoorten wachten")}",
            NewsKind.ActionDue => en ? $"{Number(count)} {(one ? "action" : "actions")} due" : $"{Number(count)} {(one ? "actie" : "acties")} binnenkort of te laat",
            NewsKind.ReportOverdue => en ? $"{Number(count)} {(one ? "report" : "reports")} overdue" : $"{Number(count)} {(one ? "voortgangsrapportage" : "voortgangsrapportages")} te laat",
            NewsKind.GateDecided => en ? $"{Number(count)} {(one ? "decision" : "decisions")}" : $"{Number(count)} {(one ? "besluit" : "besluiten")}",
            NewsKind.GateRequested => en ? $"{Number(count)} {(one ? "gate" : "gates")} requested" : $"{Number(count)} {(one ? "fasepoort" : "fasepoorten")} aangevraagd",
            NewsKind.Registered => en ? $"{Number(count)} registered" : $"{Number(count)} aangemeld",
            NewsKind.Held => en ? $"{Number(count)} put on hold" : $"{Number(count)} in de wacht gezet",
            NewsKind.Stopped => en ? $"{Number(count)} stopped" : $"{Number(count)} gestopt",
            NewsKind.Resumed => en ? $"{Number(count)} resumed" : $"{Number(count)} hervat",
            NewsKind.SightLine => en ? $"{Number(count)} {(one ? "change" : "changes")} in the sight line" : $"{Number(count)} {(one ? "wijziging" : "wijzigingen")} in de zichtlijn",
            NewsKind.TensionIn => en ? $"{Number(count)} {(one ? "tension" : "tensions")} from another team" : $"{Number(count)} {(one ? "spanning" : "spanningen")} van een ander team",
            NewsKind.TensionOut => en ? $"{Number(count)} {(one ? "tension" : "tensions")} for another team" : $"{Number(count)} {(one ? "spanning" : "spanningen")} voor een ander team",
            NewsKind.TermNear => en ? $"{Number(count)} due for delivery" : $"{Number(count)} bijna op te leveren",
            NewsKind.Reported => en ? $"{Number(count)} progress {(one ? "report" : "reports")}" : $"{Number(count)} {(one ? "voortgangsrapportage" : "voortgangsrapportages")}",
            NewsKind.SheetMade => en ? $"{Number(count)} impact {(one ? "sheet" : "sheets")}" : $"{Number(count)} {(one ? "impactsheet" : "impactsheets")}",
            NewsKind.FingerprintClosed => en ? $"{Number(count)} {(one ? "fingerprint" : "fingerprints")} closed" : $"{Number(count)} {(one ? "vingerafdruk" : "vingerafdrukken")} gesloten",
            NewsKind.Imported => en ? $"{Number(count)} imported" : $"{Number(count)} ingelezen",
            _ => en ? $"{Number(count)} {(one ? "action" : "actions")} done" : $"{Number(count)} {(one ? "actie" : "acties")} gedaan",
        };
    }

    public string Number(int count) => count.ToString("#,0", culture);

    /// <summary>One item on one line.</summary>
    /// <param name="today">Against which a day is late.</param>
    public async ValueTask<string> Line(NewsItem item, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        var subject = item.Number is { } number ? await Subject(number) : "";
        var words = Shorter(item.Words?.In(culture) ?? "", LongestWords);
        return item.Kind switch
        {
            NewsKind.GateWaits => $"{subject}: {words}{(item.Day is { } since ? en ? $", since {Day(since)}" : $", sinds {Day(since)}" : "")}",
            NewsKind.TensionIn or NewsKind.TensionOut when item.Tension is { } tension =>
                $"{words} ({(item.Kind == NewsKind.TensionIn ? en ? "from" : "van" : en ? "for" : "voor")} {TheTeam(item.Kind == NewsKind.TensionIn ? tension.FromTeam! : tension.Team)}{(tension.Table == Tables.RoleMeeting ? en ? ", on the agenda" : ", op de agenda" : "")})",
            NewsKind.ReportOverdue => $"{subject}: {(en ? "last told" : "laatst gemeld")} {Day(item.Day!.Value)}",
            NewsKind.ActionDue => $"{Day(item.Day!.Value)}{(item.Day < today ? en ? ", late" : ", te laat" : "")}: {words}{(subject.Length > 0 ? $" · {subject}" : "")}",
            NewsKind.TermNear => $"{Day(item.Day!.Value)}: {(en ? "delivery of" : "oplevering")} {subject}",
            NewsKind.Registered or NewsKind.Reported => subject,
            _ => subject.Length == 0 ? words : words.Length == 0 ? subject : $"{subject}: {words}",
        };
    }

    /// <summary>The first few of a kind, and how many more there are.</summary>
    public async ValueTask<IReadOnlyList<string>> Few(IReadOnlyList<NewsItem> items, int most, DateOnly today)
    {
        List<string> lines = [];
        foreach (var item in items.Take(items.Count <= most ? most : most - 1))
        {
            lines.Add(await Line(item, today));
        }

        if (items.Count > lines.Count)
        {
            lines.Add(en ? $"and {Number(items.Count - lines.Count)} more" : $"en nog {Number(items.Count - lines.Count)}");
        }

        return lines;
    }

    /// <summary>A count with the first of them by number and title.</summary>
    public async ValueTask<string> Counted(NewsKind kind, IReadOnlyList<NewsItem> items, int named)
    {
        List<string> names = [];
        foreach (var item in items.Where(item => item.Number is not null).Take(named))
        {
            names.Add(kind == NewsKind.GateDecided && item.Words is { } words
                ? $"{await Subject(item.Number!.Value)} ({Shorter(words.In(culture), 60)})"
                : await Subject(item.Number!.Value));
        }

        var more = items.Count - names.Count;
        return $"{Count(kind, items.Count)}{(names.Count > 0 ? $": {string.Join(", ", names)}" : "")}"
            + (more > 0 && names.Count > 0 ? en ? $" and {Number(more)} more" : $" en nog {Number(more)}" : "");
    }

    public string Day(DateOnly day) => day.ToString("ddd d MMM", culture);

    /// <summary>A moment in the programme's time zone.</summary>
    public string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock.Amsterdam).ToString("ddd d MMMM HH:mm", culture);

    /// <summary>Its name within a sentence.</summary>
    public string TheTeam(string team) => reader.Method.Team(team)?.The.In(culture) ?? team;

    public string TeamName(string team) => reader.Method.Team(team)?.Name.In(culture) ?? team;

    private async ValueTask<string> Subject(InitiativeNumber number) => $"{number} {Shorter(await reader.Title(number), LongestTitle)}".TrimEnd();

    private static string Shorter(string text, int most)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most - 1), "…");
    }
}
