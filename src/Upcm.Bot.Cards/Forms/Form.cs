using System.Collections.Immutable;
using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <summary>What was understood of what was said, and what was not, by question key.</summary>
public sealed record HeardAnswers(Answers Answers, ImmutableSortedDictionary<string, Phrase> Problems);

/// <summary>
/// A list of questions that ends in one command. The next question follows from the answers alone, so a draft of three weeks
/// and two releases ago simply goes on: a question that vanished is ignored, a rule made stricter reopens its question.
/// </summary>
public abstract class Form
{
    /// <summary>The answer under which a person has said that optional questions are wanted too.</summary>
    public const string MoreKey = "~more";

    /// <summary>Before a question's key: the person passed over this optional question.</summary>
    public const string SkippedPrefix = "~skip.";

    /// <summary>The answer that names the questions a person wants to answer now, whatever else is open; commas in between.</summary>
    public const string WantedKey = "~wanted";

    private (Answers Of, IReadOnlyList<Question> Questions)? lastAsked;

    public abstract Phrase Title { get; }

    /// <summary>All questions in order; a repeating group gives more of them as its answers come in.</summary>
    public abstract IReadOnlyList<Question> Questions(Answers answers);

    /// <summary>What the person should know before confirming: open points, look-alikes, contradictions. Never blocks.</summary>
    public virtual IReadOnlyList<Phrase> Remarks(Answers answers) => [];

    /// <summary>
    /// What somebody else recorded that this would take the place of. It is shown before the person confirms, and once more where it
    /// came after that, so that nothing goes over it unseen.
    /// </summary>
    public virtual IReadOnlyList<Phrase> Replaces(Answers answers) => [];

    /// <summary>What follows from the answers, such as a sum: shown below them before the person confirms.</summary>
    public virtual IReadOnlyList<Phrase> Derived(Answers answers) => [];

    /// <summary>How what this form edits stands now, as if it had just been answered; null where it makes something new.</summary>
    public virtual Answers? Now => null;

    /// <summary>True for an answer that still stands as it did before the form was opened: the summary folds those.</summary>
    public virtual bool IsAsBefore(Question question, Answers answers) => false;

    /// <summary>The questions that apply. One turn asks many times after the same answers: the last list is kept.</summary>
    public IReadOnlyList<Question> Asked(Answers answers)
    {
        if (lastAsked is not { } last || !ReferenceEquals(last.Of, answers))
        {
            lastAsked = last = (answers, [.. Questions(answers).Where(question => question.OnlyIf(answers))]);
        }

        return last.Questions;
    }

    /// <summary>
    /// The first question that applies, is wanted and has no valid answer; null when the command can be made. What a person
    /// asked to change comes before all others. An answer that no longer holds is asked again, also where none was needed.
    /// </summary>
    public Question? Next(Answers answers)
    {
        var asked = Asked(answers).Where(question => question.InTalkIf(answers)).ToList();
        return Wanted(answers).Select(key => asked.Find(question => question.Key == key)).FirstOrDefault(question => question is not null)
            ?? asked.Find(question => !question.IsAnswered(answers)
                && (!question.Optional || answers[question.Key] is not null || (answers[MoreKey] is not null && answers[SkippedPrefix + question.Key] is null)));
    }

    /// <summary>These questions come first, with what was answered to them still standing.</summary>
    public static Answers Want(Answers answers, IEnumerable<Question> questions) =>
        questions.Aggregate(answers, static (all, question) => all.Without(SkippedPrefix + question.Key))
            .With(WantedKey, string.Join(',', questions.Select(question => question.Key)));

    /// <summary>The question had its turn.</summary>
    public static Answers Unwant(Answers answers, string key) =>
        Wanted(answers).Where(wanted => wanted != key).ToList() is { Count: > 0 } left
            ? answers.With(WantedKey, string.Join(',', left))
            : answers.Without(WantedKey);

    public bool IsComplete(Answers answers) =>
        Asked(answers).All(question => question.Optional ? answers[question.Key] is null || question.IsAnswered(answers) : question.IsAnswered(answers));

    /// <summary>Optional questions without an answer: what stays open.</summary>
    public IReadOnlyList<Question> Open(Answers answers) =>
        [.. Asked(answers).Where(question => question.Optional && question.InTalkIf(answers) && !question.IsAnswered(answers))];

    /// <summary>
    /// Takes one answer (talk) or many (a card): the same rule for every channel. What cannot be read is kept as typed; an
    /// empty text for an optional question takes the answer away.
    /// </summary>
    public HeardAnswers Hear(Answers answers, IReadOnlyDictionary<string, string> said, CultureInfo culture)
    {
        var problems = ImmutableSortedDictionary.CreateBuilder<string, Phrase>();
        foreach (var question in Questions(answers).Where(question => said.ContainsKey(question.Key)))
        {
            var text = said[question.Key];
            answers = Unwant(answers, question.Key);
            if (string.IsNullOrWhiteSpace(text))
            {
                answers = answers.Without(question.Key);
                continue;
            }

            var reading = question.Hear(text, culture);
            answers = reading.Understood
                ? answers.With(question.Key, reading.Value!)
                : answers.Without(question.Key).WithUnread(question.Key, text);
            if (!reading.Understood)
            {
                problems[question.Key] = reading.Problem!;
            }
        }

        return new HeardAnswers(answers, problems.ToImmutable());
    }

    private static string[] Wanted(Answers answers) => answers[WantedKey]?.Split(',') ?? [];

    /// <summary>Drops answers to questions that a later correction made moot, and what only steered the conversation.</summary>
    protected Answers Relevant(Answers answers)
    {
        var kept = Answers.None;
        foreach (var question in Asked(answers).Where(question => question.IsAnswered(answers)))
        {
            kept = kept.With(question.Key, answers[question.Key]!);
        }

        return kept;
    }
}

public abstract class Form<TCommand> : Form
    where TCommand : class
{
    /// <summary>The command, or null while something needed has no valid answer.</summary>
    public TCommand? Finish(Answers answers) => IsComplete(answers) ? Complete(Relevant(answers)) : null;

    protected abstract TCommand Complete(Answers answers);
}
