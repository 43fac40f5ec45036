namespace Upcm.Domain.Tests;

public sealed class ContradictionsTests
{
    private static readonly ProgressReport Sound = Sample.Report with { Phases = [], Completed = [] };

    [Fact]
    public void The_worked_example_starts_after_its_report_and_completed_a_later_phase() =>
        Assert.Equal(
            [
                new Contradiction(ContradictionCode.StartAfterReport)
                {
                    Subject = "initiatie", Day = new DateOnly(2021, 12, 21), AgainstDay = new DateOnly(2021, 4, 1),
                },
                new Contradiction(ContradictionCode.LaterPhaseCompleted)
                {
                    Subject = "definitie", Text = "projectdefinitie afgerond",
                },
            ],
            Found(Sample.Report));

    [Fact]
    public void A_report_that_agrees_with_itself_has_none() => Assert.Empty(Found(Sound));

    [Fact]
    public void Spending_more_than_allocated_is_pointed_out() =>
        Assert.Equal(
            [new Contradiction(ContradictionCode.SpentAboveAllocated) { Figure = 90, AgainstFigure = 80 }],
            Found(Sound with { Finance = new Finance(100, 80, 90) }));

    [Theory]
    [InlineData(50, 20, true)]
    [InlineData(60, 20, false)]
    [InlineData(60, null, false)]
    [InlineData(90, null, true)]
    public void Parts_of_the_allocated_sum_must_add_up(int agency, int? others, bool found) =>
        Assert.Equal(
            found,
            Found(Sound with { Finance = new Finance(100, 80, 10, agency, others) })
                .Any(one => one.Code == ContradictionCode.PartsDoNotAddUp));

    [Fact]
    public void A_falling_percentage_is_pointed_out()
    {
        Assert.Equal(
            [new Contradiction(ContradictionCode.PercentFell) { Figure = 10, AgainstFigure = 25 }],
            Found(Sound, Sound with { PercentReady = 25 }));
        Assert.Empty(Found(Sound, Sound with { PercentReady = 10 }));
    }

    [Fact]
    public void An_end_before_its_start_is_pointed_out()
    {
        var (early, late) = (new DateOnly(2021, 1, 1), new DateOnly(2021, 2, 1));
        var report = Sound with { Phases = [new PhaseDates("initiatie", late, early, late, early)] };
        Assert.Equal(
            [ContradictionCode.PlannedEndBeforeStart, ContradictionCode.ActualEndBeforeStart],
            Found(report).Select(one => one.Code));
    }

    [Fact]
    public void The_present_phase_and_the_last_are_no_later_phase() =>
        Assert.Empty(Found(Sound with { Completed = ["initiatie klaar", "contract afgesloten"] }));

    [Fact]
    public void Days_on_the_day_of_the_report_and_phases_of_a_day_agree()
    {
        var day = Sound.ReportedAt;
        Assert.Empty(Found(Sound with { Phases = [new PhaseDates("initiatie", day, day, day, day)], Milestones = [new Milestone("proef", day, day)] }));
    }

    [Fact]
    public void What_ended_after_the_report_is_pointed_out_for_phases_and_milestones()
    {
        var (day, later) = (Sound.ReportedAt, Sound.ReportedAt.AddDays(1));
        Contradiction Ended(string subject) => new(ContradictionCode.EndAfterReport) { Subject = subject, Day = later, AgainstDay = day };
        Assert.Equal([Ended("initiatie")], Found(Sound with { Phases = [new PhaseDates("initiatie", ActualEnd: later)] }));
        Assert.Equal([Ended("proef")], Found(Sound with { Milestones = [new Milestone("proef", ActualEnd: later)] }));
    }

    [Fact]
    public void A_later_phase_that_ended_is_pointed_out_and_one_that_only_began_is_not()
    {
        var day = Sound.ReportedAt.AddDays(-3);
        Assert.Equal([new Contradiction(ContradictionCode.LaterPhaseCompleted) { Subject = "definitie" }], Found(Sound with { Phases = [new PhaseDates("definitie", ActualEnd: day)] }));
        Assert.Empty(Found(Sound with { Phases = [new PhaseDates("definitie", ActualStart: day), new PhaseDates("initiatie", ActualEnd: day)] }));
    }

    [Fact]
    public void A_milestone_before_the_project_began_is_pointed_out()
    {
        var began = new DateOnly(2020, 5, 1);
        var report = Sound with
        {
            Phases = [new PhaseDates("initiatie", ActualStart: began)],
            Milestones = [new Milestone("proef", began.AddDays(-1)), new Milestone("keuring", began), new Milestone("oogst", began.AddDays(-5), began)],
        };
        Assert.Equal(
            [new Contradiction(ContradictionCode.MilestoneBeforeStart) { Subject = "proef", Day = began.AddDays(-1), AgainstDay = began }],
            Found(report));
        Assert.Empty(Found(report with { Phases = [] }));
    }

    [Fact]
    public void What_is_ready_before_what_it_waits_for_is_pointed_out()
    {
        var ready = Sound.ReportedAt.AddDays(-9);
        var report = Sound with { Milestones = [new Milestone("vergunning"), new Milestone("proef", ActualEnd: ready) { Waits = [0, 7, -1] }] };
        Assert.Equal([new Contradiction(ContradictionCode.ReadyBeforeWhatItWaitsFor) { Subject = "proef", Text = "vergunning" }], Found(report));
        Assert.Empty(Found(report with { Milestones = [report.Milestones[0] with { ActualEnd = ready }, report.Milestones[1]] }));
        Assert.Empty(Found(report with { Milestones = [report.Milestones[0], report.Milestones[1] with { ActualEnd = null }] }));
    }

    private static System.Collections.Immutable.ImmutableArray<Contradiction> Found(
        ProgressReport report, ProgressReport? previous = null) => Contradictions.In(report, previous, Sample.Phases);
}
