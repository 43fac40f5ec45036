using System.Collections.Immutable;

namespace Upcm.Domain.Tests.Meetings;

public sealed class MeetingLawsTests
{
    private static readonly Somebody Ann = new(Sample.Ann, "Ann");
    private static readonly Somebody Ben = new(Sample.Ben, "Ben");
    private static readonly Somebody Cas = new(Sample.Cas, "Cas");
    private static readonly DateTimeOffset At = Sample.Moment;
    private static readonly DateOnly Day = DateOnly.FromDateTime(Sample.Moment.DateTime);
    private static readonly RoleId Reporter = RoleId.Of("ot", "rapporteur");

    private static readonly ImmutableDictionary<RoleId, Role> Register = ImmutableDictionary<RoleId, Role>.Empty.Add(
        Reporter, new Role { Id = Reporter, Name = new Words("Rapporteur", "Reporter"), Purpose = new Words("Meldt.", "Reports.") });

    private static RoleMeeting New => new() { Id = "ot/2026-11-24", Team = "ot", StartsAt = At };

    private static RoleMeeting Running => Did(New, MeetingLaws.Start(New, Ann, [Item(1), Item(2)], At));

    [Fact]
    public void A_meeting_goes_through_its_rounds_in_order()
    {
        var meeting = Running;
        Assert.Equal((MeetingState.Running, MeetingRounds.CheckIn, "Ann"), (meeting.State, meeting.Round, meeting.Facilitator!.Name));
        List<string> rounds = [meeting.Round];
        while (meeting.Round != MeetingRounds.Closing)
        {
            if (meeting.Round == MeetingRounds.Amend)
            {
                meeting = Did(meeting, MeetingLaws.Propose(meeting, Ann, "Doen"));
            }

            if (meeting.Round == MeetingRounds.Record)
            {
                meeting = Did(meeting, MeetingLaws.Record(meeting, Ann, new Outcome { Kind = OutcomeKind.Dropped, Text = "x" }, Register, Day));
            }

            meeting = Did(meeting, MeetingLaws.GoOn(meeting, Ann, At));
            rounds.Add(meeting.Round);
        }

        string[] item = [MeetingRounds.Present, MeetingRounds.Clarify, MeetingRounds.React, MeetingRounds.Amend, MeetingRounds.Objections, MeetingRounds.Record];
        Assert.Equal([MeetingRounds.CheckIn, MeetingRounds.Administrative, MeetingRounds.Agenda, .. item, .. item, MeetingRounds.Closing], rounds);
        Assert.All(meeting.Items, one => Assert.Equal(ItemState.Done, one.State));
    }

    [Fact]
    public void A_meeting_without_tensions_goes_from_the_agenda_to_its_closing()
    {
        var meeting = Did(New, MeetingLaws.Start(New, Ann, [], At));
        meeting = To(meeting, MeetingRounds.Agenda);
        Assert.Equal(MeetingRounds.Closing, Did(meeting, MeetingLaws.GoOn(meeting, Ann, At)).Round);
        Assert.Equal([MeetingLaw.ARoundFollows], Laws(MeetingLaws.GoOn(Did(meeting, MeetingLaws.GoOn(meeting, Ann, At)), Ann, At)));
    }

    [Fact]
    public void An_objection_that_stands_leads_to_integration_and_back_until_it_is_solved()
    {
        var meeting = To(Running, MeetingRounds.Objections);
        meeting = Did(meeting, MeetingLaws.Object(meeting, Ben, "Zo mist de secretaris de cijfers", []));
        meeting = Did(meeting, MeetingLaws.GoOn(meeting, Ann, At));
        Assert.Equal(MeetingRounds.Integrate, meeting.Round);
        Assert.Equal([MeetingLaw.IntegrationChangesTheProposal], Laws(MeetingLaws.GoOn(meeting, Ann, At)));
        meeting = Did(meeting, MeetingLaws.Propose(meeting, Ann, "Doen, met een kopie voor de secretaris"));
        meeting = Did(meeting, MeetingLaws.GoOn(meeting, Ann, At));
        Assert.Equal(MeetingRounds.Objections, meeting.Round);
        Assert.Empty(meeting.AtHand!.Standing);
        Assert.Equal(MeetingRounds.Record, Did(meeting, MeetingLaws.GoOn(meeting, Ann, At)).Round);
    }

    [Fact]
    public void An_objection_that_failed_a_test_is_noted_and_holds_nothing_up()
    {
        var meeting = To(Running, MeetingRounds.Objections);
        meeting = Did(meeting, MeetingLaws.Object(meeting, Ben, "Liever niet", [ObjectionTests.Harm]));
        Assert.False(Assert.Single(meeting.AtHand!.Objections).Stands);
        Assert.Equal(MeetingRounds.Record, Did(meeting, MeetingLaws.GoOn(meeting, Ann, At)).Round);
    }

