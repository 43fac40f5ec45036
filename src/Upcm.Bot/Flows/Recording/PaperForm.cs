using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Recording;

/// <summary>Which version of what by whom: what every paper carries.</summary>
public sealed record Stamp(InitiativeNumber Number, int Version, Somebody By, DateTimeOffset At);

/// <summary>What is asked to write down a paper; begins with the newest version, or with what is known otherwise.</summary>
public abstract class PaperForm<TPaper>(Phrase name, Initiative initiative, TPaper? newest, Stamp stamp) : Form<TPaper>
    where TPaper : class, IPaper
{
    public override Phrase Title => new($"{initiative.Number} · {name.Nl}", $"{initiative.Number} · {name.En}");

    public sealed override Answers Now => newest is null ? Suggested(initiative) : Known(newest);

    public override bool IsAsBefore(Question question, Answers answers) =>
        newest is not null && Now[question.Key] is { } before && answers[question.Key] == before;

    /// <summary>A version as if it had just been answered.</summary>
    public abstract Answers Known(TPaper paper);

    protected Stamp Stamp => stamp;

    /// <summary>What the initiative says already.</summary>
    protected virtual Answers Suggested(Initiative initiative) => Answers.None;

    protected static Answers Fill(Answers answers, TextQuestion question, string? value) => value is null ? answers : question.Prefill(answers, value);

    protected static Answers Fill(Answers answers, LinesQuestion question, IReadOnlyCollection<string> value) =>
        value.Count == 0 ? answers : question.Prefill(answers, [.. value]);

    protected static Answers Fill(Answers answers, DateQuestion question, DateOnly? value) => value is { } day ? question.Prefill(answers, day) : answers;

    protected static Answers Fill(Answers answers, NumberQuestion question, decimal? value) => value is { } number ? question.Prefill(answers, number) : answers;
}
