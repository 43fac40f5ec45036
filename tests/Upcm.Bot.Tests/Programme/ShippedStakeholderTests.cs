using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>What the method says of stakeholders and of the context scan, checked in the programme that comes with the bot.</summary>
public sealed class ShippedStakeholderTests
{
    private static WorkingMethod Method => Shipped.Programme;

    [Fact]
    public void A_stakeholder_is_of_one_of_nine_kinds_on_one_of_four_sides()
    {
        Assert.Equal(
            ["sleutelspeler", "koersbepaler", "change-maker", "doelgroep", "ketenpartner", "financier", "kennisinstelling", "overheid", "branche"],
            Method.StakeholderKinds.Select(kind => kind.Id));
        Assert.Equal(["gebruiker", "uitvoerder", "leverancier", "beslisser"], Method.StakeholderSides.Select(side => side.Id));
    }

    [Theory]
    [InlineData("0-1m", "gebruiker", "uitvoerder", "leverancier", "beslisser")]
    [InlineData("0-3m", "change-maker")]
    [InlineData("0-1j", "doelgroep")]
    [InlineData("0-2j", "ketenpartner")]
    [InlineData("0-5j", "financier", "branche")]
    [InlineData("0-10j", "kennisinstelling", "overheid")]
    [InlineData("0-20j")]
    [InlineData("0-50j")]
    public void On_a_horizon_some_are_expected(string horizon, params string[] sorts) =>
        Assert.Equal(sorts, Method.StakeholderKinds.Concat(Method.StakeholderSides).Where(sort => sort.ExpectedOn.Contains(horizon)).Select(sort => sort.Id));

    [Fact]
    public void Six_value_systems_have_at_least_three_statements_each()
    {
        Assert.Equal(["macht", "orde", "succes", "gemeenschap", "synergie", "holisme"], Method.ValueSystems.Select(system => system.Id));
        Assert.All(Method.ValueSystems, system =>
        {
            Assert.True(system.Statements.Length >= 3);
            Assert.All(system.Statements, statement => Assert.StartsWith(system.Id, statement.Id, StringComparison.Ordinal));
        });
    }
}
