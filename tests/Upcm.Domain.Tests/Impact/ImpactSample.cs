using System.Collections.Immutable;

namespace Upcm.Domain.Tests;

/// <summary>The impact sheet of the worked example, with the printed rows it is held against.</summary>
internal static class ImpactSample
{
    public static readonly ImpactSheet Sheet = new()
    {
        Number = Sample.Number,
        Version = 1,
        StatusDate = new DateOnly(2020, 10, 15),
        By = Sample.Ann,
        Cluster = "consumentengoederen",
        ProductGroups = ["29.1", "30.9", "47.6"],
        Co2PerBand = new Dictionary<string, decimal?>(StringComparer.Ordinal)
        {
            ["R0-R2"] = null,
            ["R3-R7"] = 17,
            ["R8-R9"] = 3,
        }.ToImmutableSortedDictionary(),
        EffectGoals = [new EffectGoal("milieu", "0-5j", "hergebruik batterijen")],
        Co2 = 26,
        SupplyRisk = "enige-verbetering",
        ValueAdded = 238,
        InnovationFunctions = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["F1"] = "onbekend",
            ["F2"] = "hoog",
        }.ToImmutableSortedDictionary(),
    };

    public static readonly ImmutableArray<ProductGroup> Table =
        [.. new[] { "29", "29.1", "30", "38" }.Select(sbi => new ProductGroup(sbi, Sample.Text(sbi), null))];

    public static readonly ImmutableArray<IndustryRow> Printed =
    [
        Row("29", co2: 146, co2Impact: -3, value: 3132, valueImpact: 31),
        Row("30", co2: 100, co2Impact: -10, value: 1639, valueImpact: 82),
        Row("38", co2: 7350, co2Impact: -882, value: 1000, valueImpact: 120),
    ];

    private static IndustryRow Row(string sbi, decimal co2, decimal co2Impact, decimal value, decimal valueImpact) =>
        new(sbi, sbi, 0, 0, 0, 0, 0, 0, value, valueImpact, co2, co2Impact, null, null, 0);
}
