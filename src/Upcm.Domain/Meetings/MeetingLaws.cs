using System.Collections.Immutable;

namespace Upcm.Domain;

public enum MeetingLaw
{
    IsStillToCome,
    IsRunning,
    IsNotClosed,

    /// <summary>One leads at a time; another may take over, and says so.</summary>
    FacilitatorLeads,
    AnotherTakesOver,
    SecretaryOrFacilitatorRecords,
    PointHasText,
    PointIsThere,
    ItemIsAtHand,
    ItemIsNotOnTheAgendaYet,
    ItemHasOutcome,
    ItemIsSettledBeforeClosing,

    /// <summary>After the closing round there is none: the meeting is closed.</summary>
    ARoundFollows,
    ProposalHasText,
    ProposalIsPut,
    ObjectionComesInItsRound,
    ObjectionHasText,
    IntegrationChangesTheProposal,
    OutcomeIsThere,
}

/// <param name="Subject">Who leads, or what it is about.</param>
public sealed record MeetingLawBroken(MeetingLaw Law, string? Subject = null) : Reason;

/// <summary>
/// What can happen in a role meeting, and when. Each law takes the meeting as it is and gives the fact that follows, or every
/// reason why not. Nothing here knows who has rights: who may lead at all is the bot's table.
/// </summary>
public static class MeetingLaws
{
    public static Verdict<MeetingFact> Say(RoleMeeting meeting, Somebody person, bool comes) =>
        Fact(NotClosed(meeting), () => new SaidToCome(person, comes));

    public static Verdict<MeetingFact> Start(RoleMeeting meeting, Somebody by, IEnumerable<MeetingItem> items, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Fact(
            meeting.State == MeetingState.Gathering ? [] : [new MeetingLawBroken(MeetingLaw.IsStillToCome, meeting.Facilitator?.Name)],
            () => new MeetingStarted(by, [.. items], at));
    }

    public static Verdict<MeetingFact> TakeOver(RoleMeeting meeting, Somebody by) => Fact(
        [.. Running(meeting), .. If(meeting.Facilitator?.Id == by.Id, MeetingLaw.AnotherTakesOver, by.Name)],
        () => new FacilitatorChanged(meeting.Facilitator!, by));

    public static Verdict<MeetingFact> NameSecretary(RoleMeeting meeting, Somebody secretary) =>
        Fact(NotClosed(meeting), () => new SecretaryNamed(secretary));

    public static Verdict<MeetingFact> Note(RoleMeeting meeting, Somebody by, string text) => Fact(
        [.. Running(meeting), .. Recorder(meeting, by), .. If(string.IsNullOrWhiteSpace(text), MeetingLaw.PointHasText)],
        () => new PointNoted(text.Trim()));

