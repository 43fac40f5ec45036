using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary><c>les 20-004</c>: anyone can leave a lesson at any moment, not only at the evaluation.</summary>
public sealed class ShareLessonFlow(FormConversation forms) : IFlow
{
    public string Id => "lesson";

    public Sentence Sentence { get; } = new(
        ["les", "deel les", "les delen"], ["lesson", "share lesson"],
        new Phrase("een les achterlaten voor anderen: les 20-004", "leave a lesson for others: lesson 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is { } initiative)
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
        var sequence = await turn.Next($"lessons/{initiative.Number}");
        var id = string.Create(CultureInfo.InvariantCulture, $"{initiative.Number}/{sequence:000}");
        var lesson = Lessons.From(initiative, id, told.Text, told.Phases, turn) with { ProductGroups = told.Groups, Strategies = told.Strategies };
        turn.Changes.Insert(Kinds.Lessons, lesson);
        turn.Record(History.LessonShared, initiative.Number, initiative.Team, words: Phrase.Same(told.Text));
        turn.Replace(LessonsCard.Of(
            turn.Culture.IsEnglish() ? "Your lesson has been kept" : "Je les is bewaard",
            turn.Culture.IsEnglish() ? "Who looks for it or registers something alike will see it" : "Wie zoekt of iets aanmeldt dat erop lijkt, ziet hem",
            [lesson],
            turn.Method,
            turn.Culture));
        return true;
    }
}

/// <summary>A lesson, tagged with what it is about: the initiative's own tags, unless said otherwise.</summary>
public sealed class LessonForm(WorkingMethod method, Initiative initiative) : Form<LessonForm.Told>
{
    private static readonly Phrase Page = new("De les", "The lesson");

    public sealed record Told(string Text, ImmutableArray<string> Phases, ImmutableArray<string> Groups, ImmutableArray<string> Strategies);

    private static readonly TextQuestion Text = new("text", new("Wat kan een ander hiervan leren?", "What can another learn from this?"))
    {
        Name = new("Les", "Lesson"),
        Hint = new("Zeg wat je een volgende keer zo of juist anders zou doen.", "Say what you would do the same or differently next time."),
        Paragraph = true,
        AtMost = 300,
        Page = Page,
    };

    private static readonly TextQuestion Groups = new("groups", new("Over welke productgroepen gaat het (SBI-codes)?", "Which product groups is it about (SBI codes)?"))
    {
        Name = new("Productgroepen", "Product groups"),
        Rule = SbiCodes.Problem,
        Optional = true,
        Page = Page,
    };

    private readonly ChoicesQuestion phases = new(
        "phases", new("Bij welke fase hoort de les?", "Which phase does the lesson belong to?"), [.. method.Phases.SkipLast(1).Select(phase => new Choice(phase.Id, new(phase.Name.Nl, phase.Name.En)))])
    {
        Name = new("Fase", "Phase"),
        Optional = true,
        Page = Page,
    };

    private readonly ChoicesQuestion strategies = new(
        "strategies", new("Bij welke strategieën hoort de les?", "Which strategies does the lesson belong to?"), [.. method.Strategies.Select(one => new Choice(one.Id, new(one.Name.Nl, one.Name.En)))])
    {
        Name = new("Strategieën", "Strategies"),
        Optional = true,
        Page = Page,
    };

    public override Phrase Title => new($"Les uit {initiative.Number} {initiative.Title}", $"Lesson from {initiative.Number} {initiative.Title}");

    public override IReadOnlyList<Question> Questions(Answers answers) => [Text, phases, Groups, strategies];

    public Answers Known()
    {
        var answers = method.Phases.SkipLast(1).Any(phase => phase.Id == initiative.Phase) ? phases.Prefill(Answers.None, [initiative.Phase]) : Answers.None;
        answers = initiative.ProductGroups.IsEmpty ? answers : Groups.Prefill(answers, string.Join(", ", initiative.ProductGroups));
        return initiative.Strategies.IsEmpty ? answers : strategies.Prefill(answers, initiative.Strategies);
    }

    protected override Told Complete(Answers answers) => new(
        Text.From(answers),
        phases.IsAnswered(answers) ? phases.From(answers) : [],
        [.. SbiCodes.In(Groups.Maybe(answers) ?? "").Distinct()],
        strategies.IsAnswered(answers) ? strategies.From(answers) : []);
}
