using System.Globalization;

namespace Upcm.Bot.Cards.Forms;

/// <summary>One thing we ask. The key is persisted in drafts: never rename it, never reuse it.</summary>
public abstract record Question(string Key, Phrase Prompt)
{
    /// <summary>The name in a summary and in <c>wijzig …</c>: one or two words.</summary>
    public required Phrase Name { get; init; }

    /// <summary>An example, or how to answer.</summary>
    public Phrase? Hint { get; init; }

    /// <summary>What is meant and why it matters; answers <c>wat bedoel je?</c>.</summary>
    public Phrase? Why { get; init; }

    /// <summary>An optional question is asked only of who wants to tell more.</summary>
    public bool Optional { get; init; }

    public Func<Answers, bool> OnlyIf { get; init; } = static _ => true;

    /// <summary>Where it makes no sense to ask yet, though it has its place on a card: the measure against a risk without a name.</summary>
    public Func<Answers, bool> InTalkIf { get; init; } = static _ => true;

    /// <summary>Questions with the same page stand together on one card.</summary>
    public Phrase? Page { get; init; }

    /// <summary>Reads what a person typed and gives it back in canonical form, or says what is wrong.</summary>
    public abstract Reading<string> Hear(string text, CultureInfo culture);

    /// <summary>How a canonical answer is shown to a person.</summary>
    public abstract string Echo(string canonical, CultureInfo culture);

    /// <summary>What is wrong with a stored answer today, or null; rules may have become stricter since it was given.</summary>
    public abstract Phrase? ProblemWith(string canonical);

    /// <summary>The input for a card, without value or problem.</summary>
    protected abstract Field Blank(CultureInfo culture);

    /// <summary>What can be answered, where that is a short list: shown as buttons in talk.</summary>
    public virtual IReadOnlyList<Option> Suggestions(CultureInfo culture) => [];

    /// <summary>True for what a person adds to an answer that was given already: more lines of a list.</summary>
    public virtual bool IsMore(string text) => false;

    /// <summary>The canonical answer as it must stand in an input.</summary>
    protected virtual string InInput(string canonical, CultureInfo culture) => canonical;

    public bool IsAnswered(Answers answers) => answers[Key] is { } canonical && ProblemWith(canonical) is null;

    /// <summary>The input for a card, with what is known and what is wrong.</summary>
    public Field Field(Answers answers, CultureInfo culture)
    {
        var typed = answers.Unread.GetValueOrDefault(Key);
        var problem = typed is not null ? Hear(typed, culture).Problem : answers[Key] is { } known ? ProblemWith(known) : null;
        return Blank(culture) with
        {
            Hint = Hint?.In(culture),
            Why = Why?.In(culture),
            Required = !Optional,
            Value = typed ?? (answers[Key] is { } canonical ? InInput(canonical, culture) : null),
            Problem = problem?.In(culture),
        };
    }
}

/// <summary>A question whose answer is a <typeparamref name="T"/>.</summary>
public abstract record Question<T>(string Key, Phrase Prompt) : Question(Key, Prompt)
{
    /// <summary>A rule on top of the type's own: what is wrong with this value, or null.</summary>
    public Func<T, Phrase?>? Rule { get; init; }

    /// <summary>Reads as a person writes: <c>€ 40.000</c>, <c>12 okt</c>.</summary>
    protected abstract Reading<T> Read(string text, CultureInfo culture);

    /// <summary>Reads the canonical form.</summary>
    protected abstract Reading<T> Parse(string canonical);

    protected abstract string Write(T value);

    /// <summary>The answer; throws where it was never given or no longer holds, so ask <see cref="Question.IsAnswered"/> first.</summary>
    public T From(Answers answers) =>
        answers[Key] is { } canonical && Checked(Parse(canonical)) is { Understood: true } reading
            ? reading.Value!
            : throw new InvalidOperationException($"'{Key}' has no valid answer.");

    /// <summary>The answer, or the default where there is none.</summary>
    public T? Maybe(Answers answers) => IsAnswered(answers) ? From(answers) : default;

    /// <summary>Puts a known value in as if it had been answered.</summary>
    public Answers Prefill(Answers answers, T value) => answers.With(Key, Write(value));

    public sealed override Reading<string> Hear(string text, CultureInfo culture)
    {
        var reading = Checked(Read(text.Trim(), culture));
        return reading.Understood ? Reading.Of(Write(reading.Value!)) : Reading.Unclear<string>(reading.Problem!);
    }

    public sealed override Phrase? ProblemWith(string canonical) => Checked(Parse(canonical)).Problem;

    private Reading<T> Checked(Reading<T> reading) =>
        reading.Understood && Rule?.Invoke(reading.Value!) is { } problem ? Reading.Unclear<T>(problem) : reading;
}
