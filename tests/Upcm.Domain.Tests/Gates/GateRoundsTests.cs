namespace Upcm.Domain.Tests.Gates;

/// <summary>Rounds, conditions that come back, stepping back, withdrawing, planning and putting right.</summary>
public sealed class GateRoundsTests
{
    private static readonly Standing Chair = Sample.Holding(Offices.LinkingPin);
    private static readonly Standing Leader = new() { ProjectLeader = true };

    private static readonly Gate Gate = new(
        "uit-commitment", Sample.Text("Poort"), "commitment", "uitvoering", Decider.SteeringMeeting,
        [new Criterion("scope", CriterionKind.Result, Sample.Text("In scope"), Sample.Text("x"), Sample.Text("x"))]);

    private static readonly Initiative Initiative = new()
    {
        Number = Sample.Number,
        Title = "Batterijen",
        Result = "Hergebruik",
        Team = "realisatie",
        Phase = "commitment",
        PhaseSince = Sample.Moment,
        RegisteredBy = new Somebody(Sample.Ann, "Ann"),
        RegisteredAt = Sample.Moment,
    };

    private static readonly AgreedAction Condition = new()
    {
        Id = "gate/20-004/uit-definitie/0001/0",
        Number = Sample.Number,
        Team = "realisatie",
        Text = "Vraag de provincie",
        Owner = new Somebody(Sample.Ben, "Ben"),
        Due = Sample.Today.AddDays(30),
    };

    private static readonly GateReview Requested = GateRounds.Begin(Initiative, Gate, null) with { State = GateReviewState.Requested, Requests = 1, RequestedAt = Sample.Moment };

    [Fact]
    public void The_first_round_begins_empty()
    {
        var first = GateRounds.Begin(Initiative, Gate, null);
        Assert.Equal(1, first.Round);
        Assert.Empty(first.Criteria);
    }

    [Fact]
    public void After_a_hold_everything_stands_as_it_stood()
    {
        var held = Decided(DecisionKind.Hold);
        var next = GateRounds.Begin(Initiative, Gate, held);
        Assert.Equal(2, next.Round);
        Assert.Equal(held.Criteria, next.Criteria);
    }

    [Fact]
    public void A_round_in_the_cycle_asks_everything_anew_and_keeps_what_was_told()
    {
        var next = GateRounds.Begin(Initiative, Gate, Decided(DecisionKind.Back));
        var entry = Assert.Single(next.Criteria);
        Assert.Equal((CriterionState.Open, "Artikel 2"), (entry.State, entry.Evidence));
        Assert.Null(entry.Reason);
    }

    [Fact]
    public void An_unmet_condition_is_a_question_of_the_next_gate()
    {
        var gate = GateConditions.Over(Gate, Initiative, [Condition]);
        var asked = Assert.Single(gate.Criteria, criterion => criterion.Condition is not null);
        Assert.Contains(new GateLawBroken(GateLaw.CriterionIsMetOrWaived, asked.Id), GateLaws.Requestable(New, gate, new HashSet<string>()));
        Assert.Contains(new GateLawBroken(GateLaw.WaiverHasReason, asked.Id), Reasons(GateLaws.Fill(New, gate, new CriterionEntry(asked.Id, CriterionState.NotApplicable), Chair)));
    }

    [Fact]
    public void A_condition_that_was_met_is_seen_and_then_forgotten()
    {
        var done = Condition with { DoneAt = Sample.Moment.AddDays(1) };
        var gate = GateConditions.Over(Gate, Initiative, [done]);
        var entry = GateLaws.See(New, gate, GateConditions.Met([done]).ToHashSet(), Sample.Moment).Entry(gate.Criteria[^1].Id);
        Assert.True(entry is { State: CriterionState.Met, SeenByBot: true });
        Assert.Same(Gate.Criteria[0], Assert.Single(GateConditions.Over(Gate, Initiative with { PhaseSince = Sample.Moment.AddDays(2) }, [done]).Criteria));
    }

    [Fact]
    public void Actions_of_meetings_are_no_conditions() =>
        Assert.Single(GateConditions.Over(Gate, Initiative, [Condition with { Id = "meeting/2021-04-01/0" }]).Criteria);

