using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Learning;

/// <summary>A lesson, tagged with what it is about: the initiative's own tags, unless said otherwise.</summary>
/// <param name="lesson">The one that is corrected; null for a new one.</param>
public sealed class LessonForm(WorkingMethod method, Initiative initiative, Lesson? lesson = null) : Form<LessonForm.Told>
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

    private readonly ChoicesQuestion phases = PhasesOf(method);

    private readonly TextQuestion groups = GroupsOf(method);

    private readonly ChoicesQuestion strategies = StrategiesOf(method);

    public override Phrase Title => lesson is null
        ? new($"Les uit {initiative.Number} {initiative.Title}", $"Lesson from {initiative.Number} {initiative.Title}")
        : new($"Les {lesson.Nth} uit {initiative.Number} {initiative.Title}", $"Lesson {lesson.Nth} from {initiative.Number} {initiative.Title}");

    public override Answers? Now => lesson is null ? null : Tagged(Text.Prefill(Answers.None, lesson.Text), lesson.Phases, lesson.ProductGroups, lesson.Strategies);

    public override IReadOnlyList<Question> Questions(Answers answers) => [Text, phases, groups, strategies];

    public override bool IsAsBefore(Question question, Answers answers) => Now is { } before && answers[question.Key] == before[question.Key];

    /// <summary>What the initiative tells of a lesson that is still to be written.</summary>
    public Answers Known() => Tagged(
        Answers.None, method.Phases.SkipLast(1).Any(phase => phase.Id == initiative.Phase) ? [initiative.Phase] : [], initiative.ProductGroups, initiative.Strategies);

    /// <summary>The question with this key, for who tells what was changed.</summary>
    public static Question? Question(string key, WorkingMethod method) =>
        new Question[] { Text, PhasesOf(method), GroupsOf(method), StrategiesOf(method) }.FirstOrDefault(question => question.Key == key);

    private Answers Tagged(Answers answers, ImmutableArray<string> about, ImmutableArray<string> codes, ImmutableArray<string> by)
    {
        answers = about.IsEmpty ? answers : phases.Prefill(answers, about);
        answers = codes.IsEmpty ? answers : groups.Prefill(answers, string.Join(", ", codes));
        return by.IsEmpty ? answers : strategies.Prefill(answers, by);
    }

    protected override Told Complete(Answers answers) => new(
        Text.From(answers),
        phases.IsAnswered(answers) ? phases.From(answers) : [],
        [.. SbiCodes.In(groups.Maybe(answers) ?? "").Distinct()],
        strategies.IsAnswered(answers) ? strategies.From(answers) : []);

    private static ChoicesQuestion PhasesOf(WorkingMethod method) => new(
        "phases", new("Bij welke fase hoort de les?", "Which phase does the lesson belong to?"), [.. method.Phases.SkipLast(1).Select(phase => new Choice(phase.Id, new(phase.Name.Nl, phase.Name.En)))])
    {
        Name = new("Fase", "Phase"),
        Optional = true,
        Page = Page,
    };

    private static TextQuestion GroupsOf(WorkingMethod method) => new(
        "groups", new($"Over welke productgroepen gaat het ({SbiCodes.Called(method).Nl})?", $"Which product groups is it about ({SbiCodes.Called(method).En})?"))
    {
        Name = new("Productgroepen", "Product groups"),
        Rule = SbiCodes.RuleOf(method),
        Optional = true,
        Page = Page,
    };

    private static ChoicesQuestion StrategiesOf(WorkingMethod method) => new(
        "strategies", new("Bij welke strategieën hoort de les?", "Which strategies does the lesson belong to?"), StrategyChoices.Of(method))
    {
        NumbersAreIds = true,
        Name = new("Strategieën", "Strategies"),
        Optional = true,
        Page = Page,
    };
}
