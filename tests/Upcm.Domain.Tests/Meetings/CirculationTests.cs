using System.Collections.Immutable;

namespace Upcm.Domain.Tests.Meetings;

public sealed class CirculationTests
{
    private static readonly Somebody Ann = new(Sample.Ann, "Ann");
    private static readonly Somebody Ben = new(Sample.Ben, "Ben");
    private static readonly Somebody Cas = new(Sample.Cas, "Cas");
    private static readonly DateTimeOffset At = Sample.Moment;

    private static Circulation Any => new()
    {
        Id = "1/1",
        Tension = new TensionId(1),
        Team = "ot",
        Text = "iets",
        Proposal = "doen",
        Outcome = new Outcome { Kind = OutcomeKind.RoleCreated, Role = RoleId.Of("ot", "x"), Name = "x", Text = "y" },
        By = Ann,
        At = At,
        Deadline = At.AddDays(5),
        Asked = [Ben, Cas],
    };

    [Fact]
    public void When_the_last_one_asked_has_no_objection_it_is_adopted_at_once()
    {
        var one = Value(CirculationLaws.Agree(Any, Ben, At));
        Assert.Equal(CirculationState.Circulating, one.State);
        Assert.Equal(CirculationState.Adopted, Value(CirculationLaws.Agree(one, Cas, At)).State);
    }

    [Theory]
    [InlineData(true, CirculationState.Adopted)]
    [InlineData(false, CirculationState.ToMeeting)]
    public void Silence_is_consent_only_where_the_programme_says_so(bool silence, CirculationState state)
    {
        var asked = Any with { SilenceIsConsent = silence };
        Assert.Equal(CirculationState.Circulating, CirculationLaws.Ended(asked, At.AddDays(4)).State);
        Assert.Equal(state, CirculationLaws.Ended(asked, At.AddDays(5)).State);
    }

    [Fact]
    public void An_objection_of_anybody_brings_it_to_the_meeting()
    {
        var objected = Value(CirculationLaws.Object(Any, Ann, "dit schaadt", At));
        Assert.Equal((CirculationState.ToMeeting, "dit schaadt"), (objected.State, objected.Replies.Single().Objection));
        Assert.Equal([CirculationLaw.IsCirculating], Laws(CirculationLaws.Agree(objected, Ben, At)));
        Assert.Equal([CirculationLaw.ObjectionHasText], Laws(CirculationLaws.Object(Any, Ann, "", At)));
        Assert.Equal([CirculationLaw.IsAsked], Laws(CirculationLaws.Agree(Any, Ann, At)));
    }

    [Fact]
    public void What_goes_out_is_whole_and_every_reason_is_told()
    {
        var bare = Any with { Proposal = "", Deadline = At, Asked = [] };
        Assert.Equal(
            [CirculationLaw.TensionIsOpen, CirculationLaw.ProposalHasText, CirculationLaw.IsNotCirculatingYet, CirculationLaw.DeadlineIsLater, CirculationLaw.SomebodyIsAsked],
            Laws(CirculationLaws.Send(bare, TensionState.Resolved, running: true, ImmutableDictionary<RoleId, Role>.Empty, Sample.Today)));
        Assert.IsType<Accepted<Circulation>>(CirculationLaws.Send(Any, TensionState.Open, running: false, ImmutableDictionary<RoleId, Role>.Empty, Sample.Today));
    }

    private static Circulation Value(Verdict<Circulation> verdict) => ((Accepted<Circulation>)verdict).Value;

    private static IEnumerable<CirculationLaw> Laws(Verdict<Circulation> verdict) => ((Refused<Circulation>)verdict).Reasons.Cast<CirculationLawBroken>().Select(broken => broken.Law);
}
