namespace Upcm.Domain.Tests;

public sealed class GateDecisionTests
{
    private static readonly Gate Steering = new(
        "uit-commitment", Sample.Text("x"), "commitment", "uitvoering", Decider.SteeringMeeting, []);

    private static readonly Gate Closing = new("uit-evaluatie", Sample.Text("x"), "evaluatie", "afgesloten", Decider.Client, []);

    private static readonly Standing Chair = Sample.Holding(Offices.LinkingPin);

    private static readonly GateDecision Go = new()
    {
        Kind = DecisionKind.Go,
        By = Sample.Ben,
        At = Sample.Moment,
        MeetingDate = Sample.Today,
    };

    private static readonly GateCondition Condition = new("begroting rond", Sample.Ann, Sample.Today.AddDays(30));

    [Fact]
    public void Go_leads_to_the_next_phase()
    {
        var outcome = Outcome(Go);
        Assert.Equal(("uitvoering", CourseAfterGate.Continues), (outcome.Phase, outcome.Course));
        Assert.Equal((GateReviewState.Decided, Go), (outcome.Review.State, outcome.Review.Decision));
    }

    [Fact]
    public void Go_to_the_last_phase_closes() =>
        Assert.Equal(
            CourseAfterGate.Closed,
            Assert.IsType<Accepted<GateOutcome>>(Decide(Closing, Go with { MeetingDate = null }, Sample.Holding(Offices.TeamLead)))
                .Value.Course);

    [Fact]
    public void Back_hold_and_stop_have_their_course()
    {
        Assert.Equal("definitie", Outcome(Go with { Kind = DecisionKind.Back, BackTo = "definitie", Reason = "r" }).Phase);
        Assert.Equal(CourseAfterGate.OnHold, Outcome(Go with { Kind = DecisionKind.Hold, Reason = "r" }).Course);
        var stop = Outcome(Go with { Kind = DecisionKind.Stop, Reason = "r" });
        Assert.Equal(("commitment", CourseAfterGate.Stopped), (stop.Phase, stop.Course));
    }

    [Theory]
    [InlineData(DecisionKind.Hold)]
    [InlineData(DecisionKind.Stop)]
    public void Hold_and_stop_have_a_reason(DecisionKind kind) =>
        Assert.Equal([new GateLawBroken(GateLaw.DecisionHasReason)], Broken(Go with { Kind = kind }));

    [Fact]
    public void Back_goes_to_an_earlier_phase()
    {
        var back = Go with { Kind = DecisionKind.Back, Reason = "r" };
        Assert.Equal([new GateLawBroken(GateLaw.BackNamesAPhase)], Broken(back));
        Assert.Equal(
            [new GateLawBroken(GateLaw.BackGoesToAnEarlierPhase, "uitvoering")], Broken(back with { BackTo = "uitvoering" }));
        Assert.Equal([new GateLawBroken(GateLaw.PhaseOnlyWithBack)], Broken(Go with { BackTo = "definitie" }));
    }

    [Fact]
    public void Conditions_are_named_with_an_owner_and_a_later_day()
    {
        var conditional = Go with { Kind = DecisionKind.GoWithConditions };
        Assert.Equal("uitvoering", Outcome(conditional with { Conditions = [Condition] }).Phase);
        Assert.Equal([new GateLawBroken(GateLaw.ConditionsAreNamed)], Broken(conditional));
        Assert.Equal(
            [
                new GateLawBroken(GateLaw.ConditionHasTextAndOwner, null, 1),
                new GateLawBroken(GateLaw.ConditionIsDueLater, null, 1),
            ],
            Broken(conditional with { Conditions = [Condition, new GateCondition("", default, Sample.Today.AddDays(-1))] }));
        Assert.Equal([new GateLawBroken(GateLaw.ConditionsOnlyWithTheirDecision)], Broken(Go with { Conditions = [Condition] }));
    }

    [Fact]
    public void A_condition_has_both_and_may_be_due_on_the_day_of_the_meeting_however_long_ago_that_was()
    {
        var conditional = Go with { Kind = DecisionKind.GoWithConditions, MeetingDate = Sample.Today.AddDays(-7) };
        Assert.Equal("uitvoering", Outcome(conditional with { Conditions = [Condition with { Due = Sample.Today.AddDays(-7) }] }).Phase);
        Assert.Equal(
            [new GateLawBroken(GateLaw.ConditionIsDueLater, null, 0)],
            Broken(conditional with { Conditions = [Condition with { Due = Sample.Today.AddDays(-8) }] }));
        Assert.Equal(
            [new GateLawBroken(GateLaw.ConditionHasTextAndOwner, null, 0), new GateLawBroken(GateLaw.ConditionHasTextAndOwner, null, 1)],
            Broken(conditional with { Conditions = [Condition with { Text = " " }, Condition with { Owner = default }] }));
    }

    [Fact]
    public void A_steering_decision_keeps_the_day_of_its_meeting()
    {
        Assert.Equal([new GateLawBroken(GateLaw.MeetingDateIsKept)], Broken(Go with { MeetingDate = null }));
        Assert.Equal(
            [new GateLawBroken(GateLaw.MeetingIsNotInTheFuture)], Broken(Go with { MeetingDate = Sample.Today.AddDays(1) }));
    }

    [Fact]
    public void A_secretary_names_the_decider()
    {
        var secretary = Sample.Holding(Offices.Secretary);
        Assert.Equal([new GateLawBroken(GateLaw.RecorderNamesTheDecider)], Broken(Go, secretary));
        Assert.IsType<Accepted<GateOutcome>>(Decide(Steering, Go with { OnBehalfOf = Sample.Cas }, secretary));
    }

    [Fact]
    public void All_broken_laws_are_told_at_once() =>
        Assert.Equal(3, Broken(Go with { Kind = DecisionKind.Stop, MeetingDate = null }, Sample.Holding(Offices.TeamLead)).Count);

    [Fact]
    public void A_decision_is_final()
    {
        var decided = Outcome(Go).Review;
        var again = GateLaws.Decide(decided, Steering, Sample.Phases, Go, Chair, Sample.Today);
        Assert.Equal([new GateLawBroken(GateLaw.IsNotYetDecided)], Assert.IsType<Refused<GateOutcome>>(again).Reasons);
    }

    [Fact]
    public void A_decision_follows_a_request()
    {
        var early = Review(Steering) with { State = GateReviewState.Collecting };
        var verdict = GateLaws.Decide(early, Steering, Sample.Phases, Go, Chair, Sample.Today);
        Assert.Equal([new GateLawBroken(GateLaw.IsRequested)], Assert.IsType<Refused<GateOutcome>>(verdict).Reasons);
    }

    private static GateReview Review(Gate gate) =>
        new() { Number = Sample.Number, Gate = gate.Id, Team = "realisatie", Round = 1, State = GateReviewState.Requested };

    private static Verdict<GateOutcome> Decide(Gate gate, GateDecision decision, Standing standing) =>
        GateLaws.Decide(Review(gate), gate, Sample.Phases, decision, standing, Sample.Today);

    private static GateOutcome Outcome(GateDecision decision) =>
        Assert.IsType<Accepted<GateOutcome>>(Decide(Steering, decision, Chair)).Value;

    private static IReadOnlyList<Reason> Broken(GateDecision decision, Standing? standing = null) =>
        Assert.IsType<Refused<GateOutcome>>(Decide(Steering, decision, standing ?? Chair)).Reasons;
}
