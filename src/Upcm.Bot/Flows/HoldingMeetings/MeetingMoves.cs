using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>What every move in a meeting has in common: find the meeting, ask the law, write, bring every card up to date.</summary>
public sealed class MeetingMoves(Meetings meetings, MeetingNews news, Standings standings)
{
    public static string SubjectOf(RoleMeeting meeting) => $"meeting/{meeting.Id}";

    public async ValueTask<MeetingView?> Meant(Turn turn, string rest) =>
        await Meetings.Meant(turn, rest) is { } team ? await meetings.Of(turn, team) : null;

    /// <param name="law">The verdict; null where it was already said why not.</param>
    public async ValueTask Make(Turn turn, string rest, Func<MeetingView, ValueTask<Verdict<MeetingFact>?>> law)
    {
        if (await Meant(turn, rest) is not { } view)
        {
            return;
        }

        await Make(turn, view, await law(view));
    }

    /// <returns>True where it happened.</returns>
    public async ValueTask<bool> Make(Turn turn, MeetingView view, Verdict<MeetingFact>? verdict)
    {
        switch (verdict)
        {
            case Accepted<MeetingFact> { Value: var fact }:
                var moved = view.Meeting.After(fact);
                var after = view with { Meeting = fact is SaidToCome ? moved : moved.With(turn.Speaker) };
                turn.Changes.Put(Kinds.Meetings, after.Meeting, view.Version);
                await news.Changed(turn, after, isShown: true);
                await Show(turn, after);
                return true;
            case Refused<MeetingFact> refused:
                MeetingRefusals.Say(turn, await Known(turn, view, refused.Reasons));
                return false;
            default:
                return false;
        }
    }

    /// <summary>Puts a tension on the agenda of the meeting that runs; false where none does.</summary>
    public async ValueTask<bool> Add(Turn turn, Tension tension)
    {
        if (turn.Method.Team(tension.Team) is not { } team || await meetings.Of(turn, team) is not { Meeting.State: MeetingState.Running } view
            || MeetingLaws.Add(view.Meeting, new MeetingItem { Tension = tension.Id, Text = tension.Text, By = tension.By, Proposal = tension.Proposal }) is not Accepted<MeetingFact> { Value: var fact })
        {
            return false;
        }

        var after = view with { Meeting = view.Meeting.After(fact) };
        turn.Changes.Put(Kinds.Meetings, after.Meeting, view.Version);
        await news.Changed(turn, after);
        return true;
    }

    /// <summary>
    /// A press on a card that shows where the meeting was: what it asks was meant for that, and is not done. It is said, and where
    /// the meeting is now is shown.
    /// </summary>
    /// <returns>False where the card showed the meeting as it is.</returns>
    public async ValueTask<bool> IsBehind(Turn turn, Pressed pressed)
    {
        if (pressed.Press.Data.GetValueOrDefault(MeetingCard.At) is not { } at
            || await Meant(turn, pressed.Press.Data.GetValueOrDefault("team") ?? "") is not { } view || at == MeetingCard.Moment(view.Meeting))
        {
            return false;
        }

        if (view.Meeting.State == MeetingState.Running)
        {
            var round = turn.Method.Meetings.Round(view.Meeting.Round)!.Name;
            turn.Say(
                $"Het overleg was al verder dan die kaart: het is nu bij \"{round.Nl}\". De knop deed dus niets. Hieronder staat hoe het nu is.",
                $"The meeting had gone on since that card: it is at \"{round.En}\" now. So the button did nothing. Below is how it is now.");
        }
        else
        {
            turn.Say("Dat overleg loopt niet meer. De knop deed dus niets.", "That meeting no longer runs. So the button did nothing.");
        }

        await Show(turn, view);
        return true;
    }

    /// <summary>Shows the meeting here; while it runs on a card that follows it.</summary>
    public async ValueTask Show(Turn turn, MeetingView view)
    {
        var card = await CardOf(turn, view);
        if (view.Meeting.State == MeetingState.Gathering)
        {
            turn.Replace(card);
        }
        else
        {
            await FollowedCards.Show(turn, view.Meeting, card);
        }
    }

    /// <summary>The card of a meeting as the speaker sees it; in a channel only what everybody may see.</summary>
    public async ValueTask<Card> CardOf(Turn turn, MeetingView view)
    {
        var alone = turn.IsPersonal || turn.Arrival.What is Pressed { CanReplace: true };
        if (view.Meeting.State == MeetingState.Gathering)
        {
            var mayLead = alone && Rights.May(Deed.LeadRoleMeeting, await standings.InTeam(turn, view.Team.Id));
            return await new AgendaCard(turn.Reader, turn.Method, turn.Culture).Of(view.Meeting, view.Team, turn.Now, mayLead);
        }

        var card = new MeetingCard(view, turn.Method, await Meetings.Register(turn, view.Meeting, view.Team.Id), turn.Culture);
        return alone ? card.For(turn.Person.Id) : card.ForChannel(await MeetingNews.Leaders(turn.Reader, view, turn.Today));
    }

    /// <summary>Where nothing runs but a meeting was closed today, that is what the person speaks of.</summary>
    private static async ValueTask<IReadOnlyList<Reason>> Known(Turn turn, MeetingView view, IReadOnlyList<Reason> reasons) =>
        view.Meeting.State == MeetingState.Gathering
        && reasons.OfType<MeetingLawBroken>().Any(broken => broken.Law is MeetingLaw.IsRunning or MeetingLaw.ObjectionComesInItsRound)
        && await Meetings.Last(turn.Reader, view.Team.Id) is { ClosedAt: { } closed } && turn.Now - closed < TimeSpan.FromHours(12)
            ? [new MeetingLawBroken(MeetingLaw.IsNotClosed)]
            : reasons;
}
