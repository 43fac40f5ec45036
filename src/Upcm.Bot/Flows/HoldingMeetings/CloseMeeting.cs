using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary><c>sluit roloverleg</c>: what was agreed is applied, all of it or nothing, and the minutes go out.</summary>
public sealed class CloseMeeting(MeetingMoves moves, MeetingNews news) : ICommand, IButton
{
    public const string ButtonVerb = "meeting.close";

    public string Verb => ButtonVerb;

    public Sentence Sentence { get; } = new(
        ["sluit roloverleg", "roloverleg sluiten"], ["close role meeting"],
        new Phrase("het roloverleg sluiten: wat is afgesproken, gaat gelden", "close the role meeting: what was agreed begins to apply"), new Phrase("team", "team"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await moves.Meant(turn, rest) is not { } view)
        {
            return;
        }

        var register = await Meetings.Register(turn, null, view.Team.Id);
        switch (MeetingLaws.Close(view.Meeting, turn.Speaker, register, turn.Today, turn.Now))
        {
            case Accepted<MeetingFact> { Value: Domain.MeetingClosed closed }:
                var after = view with { Meeting = view.Meeting.After(closed) };
                turn.Changes.Put(Kinds.Meetings, after.Meeting, view.Version);
                await Agreements.Apply(turn, view.Team.Id, MeetingMoves.SubjectOf(view.Meeting), after.Meeting.Items, closed.Roles);
                var count = after.Meeting.Items.Count(item => item.State == ItemState.Done);
                turn.Record(History.MeetingClosed, null, view.Team.Id, words: new Phrase($"{count} afgehandeld", $"{count} handled"), subject: MeetingMoves.SubjectOf(view.Meeting));
                await news.Changed(turn, after, isShown: true);
                await moves.Show(turn, after);
                break;
            case Refused<MeetingFact> refused:
                await moves.Make(turn, view, refused);
                break;
        }
    }

    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (!await moves.IsBehind(turn, pressed))
        {
            await Run(turn, pressed.Press.Data.GetValueOrDefault("team") ?? "");
        }
    }
}
