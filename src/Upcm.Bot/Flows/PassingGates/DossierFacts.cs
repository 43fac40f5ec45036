using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Reporting;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>What is recorded beside the criteria: impact, fingerprint against the round before, stakeholders, money, risks, contract.</summary>
internal sealed class DossierFacts(GateDossier dossier, WorkingMethod method, CultureInfo culture)
{
    private const int MostRisks = 5;

    private readonly bool en = culture.IsEnglish();

    public IEnumerable<Element> All(int most) => [Impact(), Fingerprint(), Stakeholders(), Money(), .. Risks(most), .. Contract(most)];

    private Section Impact()
    {
        if (dossier.Facts.Sheet is not { } sheet)
        {
            return Missing("Impact", en ? "There is no impact sheet yet." : "Er is nog geen impactsheet.");
        }

        var risk = sheet.SupplyRisk is { } step ? method.Scales.SelectMany(scale => scale.Steps).FirstOrDefault(one => one.Id == step)?.Name.In(culture) : null;
        List<Fact> facts =
        [
            new("CO₂", sheet.Co2 is { } co2 ? $"{Numbers.Show(co2, culture)} {(en ? "kt a year" : "kton per jaar")}" : "–"),
            new(en ? "Supply risk" : "Leveringsrisico", risk ?? "–"),
            new(en ? "Value added" : "Toegevoegde waarde", sheet.ValueAdded is { } value ? $"€{(en ? "" : " ")}{Numbers.Show(value, culture)} {(en ? "million" : "mln")}" : "–"),
            new(en ? "As of" : "Stand van", $"{Day(sheet.StatusDate)}, {(en ? "version" : "versie")} {sheet.Version}"),
        ];
        return new Section("Impact", [new Facts(facts)], Folded: true);
    }

    private Section Fingerprint()
    {
        var heading = en ? "Fingerprint" : "Vingerafdruk";
        if (dossier.Facts.Fingerprint is not { Answers.IsEmpty: false } round)
        {
            return Missing(heading, en ? "No fingerprint was made yet." : "Er is nog geen vingerafdruk gemaakt.");
        }

        var result = FingerprintResult.Of(round, dossier.PreviousFingerprint, method);
        var old = round.Phase != dossier.Initiative.Phase || round.OpenedAt < dossier.Initiative.PhaseSince;
        List<IReadOnlyList<string>> rows = [.. method.Forces.Zip(result.Forces).Select(pair => Row(pair.First.Name.In(culture), pair.Second.Mean, pair.Second.Change))];
        rows.Add(Row(en ? "Mean" : "Gemiddeld", result.Mean, result.Change));
        return new Section(
            $"{heading}: {Figure(result.Mean)}",
            [
                new Table([en ? "Force" : "Kracht", en ? "Now" : "Nu", en ? "Round before" : "Vorige ronde"], rows),
                new Text(
                    $"{(en ? "Round" : "Ronde")} {round.Round} · {result.People} {(en ? "people" : "mensen")} · {(result.IsStrong(method.Norms) ? en ? "strong enough" : "sterk genoeg" : en ? "not strong enough" : "niet sterk genoeg")}"
                    + (old ? en ? " · not of this phase and round" : " · niet van deze fase en ronde" : ""),
                    Tone.Subtle),
            ],
            Folded: true);
    }