    public static Verdict<MeetingFact> TakeBackPoint(RoleMeeting meeting, Somebody by, int index)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Fact(
            [.. Running(meeting), .. Recorder(meeting, by), .. If(index < 0 || index >= meeting.Points.Length, MeetingLaw.PointIsThere)],
            () => new PointTakenBack(index));
    }

    public static Verdict<MeetingFact> Add(RoleMeeting meeting, MeetingItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Fact(
            [.. Running(meeting), .. If(meeting.Items.Any(other => other.Tension == item.Tension), MeetingLaw.ItemIsNotOnTheAgendaYet, item.Tension.ToString())],
            () => new ItemAdded(item));
    }

    /// <summary>
    /// On to what comes next: the rounds in their order; within an item the steps, where an objection that stands leads to
    /// integration and from there back to the objection round.
    /// </summary>
    public static Verdict<MeetingFact> GoOn(RoleMeeting meeting, Somebody by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        List<Reason> broken = [.. Running(meeting), .. Leader(meeting, by)];
        var item = meeting.AtHand;
        switch (meeting.Round)
        {
            case MeetingRounds.Amend:
                broken.AddRange(If(item is { Proposal: null, Outcomes.IsEmpty: true }, MeetingLaw.ProposalIsPut));
                break;
            case MeetingRounds.Integrate:
                broken.AddRange(If(item!.Standing.Any(objection => objection.Against == item.Proposal), MeetingLaw.IntegrationChangesTheProposal));
                break;
            case MeetingRounds.Record:
                broken.AddRange(If(item is { Outcomes.IsEmpty: true }, MeetingLaw.ItemHasOutcome, item?.Text));
                break;
            case MeetingRounds.Closing:
                broken.Add(new MeetingLawBroken(MeetingLaw.ARoundFollows));
                break;
        }

        return Fact(broken, () => meeting.Round switch
        {
            MeetingRounds.Agenda => new ItemLeft(ItemState.Done, at),
            MeetingRounds.Objections => new RoundBegan(item!.Standing.Any() ? MeetingRounds.Integrate : MeetingRounds.Record, at),
            MeetingRounds.Integrate => new ObjectionsIntegrated(at),
            MeetingRounds.Record => new ItemLeft(ItemState.Done, at),
            var round => new RoundBegan(MeetingRounds.All[MeetingRounds.All.IndexOf(round) + 1], at),
        });
    }

    /// <summary>Leaves the item at hand for the next meeting.</summary>
    public static Verdict<MeetingFact> CarryOver(RoleMeeting meeting, Somebody by, DateTimeOffset at) => Fact(
        [.. Running(meeting), .. Leader(meeting, by), .. ItemAtHand(meeting)], () => new ItemLeft(ItemState.CarriedOver, at));

    /// <summary>Puts or changes the proposal: who has the tension, or who leads or records for them.</summary>
    public static Verdict<MeetingFact> Propose(RoleMeeting meeting, Somebody by, string text)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Fact(
            [
                .. Running(meeting), .. ItemAtHand(meeting), .. If(string.IsNullOrWhiteSpace(text), MeetingLaw.ProposalHasText),
                .. meeting.AtHand?.By.Id == by.Id ? [] : Recorder(meeting, by),
            ],
            () => new ProposalPut(text.Trim()));
    }

    /// <summary>An objection, with the tests it failed; it comes in the objection round, and after closing never.</summary>
    public static Verdict<MeetingFact> Object(RoleMeeting meeting, Somebody by, string text, ImmutableArray<string> failed)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Fact(
            [
                .. NotClosed(meeting),
                .. If(meeting.State != MeetingState.Closed && meeting.Round is not MeetingRounds.Objections, MeetingLaw.ObjectionComesInItsRound),
                .. If(string.IsNullOrWhiteSpace(text), MeetingLaw.ObjectionHasText),
            ],
            () => new ObjectionRaised(new Objection(by, text.Trim(), failed) { Against = meeting.AtHand?.Proposal }));
    }

    /// <param name="register">The roles the outcome is about, with what earlier outcomes of this meeting made of them.</param>
    public static Verdict<MeetingFact> Record(RoleMeeting meeting, Somebody by, Outcome outcome, IReadOnlyDictionary<RoleId, Role> register, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        List<Reason> broken = [.. Running(meeting), .. ItemAtHand(meeting), .. Recorder(meeting, by)];
        var before = Outcomes(meeting).ToList();
        if (RoleLaws.Apply(register, [.. before, outcome], today) is Refused<ImmutableDictionary<RoleId, Role>> refused)
        {
            broken.AddRange(refused.Reasons.OfType<RoleLawBroken>().Where(law => law.Outcome == before.Count));
        }

        return Fact(broken, () => new OutcomeRecorded(outcome));
    }

    public static Verdict<MeetingFact> TakeBack(RoleMeeting meeting, Somebody by, int index)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Fact(
            [
                .. Running(meeting), .. ItemAtHand(meeting), .. Recorder(meeting, by),
                .. If(index < 0 || index >= (meeting.AtHand?.Outcomes.Length ?? 0), MeetingLaw.OutcomeIsThere),
            ],
            () => new OutcomeTakenBack(index));
    }

    /// <summary>Closes the meeting and applies what was agreed: all of it, or nothing and every reason.</summary>
    public static Verdict<MeetingFact> Close(RoleMeeting meeting, Somebody by, IReadOnlyDictionary<RoleId, Role> register, DateOnly today, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        List<Reason> broken = [.. Running(meeting), .. Leader(meeting, by), .. If(meeting.AtHand is not null, MeetingLaw.ItemIsSettledBeforeClosing, meeting.AtHand?.Text)];
        var applied = RoleLaws.Apply(register, Outcomes(meeting), today);
        if (applied is Refused<ImmutableDictionary<RoleId, Role>> refused)
        {
            broken.AddRange(refused.Reasons);
        }

        return Fact(broken, () => new MeetingClosed(((Accepted<ImmutableDictionary<RoleId, Role>>)applied).Value, at));
    }

    /// <summary>Everything that was agreed in this meeting, in order; what was carried over counts for nothing.</summary>
    public static IEnumerable<Outcome> Outcomes(RoleMeeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.Items.Where(item => item.State is ItemState.Done or ItemState.AtHand).SelectMany(item => item.Outcomes);
    }

    private static IEnumerable<Reason> Running(RoleMeeting meeting) =>
        meeting.State == MeetingState.Closed ? NotClosed(meeting) : If(meeting.State != MeetingState.Running, MeetingLaw.IsRunning);

    private static IEnumerable<Reason> NotClosed(RoleMeeting meeting) => If(meeting.State == MeetingState.Closed, MeetingLaw.IsNotClosed);

    private static IEnumerable<Reason> Leader(RoleMeeting meeting, Somebody by) =>
        If(meeting.State == MeetingState.Running && meeting.Facilitator?.Id != by.Id, MeetingLaw.FacilitatorLeads, meeting.Facilitator?.Name);

    private static IEnumerable<Reason> Recorder(RoleMeeting meeting, Somebody by) =>
        If(meeting.State == MeetingState.Running && !meeting.Records(by.Id), MeetingLaw.SecretaryOrFacilitatorRecords, (meeting.Secretary ?? meeting.Facilitator)?.Name);

    private static IEnumerable<Reason> ItemAtHand(RoleMeeting meeting) =>
        If(meeting.State == MeetingState.Running && meeting.AtHand is null, MeetingLaw.ItemIsAtHand);

    private static IEnumerable<Reason> If(bool broken, MeetingLaw law, string? subject = null) => broken ? [new MeetingLawBroken(law, subject)] : [];

    private static Verdict<MeetingFact> Fact(IEnumerable<Reason> broken, Func<MeetingFact> fact) => Verdict.Of<MeetingFact>([.. broken], fact);
}
