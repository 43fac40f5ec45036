using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>How the project stands: money, the critical path and what moves the end, the risks with their numbers, the contract.</summary>
internal sealed class DossierProject(GateDossier dossier, WorkingMethod method, CultureInfo culture, Illustrations illustrations)
{
    private const int MostRisks = 5;
    private const int MostLate = 4;

    private readonly bool en = culture.IsEnglish();

    public IEnumerable<Element> All(int most) => [Money(), .. Path(most), Risks(most), .. Contract(most)];

    private Section Money()
    {
        var heading = en ? "Money" : "Geld";
        if (dossier.Facts.Report?.Finance is { } finance)
        {
            List<Fact> facts =
            [
                new(en ? "Required" : "Nodig", ProgressWords.Euro(finance.TotalRequired, culture)),
                new(en ? "Allocated" : "Toegekend", ProgressWords.Euro(finance.Allocated, culture)),
                new(en ? "Spent" : "Uitgegeven", ProgressWords.Euro(finance.Spent, culture)),
                new(en ? "Balance" : "Saldo", ProgressWords.Euro(finance.Balance, culture)),
                new(en ? "Still to be found" : "Nog te vinden", ProgressWords.Euro(finance.Need, culture)),
            ];
            return new Section(heading, [DossierFacts.Lines(facts)], Folded: true);
        }

        return dossier.Initiative.MeansAmount is { } amount
            ? new Section(heading, [new Facts([new(en ? "Intended" : "Beoogd", $"{ProgressWords.Euro(amount, culture)}{(dossier.Initiative.Means is { } from ? $" · {from}" : "")}")])], Folded: true)
            : DossierFacts.Missing(heading, dossier.Initiative.Means ?? (en ? "No sums were told yet." : "Er zijn nog geen bedragen gemeld."));
    }

    private IEnumerable<Element> Path(int most)
    {
        const string heading = "Planning";
        if (dossier.Plan() is not { } verdict)
        {
            yield return DossierFacts.Missing(heading, en ? "No milestones were told yet." : "Er zijn nog geen mijlpalen gemeld.");
        }
        else if (verdict is Accepted<Plan> { Value: var plan })
        {
            var late = plan.Lines.Where(line => line.Late > 0).OrderByDescending(line => line.MovesEnd).ToList();
            yield return new Section(
                $"{heading}: {(en ? "end" : "einde")} {PlanWords.Short(plan.End, culture)}{(dossier.Initiative.Term is { } term ? $", {PlanWords.Against(plan.End, term, culture)}" : "")}",
                [
                    new Text(Shorter.Than(Math.Max(most, 300), PlanWords.Path(plan).In(culture))),
                    .. plan.CriticalPath.Any() ? [new Text(en ? "Every day later there moves the end by a day." : "Elke dag later daarin schuift het einde een dag op.", Tone.Subtle)] : Array.Empty<Element>(),
                    .. late.Take(MostLate).Select(line => new Text(PlanWords.Late(line, culture), Tone.Warning)),
                    .. late.Count > MostLate ? [new Text(en ? $"And {late.Count - MostLate} more are late." : $"En nog {late.Count - MostLate} lopen uit.", Tone.Warning)] : Array.Empty<Element>(),
                    .. illustrations.Beside(TimelinePicture.Of(plan, dossier.Today, culture)),
                ],
                Folded: true);
        }
        else if (verdict is Refused<Plan> refused)
        {
            yield return new Section(heading, [.. refused.Reasons.OfType<PlanLawBroken>().Select(broken => new Text(PlanWords.Of(broken).In(culture), Tone.Warning))], Folded: true);
        }
    }

    private Section Risks(int most)
    {
        var heading = en ? "Risks" : "Risico's";
        if (dossier.Facts.Report is not { Risks.IsEmpty: false } report)
        {
            return DossierFacts.Missing(heading, en ? "No risks were told yet." : "Er zijn nog geen risico's gemeld.");
        }

        var risks = RiskWords.Heaviest(report);
        var lines = risks.Take(MostRisks).Select(risk =>
            $"{risk.Id.ToString(culture)}. {Shorter.Than(most, risk.Text)}: {RiskWords.Weight(risk, method.Norms, culture)} · {Shorter.Than(most, RiskWords.Measure(risk, culture))}");
        return new Section(
            $"{heading}: {risks.Count}{(report.RiskAnalysisAt is { } day ? $" · {(en ? "gone through" : "nagelopen")} {PlanWords.Short(day, culture)}" : "")}",
            [
                .. risks.Any(risk => risk.Weight is not null) ? illustrations.Beside(HeatPicture.Of(risks, method.Norms, culture)) : [],
                new Text(en ? "Chance × effect = weight · measure" : "Kans × gevolg = gewicht · maatregel", Tone.Subtle),
                new Bullets([.. lines]),
                .. risks.Count > MostRisks ? [new Text(en ? $"And {risks.Count - MostRisks} lighter ones." : $"En nog {risks.Count - MostRisks} lichtere.", Tone.Subtle)] : Array.Empty<Element>(),
            ],
            Folded: true);
    }

    private IEnumerable<Element> Contract(int most)
    {
        if (dossier.Facts.Contract is { } contract)
        {
            List<Fact> facts =
            [
                new(en ? "Signed" : "Getekend", contract.IsSigned ? $"{PlanWords.Short(contract.SignedOn!.Value, culture)} · {Shorter.Than(most, string.Join(", ", contract.SignedBy))}" : en ? "not yet" : "nog niet"),
                new(en ? "Needed" : "Nodig", contract.MeansNeeded is { } needed ? ProgressWords.Euro(needed, culture) : "–"),
                new(en ? "Granted" : "Toegekend", contract.MeansGranted is { } granted ? ProgressWords.Euro(granted, culture) : "–"),
                new(en ? "Term" : "Termijn", contract.Term is { } term ? PlanWords.Short(term, culture) : "–"),
                new(en ? "Tests" : "Toetscriteria", contract.Tests.IsEmpty ? "–" : Shorter.Than(most, string.Join("; ", contract.Tests))),
            ];
            yield return new Section(en ? $"Contract, version {contract.Version}" : $"Contract, versie {contract.Version}", [DossierFacts.Lines(facts)], Folded: true);
        }
    }
}
