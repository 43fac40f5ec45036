using System.Collections.Immutable;

namespace Upcm.Domain.Tests.Dashboard;

/// <summary>Each value of the dashboard from what initiatives and reports count towards.</summary>
public sealed class MeasuringTests
{
    private static readonly Scale Contribution = new("bijdrage", [Step("onbekend"), Step("laag"), Step("middel"), Step("hoog")]);

    private static readonly WorkingMethod Method = Sample.Method with
    {
        Scales = [Contribution],
        PerformanceGoals = [new Indicator("P1", Sample.Text("technisch"), Contribution.Id, null, Sample.Text("x"))],
        InnovationFunctions = [Function("F1"), Function("F2"), Function("F3")],
        IntendedEffects = [new Item("milieu", Sample.Text("beter milieu")), new Item("banen", Sample.Text("banen"))],
        Regions = [new Item("noord", Sample.Text("Noord")), new Item("zuid", Sample.Text("Zuid")), new Item("oost", Sample.Text("Oost"))],
    };

    private static readonly Initiative First = new()
    {
        Number = new InitiativeNumber(26, 1),
        Title = "Batterijen",
        Result = "Ze gaan langer mee.",
        Team = "realisatie",
        Phase = "initiatie",
        Effects = ["milieu"],
        Regions = ["noord"],
        Strategies = ["R3", "R4"],
        ProductGroups = ["29.1", "99.9"],
        Impact = Told(("P1", "hoog"), ("F1", "laag"), ("F2", "hoog")),
        RegisteredBy = new Somebody(Sample.Ann, "Ann"),
        RegisteredAt = Sample.Moment,
    };

    private static readonly Initiative Second = First with
    {
        Number = new InitiativeNumber(26, 2),
        Phase = "definitie",
        Regions = ["noord", "zuid"],
        ProductGroups = ["28"],
        Strategies = ["R9"],
        Status = InitiativeStatus.OnHold,
        Impact = Told(("P1", "laag"), ("F2", "middel")),
    };

    private static readonly Initiative Third = First with { Number = new InitiativeNumber(26, 3), Team = "nsp", Effects = ["banen"], Impact = null, ProductGroups = [], Strategies = ["R3"], Regions = [] };

    private static readonly Initiative Stopped = First with { Number = new InitiativeNumber(26, 4), Status = InitiativeStatus.Stopped };

    private static readonly Counts All = Counted(First, Second, Third, Stopped);

    [Fact]
    public void Initiatives_are_those_that_were_not_stopped_by_team()
    {
        var measured = Of(new Derivation(Derivations.Initiatives));
        Assert.Equal((3m, null), (measured.Value, measured.Of));
        Assert.Equal([("nsp", 1m), ("realisatie", 2m)], measured.Parts.Select(static part => (part.Name.Nl, part.Count)));
        Assert.All(measured.Parts, static part => Assert.True(part.Counted));
    }

    [Fact]
    public void A_team_and_a_phase_may_be_named_and_a_team_without_initiatives_is_left_out_unless_it_is()
    {
        Assert.Equal(1, Of(new Derivation(Derivations.Initiatives) { Teams = ["realisatie"], Phases = ["definitie"] }).Value);
        Assert.Equal(2, Of(new Derivation(Derivations.Initiatives) { Phases = ["initiatie"] }).Value);
        Assert.Equal(["realisatie"], Measuring.Of(new Derivation(Derivations.Initiatives), Counted(First), Method).Parts.Select(static part => part.Name.Nl));
        Assert.Equal([0m], Measuring.Of(new Derivation(Derivations.Initiatives) { Teams = ["nsp"] }, Counted(First), Method).Parts.Select(static part => part.Count));
    }

    [Fact]
    public void Running_is_neither_stopped_nor_on_hold_and_says_by_which_counters_its_records_are_found()
    {
        var measured = Of(new Derivation(Derivations.Running) { Teams = ["realisatie"], Phases = ["initiatie", "definitie"] });
        Assert.Equal(1, measured.Value);
        Assert.Equal(["count/state/realisatie/initiatie/Active", "count/state/realisatie/definitie/Active"], measured.Parts.Single().Counters);
        Assert.Equal(
            ["count/state/realisatie/initiatie/Active", "count/state/realisatie/initiatie/OnHold", "count/state/realisatie/initiatie/Closed"],
            Of(new Derivation(Derivations.Initiatives) { Teams = ["realisatie"], Phases = ["initiatie"] }).Parts.Single().Counters);
    }

    [Fact]
    public void Initiatives_with_an_effect_and_with_a_sheet_are_told_of_all()
    {
        var effect = Of(new Derivation(Derivations.WithEffect) { Effect = "milieu" });
        Assert.Equal((2m, 3m, "beter milieu"), (effect.Value, effect.Of, effect.Parts.Single().Name.Nl));
        Assert.Equal(["count/effect/milieu"], effect.Parts.Single().Counters);
        var sheets = Of(new Derivation(Derivations.Sheets));
        Assert.Equal((2m, 3m), (sheets.Value, sheets.Of));
        Assert.Equal(["realisatie"], sheets.Parts.Select(static part => part.Name.Nl)); // nsp has none
        Assert.Equal("elders", Of(new Derivation(Derivations.WithEffect) { Effect = "elders" }).Parts.Single().Name.Nl);
    }

