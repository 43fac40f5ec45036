using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Evaluating;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>How a project turned out, to hand over: its criteria, impact claimed beside impact seen, and what others can learn.</summary>
/// <param name="sheet">The impact sheet it looks back at, or null.</param>
/// <param name="meeting">The newest record of the learning meeting, or null.</param>
internal sealed class EvaluationDocument(
    Initiative initiative, EvaluationReport report, ImpactSheet? sheet, LearningMeeting? meeting, WorkingMethod method, CultureInfo culture)
{
    private const string None = "–";

    private readonly bool en = culture.IsEnglish();

    public Document On(DateOnly day) => new($"{(en ? "Evaluation" : "Evaluatie")} {initiative.Number} {initiative.Title}", en ? "en" : "nl")
    {
        Subtitle = string.Create(culture, $"{EvaluationWords.InShort(report).In(culture)} · {(en ? "version" : "versie")} {report.Version}"),
        Programme = method.Name.In(culture),
        Date = day,
        Body =
        [
            new FactList(
            [
                new(en ? "Result" : "Resultaat", initiative.Result),
                new("Team", method.Team(initiative.Team)?.Name.In(culture) ?? initiative.Team),
                new(en ? "Project leader" : "Projectleider", initiative.Leader?.Name ?? None),
                new(en ? "Verdict" : "Oordeel", report.Overall is { } overall ? EvaluationWords.Name(overall).In(culture) : None, EvaluationWords.Light(report.Overall)),
                new(en ? "Recorded by" : "Vastgelegd door", $"{report.By.Name}, {ProgressWords.Day(LocalTime.DayOf(report.At, Conversation.Clock.Amsterdam), culture)}"),
                .. report.Link is { } link ? [new Fact(en ? "The whole report" : "Het hele verslag", link)] : Array.Empty<Fact>(),
            ]),
            .. report.Summary is { } summary ? [new Heading(en ? "In short" : "In het kort"), new Paragraph(summary)] : Array.Empty<Block>(),
            .. Criteria(),
            .. Impact(),
            .. ReportBlocks.Lines(en ? "What to do differently in next projects" : "Wat we in volgende projecten anders doen", report.Differently),
            .. ReportBlocks.Lines(en ? "What to change in the instruments" : "Wat er aan de instrumenten moet veranderen", report.Instruments),
            .. Meeting(),
        ],
    };

    private IEnumerable<Block> Criteria() => report.Criteria.IsEmpty ? [] :
    [
        new Heading(en ? "Result against the criteria" : "Resultaat per criterium"),
        new Grid(
            en ? "Result against the criteria" : "Resultaat per criterium",
            [new(en ? "Criterion" : "Criterium", 2), new(en ? "Verdict" : "Oordeel"), new(en ? "Shows from" : "Blijkt uit", 2)],
            [.. report.Criteria.Select(one => (IReadOnlyList<Cell>)
                [one.Criterion, new Cell(EvaluationWords.Name(one.Verdict).In(culture), EvaluationWords.Light(one.Verdict)), one.Shows])]),
    ];

    private IEnumerable<Block> Impact()
    {
        List<IReadOnlyList<Cell>> rows =
        [
            .. Figure($"{method.Claims.Effect.In(culture)} ({method.Claims.Unit.In(culture)} {(en ? "less" : "minder")})", sheet?.Co2, report.Impact.Co2),
            .. sheet?.SupplyRisk is null && report.Impact.SupplyRisk is null ? Array.Empty<IReadOnlyList<Cell>>() :
                [[en ? "Supply risk" : "Leveringsrisico", Step(sheet?.SupplyRisk), Step(report.Impact.SupplyRisk), None]],
            .. Figure(en ? "Value added (€ million)" : "Toegevoegde waarde (€ mln)", sheet?.ValueAdded, report.Impact.ValueAdded),
        ];
        return rows.Count == 0 && report.Impact.Explanation is null ? [] :
        [
            new Heading(en ? "Impact claimed and seen" : "Impact: geclaimd en gezien"),
            .. rows.Count == 0 ? Array.Empty<Block>() : [new Grid(
                en ? "Impact claimed beside impact seen" : "Geclaimde impact naast geziene impact",
                [
                    new(en ? "What" : "Wat", 2),
                    new(sheet is null ? en ? "Claimed" : "Geclaimd" : string.Create(culture, $"{(en ? "Claimed (version" : "Geclaimd (versie")} {sheet.Version})"), Figures: true),
                    new(en ? "Seen" : "Gezien", Figures: true), new(en ? "Difference" : "Verschil", Figures: true),
                ],
                rows)],
            .. report.Impact.Explanation is { } why ? [new Paragraph(why)] : Array.Empty<Block>(),
        ];
    }

    private IReadOnlyList<Cell>[] Figure(string name, decimal? claimed, decimal? seen) => claimed is null && seen is null ? [] :
    [
        [name, Show(claimed), Show(seen), claimed is { } before && seen is { } now ? EvaluationWords.Difference(before, now, culture) : None],
    ];

    private IEnumerable<Block> Meeting() => meeting is null ? [] :
    [
        new Heading(en ? "Learning meeting" : "Leerbijeenkomst"),
        new FactList(
        [
            new(en ? "Held on" : "Gehouden op", ProgressWords.Day(meeting.HeldOn, culture)),
            new(en ? "Present" : "Aanwezig", string.Join(", ", meeting.Present.DefaultIfEmpty(None))),
            new(en ? "Missed" : "Gemist", string.Join(", ", meeting.Missed.DefaultIfEmpty(None))),
            new(en ? "Outcome" : "Uitkomst", meeting.Outcome),
        ]),
    ];

    private string Step(string? step) => step is null ? None : EvaluationWords.Step(method, step).In(culture);

    private string Show(decimal? figure) => figure is { } known ? Numbers.Show(known, culture) : None;
}
