using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.JudgingImpact;

/// <summary>One version of an impact sheet: its claims beside the printed figures, with what does not agree.</summary>
public sealed class ImpactSheetCard(Illustrations illustrations)
{
    private const int FactsInList = 6;

    /// <summary>Version, CO₂ and value in a few words.</summary>
    public static Phrase InShort(ImpactSheet sheet, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new(Short(sheet, method, Cultures.Dutch), Short(sheet, method, Cultures.English));
    }

    /// <param name="newest">The number of the newest version.</param>
    /// <param name="mayMake">True where the reader may make a new version.</param>
    public Card Of(Initiative initiative, ImpactSheet sheet, int newest, WorkingMethod method, CultureInfo culture, bool mayMake)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(sheet);
        var en = culture.IsEnglish();
        var warnings = ImpactWords.Warnings(sheet, method);
        List<Element> body = [new Facts(Claims(sheet, method, culture))];
        if (sheet.Co2 is not null || sheet.Co2PerBand.Count > 0)
        {
            body.Add(illustrations.Of(Bars(sheet, method, culture)));
        }

        body.AddRange(warnings.Select(warning => new Text(warning.In(culture), Tone.Warning)));
        body.AddRange(Sections(sheet, method, culture));
        return new Card($"{(en ? "Impact sheet" : "Impactsheet")} {initiative.Number} {initiative.Title}")
        {
            Status = $"{Capital.Of(Short(sheet, method, culture))}{(sheet.Version < newest ? en ? " · an older version" : " · een oudere versie" : "")}",
            Body = body,
            Buttons =
            [
                .. mayMake ? [Say(en ? "New version" : "Nieuwe versie", en ? "new impact sheet" : "nieuwe impactsheet")] : Array.Empty<Button>(),
                .. newest > 1 ? [Say(en ? "Compare versions" : "Vergelijk versies", en ? "compare" : "vergelijk")] : Array.Empty<Button>(),
                .. sheet.Version < newest ? [Say(en ? "Newest version" : "Nieuwste versie", en ? "impact sheet" : "impactsheet")] : Array.Empty<Button>(),
                Say(en ? "Fingerprint" : "Vingerafdruk", en ? "fingerprint" : "vingerafdruk"),
                Say(en ? "Show the initiative" : "Toon initiatief", en ? "show" : "toon"),
                .. ExportButtons.Of(ImpactSheetExport.Called, sheet.Version < newest ? $"{initiative.Number} {(en ? "version" : "versie")} {sheet.Version}" : $"{initiative.Number}", Format.OfDocuments, culture),
                .. sheet.Version > 1 ? [Say(en ? $"Version {sheet.Version - 1}" : $"Versie {sheet.Version - 1}", en ? "impact sheet" : "impactsheet", $" {sheet.Version - 1}")] : Array.Empty<Button>(),
            ],
        };

