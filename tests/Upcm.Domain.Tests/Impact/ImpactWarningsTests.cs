namespace Upcm.Domain.Tests;

public sealed class ImpactWarningsTests
{
    private static readonly ImpactSheet Recycling = ImpactSample.Sheet with
    {
        ProductGroups = ["38"],
        Co2PerBand = ImpactSample.Sheet.Co2PerBand.Clear(),
        Co2 = 882,
        ValueAdded = 120,
    };

    [Fact]
    public void Without_an_indicator_the_bands_together_are_the_claim_and_without_bands_there_is_none()
    {
        var bands = Recycling with { Co2 = null, Co2PerBand = ImpactSample.Sheet.Co2PerBand.SetItem("R8-R9", 9_000) };
        Assert.Equal(9_017, One(bands, ImpactWarningCode.Co2AbovePresent).Figure);
        var empty = bands with { Co2PerBand = ImpactSample.Sheet.Co2PerBand.Clear().Add("R0-R2", null) };
        Assert.DoesNotContain(Found(empty), warning => warning.Code is ImpactWarningCode.Co2AbovePresent or ImpactWarningCode.Co2AboveExpected);
    }

    [Fact]
    public void The_worked_example_claims_26_kton_where_its_bands_give_20()
    {
        var warning = One(ImpactSample.Sheet, ImpactWarningCode.BandsDoNotAddUp);
        Assert.Equal((20m, 26m), (warning.Figure, warning.Against));
    }

    [Fact]
    public void The_worked_example_has_two_codes_outside_the_table() =>
        Assert.Equal(
            ["30.9", "47.6"],
            Found(ImpactSample.Sheet).Where(one => one.Code == ImpactWarningCode.CodeOutsideTable).Select(one => one.Subject));

    [Fact]
    public void The_worked_example_uses_the_figures_of_29_and_30_and_has_none_for_47_6()
    {
        Assert.Equal(
            ["29.1 29", "30.9 30"],
            Found(ImpactSample.Sheet).Where(one => one.Code == ImpactWarningCode.FiguresOfParent)
                .Select(one => $"{one.Subject} {one.Groups.Single()}"));
        Assert.Equal("47.6", One(ImpactSample.Sheet, ImpactWarningCode.NoFigures).Subject);
    }

    [Fact]
    public void The_worked_example_claims_more_than_the_programme_expects_and_less_than_the_groups_hold()
    {
        var co2 = One(ImpactSample.Sheet, ImpactWarningCode.Co2AboveExpected);
        Assert.Equal((26m, 13m), (co2.Figure, co2.Against));
        Assert.Equal(["29", "30"], co2.Groups);
        var value = One(ImpactSample.Sheet, ImpactWarningCode.ValueAboveExpected);
        Assert.Equal((238m, 113m), (value.Figure, value.Against));
        Assert.DoesNotContain(
            Found(ImpactSample.Sheet), one => one.Code is ImpactWarningCode.Co2AbovePresent or ImpactWarningCode.ValueAbovePresent);
    }

    [Fact]
    public void Claims_that_just_reach_the_figures_are_not_remarked_on() => Assert.Empty(Found(Recycling));

    [Fact]
    public void Claims_above_what_the_groups_hold_are_remarked_on()
    {
        var bold = Recycling with { Co2 = 7351, ValueAdded = 1001 };
        Assert.Equal(7350, One(bold, ImpactWarningCode.Co2AbovePresent).Against);
        Assert.Equal(1000, One(bold, ImpactWarningCode.ValueAbovePresent).Against);
    }

    [Fact]
    public void A_group_that_is_printed_once_counts_once()
    {
        var twice = ImpactSample.Sheet with { ProductGroups = ["29", "29.1"] };
        Assert.Equal(3, One(twice, ImpactWarningCode.Co2AboveExpected).Against);
    }

    [Fact]
    public void Without_the_indicator_the_bands_are_the_claim()
    {
        var sheet = ImpactSample.Sheet with { Co2 = null };
        Assert.Equal(20, One(sheet, ImpactWarningCode.Co2AboveExpected).Figure);
    }

    [Fact]
    public void Without_figures_nothing_is_compared() =>
        Assert.Equal(
            [ImpactWarningCode.CodeOutsideTable, ImpactWarningCode.NoFigures],
            Found(Recycling with { ProductGroups = ["47.6"], Co2 = 99_999 }).Select(one => one.Code));

    private static System.Collections.Immutable.ImmutableArray<ImpactWarning> Found(ImpactSheet sheet) =>
        ImpactWarnings.In(sheet, ImpactSample.Table, ImpactSample.Printed);

    private static ImpactWarning One(ImpactSheet sheet, ImpactWarningCode code) =>
        Assert.Single(Found(sheet), warning => warning.Code == code);
}
