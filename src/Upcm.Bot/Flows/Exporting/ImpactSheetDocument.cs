using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.JudgingImpact;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>One version of an impact sheet to hand over: the claims, what they were compared with, and every part that was filled in.</summary>
/// <param name="madeBy">Who made this version, or null where that is no longer known.</param>
internal sealed class ImpactSheetDocument(Initiative initiative, ImpactSheet sheet, string? madeBy, WorkingMethod method, CultureInfo culture)
{
    private readonly bool en = culture.IsEnglish();

    public Document On(DateOnly day) => new($"{(en ? "Impact sheet" : "Impactsheet")} {initiative.Number} {initiative.Title}", en ? "en" : "nl")
    {
        Subtitle = string.Create(culture, $"{(en ? "Version" : "Versie")} {sheet.Version} · {(en ? "status on" : "stand van")} {sheet.StatusDate.ToString("d MMMM yyyy", culture)}"),
        Programme = method.Name.In(culture),
        Date = day,
        Body = [.. Claims(), .. Description(), .. Scope(), .. Effects(), .. Rated(), .. Printed()],
    };

    private IEnumerable<Block> Claims()
    {
        yield return new FactList(
        [
            new(en ? "Result" : "Resultaat", initiative.Result),
            new("Team", method.Team(initiative.Team)?.Name.In(culture) ?? initiative.Team),
            new(method.Claims.Effect.In(culture), sheet.Co2 is { } co2 ? $"{Numbers.Show(co2, culture)} {method.Claims.Unit.In(culture)} {(en ? "less" : "minder")}" : en ? "not known yet" : "nog niet bekend"),
            new(en ? "Value added" : "Toegevoegde waarde", sheet.ValueAdded is { } value ? $"{ImpactSheetCard.Money(value, culture)} {method.Claims.ValueAgainst.In(culture)}" : "–"),
            new(en ? "Supply risk" : "Leveringsrisico", sheet.SupplyRisk is { } risk ? Step("supply-risk", risk) : "–"),
            new(en ? "Product cluster" : "Productcluster", ImpactSheetCard.Cluster(sheet, method, culture) ?? "–"),
            new(en ? "Product groups" : "Productgroepen", Groups()),
            .. madeBy is null ? Array.Empty<Fact>() : [new(en ? "Made by" : "Opgesteld door", madeBy)],
        ]);
        foreach (var warning in ImpactRemarks.Of(sheet, method))
        {
            yield return new Paragraph(warning.In(culture), Tone.Warning);
        }

        if (sheet.Co2 is not null || sheet.Co2PerBand.Count > 0)
        {
            yield return new Heading(method.Claims.Effect.In(culture));
            yield return Figures.Of(ImpactSheetCard.Bars(sheet, method, culture));
        }
    }

    private IEnumerable<Block> Description()
    {
        List<(string Heading, string? Text)> parts =
        [
            (en ? "Goals" : "Doelen", sheet.Goals), (en ? "Results" : "Resultaten", sheet.Results),
            (en ? "Milestones" : "Mijlpalen", sheet.Milestones), (en ? "Activities" : "Activiteiten", sheet.Activities),
        ];
        return Under(en ? "Description" : "Beschrijving", parts.Where(part => !string.IsNullOrEmpty(part.Text)).SelectMany(part =>
            new Block[] { new Heading(part.Heading, 2), new Paragraph(part.Text!) }));
    }

    private IEnumerable<Block> Scope()
    {
        List<Fact> facts =
        [
            .. Told("Modules", string.Join(", ", sheet.Modules)),
            .. Told(en ? "Critical materials" : "Kritieke materialen", string.Join(", ", sheet.CriticalMaterials)),
            .. Told("Volumes", sheet.Volumes),
            .. Told("Stakeholders", string.Join(", ", sheet.Stakeholders)),
            .. Told(Capital.Of(method.Names.TargetGroup.Many.In(culture)), string.Join(", ", sheet.TargetGroups)),
            .. Told(Capital.Of(method.Names.ChangeMaker.Many.In(culture)), string.Join(", ", sheet.ChangeMakers)),
        ];
        return Under(en ? "Scope" : "Bereik", facts.Count == 0 ? [] : [new FactList(facts)]);
    }