        Button Say(string label, string words, string version = "") => Sayings.Button(label, $"{words} {initiative.Number}{version}");
    }

    private static List<Fact> Claims(ImpactSheet sheet, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return
        [
            .. sheet.Co2 is null ? Told(method.Claims.Effect.In(culture), en ? "not known yet" : "nog niet bekend") : [],
            new(en ? "Supply risk" : "Leveringsrisico", sheet.SupplyRisk is { } risk ? Step(method, "supply-risk", risk, culture) : "–"),
            .. method.InnovationFunctions.Where(function => sheet.InnovationFunctions.GetValueOrDefault(function.Id) == method.Scale(function.Scale)?.Steps[^1].Id).ToList() is { Count: > 0 } strong
                ? Told(en ? "Strongest on" : "Sterk op", string.Join(", ", strong.Select(function => $"{function.Id} {function.Name.In(culture)}")))
                : [],
            .. Told(en ? "Product cluster" : "Productcluster", Cluster(sheet, method, culture)),
            new(en ? "Product groups" : "Productgroepen", sheet.ProductGroups.IsEmpty ? "–" : string.Join(", ", sheet.ProductGroups)),
            new(en ? "Status date" : "Peildatum", sheet.StatusDate.ToString("ddd d MMMM yyyy", culture)),
        ];
    }

    private static IEnumerable<Element> Sections(ImpactSheet sheet, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        List<Fact> description =
        [
            .. Told(en ? "Goals" : "Doelen", sheet.Goals), .. Told(en ? "Results" : "Resultaten", sheet.Results),
            .. Told(en ? "Milestones" : "Mijlpalen", sheet.Milestones), .. Told(en ? "Activities" : "Activiteiten", sheet.Activities),
            .. Told("Modules", sheet.Modules), .. Told(en ? "Critical materials" : "Kritieke materialen", sheet.CriticalMaterials), .. Told("Volumes", sheet.Volumes),
            .. Told("Stakeholders", sheet.Stakeholders), .. Told(Capital.Of(method.Names.TargetGroup.Many.In(culture)), sheet.TargetGroups), .. Told(Capital.Of(method.Names.ChangeMaker.Many.In(culture)), sheet.ChangeMakers),
        ];
        List<Fact> effects =
        [
            .. sheet.EffectGoals.Select(goal => new Fact(
                method.EffectGoals.FirstOrDefault(one => one.Id == goal.Goal)?.Name.In(culture) ?? goal.Goal,
                string.Join(" · ", new[] { goal.Text, method.Horizons.FirstOrDefault(one => one.Id == goal.Horizon)?.Name.In(culture) }.Where(text => !string.IsNullOrEmpty(text))))),
        ];
        List<(string Heading, List<Fact> Facts)> sections =
        [
            (en ? "Description and scope" : "Beschrijving en bereik", description),
            (en ? "Effect goals" : "Effectdoelen", effects),
            (en ? "Innovation functions" : "Innovatiefuncties", Rated(sheet.InnovationFunctions, method.InnovationFunctions, method, culture, withId: true)),
            (en ? "Performance goals" : "Prestatiedoelen", Rated(sheet.PerformanceGoals, method.PerformanceGoals, method, culture, withId: false)),
        ];
        foreach (var (heading, facts) in sections.Where(section => section.Facts.Count > 0))
        {
            yield return new Section(heading, [.. facts.Chunk(FactsInList).Select(list => new Facts(list))], Folded: true);
        }

        if (sheet.ProductGroups.Length > 0)
        {
            yield return new Section(en ? "The printed figures" : "De gedrukte cijfers", [.. Printed(sheet, method, culture)], Folded: true);
        }
    }

    /// <summary>What the claims were compared with, as printed.</summary>
    private static IEnumerable<Element> Printed(ImpactSheet sheet, WorkingMethod method, CultureInfo culture)
    {
        foreach (var said in new[] { ImpactWords.PrintedCo2(sheet.ProductGroups, method), ImpactWords.PrintedValue(sheet.ProductGroups, method) }.OfType<Phrase>().Concat(ImpactWords.Notes(sheet, method)))
        {
            yield return new Text(said.In(culture));
        }

        if (ImpactWords.Discrepancies(method) is { Count: > 0 } differences)
        {
            yield return new Text(culture.IsEnglish()
                ? "The printed tables do not add up everywhere. I keep the figures as printed:"
                : "De gedrukte tabellen kloppen niet overal. Ik houd de cijfers zoals ze gedrukt zijn:");
            yield return new Bullets([.. differences.Select(one => one.In(culture))]);
        }

        yield return new Text(method.Figures.Source.In(culture), Tone.Subtle);
    }

    internal static BarsPicture Bars(ImpactSheet sheet, WorkingMethod method, CultureInfo culture)
    {
        var figures = PrintedFigures.Of(sheet.ProductGroups, method.Figures.ProductGroups);
        var printed = !figures.Rows.IsEmpty;
        return new BarsPicture(
            culture.IsEnglish() ? "en" : "nl",
            [.. method.Bands.Select(band => new Bar($"{band.Id} {band.Name.In(culture)}", sheet.Co2PerBand.GetValueOrDefault(band.Id)))],
            sheet.Co2,
            printed ? figures.Co2Expected : null,
            printed ? figures.Co2 : null)
        {
            Amount = method.Claims.Amount.In(culture),
        };
    }

    private static List<Fact> Rated(ImmutableSortedDictionary<string, string> told, ImmutableArray<Indicator> indicators, WorkingMethod method, CultureInfo culture, bool withId) =>
    [
        .. indicators.Where(indicator => told.ContainsKey(indicator.Id)).Select(indicator => new Fact(
            withId ? $"{indicator.Id} {indicator.Name.In(culture)}" : indicator.Name.In(culture), Step(method, indicator.Scale, told[indicator.Id], culture))),
    ];

    private static string Short(ImpactSheet sheet, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return string.Join(" · ", new[]
        {
            $"{(en ? "version" : "versie")} {sheet.Version.ToString(culture)}",
            sheet.Co2 is { } co2 ? $"{Numbers.Show(co2, culture)} {method.Claims.Amount.In(culture)}" : null,
            sheet.ValueAdded is { } value ? Money(value, culture) : null,
        }.OfType<string>());
    }


    internal static string? Cluster(ImpactSheet sheet, WorkingMethod method, CultureInfo culture) =>
        sheet.Cluster is { } id ? method.Clusters.FirstOrDefault(cluster => cluster.Id == id)?.Name.In(culture) ?? id : null;

    internal static string Money(decimal value, CultureInfo culture) =>
        culture.IsEnglish() ? $"€{Numbers.Show(value, culture)} million" : $"€ {Numbers.Show(value, culture)} mln";

    private static string Step(WorkingMethod method, string scale, string step, CultureInfo culture) => method.Scale(scale)?.Step(step)?.Name.In(culture) ?? step;

    private static Fact[] Told(string name, string? value) => string.IsNullOrEmpty(value) ? [] : [new Fact(name, value)];

    private static Fact[] Told(string name, ImmutableArray<string> values) => Told(name, string.Join(", ", values));
}