    [Fact]
    public void A_decision_puts_conditions_behind_it_that_were_met_or_waived()
    {
        var gate = GateConditions.Over(Gate, Initiative, [Condition]);
        var waived = New with { Criteria = [new CriterionEntry(gate.Criteria[^1].Id, CriterionState.NotApplicable) { Reason = "Niet meer nodig" }] };
        Assert.Equal(Condition, Assert.Single(GateConditions.Settled(waived, gate)));
        Assert.Empty(GateConditions.Settled(New, gate));
    }

    [Fact]
    public void The_id_of_a_condition_tells_where_it_came_from() =>
        Assert.Equal("gate/20-004/uit-commitment/0001/2", GateConditions.ActionId(New, 2));

    [Fact]
    public void Stepping_back_closes_the_round_and_counts_the_next()
    {
        var outcome = Value(GateLaws.StepBack(New, Gate, Sample.Phases, Back, Chair));
        var after = outcome.On(Initiative, left: 1);
        Assert.Equal(("definitie", 2, InitiativeStatus.Active), (after.Phase, after.Round, after.Status));
        Assert.Equal(Sample.Moment, after.PhaseSince);
        Assert.True(outcome.Review is { State: GateReviewState.Decided, Left: true });
    }

    [Fact]
    public void Stepping_back_tells_every_law_that_is_broken()
    {
        var reasons = Reasons(GateLaws.StepBack(New, Gate, Sample.Phases, Back with { Reason = " ", BackTo = "evaluatie" }, Leader));
        Assert.Equal(
            [
                new MayNot(Deed.HoldOrStop, Rights.WhoMay(Deed.HoldOrStop)),
                new GateLawBroken(GateLaw.DecisionHasReason),
                new GateLawBroken(GateLaw.BackGoesToAnEarlierPhase, "evaluatie"),
            ],
            reasons);
        Assert.Equal([new GateLawBroken(GateLaw.IsNotYetDecided)], Reasons(GateLaws.StepBack(Decided(DecisionKind.Go), Gate, Sample.Phases, Back, Chair)));
        Assert.Contains(new GateLawBroken(GateLaw.BackNamesAPhase), Reasons(GateLaws.StepBack(New, Gate, Sample.Phases, Back with { Kind = DecisionKind.Go, BackTo = null }, Chair)));
    }

    [Fact]
    public void A_request_is_withdrawn_with_its_day_and_counted_when_it_is_made_again()
    {
        var withdrawn = Value(GateCorrections.Withdraw(Requested with { Meeting = Sample.Today }, Leader));
        Assert.True(withdrawn is { State: GateReviewState.Collecting, Meeting: null, RequestedBy: null, Requests: 1 });
        var met = withdrawn with { Criteria = [new CriterionEntry("scope", CriterionState.Met)] };
        Assert.Equal(2, Value(GateLaws.Request(met, Gate, new HashSet<string>(), Sample.Ann, Sample.Moment, Leader, Sample.Today, Sample.Today)).Requests);
        Assert.Equal(
            [new MayNot(Deed.RequestGate, Rights.WhoMay(Deed.RequestGate)), new GateLawBroken(GateLaw.IsRequested)], Reasons(GateCorrections.Withdraw(New, Standing.None)));
        var collecting = New;
        Assert.Same(collecting, GateCorrections.Withdrawn(collecting));
    }

    [Fact]
    public void A_meeting_that_is_to_decide_lies_ahead()
    {
        var yesterday = Sample.Today.AddDays(-1);
        Assert.Contains(
            new GateLawBroken(GateLaw.MeetingIsToCome),
            Reasons(GateLaws.Request(New, Gate, new HashSet<string>(), Sample.Ann, Sample.Moment, Leader, yesterday, Sample.Today)));
        Assert.Equal(
            [new MayNot(Deed.PlanMeeting, Rights.WhoMay(Deed.PlanMeeting)), new GateLawBroken(GateLaw.IsRequested), new GateLawBroken(GateLaw.MeetingIsToCome)],
            Reasons(GateCorrections.Plan(New, yesterday, Standing.None, Sample.Today)));
    }

