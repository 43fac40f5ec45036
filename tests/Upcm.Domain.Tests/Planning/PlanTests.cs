using System.Collections.Immutable;

namespace Upcm.Domain.Tests;

public sealed class PlanTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);

    private static readonly ImmutableArray<Milestone> Pilot =
    [
        new Milestone("vergunning", Duration: 30),
        new Milestone("proef", Start.AddDays(50), Duration: 20) { Waits = [0] },
        new Milestone("werving", Start.AddDays(15), Duration: 15),
        new Milestone("levering", Start.AddDays(60)) { Waits = [1, 2] },
    ];

    [Fact]
    public void A_plan_starts_where_the_first_phase_really_started_or_else_where_it_was_planned_to()
    {
        var (first, later) = (new DateOnly(2021, 1, 4), new DateOnly(2021, 3, 1));
        var planned = Sample.Report with { Phases = [new PhaseDates("definitie", PlannedStart: later), new PhaseDates("initiatie", PlannedStart: first)] };
        Assert.Equal(first, Plan.StartOf(planned));
        Assert.Equal(later, Plan.StartOf(planned with { Phases = [planned.Phases[0] with { ActualStart = later.AddDays(9) }, planned.Phases[1] with { ActualStart = later }] }));
        Assert.Null(Plan.StartOf(planned with { Phases = [] }));
    }

    [Fact]
    public void Milestones_come_out_on_the_calendar()
    {
        var plan = Known(Pilot, Start);
        Assert.Equal(Start.AddDays(60), plan.End);
        Assert.Equal(Start, plan.Start);
        Assert.Equal(["vergunning", "proef", "levering"], plan.CriticalPath.Select(line => line.Milestone.Name));
        Assert.Equal([0, 0, 35, 0], plan.Lines.Select(line => line.Slack));
        Assert.Equal((Start.AddDays(30), Start.AddDays(50), Start.AddDays(50)), (plan.Lines[1].Starts, plan.Lines[1].Ready, plan.Lines[1].LatestReady));
        Assert.All(plan.Lines, line => Assert.Equal((0, 0, false), (line.Late, line.MovesEnd, line.IsReady)));
    }

    [Fact]
    public void A_milestone_with_a_planned_day_alone_takes_what_lies_before_it() =>
        Assert.Equal([30, 20, 15, 10], Known(Pilot, Start).Lines.Select(line => line.Duration));

    [Fact]
    public void A_planned_day_before_what_it_waits_for_leaves_no_time()
    {
        var plan = Known([new("proef", Start.AddDays(20)), new("keuring", Start.AddDays(10)) { Waits = [0] }], Start);
        Assert.Equal(0, plan.Lines[1].Duration);
        Assert.Equal((10, 0), (plan.Lines[1].Late, plan.Lines[1].MovesEnd));
    }

    [Fact]
    public void What_was_ready_late_moved_the_end_by_what_its_slack_did_not_take()
    {
        var plan = Known(
            [
                Pilot[0] with { ActualEnd = Start.AddDays(30) }, Pilot[1] with { ActualEnd = Start.AddDays(50) },
                Pilot[2] with { ActualEnd = Start.AddDays(55) }, Pilot[3],
            ],
            Start.AddDays(56));
        Assert.Equal((40, 5), (plan.Lines[2].Late, plan.Lines[2].MovesEnd));
        Assert.True(plan.Lines[2].IsReady);
        Assert.Equal(Start.AddDays(55), plan.Lines[2].Ready);
        Assert.Equal(Start.AddDays(65), plan.End);
        Assert.Equal(["levering"], plan.CriticalPath.Select(line => line.Milestone.Name));
    }

    [Fact]
    public void What_is_not_ready_today_is_ready_today_at_the_earliest()
    {
        var plan = Known(Pilot.SetItem(0, Pilot[0] with { PlannedEnd = Start.AddDays(30) }), Start.AddDays(37));
        Assert.Equal((Start.AddDays(37), 7, 7), (plan.Lines[0].Ready, plan.Lines[0].Late, plan.Lines[0].MovesEnd));
        Assert.Equal(Start.AddDays(67), plan.End);
        Assert.Equal(22, plan.Lines[2].Late);
        Assert.Equal(0, plan.Lines[2].MovesEnd);
    }

    [Fact]
    public void What_is_ready_waits_for_nothing_any_more()
    {
        var plan = Known(Pilot.SetItem(1, Pilot[1] with { ActualEnd = Start.AddDays(12) }), Start.AddDays(12));
        Assert.Equal(Start.AddDays(15), plan.Lines[3].Starts);
        Assert.Equal((Start.AddDays(30), 0), (plan.End, plan.Lines[1].Late));
        Assert.Equal(["vergunning"], plan.CriticalPath.Select(line => line.Milestone.Name));
    }

    [Fact]
    public void A_day_before_the_start_counts_as_the_start()
    {
        var plan = Known([new("akkoord", ActualEnd: Start.AddDays(-9)), new("proef", Duration: 5) { Waits = [0] }], Start);
        Assert.Equal(Start.AddDays(5), plan.End);
        Assert.Equal(Start.AddDays(-9), plan.Lines[0].Ready);
    }

    [Theory]
    [InlineData(0, 10, 70)]
    [InlineData(2, 35, 60)]
    [InlineData(2, 36, 61)]
    public void A_delay_is_told_by_what_it_does_to_the_end(int line, int days, int end) =>
        Assert.Equal(Start.AddDays(end), Known(Pilot, Start).EndIfLater(line, days));

    [Fact]
    public void Without_milestones_there_is_no_plan() => Assert.Equal([(PlanLaw.HasMilestones, "")], Refused([]));

    [Fact]
    public void A_milestone_without_any_day_or_duration_is_named_as_is_a_cycle() =>
        Assert.Equal(
            [(PlanLaw.HasNoCycle, "proef, keuring"), (PlanLaw.HasDurationOrDay, "oogst")],
            Refused([new("oogst"), new("proef", Duration: 1) { Waits = [2] }, new("keuring", Start) { Waits = [1] }]));

    [Fact]
    public void A_report_has_a_critical_path_when_its_milestones_wait_for_each_other_and_can_be_computed()
    {
        var report = Sample.Report with { Milestones = Pilot };
        Assert.True(Plan.HasCriticalPath(report));
        Assert.False(Plan.HasCriticalPath(report with { Milestones = [Pilot[0]] }));
        Assert.False(Plan.HasCriticalPath(report with { Milestones = [Pilot[0], new Milestone("oogst") { Waits = [0] }] }));
        Assert.False(Plan.HasCriticalPath(report with { Milestones = [] }));
    }

    [Fact]
    public void A_project_began_when_its_first_phase_did_or_else_is_planned_to()
    {
        var report = Sample.Report with { Phases = [new PhaseDates("initiatie", Start.AddDays(-3)), new PhaseDates("definitie", Start.AddDays(-9), ActualStart: Start)] };
        Assert.Equal(Start, Plan.StartOf(report));
        Assert.Equal(Start.AddDays(-3), Plan.StartOf(report with { Phases = [report.Phases[0]] }));
        Assert.Null(Plan.StartOf(report with { Phases = [] }));
    }

    private static (PlanLaw, string)[] Refused(ImmutableArray<Milestone> milestones) =>
        [.. Assert.IsType<Refused<Plan>>(Plan.Of(milestones, Start, Start)).Reasons.Cast<PlanLawBroken>().Select(one => (one.Law, string.Join(", ", one.Names)))];

    private static Plan Known(ImmutableArray<Milestone> milestones, DateOnly today) => Assert.IsType<Accepted<Plan>>(Plan.Of(milestones, Start, today)).Value;
}
