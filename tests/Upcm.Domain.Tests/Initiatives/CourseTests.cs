namespace Upcm.Domain.Tests.Initiatives;

public sealed class CourseTests
{
    private static readonly Standing Lead = Sample.Holding(Offices.TeamLead);

    private static readonly Initiative Running = new()
    {
        Number = Sample.Number,
        Title = "Batterijen",
        Result = "Hergebruik",
        Team = "realisatie",
        Phase = "uitvoering",
        RegisteredBy = new Somebody(Sample.Ann, "Ann"),
        RegisteredAt = Sample.Moment,
    };

    [Fact]
    public void What_runs_is_held_with_a_reason_and_taken_up_again()
    {
        var held = Value(Course.Hold(Running, "Geen geld", Lead));
        Assert.Equal((InitiativeStatus.OnHold, "Geen geld", "uitvoering"), (held.Status, held.StatusReason, held.Phase));
        Assert.Equal(Running, Value(Course.Resume(held, Lead)));
    }

    [Fact]
    public void What_runs_or_waits_is_stopped_and_a_stop_by_mistake_is_taken_back()
    {
        var stopped = Value(Course.Stop(Value(Course.Hold(Running, "Geen geld", Lead)), "Geen markt", Lead));
        Assert.Equal((InitiativeStatus.Stopped, "Geen markt"), (stopped.Status, stopped.StatusReason));
        Assert.Equal(Running, Value(Course.Resume(stopped, Lead)));
    }

    [Fact]
    public void Every_law_that_is_broken_is_told()
    {
        var closed = Running with { Status = InitiativeStatus.Closed };
        var may = new MayNot(Deed.HoldOrStop, Rights.WhoMay(Deed.HoldOrStop));
        Assert.Equal([may, new CourseLawBroken(CourseLaw.IsActive), new CourseLawBroken(CourseLaw.ReasonIsTold)], Reasons(Course.Hold(closed, " ", Standing.None)));
        Assert.Equal([may, new CourseLawBroken(CourseLaw.IsNotOver), new CourseLawBroken(CourseLaw.ReasonIsTold)], Reasons(Course.Stop(closed, null, Standing.None)));
        Assert.Equal([may, new CourseLawBroken(CourseLaw.WaitsOrWasStopped)], Reasons(Course.Resume(closed, Standing.None)));
        Assert.Equal([new CourseLawBroken(CourseLaw.IsActive)], Reasons(Course.Hold(Running with { Status = InitiativeStatus.OnHold }, "x", Lead)));
        Assert.Equal([new CourseLawBroken(CourseLaw.WaitsOrWasStopped)], Reasons(Course.Resume(Running, Lead)));
    }

    private static T Value<T>(Verdict<T> verdict) => Assert.IsType<Accepted<T>>(verdict).Value;

    private static IReadOnlyList<Reason> Reasons<T>(Verdict<T> verdict) => Assert.IsType<Refused<T>>(verdict).Reasons;
}