    [Fact]
    public void A_dossier_is_wanted_once_for_each_meeting()
    {
        var planned = Value(GateCorrections.Plan(Requested, Sample.Today, Chair, Sample.Today));
        Assert.Equal(Sample.Today, planned.DossierWanted);
        var sent = planned with { DossierFor = [Sample.Today] };
        Assert.Null(sent.DossierWanted);
        Assert.Equal(Sample.Today.AddDays(7), Value(GateCorrections.Plan(sent, Sample.Today.AddDays(7), Chair, Sample.Today)).DossierWanted);
        Assert.Null((planned with { State = GateReviewState.Decided }).DossierWanted);
    }

    [Fact]
    public void A_correction_keeps_the_decision_and_what_stood_there()
    {
        var revision = new DecisionRevision(Sample.Today.AddDays(-1), "Te weinig geld", Sample.Cas, "Verkeerde dag");
        var corrected = Value(GateCorrections.Correct(Decided(DecisionKind.Hold), Gate, Sample.Phases, revision, Sample.Ben, Sample.Moment, Chair, Sample.Today)).Review.Decision!;
        Assert.Equal((DecisionKind.Hold, "Te weinig geld"), (corrected.Kind, corrected.Reason));
        Assert.Equal(new DecisionCorrection(Sample.Ben, Sample.Moment, "Verkeerde dag", Sample.Today, "Reden", null) { KindBefore = DecisionKind.Hold }, Assert.Single(corrected.Corrections));
    }

    [Fact]
    public void A_correction_tells_every_law_that_is_broken()
    {
        Assert.Equal(
            [
                new MayNot(Deed.DecideSteeringGate, Rights.WhoMay(Deed.DecideSteeringGate)),
                new GateLawBroken(GateLaw.CorrectionHasReason),
                new GateLawBroken(GateLaw.MeetingDateIsKept),
                new GateLawBroken(GateLaw.DecisionHasReason),
            ],
            Reasons(GateCorrections.Correct(Decided(DecisionKind.Hold), Gate, Sample.Phases, new DecisionRevision(null, null, null, " "), Sample.Ben, Sample.Moment, Leader, Sample.Today)));
        Assert.Equal(
            [new GateLawBroken(GateLaw.CorrectionChangesSomething)],
            Reasons(GateCorrections.Correct(Decided(DecisionKind.Hold), Gate, Sample.Phases, new DecisionRevision(Sample.Today, "Reden", null, "x"), Sample.Ben, Sample.Moment, Chair, Sample.Today)));
        Assert.Contains(
            new GateLawBroken(GateLaw.MeetingIsNotInTheFuture),
            Reasons(GateCorrections.Correct(Decided(DecisionKind.Go), Gate, Sample.Phases, new DecisionRevision(Sample.Today.AddDays(1), null, null, "x"), Sample.Ben, Sample.Moment, Chair, Sample.Today)));
        Assert.Equal(
            [new GateLawBroken(GateLaw.IsDecided)],
            Reasons(GateCorrections.Correct(New, Gate, Sample.Phases, new DecisionRevision(Sample.Today, null, null, "x"), Sample.Ben, Sample.Moment, Chair, Sample.Today)));
    }

    [Fact]
    public void A_go_that_was_a_hold_takes_the_initiative_back_to_where_it_stood()
    {
        var outcome = Value(GateCorrections.Correct(
            Decided(DecisionKind.Go), Gate, Sample.Phases, To(DecisionKind.Hold), Sample.Cas, Sample.Moment.AddDays(1), Chair, Sample.Today));
        var correction = Assert.Single(outcome.Review.Decision!.Corrections);
        Assert.Equal((DecisionKind.Go, Sample.Cas), (correction.KindBefore, correction.By));
        Assert.Equal(DecisionKind.Hold, outcome.Review.Decision.Kind);

        var earlier = Decided(DecisionKind.Back) with { Round = 1, Decision = Back with { At = Sample.Moment.AddDays(-9) } };
        var went = Decided(DecisionKind.Go) with { Round = 2 };
        var gone = Initiative with { Phase = "uitvoering", Round = 4, PhaseSince = Sample.Moment };
        var followed = GateCorrections.Follow(gone, went, outcome with { Review = outcome.Review with { Round = 2 } }, [earlier, went], Method);
        Assert.Equal(("commitment", 2, InitiativeStatus.OnHold), (followed.Phase, followed.Round, followed.Status));
        Assert.Equal(("Reden", Sample.Moment.AddDays(-9)), (followed.StatusReason, followed.PhaseSince));
    }

