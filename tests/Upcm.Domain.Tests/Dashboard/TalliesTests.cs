using System.Collections.Immutable;

namespace Upcm.Domain.Tests.Dashboard;

public sealed class TalliesTests
{
    private static readonly Initiative Plain = new()
    {
        Number = Sample.Number,
        Title = "Batterijen",
        Result = "Ze gaan langer mee.",
        Team = "realisatie",
        Phase = "initiatie",
        RegisteredBy = new Somebody(Sample.Ann, "Ann"),
        RegisteredAt = Sample.Moment,
    };

    [Fact]
    public void What_is_not_told_is_counted_as_not_told() => Assert.Equal(
        ["effect/-", "group/-", "initiative", "region/-", "state/realisatie/initiatie/Active", "strategy/-", "team/realisatie"],
        Names(Tallies.Of(Plain)));

    [Fact]
    public void A_stopped_initiative_is_counted_by_team_and_state_alone() => Assert.Equal(
        ["initiative", "state/realisatie/initiatie/Stopped", "team/realisatie"],
        Names(Tallies.Of(Plain with { Status = InitiativeStatus.Stopped, Effects = ["milieu"], Impact = ImpactInBrief.Of(ImpactSample.Sheet) })));

    [Fact]
    public void A_group_named_in_registration_and_sheet_is_counted_once()
    {
        var both = Plain with
        {
            ProductGroups = ["29.1", "26"],
            Strategies = ["R3", "R3"],
            Impact = new ImpactInBrief { Version = 1, ProductGroups = ["29.1", "47.6"], Co2 = 12.3456m },
        };
        var tallies = Tallies.Of(both).ToList();
        Assert.Equal(
            ["group-co2/26", "group-co2/29.1", "group-co2/47.6", "group-sheet/26", "group-sheet/29.1", "group-sheet/47.6"],
            Names(tallies.Where(static one => one.Counter.StartsWith("count/group-", StringComparison.Ordinal) && !one.Counter.Contains("strategy", StringComparison.Ordinal))));
        Assert.Equal(["group-strategy/26/R3", "group-strategy/29.1/R3", "group-strategy/47.6/R3"], Names(tallies.Where(static one => one.Counter.Contains("group-strategy", StringComparison.Ordinal))));
        Assert.Equal(12_346, tallies.Single(static one => one.Counter == "count/co2").Amount);
    }

    [Fact]
    public void The_same_name_with_other_capitals_and_spaces_is_no_other_name() =>
        Assert.Equal(Tally.Different("change-maker", "De  Koploper "), Tally.Different("change-maker", "de\nkoploper"));

    [Theory]
    [InlineData(119)]
    [InlineData(120)]
    [InlineData(300)]
    public void A_long_name_is_cut_where_no_character_breaks(int before)
    {
        var name = Tally.Different("change-maker", new string('a', before) + "😀").Counter;
        Assert.False(char.IsHighSurrogate(name[^1]));
        Assert.True(name.Length <= "named/change-maker/".Length + 120);
    }

    [Fact]
    public void A_report_counts_what_it_tells_of() => Assert.Equal(
        [new("count/entrepreneurs-helped", 12), new Tally("named/target-group-reached/installateurs", 1, "count/target-group-reached")],
        Tallies.Of(Sample.Report with { EntrepreneursHelped = 12, TargetGroupsReached = ["Installateurs"] }));

    [Fact]
    public void A_report_that_tells_of_nobody_counts_nothing() => Assert.Empty(Tallies.Of(Sample.Report with { EntrepreneursHelped = 0 }));

    [Fact]
    public void What_a_sheet_says_in_brief_is_what_it_says()
    {
        var brief = ImpactInBrief.Of(ImpactSample.Sheet);
        Assert.Equal((ImpactSample.Sheet.Version, ImpactSample.Sheet.Co2, ImpactSample.Sheet.SupplyRisk), (brief.Version, brief.Co2, brief.SupplyRisk));
        Assert.Equal(ImpactSample.Sheet.EffectGoals.Select(static goal => goal.Horizon is null ? $"{goal.Goal}/-" : $"{goal.Goal}/{goal.Horizon}"), brief.EffectGoals);
    }

    private static ImmutableArray<string> Names(IEnumerable<Tally> tallies) => [.. tallies.Select(static one => one.Counter["count/".Length..]).Order(StringComparer.Ordinal)];
}
