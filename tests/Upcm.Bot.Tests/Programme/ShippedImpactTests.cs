using System.Globalization;

using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>What impact sheets choose from, and the printed figures they are held against.</summary>
public sealed class ShippedImpactTests
{
    private static WorkingMethod Method => Shipped.Programme;

    [Fact]
    public void Performance_goals_have_their_horizon_and_scale() =>
        Assert.Equal(
            [
                "innovatiemotoren 0-10j contribution", "functioneel-waardebehoud 0-5j contribution",
                "technisch-waardebehoud 0-2j contribution", "economisch-waardebehoud 0-1j contribution",
                "business-proposities 0-3m propositions",
            ],
            Method.PerformanceGoals.Select(goal => $"{goal.Id} {goal.Horizon} {goal.Scale}"));

    [Fact]
    public void Eight_innovation_functions_are_rated()
    {
        Assert.Equal(["F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"], Method.InnovationFunctions.Select(function => function.Id));
        Assert.All(Method.InnovationFunctions, function => Assert.Equal("contribution", function.Scale));
    }

    [Fact]
    public void Effects_are_those_of_the_method_and_of_its_sample_projects()
    {
        Assert.Equal(["milieu", "leveringszekerheid", "economie"], Method.EffectGoals.Select(goal => goal.Id));
        Assert.Empty(
            new[] { "leveringszekerheid", "milieu", "waardebehoud", "businesscase", "ketensluiting", "prestatiedoelen", "kennisontwikkeling" }
                .Except(Method.IntendedEffects.Select(effect => effect.Id)));
    }

    [Fact]
    public void Ten_strategies_fall_in_three_bands() =>
        Assert.Equal(
            "R0-R2: R0 R1 R2, R3-R7: R3 R4 R5 R6 R7, R8-R9: R8 R9",
            string.Join(", ", Method.Bands.Select(band =>
                $"{band.Id}: {string.Join(' ', Method.Strategies.Where(strategy => strategy.Band == band.Id).Select(strategy => strategy.Id))}")));

    [Theory]
    [InlineData("materialen", "20.3 20.5 22.1 22.2 24 38")]
    [InlineData("verbruiksartikelen", "25.6 25.7 25.91 25.92 25.94")]
    [InlineData("bouw-en-constructie", "23 25.1 25.11 25.5 25.9")]
    [InlineData("kapitaalgoederen", "26.1 26.5 26.6 26.7 27.1 27.3 27.4 28.1 28.2 28.3 28.4 28.9 29.2 30 32 33")]
    [InlineData("consumentengoederen", "26.2 26.3 26.4 26.8 27.5 29.1 29.3")]
    [InlineData(null, "20 22 25 26 27 28 29")]
    public void A_product_group_is_in_its_cluster(string? cluster, string groups) =>
        Assert.Equal(groups, string.Join(' ', Method.ProductGroups.Where(group => group.Cluster == cluster).Select(group => group.Sbi)));

    [Fact]
    public void Regions_are_the_twelve_provinces_the_country_and_the_union()
    {
        Assert.Equal(14, Method.Regions.Length);
        Assert.Equal(
            Method.Regions.Select(region => region.Id).Except(["landelijk", "eu"]).Order(StringComparer.Ordinal),
            Method.Figures.Provinces.Select(row => row.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Printed_totals_are_kept()
    {
        var figures = Method.Figures;
        Assert.Equal((13, 12, 5), (figures.ProductGroups.Length, figures.Provinces.Length, figures.Clusters.Length));
        Assert.Equal(24170m, figures.ProductGroupsTotal.Co2);
        Assert.Equal(-2023m, figures.ProductGroupsTotal.Co2Impact);
        Assert.Equal(-5556m, figures.ProductGroupsTotal.Co2Autonomous);
        Assert.Equal(-2452m, figures.ProductGroupsTotal.Co2WithSmartIndustry);
        Assert.Equal(51125m, figures.ProductGroupsTotal.ValueAdded);
        Assert.Equal(277366m, figures.ProductGroupsTotal.CriticalMaterialFlow);
        Assert.Equal(-2313m, figures.ProvincesTotal.Co2Impact);
        Assert.Equal(-2313m, figures.ClustersTotal.Co2Impact);
        Assert.Null(figures.ProvincesTotal.Co2Autonomous);
    }

    [Theory]
    [InlineData("29", 146, -3, 3132, 4066)]
    [InlineData("38", 7350, -882, 1000, 60100)]
    [InlineData("20", 6096, -305, 3381, 11752)]
    public void A_product_group_has_its_printed_figures(string sbi, int co2, int impact, int value, int flow)
    {
        var row = Method.Figures.ProductGroups.Single(row => row.Id == sbi);
        Assert.Equal((co2, impact, value, flow), (row.Co2, row.Co2Impact, row.ValueAdded, row.CriticalMaterialFlow));
    }

    /// <summary>
    /// Every sum that differs from its printed total is listed, and nothing else is. Numbers of organisations are left aside:
    /// provinces and clusters miss their totals by one there, which is rounding.
    /// </summary>
    [Fact]
    public void The_nine_discrepancies_are_exactly_the_sums_that_do_not_fit()
    {
        var figures = Method.Figures;
        var found = Differences("product-groups", figures.ProductGroups, figures.ProductGroupsTotal)
            .Concat(Differences("provinces", figures.Provinces, figures.ProvincesTotal))
            .Concat(Differences("clusters", figures.Clusters, figures.ClustersTotal))
            .ToList();

        Assert.Equal(9, found.Count);
        Assert.Equal(found.Order(StringComparer.Ordinal), figures.Discrepancies.Select(Told).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Differences(string table, IEnumerable<IndustryRow> rows, IndustryRow total) =>
        from column in Columns
        let sum = rows.Sum(column.Value)
        where sum != column.Value(total)
        select Told(new Discrepancy(table, column.Key, sum, column.Value(total)));

    private static string Told(Discrepancy one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Table} {one.Column} {one.SumOfRows} {one.PrintedTotal}");

    private static readonly Dictionary<string, Func<IndustryRow, decimal>> Columns = new(StringComparer.Ordinal)
    {
        ["jobs-thousand"] = row => row.JobsThousand,
        ["labour-volume-thousand"] = row => row.LabourVolumeThousand,
        ["net-turnover"] = row => row.NetTurnover,
        ["value-added"] = row => row.ValueAdded,
        ["value-added-impact"] = row => row.ValueAddedImpact,
        ["co2"] = row => row.Co2,
        ["co2-impact"] = row => row.Co2Impact,
        ["co2-autonomous"] = row => row.Co2Autonomous ?? 0,
        ["co2-with-smart-industry"] = row => row.Co2WithSmartIndustry ?? 0,
        ["critical-material-flow"] = row => row.CriticalMaterialFlow,
    };
}
