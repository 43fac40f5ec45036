namespace Upcm.Domain.Tests;

public sealed class ImpactCompareTests
{
    private static readonly ImpactSheet Before = ImpactSample.Sheet;

    [Fact]
    public void A_sheet_does_not_differ_from_itself() =>
        Assert.Empty(ImpactSheet.Compare(Before, Before with { Version = 2, Co2 = 26.0m }));

    [Fact]
    public void Only_what_changed_is_told_in_the_order_of_the_sheet()
    {
        var after = Before with
        {
            Version = 2,
            ProductGroups = ["29.1"],
            Co2 = 20.5m,
            SupplyRisk = null,
            Co2PerBand = Before.Co2PerBand.SetItem("R0-R2", 1),
            InnovationFunctions = Before.InnovationFunctions.SetItem("F2", "laag"),
        };
        Assert.Equal(
            [
                new ImpactChange(ImpactField.ProductGroups, null, "29.1, 30.9, 47.6", "29.1"),
                new ImpactChange(ImpactField.Co2PerBand, "R0-R2", null, "1"),
                new ImpactChange(ImpactField.Co2, null, "26", "20.5"),
                new ImpactChange(ImpactField.SupplyRisk, null, "enige-verbetering", null),
                new ImpactChange(ImpactField.InnovationFunctions, "F2", "hoog", "laag"),
            ],
            ImpactSheet.Compare(Before, after));
    }

    [Fact]
    public void Texts_days_and_goals_are_told_as_they_stand_one_under_another_in_the_order_of_their_keys()
    {
        var after = Before with
        {
            StatusDate = new DateOnly(2020, 12, 1),
            EffectGoals = [new EffectGoal("milieu", null, "minder afval"), new EffectGoal("milieu", "0-1j", "en minder water"), new EffectGoal("economie", null, "banen")],
            Goals = "  ",
        };
        Assert.Equal(
            [
                new ImpactChange(ImpactField.StatusDate, null, "2020-10-15", "2020-12-01"),
                new ImpactChange(ImpactField.EffectGoals, "economie", null, "banen"),
                new ImpactChange(ImpactField.EffectGoals, "milieu", "0-5j hergebruik batterijen", "minder afval; 0-1j en minder water"),
            ],
            ImpactSheet.Compare(Before, after));
    }
}