    private IEnumerable<Block> Effects() => Under(en ? "Effect goals" : "Effectdoelen", sheet.EffectGoals.IsEmpty ? [] :
    [
        new Grid(
            en ? "Effect goals with their horizon" : "Effectdoelen met hun horizon",
            [new(en ? "Goal" : "Doel", 1.2), new("Horizon", 0.8), new(en ? "What it brings" : "Wat het oplevert", 2.6)],
            [.. sheet.EffectGoals.Select(goal => (IReadOnlyList<Cell>)
            [
                method.EffectGoals.FirstOrDefault(one => one.Id == goal.Goal)?.Name.In(culture) ?? goal.Goal,
                method.Horizons.FirstOrDefault(one => one.Id == goal.Horizon)?.Name.In(culture) ?? "–",
                goal.Text.Length > 0 ? goal.Text : "–",
            ])]),
    ]);

    private IEnumerable<Block> Rated() =>
    [
        .. Table(en ? "Innovation functions" : "Innovatiefuncties", method.InnovationFunctions, sheet.InnovationFunctions, withId: true),
        .. Table(en ? "Performance goals" : "Prestatiedoelen", method.PerformanceGoals, sheet.PerformanceGoals, withId: false),
    ];

    /// <summary>All of them, also those that nothing was told of: what is missing is worth knowing too.</summary>
    private IEnumerable<Block> Table(string heading, ImmutableArray<Indicator> indicators, ImmutableSortedDictionary<string, string> told, bool withId) =>
        Under(heading, told.IsEmpty ? [] :
        [
            new Grid(
                heading,
                [new(en ? "What" : "Wat", 3), new(en ? "Expected" : "Verwacht", 1)],
                [.. indicators.Select(one => (IReadOnlyList<Cell>)
                [
                    withId ? $"{one.Id} {one.Name.In(culture)}" : one.Name.In(culture),
                    told.TryGetValue(one.Id, out var step) ? Step(one.Scale, step) : "–",
                ])]),
        ]);

    private IEnumerable<Block> Printed()
    {
        List<Phrase> said = [.. new[] { ImpactWords.PrintedCo2(sheet.ProductGroups, method), ImpactWords.PrintedValue(sheet.ProductGroups, method) }.OfType<Phrase>()];
        return Under(en ? "The printed figures" : "De gedrukte cijfers", said.Count == 0 ? [] :
        [
            .. said.Select(one => new Paragraph(one.In(culture))),
            new Paragraph(method.Figures.Source.In(culture), Tone.Subtle),
        ]);
    }

    /// <summary>Those with a name one under the other.</summary>
    private string Groups() => sheet.ProductGroups.IsEmpty ? "–" : string.Join(sheet.ProductGroups.Any(code => method.Figures.ProductGroups.Any(row => row.Id == code)) ? "\n" : ", ", sheet.ProductGroups.Select(code =>
        method.Figures.ProductGroups.FirstOrDefault(row => row.Id == code) is { } row ? $"{code} {row.Name}" : code));

    private string Step(string scale, string step) => method.Scale(scale)?.Step(step)?.Name.In(culture) ?? step;

    private static Fact[] Told(string name, string? value) => string.IsNullOrEmpty(value) ? [] : [new Fact(name, value)];

    /// <summary>A heading with something under it, or nothing.</summary>
    private static IEnumerable<Block> Under(string heading, IEnumerable<Block> blocks)
    {
        var all = blocks.ToList();
        return all.Count == 0 ? [] : [new Heading(heading), .. all];
    }
}
