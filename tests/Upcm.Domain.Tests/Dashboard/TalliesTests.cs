using System.Collections.Immutable;
using Upcm.Domain.Tests.Stakeholders;

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
    public void Who_is_named_by_the_sheet_and_on_the_map_is_named_once()
    {
        var both = Plain with
        {
            Impact = new ImpactInBrief { Version = 1, ChangeMakers = ["De Koploper", "Repair Café", "repair café"], TargetGroups = ["Bewoners"] },
            Stakeholders = new StakeholdersInBrief { ChangeMakers = ["de koploper", "Buurtkracht"] },
        };
        Assert.Equal(
            ["named/change-maker/buurtkracht", "named/change-maker/de koploper", "named/change-maker/repair café", "named/target-group/bewoners"],
            Tallies.Of(both).Select(static one => one.Counter).Where(static name => name.StartsWith("named/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(Tallies.Of(both), static one => Assert.True(one.Among is null || one.Amount == 1));
    }

    [Fact]
    public void Who_is_on_the_map_of_a_stopped_initiative_counts_no_more() => Assert.DoesNotContain(
        Tallies.Of(Plain with { Status = InitiativeStatus.Stopped, Stakeholders = new StakeholdersInBrief { ChangeMakers = ["Buurtkracht"] } }), static one => one.Among is not null);

    [Fact]
    public void The_programme_says_which_stakeholders_count_and_as_what()
    {
        var map = StakeholderSample.With(
            StakeholderSample.Called("Zuid", kind: "change-maker"), StakeholderSample.Called("Buurt", kind: "change-maker"),
            StakeholderSample.Called("Keten", kind: "ketenpartner"), StakeholderSample.Called("Iemand"));
        Assert.Null(StakeholdersInBrief.Of(map, StakeholderSample.Method));
        Assert.Equal(new StakeholdersInBrief { ChangeMakers = ["Buurt", "Zuid"] }, StakeholdersInBrief.Of(map, Counting("change-maker", Derivations.ChangeMakers)));
        Assert.Equal(new StakeholdersInBrief { TargetGroups = ["Keten"] }, StakeholdersInBrief.Of(map, Counting("ketenpartner", Derivations.TargetGroups)));
    }

    [Fact]
    public void Two_briefs_that_name_the_same_are_the_same()
    {
        var brief = new StakeholdersInBrief { ChangeMakers = ["Buurt"], TargetGroups = ["Keten"] };
        Assert.Equal(brief.GetHashCode(), (brief with { ChangeMakers = ["Buurt"] }).GetHashCode());
        Assert.Equal(brief, brief with { ChangeMakers = ["Buurt"] });
        Assert.NotEqual(brief, brief with { ChangeMakers = ["Zuid"] });
        Assert.NotEqual(brief, brief with { TargetGroups = [] });
        Assert.False(brief.Equals(null));
    }

    [Fact]
    public void A_store_is_counted_anew_when_the_programme_says_otherwise_what_stakeholders_count_as()
    {
        var stamp = Tallies.Stamp(Counting("change-maker", Derivations.ChangeMakers));
        Assert.Equal(stamp, Tallies.Stamp(Counting("change-maker", Derivations.ChangeMakers)));
        Assert.NotEqual(stamp, Tallies.Stamp(Counting("change-maker", Derivations.TargetGroups)));
        Assert.NotEqual(stamp, Tallies.Stamp(Counting("ketenpartner", Derivations.ChangeMakers)));
        Assert.Equal(Tallies.Version, stamp >> 32);
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

    private static WorkingMethod Counting(string kind, string countsAs) => StakeholderSample.Method with
    {
        StakeholderKinds = [.. StakeholderSample.Method.StakeholderKinds.Select(one => one.Id == kind ? one with { CountsAs = countsAs } : one)],
    };

    private static ImmutableArray<string> Names(IEnumerable<Tally> tallies) => [.. tallies.Select(static one => one.Counter["count/".Length..]).Order(StringComparer.Ordinal)];
}
