using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Flows.JudgingImpact;
using Upcm.Bot.Flows.KeepingStakeholders;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>What is recorded beside the criteria: impact, fingerprint against the round before, stakeholders; each with its picture.</summary>
internal sealed class DossierFacts(GateDossier dossier, WorkingMethod method, CultureInfo culture, Illustrations illustrations)
{
    private const int MostNames = 6;

    private readonly bool en = culture.IsEnglish();

    public IEnumerable<Element> All() => [Impact(), Fingerprint(), Stakeholders()];

    private Section Impact()
    {
        if (dossier.Facts.Sheet is not { } sheet)
        {
            return Missing("Impact", en ? "There is no impact sheet yet." : "Er is nog geen impactsheet.");
        }

        var risk = sheet.SupplyRisk is { } step ? method.Scales.SelectMany(scale => scale.Steps).FirstOrDefault(one => one.Id == step)?.Name.In(culture) : null;
        List<Fact> facts =
        [
            new(method.Claims.Effect.In(culture), sheet.Co2 is { } co2 ? $"{Numbers.Show(co2, culture)} {method.Claims.Unit.In(culture)}" : "–"),
            new(en ? "Supply risk" : "Leveringsrisico", risk ?? "–"),
            new(en ? "Value added" : "Toegevoegde waarde", sheet.ValueAdded is { } value ? $"€{(en ? "" : " ")}{Numbers.Show(value, culture)} {(en ? "million" : "mln")}" : "–"),
            new(en ? "As of" : "Stand van", $"{Day(sheet.StatusDate)}, {(en ? "version" : "versie")} {sheet.Version}"),
        ];
        return new Section(
            "Impact",
            [
                Lines(facts),
                .. sheet.Co2 is not null || sheet.Co2PerBand.Count > 0 ? illustrations.Beside(ImpactSheetCard.Bars(sheet, method, culture)) : [],
                .. ImpactRemarks.Of(sheet, method).Select(remark => new Text(remark.In(culture), Tone.Warning)),
            ],
            Folded: true);
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
        List<string> lines = [.. method.Forces.Zip(result.Forces).Select(pair => Line(pair.First.Name.In(culture), pair.Second.Mean, pair.Second.Change))];
        lines.Add(Line(en ? "Mean" : "Gemiddeld", result.Mean, result.Change));
        return new Section(
            $"{heading}: {Figure(result.Mean)}",
            [
                .. illustrations.Beside(RadarPicture.Of(result, method, culture)),
                new Bullets(lines),
                new Text(
                    $"{(en ? "Round" : "Ronde")} {round.Round} · {Spoken.People(result.People, culture)} · {(result.IsStrong(method.Norms) ? en ? "strong enough" : "sterk genoeg" : en ? "not strong enough" : "niet sterk genoeg")}"
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
        List<Fact> facts = [.. Enum.GetValues<Quadrant>().Where(quadrant => placed[quadrant].Any()).Select(quadrant => new Fact(StakeholderWords.Name(quadrant).In(culture), Names(placed[quadrant])))];
        if (placed[null].Any())
        {
            facts.Add(new(en ? "Not placed yet" : "Nog geen plek", Names(placed[null])));
        }

        return new Section(
            en ? $"Stakeholders: {map.Stakeholders.Length}{(against > 0 ? $", {against} against" : "")}" : $"Stakeholders: {map.Stakeholders.Length}{(against > 0 ? $", {against} tegen" : "")}",
            [
                .. placed.Any(place => place.Key is not null) ? illustrations.Beside(MapPicture.Of(map, method.Norms, culture)) : [],
                Lines(facts),
            ],
            Folded: true);
    }

    private string Line(string name, decimal? mean, decimal? change) => change is { } by && mean is { } now
        ? $"{name}: {Figure(mean)} ({(en ? "round before" : "vorige ronde")} {Figure(now - by)}, {by.ToString("+0.0;−0.0;0.0", culture)})"
        : $"{name}: {Figure(mean)}";

    private string Figure(decimal? mean) => mean is { } known ? known.ToString("0.0", culture) : "–";

    private string Day(DateOnly day) => day.ToString("ddd d MMMM yyyy", culture);

    /// <summary>Each with the number that it has on the map.</summary>
    private string Names(IEnumerable<Stakeholder> some)
    {
        var all = some.OrderByDescending(one => one.Influence + one.Interest).ThenBy(one => one.Id).ToList();
        var named = string.Join(", ", all.Take(MostNames).Select(one => string.Create(culture, $"{one.Id}. {Shorter.Than(40, one.Name)}{(one.Against ? en ? " (against)" : " (tegen)" : "")}")));
        return all.Count > MostNames ? $"{named} {(en ? $"and {all.Count - MostNames} more" : $"en nog {all.Count - MostNames}")}" : named;
    }

    /// <summary>Lines weigh a third of a list of facts, and a card holds only so much.</summary>
    internal static Bullets Lines(IEnumerable<Fact> facts) => new([.. facts.Select(fact => $"{fact.Name}: {fact.Value}")]);

    internal static Section Missing(string heading, string text) => new(heading, [new Text(text, Tone.Subtle)], Folded: true);
}
