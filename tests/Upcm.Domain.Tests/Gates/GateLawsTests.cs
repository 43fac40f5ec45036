using System.Collections.Immutable;

namespace Upcm.Domain.Tests;

public sealed class GateLawsTests
{
    private static readonly Gate Gate = new(
        "uit-initiatie", Sample.Text("x"), "initiatie", "definitie", Decider.SteeringMeeting,
        [
            new Criterion("scope", CriterionKind.Result, Sample.Text("x"), Sample.Text("x"), Sample.Text("x")),
            new Criterion("leider", CriterionKind.Result, Sample.Text("x"), Sample.Text("x"), Sample.Text("x"), Sights.LeaderChosen),
        ]);

    private static readonly GateReview New = new() { Number = Sample.Number, Gate = Gate.Id, Team = "realisatie", Round = 1 };

    private static readonly ImmutableHashSet<string> Nothing = [];

    private static readonly ImmutableHashSet<string> Leader = [Sights.LeaderChosen];

    private static readonly Standing ProjectLeader = new() { ProjectLeader = true };

    private static readonly Standing Chair = Sample.Holding(Offices.LinkingPin);

    private static readonly CriterionEntry InScope = new("scope", CriterionState.Met) { By = Sample.Ann, At = Sample.Moment };

    [Fact]
    public void What_is_seen_is_met_and_marked_as_seen_by_the_bot()
    {
        var entry = GateLaws.See(New, Gate, Leader, Sample.Moment).Entry("leider");
        Assert.Equal((CriterionState.Met, true, null), (entry.State, entry.SeenByBot, entry.By));
    }

    [Fact]
    public void What_is_seen_no_more_is_open_again()
    {
        var seen = GateLaws.See(New, Gate, Leader, Sample.Moment);
        var later = Sample.Moment.AddDays(1);
        var entry = GateLaws.See(seen, Gate, Nothing, later).Entry("leider");
        Assert.Equal((CriterionState.Open, false, later), (entry.State, entry.SeenByBot, entry.At));
    }

    [Fact]
    public void What_a_person_said_stays_though_it_is_not_seen()
    {
        var said = Value(GateLaws.Fill(New, Gate, new CriterionEntry("leider", CriterionState.Met) { By = Sample.Ann }, ProjectLeader));
        var entry = GateLaws.See(said, Gate, Nothing, Sample.Moment).Entry("leider");
        Assert.Equal((CriterionState.Met, false), (entry.State, entry.SeenByBot));
    }

    [Fact]
    public void Every_criterion_that_stands_in_the_way_is_told() =>
        Assert.Equal(
            [new GateLawBroken(GateLaw.CriterionIsMetOrWaived, "scope"), new GateLawBroken(GateLaw.CriterionIsMetOrWaived, "leider")],
            GateLaws.Requestable(New, Gate, Nothing));

    [Fact]
    public void A_gate_with_everything_met_can_be_requested_once()
    {
        var requested = Requested();
        Assert.Equal(GateReviewState.Requested, requested.State);
        Assert.Equal(
            [new GateLawBroken(GateLaw.IsNotYetRequested)],
            Reasons(GateLaws.Request(requested, Gate, Leader, Sample.Ann, Sample.Moment, ProjectLeader, null, Sample.Today)));
    }

    [Fact]
    public void Only_the_decider_waives_and_gives_a_reason()
    {
        var waiver = new CriterionEntry("scope", CriterionState.NotApplicable);
        Assert.Equal(
            [
                new MayNot(Deed.DecideSteeringGate, Rights.WhoMay(Deed.DecideSteeringGate)),
                new GateLawBroken(GateLaw.WaiverHasReason, "scope"),
            ],
            Reasons(GateLaws.Fill(New, Gate, waiver, ProjectLeader)));
        var waived = Value(GateLaws.Fill(New, Gate, waiver with { Reason = "elders getoetst" }, Chair));
        Assert.Empty(GateLaws.Requestable(waived, Gate, Leader));
    }

    [Fact]
    public void A_criterion_of_another_gate_is_refused() =>
        Assert.Equal(
            [new GateLawBroken(GateLaw.CriterionIsOfTheGate, "vreemd")],
            Reasons(GateLaws.Fill(New, Gate, new CriterionEntry("vreemd", CriterionState.Met), ProjectLeader)));

    [Fact]
    public void Criteria_are_not_changed_after_the_request() =>
        Assert.Equal(
            [new GateLawBroken(GateLaw.CriteriaAreFilledWhileCollecting)],
            Reasons(GateLaws.Fill(Requested(), Gate, InScope, ProjectLeader)));

    [Fact]
    public void The_last_advice_of_a_steering_member_counts()
    {
        var member = Sample.Holding(Offices.SteeringMember);
        var first = Value(GateLaws.Advise(Requested(), new Advice(Sample.Ben, AdviceKind.ObjectBecause, "te vroeg", Sample.Moment), member));
        var second = Value(GateLaws.Advise(first, new Advice(Sample.Ben, AdviceKind.Agree, null, Sample.Moment), member));
        Assert.Equal(AdviceKind.Agree, Assert.Single(second.Advice).Kind);
    }

    [Fact]
    public void Advice_has_text_follows_the_request_and_is_of_steering_members() =>
        Assert.Equal(
            3, Reasons(GateLaws.Advise(New, new Advice(Sample.Ben, AdviceKind.AgreeIf, " ", Sample.Moment), Standing.None)).Count);

    private static GateReview Requested()
    {
        var filled = Value(GateLaws.Fill(New, Gate, InScope, ProjectLeader));
        return Value(GateLaws.Request(filled, Gate, Leader, Sample.Ann, Sample.Moment, ProjectLeader, null, Sample.Today));
    }

    private static T Value<T>(Verdict<T> verdict) => Assert.IsType<Accepted<T>>(verdict).Value;

    private static IReadOnlyList<Reason> Reasons<T>(Verdict<T> verdict) => Assert.IsType<Refused<T>>(verdict).Reasons;
}