    [Fact]
    public void A_hold_that_was_a_go_moves_on_also_after_it_was_resumed()
    {
        var outcome = Value(GateCorrections.Correct(
            Decided(DecisionKind.Hold), Gate, Sample.Phases, To(DecisionKind.Go), Sample.Cas, Sample.Moment, Chair, Sample.Today));
        foreach (var status in new[] { InitiativeStatus.OnHold, InitiativeStatus.Active })
        {
            var followed = GateCorrections.Follow(Initiative with { Status = status, StatusReason = "Reden" }, Decided(DecisionKind.Hold), outcome, [Decided(DecisionKind.Hold)], Method);
            Assert.Equal(("uitvoering", InitiativeStatus.Active, null), (followed.Phase, followed.Status, followed.StatusReason));
            Assert.Equal((1, outcome.Review.Decision!.At), (followed.Round, followed.PhaseSince));
        }
    }

    [Fact]
    public void A_correction_that_leads_where_it_led_moves_nothing_and_a_hold_made_since_stays()
    {
        var since = Initiative with { Phase = "uitvoering", Status = InitiativeStatus.OnHold, StatusReason = "Geld" };
        GateCondition condition = new("Vraag de provincie", Sample.Ben, Sample.Today.AddDays(9));
        var conditions = Value(GateCorrections.Correct(
            Decided(DecisionKind.Go), Gate, Sample.Phases, To(DecisionKind.GoWithConditions) with { Conditions = [condition] }, Sample.Cas, Sample.Moment, Chair, Sample.Today));
        Assert.Same(since, GateCorrections.Follow(since, Decided(DecisionKind.Go), conditions, [Decided(DecisionKind.Go)], Method));
        var back = Value(GateCorrections.Correct(
            Decided(DecisionKind.Go), Gate, Sample.Phases, To(DecisionKind.Back) with { BackTo = "definitie" }, Sample.Cas, Sample.Moment, Chair, Sample.Today));
        var followed = GateCorrections.Follow(since, Decided(DecisionKind.Go), back, [Decided(DecisionKind.Go)], Method);
        Assert.Equal(("definitie", InitiativeStatus.OnHold, "Geld"), (followed.Phase, followed.Status, followed.StatusReason));
    }

    [Theory]
    [InlineData("gate/20-004/uit-commitment/0001/2", 2)]
    [InlineData("gate/20-004/uit-commitment/1/0", 0)]
    [InlineData("gate/20-004/uit-commitment/0002/0", null)]
    [InlineData("gate/20-004/uit-definitie/0001/0", null)]
    [InlineData("gate/20-005/uit-commitment/0001/0", null)]
    [InlineData("meeting/7/0", null)]
    public void An_action_tells_which_condition_it_was(string id, int? index) =>
        Assert.Equal(index, GateConditions.IndexIn(Requested, Condition with { Id = id }));

    [Fact]
    public void What_a_correction_decides_keeps_the_laws_of_a_decision()
    {
        Assert.Equal(
            [new GateLawBroken(GateLaw.ConditionsAreNamed)],
            Reasons(GateCorrections.Correct(Decided(DecisionKind.Go), Gate, Sample.Phases, To(DecisionKind.GoWithConditions), Sample.Cas, Sample.Moment, Chair, Sample.Today)));
        Assert.Equal(
            [new GateLawBroken(GateLaw.BackGoesToAnEarlierPhase, "uitvoering")],
            Reasons(GateCorrections.Correct(
                Decided(DecisionKind.Go), Gate, Sample.Phases, To(DecisionKind.Back) with { BackTo = "uitvoering" }, Sample.Cas, Sample.Moment, Chair, Sample.Today)));
        Assert.Equal(
            [new GateLawBroken(GateLaw.CourseChangesOnlyOfARequest)],
            Reasons(GateCorrections.Correct(
                Decided(DecisionKind.Back) with { RequestedAt = null, Decision = Back with { MeetingDate = Sample.Today } }, Gate, Sample.Phases, To(DecisionKind.Go), Sample.Cas, Sample.Moment, Chair, Sample.Today)));
    }

