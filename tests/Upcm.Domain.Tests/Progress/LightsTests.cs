namespace Upcm.Domain.Tests;

public sealed class LightsTests
{
    private static readonly Norms Norms = new();

    private static readonly ProgressReport Bare = Sample.Report with { Phases = [], Finance = null, Risks = [] };

    [Theory]
    [InlineData(0, LightColour.Green)]
    [InlineData(1, LightColour.Amber)]
    [InlineData(28, LightColour.Amber)]
    [InlineData(29, LightColour.Red)]
    public void An_unfinished_milestone_colours_the_schedule_by_days_late(int days, LightColour colour)
    {
        var report = Bare with { Milestones = [new Milestone("proef", Sample.Today.AddDays(-days))] };
        var light = Lights.Of(report, Norms, Sample.Today).Schedule;
        Assert.Equal((colour, (decimal)days), (light.Colour, light.Figure!.Value));
        Assert.Equal(days > 0 ? "proef" : null, light.Subject);
    }

    [Fact]
    public void What_was_finished_late_is_late_no_more()
    {
        var report = Bare with { Milestones = [new Milestone("proef", Sample.Today.AddDays(-90), Sample.Today.AddDays(-2))] };
        Assert.Equal(LightColour.Green, Lights.Of(report, Norms, Sample.Today).Schedule.Colour);
    }

    [Fact]
    public void A_phase_that_did_not_start_in_time_is_late()
    {
        var report = Bare with { Phases = [new PhaseDates("definitie", Sample.Today.AddDays(-10), Sample.Today.AddDays(50))] };
        Assert.Equal(
            new Light(LightColour.Amber, LightCode.Late, 10, 28, "definitie"), Lights.Of(report, Norms, Sample.Today).Schedule);
    }

    [Fact]
    public void Without_any_planned_day_the_schedule_is_unknown() =>
        Assert.Equal(LightColour.Unknown, Lights.Of(Bare, Norms, Sample.Today).Schedule.Colour);

    [Theory]
    [InlineData(100, LightColour.Green)]
    [InlineData(120, LightColour.Green)]
    [InlineData(99, LightColour.Amber)]
    [InlineData(80, LightColour.Amber)]
    [InlineData(79, LightColour.Red)]
    public void Money_is_coloured_by_the_share_that_is_needed(int allocated, LightColour colour) =>
        Assert.Equal(colour, Lights.Of(Bare with { Finance = new Finance(100, allocated, 0) }, Norms, Sample.Today).Money.Colour);

    [Theory]
    [InlineData(1, 7, LightColour.Green)]
    [InlineData(2, 4, LightColour.Amber)]
    [InlineData(2, 7, LightColour.Amber)]
    [InlineData(3, 5, LightColour.Red)]
    public void The_heaviest_risk_colours_the_light(int chance, int effect, LightColour colour)
    {
        var report = Bare with { Risks = [new Risk("klein", 1, 1), new Risk("groot", chance, effect), new Risk("onbekend")] };
        Assert.Equal(
            new Light(colour, LightCode.HeaviestRisk, chance * effect, 15, "groot"), Lights.Of(report, Norms, Sample.Today).Risk);
    }

    [Theory]
    [InlineData(28, LightColour.Green)]
    [InlineData(29, LightColour.Amber)]
    [InlineData(56, LightColour.Amber)]
    [InlineData(57, LightColour.Red)]
    public void A_report_is_fresh_for_one_interval_and_red_after_two(int days, LightColour colour) =>
        Assert.Equal(colour, Lights.Of(Bare, Norms, Bare.ReportedAt.AddDays(days)).Freshness.Colour);

    [Fact]
    public void Without_any_report_only_freshness_can_be_told()
    {
        var lights = Lights.Of(null, Norms, Sample.Today, Sample.Today.AddDays(-57));
        Assert.Equal(LightColour.Red, lights.Freshness.Colour);
        Assert.Equal(LightColour.Red, lights.Overall);
        Assert.Equal(LightColour.Unknown, Lights.Of(null, Norms, Sample.Today).Overall);
    }

    [Fact]
    public void The_worked_example_is_amber_because_of_its_need()
    {
        var lights = Lights.Of(Sample.Report, Norms, Sample.Today);
        Assert.Equal(new Light(LightColour.Amber, LightCode.MoneyNeeded, 20_000, 20_000), lights.Money);
        Assert.Equal(LightCode.RisksNotWeighed, lights.Risk.Code);
        Assert.Equal(LightColour.Amber, lights.Overall);
    }
}
