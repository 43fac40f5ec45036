using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>A progress report to hand over: the lights and why, then everything that was reported.</summary>
internal sealed class ProgressDocument(ReportCard shown, CultureInfo culture)
{
    private readonly bool en = culture.IsEnglish();
    private readonly ProgressReport report = shown.Report;

    public Document On(DateOnly day)
    {
        var parts = new ReportBlocks(report, shown.Initiative, shown.Method, culture, day);
        return new($"{(en ? "Progress" : "Voortgang")} {shown.Initiative.Number} {shown.Initiative.Title}", en ? "en" : "nl")
        {
            Subtitle = string.Create(culture, $"{(en ? "Reported on" : "Stand van")} {report.ReportedAt.ToString("d MMMM yyyy", culture)} · {(en ? "version" : "versie")} {report.Version}"),
            Programme = shown.Method.Name.In(culture),
            Date = day,
            Body =
            [
                Summary(), .. Warnings(), Lights(),
                .. ReportBlocks.Lines(en ? "Done" : "Gedaan", report.Done), .. ReportBlocks.Lines(en ? "Completed" : "Afgerond", report.Completed),
                .. ReportBlocks.Lines(en ? "Next" : "Hierna", report.Next), .. ReportBlocks.Lines(en ? "Issues" : "Knelpunten", report.Issues),
                .. parts.Risks(), .. parts.Plan(), .. parts.Planning(), .. parts.Money(),
                .. ReportBlocks.Lines(en ? "Dependencies" : "Afhankelijkheden", report.Dependencies),
                .. ReportBlocks.Lines(en ? "Reached since the last report" : "Bereikt sinds de vorige melding",
                [
                    .. report.EntrepreneursHelped is { } helped ? [$"{Numbers.Show(helped, culture)} {(en ? "entrepreneurs helped" : "ondernemers geholpen")}"] : Array.Empty<string>(),
                    .. report.TargetGroupsReached,
                ]),
            ],
        };
    }

    private FactList Summary() => new(
    [
        new(en ? "Result" : "Resultaat", shown.Initiative.Result),
        new("Team", shown.Method.Team(shown.Initiative.Team)?.Name.In(culture) ?? shown.Initiative.Team),
        new(en ? "Project leader" : "Projectleider", shown.Initiative.Leader?.Name ?? (en ? "not chosen yet" : "nog niet gekozen")),
        new(en ? "Phase" : "Fase", ProgressWords.Subject(report.Phase, shown.Method, culture)),
        new(en ? "Ready" : "Klaar", report.PercentReady is null
            ? en ? "not told" : "niet gemeld"
            : ProgressWords.Percent(report.PercentReady, culture) + (shown.Previous?.PercentReady is { } before && before != report.PercentReady ? $" (was {ProgressWords.Percent(before, culture)})" : "")),
        .. shown.Initiative.Term is { } term ? [new Fact(en ? "Delivery term" : "Oplevertermijn", ProgressWords.Day(term, culture))] : Array.Empty<Fact>(),
    ]);

    private IEnumerable<Block> Warnings() =>
        Contradictions.In(report, shown.Previous, shown.Method.Phases).Select(one => new Paragraph(ProgressWords.Of(one, report, shown.Method).In(culture), Tone.Warning));

    private Grid Lights()
    {
        var (now, before) = (shown.LightsNow, shown.LightsBefore);
        IReadOnlyList<Cell> Row(string name, Domain.Light light, Domain.Light? was, string reason) =>
        [
            name,
            new Cell(LightWords.Name(light.Colour).In(culture), LightWords.OnCard(light.Colour)),
            was is { } earlier ? new Cell(LightWords.Name(earlier.Colour).In(culture), LightWords.OnCard(earlier.Colour)) : "–",
            reason,
        ];
        return new Grid(
            en ? "The lights and why" : "De lichten en waarom",
            [new(en ? "Light" : "Licht", 0.8), new(en ? "Now" : "Nu", 0.7), new(en ? "Before" : "Vorige keer", 0.8), new(en ? "Why" : "Waarom", 2.6)],
            [
                Row("Planning", now.Schedule, before?.Schedule, LightReasons.Schedule(now.Schedule, shown.Method, culture)),
                Row(en ? "Money" : "Geld", now.Money, before?.Money, LightReasons.Money(now.Money, report.Finance, culture)),
                Row(en ? "Risk" : "Risico", now.Risk, before?.Risk, LightReasons.Risk(now.Risk, culture)),
                Row(en ? "Freshness" : "Actueel", now.Freshness, before?.Freshness, LightReasons.Freshness(now.Freshness, shown.Method.Norms, culture)),
            ]);
    }
}
