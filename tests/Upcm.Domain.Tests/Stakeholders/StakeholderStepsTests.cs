using static Upcm.Domain.Tests.Stakeholders.StakeholderSample;

namespace Upcm.Domain.Tests.Stakeholders;

public sealed class StakeholderStepsTests
{
    [Fact]
    public void Nothing_is_done_on_an_empty_map() =>
        Assert.All(StakeholderSteps.Of(Empty, new Norms()), step => Assert.False(step.IsDone));

    [Fact]
    public void Issues_and_strategy_are_asked_of_those_that_matter_only()
    {
        var map = With(
            Called("klant", 5, 5, "ketenpartner") with { Wins = "zekerheid", Approach = "elke week" },
            Called("buur", 1, 1),
            Called("onbekend"));
        var steps = StakeholderSteps.Of(map, new Norms());
        Assert.Equal(
            [(1, 3), (2, 3), (1, 2), (1, 2), (0, 1)],
            steps.Select(step => (step.Done, step.Of)));
        Assert.All(steps, step => Assert.False(step.IsDone));
        var without = (Accepted<StakeholderMap>)StakeholderLaws.Remove(map, 3);
        Assert.Equal([false, true, true, true, false], StakeholderSteps.Of(without.Value, new Norms()).Select(step => step.IsDone));
    }

    [Fact]
    public void A_step_is_as_old_as_the_last_time_it_was_worked_on()
    {
        var map = With(Called("klant", 5, 5), Called("buur", 1, 1));
        var later = Sample.Moment.AddDays(30);
        var changed = (Accepted<StakeholderMap>)StakeholderLaws.Change(map, map.Of(2)! with { Influence = 2 }, Method, later);
        var steps = StakeholderSteps.Of(changed.Value, new Norms());
        Assert.Equal([Sample.Moment, later, null, null, null], steps.Select(step => step.At));
        Assert.False(steps[0].IsOld(new Norms { StakeholderMapValidWeeks = 2 }, Sample.Moment.AddDays(14)));
        Assert.True(steps[0].IsOld(new Norms { StakeholderMapValidWeeks = 2 }, Sample.Moment.AddDays(15)));
        Assert.False(steps[2].IsOld(new Norms(), Sample.Moment.AddYears(9)));
    }

    [Fact]
    public void Of_several_stakeholders_the_last_that_was_worked_on_tells_the_age()
    {
        var map = With(
            Called("klant", 5, 5, "ketenpartner") with { Side = "gebruiker", Wins = "zekerheid", Approach = "elke week" },
            Called("bank", 5, 5, "ketenpartner") with { Wins = "rente", Approach = "elke maand" });
        var later = Sample.Moment.AddDays(30);
        var changed = ((Accepted<StakeholderMap>)StakeholderLaws.Change(map, map.Of(1)! with { Side = "beslisser", Wins = "een vaste prijs", Approach = "elke dag" }, Method, later)).Value;
        Assert.Equal([later, Sample.Moment, later, later, null], StakeholderSteps.Of(changed, new Norms()).Select(step => step.At));
        Assert.Equal(later, StakeholderSteps.LastWorkedOn(changed, new Norms()));
        Assert.Null(StakeholderSteps.LastWorkedOn(Empty, new Norms()));
    }

    [Fact]
    public void A_horizon_the_programme_does_not_know_asks_for_nobody_in_particular() =>
        Assert.Equal(Missing(Empty), Missing(Empty, "0-99j"));

    [Fact]
    public void Looking_at_the_whole_map_again_is_the_fifth_step()
    {
        var map = StakeholderLaws.Recalibrate(With(Called("klant")), new Somebody(Sample.Ann, "Ann"), Sample.Moment);
        Assert.True(StakeholderSteps.Of(map, new Norms())[4].IsDone);
        Assert.Equal("Ann", map.RecalibratedBy!.Name);
    }

    [Fact]
    public void Who_is_missing_is_told_for_the_horizons_of_the_initiative_and_every_shorter_one()
    {
        var map = With(Called("koploper", kind: "change-maker"));
        Assert.Equal(["0-1j:gebruiker"], Missing(map, "0-1j"));
        Assert.Equal(["0-1j:gebruiker", "0-2j:ketenpartner"], Missing(map, "0-3m", "0-2j"));
        Assert.Equal(["0-1j:gebruiker", "0-2j:ketenpartner"], Missing(map));
        Assert.Empty(Missing(map, "0-3m"));
        Assert.Equal(["0-3m:change-maker", "0-2j:ketenpartner"], Missing(With(Called("werkplaats") with { Side = "gebruiker" })));
    }

    [Fact]
    public void A_gate_sees_a_map_with_enough_stakeholders_in_their_place()
    {
        Assert.False(StakeholderSteps.IsMade(null, new Norms()));
        Assert.False(StakeholderSteps.IsMade(With(Called("a", 1, 1), Called("b", 1, 1), Called("c")), new Norms()));
        Assert.True(StakeholderSteps.IsMade(With(Called("a", 1, 1), Called("b", 1, 1), Called("c", 5, 5)), new Norms()));
    }

    private static IEnumerable<string> Missing(StakeholderMap map, params string[] horizons) =>
        StakeholderSteps.Missing(map, [.. horizons], Method).SelectMany(one => one.Sorts.Select(sort => $"{one.Horizon.Id}:{sort.Id}"));
}