    private Section Stakeholders()
    {
        const string heading = "Stakeholders";
        if (dossier.Facts.Stakeholders is not { Stakeholders.IsEmpty: false } map)
        {
            return Missing(heading, en ? "Nobody is on the map yet." : "Er staat nog niemand in het krachtenveld.");
        }

        var placed = map.Stakeholders.ToLookup(one => one.In(method.Norms));
        var against = map.Stakeholders.Count(one => one.Against);
        List<Fact> facts = [.. Enum.GetValues<Quadrant>().Where(quadrant => placed[quadrant].Any()).Select(quadrant => new Fact(Name(quadrant), Names(placed[quadrant])))];
        if (placed[null].Any())
        {
            facts.Add(new(en ? "Not placed yet" : "Nog geen plek", Names(placed[null])));
        }

        return new Section(
            en ? $"Stakeholders: {map.Stakeholders.Length}{(against > 0 ? $", {against} against" : "")}" : $"Stakeholders: {map.Stakeholders.Length}{(against > 0 ? $", {against} tegen" : "")}",
            [new Facts(facts)],
            Folded: true);
    }

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
            return new Section(heading, [new Facts(facts)], Folded: true);
        }

        return dossier.Initiative.MeansAmount is { } amount
            ? new Section(heading, [new Facts([new(en ? "Intended" : "Beoogd", $"{ProgressWords.Euro(amount, culture)}{(dossier.Initiative.Means is { } from ? $" · {from}" : "")}")])], Folded: true)
            : Missing(heading, dossier.Initiative.Means ?? (en ? "No sums were told yet." : "Er zijn nog geen bedragen gemeld."));
    }

    private IEnumerable<Element> Risks(int most)
    {
        var heading = en ? "Risks" : "Risico's";
        if (dossier.Facts.Report is not { Risks.IsEmpty: false } report)
        {
            yield return Missing(heading, en ? "No risks were told yet." : "Er zijn nog geen risico's gemeld.");
            yield break;
        }

        var risks = report.Risks.OrderByDescending(risk => risk.Weight ?? 0).ToList();
        yield return new Section(
            $"{heading}: {risks.Count} · {Day(report.ReportedAt)}",
            [
                new Bullets([.. risks.Take(MostRisks).Select(risk =>
                    $"{(risk.Weight is { } weight ? string.Create(culture, $"{weight} {(en ? "of" : "van")} 25 · ") : "")}{Shorter.Than(most, risk.Text)}{(risk.Measure is { } measure ? $" – {Shorter.Than(most, measure)}" : "")}")]),
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
                new(en ? "Signed" : "Getekend", contract.IsSigned ? $"{Day(contract.SignedOn!.Value)} · {Shorter.Than(most, string.Join(", ", contract.SignedBy))}" : en ? "not yet" : "nog niet"),
                new(en ? "Needed" : "Nodig", contract.MeansNeeded is { } needed ? ProgressWords.Euro(needed, culture) : "–"),
                new(en ? "Granted" : "Toegekend", contract.MeansGranted is { } granted ? ProgressWords.Euro(granted, culture) : "–"),
                new(en ? "Term" : "Termijn", contract.Term is { } term ? Day(term) : "–"),
                new(en ? "Tests" : "Toetscriteria", contract.Tests.IsEmpty ? "–" : Shorter.Than(most, string.Join("; ", contract.Tests))),
            ];
            yield return new Section(en ? $"Contract, version {contract.Version}" : $"Contract, versie {contract.Version}", [new Facts(facts)], Folded: true);
        }
    }

    private IReadOnlyList<string> Row(string name, decimal? mean, decimal? change) =>
        [name, Figure(mean), change is { } by && mean is { } now ? $"{Figure(now - by)} ({by.ToString("+0.0;−0.0;0.0", culture)})" : "–"];

    private string Figure(decimal? mean) => mean is { } known ? known.ToString("0.0", culture) : "–";

    private string Day(DateOnly day) => day.ToString("ddd d MMMM yyyy", culture);

    private string Name(Quadrant quadrant) => quadrant switch
    {
        Quadrant.InvolveClosely => en ? "Involve closely" : "Nauw betrekken",
        Quadrant.KeepSatisfied => en ? "Keep satisfied" : "Tevreden houden",
        Quadrant.KeepInformed => en ? "Keep informed" : "Informeren",
        _ => en ? "Monitor" : "Volgen",
    };

    private string Names(IEnumerable<Stakeholder> some)
    {
        var all = some.ToList();
        var named = string.Join(", ", all.Take(4).Select(one => Shorter.Than(40, one.Name)));
        return all.Count > 4 ? $"{named} {(en ? $"and {all.Count - 4} more" : $"en nog {all.Count - 4}")}" : named;
    }

    private static Section Missing(string heading, string text) => new(heading, [new Text(text, Tone.Subtle)], Folded: true);
}
