using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary><c>bewerk les 20-004 3</c>: another text, or other things to find it by; two people who change the same lesson are told.</summary>
public sealed class ChangeLessonFlow(FormConversation forms, LessonView view) : IFlow
{
    public string Id => "lesson-change";

    public Sentence Sentence { get; } = new(
        ["bewerk les", "les bewerken", "les wijzigen"], ["edit lesson", "correct lesson"],
        new Phrase("een les verbeteren: bewerk les 20-004 1", "correct a lesson: edit lesson 20-004 1"), new Phrase("nummer en les", "number and lesson"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await LessonView.Named(turn, rest) is var (initiative, stored) && await view.Allows(turn, initiative, stored.Document))
        {
            await forms.Open(turn, this, stored.Document.Id, new LessonForm(turn.Method, initiative, stored.Document).Now);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await About(turn, draft) is var (initiative, stored) ? new LessonForm(turn.Method, initiative, stored.Document) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await About(turn, draft) is not var (initiative, stored) || !await view.Allows(turn, initiative, stored.Document))
        {
            return false;
        }

        var asked = (LessonForm)form;
        var answers = Meanwhile.Over(asked, draft.Prefilled, draft.Answers);
        var recorded = FieldChange.Of(asked, answers);
        if (recorded.IsEmpty)
        {
            turn.Say("Er is niets veranderd.", "Nothing has changed.");
            return true;
        }

        var told = asked.Finish(answers)!;
        var lesson = stored.Document with { Text = told.Text, Phases = told.Phases, ProductGroups = told.Groups, Strategies = told.Strategies };
        turn.Changes.Put(Kinds.Lessons, lesson, stored.Version);
        turn.Record(History.LessonChanged, initiative.Number, initiative.Team, words: new Phrase($"les {lesson.Nth}", $"lesson {lesson.Nth}"), changes: recorded, subject: Lessons.SubjectOf(lesson));
        turn.Replace(await view.CardOf(turn, initiative, lesson));
        return true;
    }

    private static async ValueTask<(Initiative Initiative, Stored<Lesson> Lesson)?> About(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Lessons, draft.Subject) is { } stored && await turn.Load(Kinds.Initiatives, stored.Document.Number.ToString()) is { Document: { } initiative }
            ? (initiative, stored)
            : null;
}
