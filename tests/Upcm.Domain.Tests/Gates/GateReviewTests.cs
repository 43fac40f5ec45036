namespace Upcm.Domain.Tests;

public sealed class GateReviewTests
{
    private static readonly Initiative Batteries = new()
    {
        Number = Sample.Number,
        Title = "Batterijen",
        Result = "r",
        Team = "realisatie",
        Phase = "definitie",
        Round = 3,
        RegisteredBy = new Somebody(Sample.Ann, "Ann"),
        RegisteredAt = Sample.Moment,
    };

    private static readonly GateReview Review = new() { Number = Sample.Number, Gate = "uit-definitie", Team = "realisatie", Round = 1, Decision = new GateDecision { Kind = DecisionKind.Go, By = Sample.Ann, At = Sample.Moment, Reason = "r" } };

    [Theory]
    [InlineData(DecisionKind.Go, true)]
    [InlineData(DecisionKind.GoWithConditions, true)]
    [InlineData(DecisionKind.Back, true)]
    [InlineData(DecisionKind.Hold, false)]
    [InlineData(DecisionKind.Stop, false)]
    public void Go_and_back_leave_the_phase_and_hold_and_stop_do_not(DecisionKind kind, bool left) =>
        Assert.Equal(left, (Review with { Decision = new GateDecision { Kind = kind, By = Sample.Ann, At = Sample.Moment } }).Left);

    [Fact]
    public void A_review_without_a_decision_left_nothing() => Assert.False((Review with { Decision = null }).Left);

    [Theory]
    [InlineData(CourseAfterGate.Continues, InitiativeStatus.Active)]
    [InlineData(CourseAfterGate.OnHold, InitiativeStatus.OnHold)]
    [InlineData(CourseAfterGate.Stopped, InitiativeStatus.Stopped)]
    [InlineData(CourseAfterGate.Closed, InitiativeStatus.Closed)]
    public void An_initiative_goes_on_as_was_decided(CourseAfterGate course, InitiativeStatus status)
    {
        var after = new GateOutcome(Review, "definitie", course).On(Batteries, 2);
        Assert.Equal(status, after.Status);
        Assert.Equal(status is InitiativeStatus.OnHold or InitiativeStatus.Stopped ? "r" : null, after.StatusReason);
    }

    [Fact]
    public void Another_phase_begins_another_round_and_the_same_phase_stays_in_its_round()
    {
        var on = new GateOutcome(Review, "commitment", CourseAfterGate.Continues).On(Batteries, 2);
        Assert.Equal(("commitment", 3, Sample.Moment), (on.Phase, on.Round, on.PhaseSince!.Value));
        Assert.Equal(1, new GateOutcome(Review, "commitment", CourseAfterGate.Continues).On(Batteries, 0).Round);
        var held = new GateOutcome(Review, "definitie", CourseAfterGate.OnHold).On(Batteries, 0);
        Assert.Equal((3, null), (held.Round, held.PhaseSince));
    }
}
