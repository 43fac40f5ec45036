using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary><c>leg vast</c>: one thing that was agreed about the tension at hand.</summary>
public sealed class RecordFlow(FormConversation forms, MeetingMoves moves) : IFlow
{
    public string Id => "record-outcome";

    public Sentence Sentence { get; } = new(
        ["leg vast", "afspraak vastleggen"], ["record outcome"],
        new Phrase("vastleggen wat er is afgesproken over de spanning die aan de beurt is", "record what was agreed about the tension at hand"), new Phrase("team", "team"))
    { Colon = true };

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await moves.Meant(turn, rest) is not { } view)
        {
            return;
        }

        var probe = MeetingLaws.Record(view.Meeting, turn.Speaker, new Outcome { Kind = OutcomeKind.Dropped }, await Meetings.Register(turn, null, view.Team.Id), turn.Today);
        if (probe is Refused<MeetingFact>)
        {
            await moves.Make(turn, view, probe);
            return;
        }

        await forms.Open(turn, this, SubjectOf(view));
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft)
    {
        var parts = draft.Subject.Split('#');
        return await moves.Meant(turn, parts[0]) is { } view && view.Meeting.Items.FirstOrDefault(item => item.Tension.ToString() == parts[^1]) is { } item
            ? new RecordForm(item, new OutcomePart(
                turn.Method, view.Team.Id, [.. (await Meetings.Register(turn, view.Meeting, view.Team.Id)).Values.OrderBy(role => role.Name.Nl, StringComparer.Ordinal)], Enum.GetValues<OutcomeKind>(), turn.Today))
            : null;
    }

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await moves.Meant(turn, draft.Subject.Split('#')[0]) is not { } view)
        {
            return true;
        }

        if (SubjectOf(view) != draft.Subject)
        {
            turn.Say("Deze spanning is niet meer aan de beurt. Er is niets vastgelegd.", "This tension is no longer at hand. Nothing was recorded.");
            return true;
        }

        var outcome = ((RecordForm)form).Finish(draft.Answers)!;
        return await moves.Make(turn, view, MeetingLaws.Record(view.Meeting, turn.Speaker, outcome, await Meetings.Register(turn, null, view.Team.Id), turn.Today));
    }

    private static string SubjectOf(MeetingView view) => $"{view.Team.Id}#{view.Meeting.AtHand?.Tension}";
}