    [Fact]
    public void A_rated_goal_counts_from_its_step_and_shows_the_lower_steps_beside_it()
    {
        var measured = Of(new Derivation(Derivations.Rated) { Goal = "P1", Step = "middel" });
        Assert.Equal((1m, 3m), (measured.Value, measured.Of));
        Assert.Equal(
            [("onbekend", 0m, false), ("laag", 1m, false), ("middel", 0m, true), ("hoog", 1m, true)],
            measured.Parts.Select(static part => (part.Name.Nl, part.Count, part.Counted)));
        Assert.Equal(2, Of(new Derivation(Derivations.Rated) { Goal = "P1", Step = "laag" }).Value);
        Assert.Equal(["count/goal/P1/hoog"], measured.Parts[^1].Counters);
        Assert.Empty(Of(new Derivation(Derivations.Rated) { Goal = "P9", Step = "laag" }).Parts);
    }

    [Fact]
    public void Innovation_functions_are_counted_that_any_sheet_rates_at_the_step_or_higher()
    {
        var measured = Of(new Derivation(Derivations.Functions) { Step = "middel" });
        Assert.Equal((1m, 3m), (measured.Value, measured.Of));
        Assert.Equal([("F1", 0m), ("F2", 2m), ("F3", 0m)], measured.Parts.Select(static part => (part.Name.Nl, part.Count)));
        Assert.All(measured.Parts, static part => Assert.True(part.Counted));
        Assert.Equal(["count/function/F2/middel", "count/function/F2/hoog"], measured.Parts[1].Counters);
        Assert.Equal(2, Of(new Derivation(Derivations.Functions) { Step = "laag" }).Value);
    }

    [Fact]
    public void Product_groups_are_those_that_an_initiative_touches_with_the_strategies_that_are_asked()
    {
        var any = Of(new Derivation(Derivations.ProductGroups));
        Assert.Equal((3m, null), (any.Value, any.Of));
        Assert.Equal([("28 x", 1m), ("29.1 x", 1m), ("99.9", 1m)], any.Parts.Select(static part => (part.Name.Nl, part.Count)));
        Assert.Equal(["count/group/28"], any.Parts[0].Counters);
        var repaired = Of(new Derivation(Derivations.ProductGroups) { Strategies = ["R3", "R5"] });
        Assert.Equal([("29.1 x", 1m, true), ("99.9", 1m, true)], repaired.Parts.Select(static part => (part.Name.En, part.Count, part.Counted)));
        Assert.Equal(["count/group-strategy/29.1/R3", "count/group-strategy/29.1/R5"], repaired.Parts[0].Counters);
    }

    [Fact]
    public void Regions_are_counted_of_those_that_are_named()
    {
        var measured = Of(new Derivation(Derivations.Regions) { Regions = ["noord", "zuid", "oost"] });
        Assert.Equal((2m, 3m), (measured.Value, measured.Of));
        Assert.Equal([("Noord", 2m), ("Zuid", 1m), ("Oost", 0m)], measured.Parts.Select(static part => (part.Name.Nl, part.Count)));
    }

    [Fact]
    public void Names_are_counted_however_often_each_is_named_and_found_by_what_they_are()
    {
        var named = Counted(
            First with { Stakeholders = new StakeholdersInBrief { ChangeMakers = ["Koploper"], TargetGroups = ["Bewoners", "Winkels"] } },
            Second with { Stakeholders = new StakeholdersInBrief { ChangeMakers = ["koploper"] } });
        Assert.Equal(1, Measuring.Of(new Derivation(Derivations.ChangeMakers), named, Method).Value);
        Assert.Equal(2, Measuring.Of(new Derivation(Derivations.TargetGroups), named, Method).Value);
        Assert.Equal("named/change-maker/", Measuring.NamesOf(new Derivation(Derivations.ChangeMakers)));
        Assert.Equal("named/target-group/", Measuring.NamesOf(new Derivation(Derivations.TargetGroups)));
        Assert.Null(Measuring.NamesOf(new Derivation(Derivations.Regions)));
    }

    [Fact]
    public void Entrepreneurs_of_all_reports_are_added_up()
    {
        var counts = CountedBy(new[] { 12, 30 }.SelectMany(static helped => Tallies.Of(Sample.Report with { EntrepreneursHelped = helped })));
        Assert.Equal(42, Measuring.Of(new Derivation(Derivations.Entrepreneurs), counts, Method).Value);
    }

