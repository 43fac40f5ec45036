using System.Collections.Immutable;
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

    public Document On(DateOnly day) => new($"{(en ? "Progress" : "Voortgang")} {shown.Initiative.Number} {shown.Initiative.Title}", en ? "en" : "nl")
    {
        Subtitle = string.Create(culture, $"{(en ? "Reported on" : "Stand van")} {report.ReportedAt.ToString("d MMMM yyyy", culture)} · {(en ? "version" : "versie")} {report.Version}"),
        Programme = shown.Method.Name.In(culture),
        Date = day,
        Body =
        [
            Summary(), .. Warnings(), Lights(),
            .. Lines(en ? "Done" : "Gedaan", report.Done), .. Lines(en ? "Completed" : "Afgerond", report.Completed),
            .. Lines(en ? "Next" : "Hierna", report.Next), .. Lines(en ? "Issues" : "Knelpunten", report.Issues),
            .. Risks(), .. Milestones(), .. Planning(), .. Money(),
            .. Lines(en ? "Dependencies" : "Afhankelijkheden", report.Dependencies),
            .. Lines(en ? "Reached since the last report" : "Bereikt sinds de vorige melding",
            [
                .. report.EntrepreneursHelped is { } helped ? [$"{Numbers.Show(helped, culture)} {(en ? "entrepreneurs helped" : "ondernemers geholpen")}"] : Array.Empty<string>(),
                .. report.TargetGroupsReached,
            ]),
        ],
    };

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

    private static IEnumerable<Block> Lines(string heading, ImmutableArray<string> lines) =>
        lines.IsEmpty ? [] : [new Heading(heading), new Listing(lines)];

    private IEnumerable<Block> Risks() => report.Risks.IsEmpty ? [] :
    [
        new Heading(en ? "Risks" : "Risico's"),
        new Grid(
            en ? "Risks with their weight and measures" : "Risico's met hun gewicht en maatregelen",
            [
                new(en ? "Risk" : "Risico", 2.2), new(en ? "Chance" : "Kans", 0.8, Figures: true), new(en ? "Effect" : "Gevolg", 0.85, Figures: true),
                new(en ? "Weight" : "Gewicht", 0.95, Figures: true), new(en ? "Measure" : "Maatregel", 1.8), new(en ? "Owner" : "Eigenaar", 1.1),
            ],
            [.. report.Risks.OrderByDescending(risk => risk.Weight ?? 0).Select(risk => (IReadOnlyList<Cell>)
                [risk.Text, Shown(risk.Chance), Shown(risk.Effect), Shown(risk.Weight), risk.Measure ?? "–", risk.Owner ?? "–"])]),
    ];

    private IEnumerable<Block> Milestones() => report.Milestones.IsEmpty ? [] :
    [
        new Heading(en ? "Milestones" : "Mijlpalen"),
        new Grid(
            en ? "Milestones, planned and actual" : "Mijlpalen, gepland en werkelijk",
            [new(en ? "Milestone" : "Mijlpaal", 2.4), new(en ? "Planned" : "Gepland"), new(en ? "Actual" : "Werkelijk")],
            [.. report.Milestones.Select(one => (IReadOnlyList<Cell>)[one.Name, Day(one.PlannedEnd), Day(one.ActualEnd)])]),
    ];

    private IEnumerable<Block> Planning() => report.Phases.IsEmpty ? [] :
    [
        new Heading("Planning"),
        new Grid(
            en ? "Phases, planned and actual" : "Fasen, gepland en werkelijk",
            [
                new(en ? "Phase" : "Fase", 1.4), new(en ? "Planned start" : "Gepland begin"), new(en ? "Planned end" : "Gepland einde"),
                new(en ? "Actual start" : "Werkelijk begin"), new(en ? "Actual end" : "Werkelijk einde"),
            ],
            [.. report.Phases.Select(one => (IReadOnlyList<Cell>)
                [ProgressWords.Subject(one.Phase, shown.Method, culture), Day(one.PlannedStart), Day(one.PlannedEnd), Day(one.ActualStart), Day(one.ActualEnd)])]),
    ];

    private IEnumerable<Block> Money() => report.Finance is not { } money ? [] :
    [
        new Heading(en ? "Money" : "Geld"),
        new Grid(
            en ? "Money in euro" : "Geld in euro",
            [new(en ? "What" : "Wat", 3), new(en ? "Amount" : "Bedrag", Figures: true)],
            [
                Sum(en ? "Required" : "Nodig", money.TotalRequired),
                Sum(en ? "Allocated" : "Toegekend", money.Allocated),
                .. money.AllocatedFundingAgency is { } agency ? [Sum(en ? "of which through the agency" : "waarvan via RVO", agency)] : Array.Empty<IReadOnlyList<Cell>>(),
                .. money.AllocatedOthers is { } others ? [Sum(en ? "of which from others" : "waarvan van anderen", others)] : Array.Empty<IReadOnlyList<Cell>>(),
                Sum(en ? "Spent" : "Uitgegeven", money.Spent),
                Sum(en ? "Balance" : "Saldo", money.Balance),
                Sum(en ? "Still needed" : "Nog nodig", money.Need),
            ]),
    ];

    private IReadOnlyList<Cell> Sum(string name, decimal amount) => [name, ProgressWords.Euro(amount, culture)];

    private string Day(DateOnly? day) => day?.ToString("d MMM yyyy", culture) ?? "–";

    private string Shown(int? number) => number?.ToString(culture) ?? "–";
}
