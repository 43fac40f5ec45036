using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.JudgingImpact;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The figures as they were at the last decision beside those of now; only those that differ.</summary>
internal sealed class ThenAndNow(GateDossier dossier, WorkingMethod method, CultureInfo culture)
{
    private const string None = "–";

    private readonly bool en = culture.IsEnglish();

    public static IReadOnlyList<string> Columns(CultureInfo culture) => culture.IsEnglish() ? ["What", "At the last decision", "Now"] : ["Wat", "Bij het vorige besluit", "Nu"];

    public IReadOnlyList<IReadOnlyList<string>> Rows()
    {
        if (dossier.Then is not { } then)
        {
            return [];
        }

        var now = dossier.Facts;
        (string Name, Func<RecordedFacts, string?> Figure)[] figures =
        [
            (method.Claims.Effect.In(culture), facts => facts.Sheet?.Co2 is { } co2 ? $"{Numbers.Show(co2, culture)} {method.Claims.Unit.In(culture)}" : null),
            (en ? "Value added" : "Toegevoegde waarde", facts => facts.Sheet?.ValueAdded is { } value ? ImpactSheetCard.Money(value, culture) : null),
            (en ? "Fingerprint, mean" : "Vingerafdruk, gemiddeld", facts => facts.Fingerprint is { Answers.IsEmpty: false } round
                ? FingerprintResult.Of(round, null, method).Mean?.ToString("0.0", culture) : null),
            (en ? "Ready" : "Klaar", facts => facts.Report?.PercentReady is { } ready ? ProgressWords.Percent(ready, culture) : null),
            (en ? "Required" : "Nodig", facts => Euro(facts.Report?.Finance?.TotalRequired)),
            (en ? "Allocated" : "Toegekend", facts => Euro(facts.Report?.Finance?.Allocated)),
            (en ? "Spent" : "Uitgegeven", facts => Euro(facts.Report?.Finance?.Spent)),
            (en ? "End of the milestones" : "Einde van de mijlpalen", facts => dossier.Plan(facts) is Accepted<Plan> plan ? PlanWords.Short(plan.Value.End, culture) : null),
            (en ? "Heaviest risk" : "Zwaarste risico", facts => facts.Report?.Risks.Max(risk => risk.Weight) is { } weight ? string.Create(culture, $"{weight} {(en ? "of" : "van")} 25") : null),
            (en ? "Risks" : "Risico's", facts => facts.Report is { Risks: var risks } ? risks.Length.ToString(culture) : null),
        ];
        return
        [
            .. figures.Select(one => (one.Name, Then: one.Figure(then), Now: one.Figure(now)))
                .Where(one => one.Then != one.Now)
                .Select(one => (IReadOnlyList<string>)[one.Name, one.Then ?? None, one.Now ?? None]),
        ];
    }

    private string? Euro(decimal? amount) => amount is { } known ? ProgressWords.Euro(known, culture) : null;
}
