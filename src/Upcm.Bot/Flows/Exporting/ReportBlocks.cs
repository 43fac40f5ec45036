using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>The parts of a progress report as they stand in documents; a part that was not reported is left out.</summary>
/// <param name="today">What is not ready yet is ready today at the earliest.</param>
internal sealed class ReportBlocks(ProgressReport report, Initiative initiative, WorkingMethod method, CultureInfo culture, DateOnly today)
{
    private readonly bool en = culture.IsEnglish();

    /// <summary>A heading with its lines, or nothing.</summary>
    public static IEnumerable<Block> Lines(string heading, ImmutableArray<string> lines) =>
        lines.IsEmpty ? [] : [new Heading(heading), new Listing(lines)];

    /// <summary>The register with its heat map, the heaviest first.</summary>
    public IEnumerable<Block> Risks()
    {
        if (report.Risks.IsEmpty)
        {
            return [];
        }

        var risks = RiskWords.Heaviest(report);
        return
        [
            new Heading(en ? "Risks" : "Risico's"),
            .. risks.Any(risk => risk.Weight is not null) ? [Figures.Of(HeatPicture.Of(risks, method.Norms, culture))] : Array.Empty<Block>(),
            .. report.RiskAnalysisAt is { } analysed ? [new Paragraph(en ? $"Last gone through on {Day(analysed)}." : $"Laatst nagelopen op {Day(analysed)}.", Tone.Subtle)] : Array.Empty<Block>(),
            new Grid(
                en ? "Risks with their weight and measures" : "Risico's met hun gewicht en maatregelen",
                [
                    new(en ? "No." : "Nr", 0.5, Figures: true), new(en ? "Risk" : "Risico", 2), new(en ? "Chance" : "Kans", 0.9, Figures: true), new(en ? "Effect" : "Gevolg", 0.9, Figures: true),
                    new(en ? "Weight" : "Gewicht", 1.15), new(en ? "Measure" : "Maatregel", 1.7), new(en ? "Owner" : "Eigenaar", 1.4),
                ],
                [.. risks.Select(risk => (IReadOnlyList<Cell>)
                    [risk.Id.ToString(culture), risk.Text, Shown(risk.Chance), Shown(risk.Effect), Weight(risk), risk.Measure ?? "–", risk.Owner ?? "–"])]),
        ];
    }

    /// <summary>The milestones with the critical path, and what moves the end; as told where it cannot be computed.</summary>
    public IEnumerable<Block> Plan() => report.Milestones.IsEmpty ? [] :
    [
        new Heading(en ? "Milestones and critical path" : "Mijlpalen en kritieke pad"),
        .. Domain.Plan.Of(report.Milestones, ShowPlan.StartOf(initiative, report), today) switch
        {
            Accepted<Plan> plan => Computed(plan.Value),
            Refused<Plan> refused => Told(refused.Reasons),
            _ => Array.Empty<Block>(),
        },
    ];

    private Block[] Computed(Plan plan) =>
    [
        new Paragraph(PlanWords.Path(plan).In(culture)),
        .. initiative.Term is { } term
            ? [new Paragraph($"{(en ? "That is" : "Dat is")} {PlanWords.Against(plan.End, term, culture)} ({Day(term)}).", plan.End > term ? Tone.Warning : Tone.Normal)]
            : Array.Empty<Block>(),
        .. plan.CriticalPath.Any() ? [new Paragraph(en ? "Every day later in that path moves the end by a day." : "Elke dag later op dat pad schuift het einde een dag op.")] : Array.Empty<Block>(),
        .. plan.Lines.Where(line => line.Late > 0).Select(line => new Paragraph(PlanWords.Late(line, culture), Tone.Warning)),
        Figures.Of(TimelinePicture.Of(plan, today, culture)),
        new Grid(
            en ? "Milestones with their days and slack" : "Mijlpalen met hun dagen en speling",
            [new(en ? "Milestone" : "Mijlpaal", 2.2), new(en ? "Planned" : "Gepland"), new(en ? "Ready" : "Klaar"), new(en ? "Slack" : "Speling", 1.1), new(en ? "Waits for" : "Wacht op", 1.8)],
            [.. plan.Lines.Select(line => (IReadOnlyList<Cell>)
            [
                line.Milestone.Name, Day(line.Milestone.PlannedEnd), Day(line.Ready), PlanWords.Slack(line, culture),
                line.Milestone.Waits.IsEmpty ? "–" : string.Join(", ", line.Milestone.Waits.Select(at => plan.Lines[at].Milestone.Name)),
            ])]),
    ];

    private Block[] Told(IReadOnlyList<Reason> why) =>
    [
        .. why.OfType<PlanLawBroken>().Select(broken => new Paragraph(PlanWords.Of(broken).In(culture), Tone.Warning)),
        new Grid(
            en ? "Milestones, planned and actual" : "Mijlpalen, gepland en werkelijk",
            [new(en ? "Milestone" : "Mijlpaal", 2.4), new(en ? "Planned" : "Gepland"), new(en ? "Actual" : "Werkelijk")],
            [.. report.Milestones.Select(one => (IReadOnlyList<Cell>)[one.Name, Day(one.PlannedEnd), Day(one.ActualEnd)])]),
    ];

    public IEnumerable<Block> Planning() => report.Phases.IsEmpty ? [] :
    [
        new Heading("Planning"),
        new Grid(
            en ? "Phases, planned and actual" : "Fasen, gepland en werkelijk",
            [
                new(en ? "Phase" : "Fase", 1.4), new(en ? "Planned start" : "Gepland begin"), new(en ? "Planned end" : "Gepland einde"),
                new(en ? "Actual start" : "Werkelijk begin"), new(en ? "Actual end" : "Werkelijk einde"),
            ],
            [.. report.Phases.Select(one => (IReadOnlyList<Cell>)
                [ProgressWords.Subject(one.Phase, method, culture), Day(one.PlannedStart), Day(one.PlannedEnd), Day(one.ActualStart), Day(one.ActualEnd)])]),
    ];

    public IEnumerable<Block> Money() => report.Finance is not { } money ? [] :
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

    private Cell Weight(Risk risk) => risk.Weight is { } weight
        ? new Cell(string.Create(culture, $"{weight}\u00A0{LightWords.Name(RiskWords.Colour(weight, method.Norms)).In(culture).ToLower(culture)}"), LightWords.OnCard(RiskWords.Colour(weight, method.Norms)))
        : "–";

    private string Day(DateOnly? day) => day?.ToString("d MMM yyyy", culture) ?? "–";

    private string Shown(int? number) => number?.ToString(culture) ?? "–";
}
