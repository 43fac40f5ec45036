using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Flows.Learning;

/// <summary>
/// <c>les 20-004</c>: anyone can leave a lesson at any moment, not only at the evaluation. With its number behind it, a lesson
/// that is there is shown.
/// </summary>
public sealed class ShareLessonFlow(FormConversation forms, LessonView view) : IFlow
{
    public string Id => "lesson";

    public Sentence Sentence { get; } = new(
        ["les", "deel les", "les delen"], ["lesson", "share lesson"],
        new Phrase("een les achterlaten voor anderen: les 20-004", "leave a lesson for others: lesson 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (Lessons.Nth(rest) is not null)
        {
            await view.Show(turn, rest);
        }
        else if (await Initiatives.Named(turn, rest) is { } initiative)
        {
            await forms.Open(turn, this, initiative.Number.ToString(), new LessonForm(turn.Method, initiative).Known());
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await turn.Load(Kinds.Initiatives, draft.Subject) is { } stored ? new LessonForm(turn.Method, stored.Document) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var initiative = (await turn.Load(Kinds.Initiatives, draft.Subject))!.Document;
        var told = ((LessonForm)form).Finish(draft.Answers)!;
        var sequence = await turn.Next(NumberSeries.Lessons(initiative.Number));
        var lesson = Lessons.From(initiative, Lessons.IdOf(initiative.Number, (int)sequence), told.Text, told.Phases, turn) with { ProductGroups = told.Groups, Strategies = told.Strategies };
        turn.Changes.Insert(Kinds.Lessons, lesson);
        turn.Record(History.LessonShared, initiative.Number, initiative.Team, words: Phrase.Same(told.Text), subject: Lessons.SubjectOf(lesson));
        turn.Replace(LessonsCard.Of(
            turn.Culture.IsEnglish() ? "Your lesson has been kept" : "Je les is bewaard",
            turn.Culture.IsEnglish() ? "Who looks for it or registers something alike will see it" : "Wie zoekt of iets aanmeldt dat erop lijkt, ziet hem",
            [lesson],
            turn.Method,
            turn.Culture));
        return true;
    }
}