    [Fact]
    public void Objections_have_their_round_and_come_too_late_after_closing()
    {
        Assert.Equal([MeetingLaw.ObjectionComesInItsRound], Laws(MeetingLaws.Object(Running, Ben, "Nee", [])));
        Assert.Equal([MeetingLaw.IsNotClosed], Laws(MeetingLaws.Object(Closed(), Ben, "Nee", [])));
        Assert.Equal([MeetingLaw.ObjectionHasText], Laws(MeetingLaws.Object(To(Running, MeetingRounds.Objections), Ben, " ", [])));
    }

    [Fact]
    public void One_leads_and_another_takes_over_openly()
    {
        Assert.Equal([MeetingLaw.IsStillToCome], Laws(MeetingLaws.Start(Running, Ben, [], At)));
        Assert.Equal([MeetingLaw.FacilitatorLeads], Laws(MeetingLaws.GoOn(Running, Ben, At)));
        Assert.Equal([MeetingLaw.AnotherTakesOver], Laws(MeetingLaws.TakeOver(Running, Ann)));
        Assert.Equal([MeetingLaw.IsRunning], Laws(MeetingLaws.TakeOver(New, Ben)));
        var meeting = Did(Running, MeetingLaws.TakeOver(Running, Ben));
        Assert.Equal(MeetingRounds.Administrative, Did(meeting, MeetingLaws.GoOn(meeting, Ben, At)).Round);
        Assert.Equal([MeetingLaw.FacilitatorLeads], Laws(MeetingLaws.GoOn(meeting, Ann, At)));
    }