    [Fact]
    public void An_action_is_changed_by_who_may_and_only_into_something_that_can_be_done()
    {
        var ben = Condition.Owner;
        Assert.Equal("Vraag twee provincies", Value(ActionLaws.Change(Condition, "Vraag twee provincies", ben, Condition.Due, Chair, Sample.Today)).Text);
        Assert.Equal(
            [new MayNot(Deed.ChangeAction, Rights.WhoMay(Deed.ChangeAction)), new ActionLawBroken(ActionLaw.HasText), new ActionLawBroken(ActionLaw.IsDueLater)],
            Reasons(ActionLaws.Change(Condition, " ", ben, Sample.Today.AddDays(-1), Leader, Sample.Today)));
        Assert.Equal([new ActionLawBroken(ActionLaw.ChangesSomething)], Reasons(ActionLaws.Change(Condition, Condition.Text, ben, Condition.Due, Chair, Sample.Today)));
        Assert.Equal(
            [new ActionLawBroken(ActionLaw.IsNotDone)],
            Reasons(ActionLaws.Change(Condition with { DoneAt = Sample.Moment }, "Anders", ben, Condition.Due, Chair, Sample.Today)));
        var late = Condition with { Due = Sample.Today.AddDays(-5) };
        Assert.Equal("Anders", Value(ActionLaws.Change(late, "Anders", ben, late.Due, Chair, Sample.Today)).Text);
    }

    [Fact]
    public void An_action_that_was_not_done_after_all_is_taken_up_by_its_owner_or_who_may_change_it()
    {
        var done = Condition with { DoneAt = Sample.Moment, DoneBy = new Somebody(Sample.Cas, "Cas") };
        Assert.Equal(Condition, Value(ActionLaws.TakeUpAgain(done, Sample.Ben, Standing.None)));
        Assert.Equal(Condition, Value(ActionLaws.TakeUpAgain(done, Sample.Cas, Standing.None)));
        Assert.Equal(Condition, Value(ActionLaws.TakeUpAgain(done, Sample.Ann, Chair)));
        Assert.Equal(
            [new MayNot(Deed.ChangeAction, Rights.WhoMay(Deed.ChangeAction)), new ActionLawBroken(ActionLaw.IsDone)],
            Reasons(ActionLaws.TakeUpAgain(Condition, Sample.Ann, Leader)));
    }

    private static WorkingMethod Method => Sample.Method with { Gates = [Gate] };

    private static DecisionRevision To(DecisionKind kind) => new(Sample.Today, "Reden", null, "Verkeerd vastgelegd") { Kind = kind };

    private static GateReview New => GateRounds.Begin(Initiative, Gate, null);

    private static GateDecision Back => new() { Kind = DecisionKind.Back, By = Sample.Ben, At = Sample.Moment, Reason = "Te weinig draagvlak", BackTo = "definitie" };

    private static GateReview Decided(DecisionKind kind) => Requested with
    {
        State = GateReviewState.Decided,
        Criteria = [new CriterionEntry("scope", CriterionState.Met) { Evidence = "Artikel 2", By = Sample.Ann }],
        Decision = new GateDecision { Kind = kind, By = Sample.Ben, At = Sample.Moment, Reason = "Reden", MeetingDate = Sample.Today },
    };

    private static T Value<T>(Verdict<T> verdict) => Assert.IsType<Accepted<T>>(verdict).Value;

    private static IReadOnlyList<Reason> Reasons<T>(Verdict<T> verdict) => Assert.IsType<Refused<T>>(verdict).Reasons;
}