    [Fact]
    public void A_derivation_that_is_none_is_a_mistake_of_the_code() =>
        Assert.Contains("'raden'", Assert.Throws<ArgumentException>(static () => Of(new Derivation("raden"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null, false, 3)]
    [InlineData("realisatie", null, false, 2)]
    [InlineData("realisatie", null, true, 1)]
    [InlineData(null, "initiatie", false, 2)]
    [InlineData("nsp", "definitie", false, 0)]
    public void Counts_tell_how_many_are_in_a_team_and_a_phase(string? team, string? phase, bool runningOnly, long count) =>
        Assert.Equal(count, All.In(team, phase, runningOnly));

    [Fact]
    public void What_is_counted_of_a_sort_is_told_by_what_it_is_and_a_name_that_begins_alike_is_another()
    {
        Assert.Equal(["29.1", "99.9"], Counted(First).Of(Tallies.Groups).Select(static one => one.Key));
        Assert.Equal(0, Counted(First)["group/1"]);
        Assert.Empty(CountedBy([new Tally("count/state/realisatie/initiatie")]).Of("stat"));
        Assert.Equal(0, CountedBy([new Tally("count/state/realisatie/initiatie")]).In());
    }

    [Fact]
    public void What_a_sheet_says_counts_once_for_each_of_its_parts()
    {
        var sheet = First with
        {
            Impact = ImpactInBrief.Of(ImpactSample.Sheet) with { EffectGoals = ["milieu/0-5j", "milieu/-", "economie/0-1j"], PerformanceGoals = Steps(("P1", "hoog")) },
        };
        string[] counters = [.. Tallies.Of(sheet).Select(static one => $"{one.Counter}={one.Amount}")];
        foreach (var counted in new[]
        {
            "count/with-sheet/realisatie=1", "count/co2-told=1", "count/co2=26000", "count/value-added-told=1", "count/value-added=238000", "count/supply-risk/enige-verbetering=1",
            "count/goal/P1/hoog=1", "count/function/F1/onbekend=1", "count/function/F2/hoog=1", "count/effect-goal/milieu/0-5j=1", "count/effect-goal/milieu/-=1",
            "count/effect-goal-sheet/milieu=1", "count/effect-goal-sheet/economie=1", "count/group-sheet/47.6=1", "count/group-co2/47.6=26000",
        })
        {
            Assert.Single(counters, one => one == counted);
        }

        Assert.Contains("count/supply-risk/-=1", Tallies.Of(First).Select(static one => $"{one.Counter}={one.Amount}"));
        Assert.DoesNotContain(Tallies.Of(First), static one => one.Counter.StartsWith("count/co2", StringComparison.Ordinal) || one.Counter.StartsWith("count/value", StringComparison.Ordinal));
    }

    [Fact]
    public void Records_are_found_by_what_they_count_towards_and_not_by_what_they_leave_out()
    {
        var leads = Tallies.Leads(Tallies.Of(Third with { Stakeholders = new StakeholdersInBrief { ChangeMakers = ["Koploper"] } })).ToList();
        Assert.Contains("count/effect/banen", leads);
        Assert.Contains("named/change-maker/koploper", leads);
        Assert.DoesNotContain("count/region/-", leads);
        Assert.DoesNotContain("count/initiative", leads);
    }

    [Fact]
    public void A_sum_is_kept_in_thousandths_rounded_away_from_nothing()
    {
        Assert.Equal(2_001, Tally.Sum("co2", 2.0005m).Amount);
        Assert.Equal(-2_001, Tally.Sum("co2", -2.0005m).Amount);
        Assert.Equal(2.001m, Tally.FromThousandths(2_001));
    }

    private static Measured Of(Derivation derivation) => Measuring.Of(derivation, All, Method);

    private static Counts Counted(params Initiative[] initiatives) => CountedBy(initiatives.SelectMany(static it => Tallies.Of(it)));

    /// <summary>As a store keeps them: each counter a sum, and beside it how many of its sort are above nothing.</summary>
    private static Counts CountedBy(IEnumerable<Tally> tallies)
    {
        var sums = tallies.GroupBy(static tally => (tally.Counter, tally.Among)).Select(static same => (same.Key.Counter, same.Key.Among, Amount: same.Sum(static one => one.Amount))).ToList();
        return new Counts(sums.Select(static sum => KeyValuePair.Create(sum.Counter, sum.Amount))
            .Concat(sums.Where(static sum => sum.Among is not null).CountBy(static sum => sum.Among!).Select(static among => KeyValuePair.Create(among.Key, (long)among.Value))));
    }

    private static ImpactInBrief Told(params (string Id, string Step)[] rated) => new()
    {
        Version = 1,
        PerformanceGoals = Steps([.. rated.Where(static one => one.Id[0] == 'P')]),
        InnovationFunctions = Steps([.. rated.Where(static one => one.Id[0] == 'F')]),
    };

    private static ImmutableSortedDictionary<string, string> Steps(params (string Id, string Step)[] rated) =>
        rated.ToImmutableSortedDictionary(static one => one.Id, static one => one.Step, StringComparer.Ordinal);

    private static Indicator Function(string id) => new(id, Sample.Text(id), Contribution.Id, null, Sample.Text("x"));

    private static Item Step(string id) => new(id, Sample.Text(id));
}