    [Fact]
    public void Who_records_is_the_secretary_or_who_leads()
    {
        var meeting = To(Did(Running, MeetingLaws.NameSecretary(Running, Ben)), MeetingRounds.Record);
        var outcome = new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = Reporter, Text = "Vraagt op" };
        Assert.Single(Did(meeting, MeetingLaws.Record(meeting, Ben, outcome, Register, Day)).AtHand!.Outcomes);
        Assert.Equal([MeetingLaw.SecretaryOrFacilitatorRecords], Laws(MeetingLaws.Record(meeting, Cas, outcome, Register, Day)));
        Assert.Equal([MeetingLaw.SecretaryOrFacilitatorRecords], Laws(MeetingLaws.Note(meeting, Cas, "Iets")));
        Assert.Equal([MeetingLaw.PointHasText], Laws(MeetingLaws.Note(meeting, Ann, "")));
        Assert.Equal(["Iets"], Did(meeting, MeetingLaws.Note(meeting, Ann, "Iets ")).Points);
    }

    [Fact]
    public void What_cannot_be_recorded_is_refused_when_it_is_recorded_with_what_the_meeting_agreed_before()
    {
        var meeting = To(Running, MeetingRounds.Record);
        var outcome = new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = Reporter, Text = "Vraagt op" };
        meeting = Did(meeting, MeetingLaws.Record(meeting, Ann, outcome, Register, Day));
        Assert.Equal(RoleLaw.AccountabilityIsNew, ((RoleLawBroken)Refused(MeetingLaws.Record(meeting, Ann, outcome, Register, Day)).Single()).Law);
        Assert.Equal([MeetingLaw.OutcomeIsThere], Laws(MeetingLaws.TakeBack(meeting, Ann, 1)));
        Assert.Empty(Did(meeting, MeetingLaws.TakeBack(meeting, Ann, 0)).AtHand!.Outcomes);
    }

    [Fact]
    public void An_item_is_left_with_something_agreed_or_carried_over()
    {
        var meeting = To(Running, MeetingRounds.Record);
        Assert.Equal([MeetingLaw.ItemHasOutcome], Laws(MeetingLaws.GoOn(meeting, Ann, At)));
        var carried = Did(meeting, MeetingLaws.CarryOver(meeting, Ann, At));
        Assert.Equal((ItemState.CarriedOver, ItemState.AtHand, MeetingRounds.Present), (carried.Items[0].State, carried.Items[1].State, carried.Round));
        Assert.Equal([MeetingLaw.ItemIsAtHand], Laws(MeetingLaws.CarryOver(Running, Ann, At)));
    }

    [Fact]
    public void Amending_ends_with_a_proposal()
    {
        var meeting = To(Running, MeetingRounds.Amend);
        meeting = meeting with { Items = [.. meeting.Items.Select(item => item with { Proposal = null })] };
        Assert.Equal([MeetingLaw.ProposalIsPut], Laws(MeetingLaws.GoOn(meeting, Ann, At)));
        Assert.Equal([MeetingLaw.ProposalHasText], Laws(MeetingLaws.Propose(meeting, Ann, "")));
        Assert.Equal([MeetingLaw.SecretaryOrFacilitatorRecords], Laws(MeetingLaws.Propose(meeting, Ben, "Doen")));
        Assert.Equal("Doen", Did(meeting, MeetingLaws.Propose(meeting, Cas, "Doen")).AtHand!.Proposal);
    }

    [Fact]
    public void Closing_applies_all_that_was_agreed_and_carries_over_what_waits()
    {
        var meeting = To(Running, MeetingRounds.Record);
        meeting = Did(meeting, MeetingLaws.Record(meeting, Ann, new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = Reporter, Text = "Vraagt op" }, Register, Day));
        Assert.Equal([MeetingLaw.ItemIsSettledBeforeClosing], Laws(MeetingLaws.Close(meeting, Ann, Register, Day, At)));
        meeting = Did(meeting, MeetingLaws.GoOn(meeting, Ann, At));
        meeting = Did(meeting, MeetingLaws.CarryOver(meeting, Ann, At));
        var closed = (MeetingClosed)((Accepted<MeetingFact>)MeetingLaws.Close(meeting, Ann, Register, Day, At)).Value;
        Assert.Equal("Vraagt op", Assert.Single(closed.Roles[Reporter].Accountabilities).Nl);
        Assert.Equal([ItemState.Done, ItemState.CarriedOver], meeting.After(closed).Items.Select(item => item.State));
    }

    [Fact]
    public void A_register_that_changed_meanwhile_keeps_the_meeting_open_and_says_why()
    {
        var meeting = To(Running, MeetingRounds.Record);
        meeting = Did(meeting, MeetingLaws.Record(meeting, Ann, new Outcome { Kind = OutcomeKind.AccountabilityAdded, Role = Reporter, Text = "Vraagt op" }, Register, Day));
        meeting = Did(meeting, MeetingLaws.GoOn(meeting, Ann, At));
        meeting = Did(meeting, MeetingLaws.CarryOver(meeting, Ann, At));
        var ended = Register.SetItem(Reporter, Register[Reporter] with { EndedOn = Day });
        Assert.Equal(RoleLaw.RoleHasNotEnded, ((RoleLawBroken)Refused(MeetingLaws.Close(meeting, Ann, ended, Day, At)).Single()).Law);
    }

    [Fact]
    public void Nothing_happens_in_a_meeting_that_is_closed_or_has_not_begun()
    {
        foreach (var (meeting, law) in new[] { (Closed(), MeetingLaw.IsNotClosed), (New, MeetingLaw.IsRunning) })
        {
            Verdict<MeetingFact>[] all =
            [
                MeetingLaws.GoOn(meeting, Ann, At), MeetingLaws.CarryOver(meeting, Ann, At), MeetingLaws.Propose(meeting, Ann, "x"), MeetingLaws.Note(meeting, Ann, "x"),
                MeetingLaws.Add(meeting, Item(9)), MeetingLaws.TakeOver(meeting, Ben), MeetingLaws.TakeBack(meeting, Ann, 0), MeetingLaws.Close(meeting, Ann, Register, Day, At),
                MeetingLaws.Record(meeting, Ann, new Outcome { Kind = OutcomeKind.Dropped }, Register, Day),
            ];
            Assert.All(all, verdict => Assert.Contains(law, Laws(verdict)));
        }

        Assert.Equal([MeetingLaw.IsNotClosed], Laws(MeetingLaws.Say(Closed(), Ben, comes: true)));
    }

    [Fact]
    public void People_say_whether_they_come_and_may_change_their_mind()
    {
        var meeting = Did(New, MeetingLaws.Say(New, Ben, comes: true));
        meeting = Did(meeting, MeetingLaws.Say(meeting, Ben, comes: false));
        Assert.False(Assert.Single(meeting.Attendance).Comes);
    }

    [Fact]
    public void A_tension_can_still_be_added_once_while_the_meeting_runs()
    {
        var meeting = Did(Running, MeetingLaws.Add(Running, Item(3)));
        Assert.Equal(3, meeting.Items.Length);
        Assert.Equal([MeetingLaw.ItemIsNotOnTheAgendaYet], Laws(MeetingLaws.Add(meeting, Item(3))));
    }

    private static RoleMeeting Closed()
    {
        var empty = Did(New, MeetingLaws.Start(New, Ann, [], At));
        return Did(empty, MeetingLaws.Close(empty, Ann, Register, Day, At));
    }

    private static RoleMeeting To(RoleMeeting meeting, string round)
    {
        while (meeting.Round != round)
        {
            meeting = Did(meeting, MeetingLaws.GoOn(meeting, meeting.Facilitator!, At));
        }

        return meeting;
    }

    private static MeetingItem Item(int number) => new() { Tension = new TensionId(number), Text = $"spanning {number}", By = Cas, Proposal = "Doen" };

    private static RoleMeeting Did(RoleMeeting meeting, Verdict<MeetingFact> verdict) => meeting.After(((Accepted<MeetingFact>)verdict).Value);

    private static IReadOnlyList<Reason> Refused(Verdict<MeetingFact> verdict) => ((Refused<MeetingFact>)verdict).Reasons;

    private static IEnumerable<MeetingLaw> Laws(Verdict<MeetingFact> verdict) => Refused(verdict).OfType<MeetingLawBroken>().Select(broken => broken.Law);
}
