using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>The parts of a progress report as they stand in documents; a part that was not reported is left out.</summary>
internal sealed class ReportBlocks(ProgressReport report, WorkingMethod method, CultureInfo culture)
{
    private readonly bool en = culture.IsEnglish();

    /// <summary>A heading with its lines, or nothing.</summary>
    public static IEnumerable<Block> Lines(string heading, ImmutableArray<string> lines) =>
        lines.IsEmpty ? [] : [new Heading(heading), new Listing(lines)];

    public IEnumerable<Block> Risks() => report.Risks.IsEmpty ? [] :
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

    public IEnumerable<Block> Milestones() => report.Milestones.IsEmpty ? [] :
    [
        new Heading(en ? "Milestones" : "Mijlpalen"),
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

    private string Day(DateOnly? day) => day?.ToString("d MMM yyyy", culture) ?? "–";

    private string Shown(int? number) => number?.ToString(culture) ?? "–";
}
