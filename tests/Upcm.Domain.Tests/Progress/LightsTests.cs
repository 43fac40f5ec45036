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
    public void A_phase_that_began_is_late_for_its_end_alone()
    {
        var report = Bare with { Phases = [new PhaseDates("definitie", Sample.Today.AddDays(-10), Sample.Today.AddDays(5), Sample.Today.AddDays(-2))] };
        Assert.Equal(new Light(LightColour.Green, LightCode.OnTime, 0, 28), Lights.Of(report, Norms, Sample.Today).Schedule);
    }

    [Fact]
    public void What_ended_without_ever_being_planned_is_on_time_and_what_only_began_is_unknown()
    {
        Assert.Equal(LightCode.OnTime, Lights.Of(Bare with { Phases = [new PhaseDates("initiatie", ActualEnd: Sample.Today)] }, Norms, Sample.Today).Schedule.Code);
        Assert.Equal(LightCode.OnTime, Lights.Of(Bare with { Milestones = [new Milestone("proef", ActualEnd: Sample.Today)] }, Norms, Sample.Today).Schedule.Code);
        Assert.Equal(LightCode.NotTold, Lights.Of(Bare with { Phases = [new PhaseDates("initiatie", ActualStart: Sample.Today)] }, Norms, Sample.Today).Schedule.Code);
        Assert.Equal(LightCode.NotTold, Lights.Of(Bare with { Milestones = [new Milestone("proef")] }, Norms, Sample.Today).Schedule.Code);
    }

    [Fact]
    public void A_report_without_risks_is_green_for_them() =>
        Assert.Equal(new Light(LightColour.Green, LightCode.NoRisks), Lights.Of(Bare with { Risks = [] }, Norms, Sample.Today).Risk);

    [Fact]
    public void The_report_counts_for_freshness_and_what_is_owed_only_without_one()
    {
        var owed = Bare.ReportedAt.AddDays(-300);
        Assert.Equal(new Light(LightColour.Green, LightCode.Fresh, 5, 28), Lights.Of(Bare, Norms, Bare.ReportedAt.AddDays(5), owed).Freshness);
        Assert.Equal(new Light(LightColour.Unknown, LightCode.NotTold, 5, 28), Lights.Of(null, Norms, owed.AddDays(5), owed).Freshness);
        Assert.Equal(new Light(LightColour.Amber, LightCode.Overdue, 30, 56), Lights.Of(null, Norms, owed.AddDays(30), owed).Freshness);
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
