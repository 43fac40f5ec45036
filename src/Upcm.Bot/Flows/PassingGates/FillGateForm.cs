using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>The criteria of a gate that the bot does not see for itself: a state and what it shows from, for each.</summary>
/// <param name="mayWaive">True for who decides: only they may say that a criterion does not apply.</param>
public sealed class FillGateForm(Initiative initiative, Gate gate, GateReview review, bool mayWaive) : Form<FillGateForm.Filled>
{
    private const int OnOnePage = 3;

    /// <param name="Entries">By criterion; only what was answered.</param>
    public sealed record Filled(ImmutableArray<CriterionEntry> Entries);

    public override Phrase Title => new($"{initiative.Number} · criteria", $"{initiative.Number} · criteria");

    public override IReadOnlyList<Question> Questions(Answers answers) =>
    [
        .. Asked()
            .GroupBy(Heading)
            .SelectMany(group => group.Chunk(OnOnePage).SelectMany((chunk, page) => chunk.SelectMany(criterion => About(criterion, Page(group.Key, group.Count(), page), answers)))),
    ];

    public override Answers Now => Known();

    public override bool IsAsBefore(Question question, Answers answers) => Now[question.Key] is { } before && answers[question.Key] == before;

    /// <summary>What was said before, as if it had just been answered.</summary>
    public Answers Known()
    {
        var answers = Answers.None;
        foreach (var entry in Asked().Select(criterion => review.Entry(criterion.Id)))
        {
            answers = entry.State == CriterionState.Open && entry.By is null ? answers : answers.With(StateKey(entry.Criterion), entry.State.ToString());
            answers = (entry.Reason ?? entry.Evidence) is { Length: > 0 } told ? answers.With(EvidenceKey(entry.Criterion), told) : answers;
        }

        return answers;
    }

    protected override Filled Complete(Answers answers) => new(
    [
        .. Asked()
            .Where(criterion => answers[StateKey(criterion.Id)] is not null || answers[EvidenceKey(criterion.Id)] is not null)
            .Select(criterion => Entry(criterion.Id, answers)),
    ]);

    private static CriterionEntry Entry(string criterion, Answers answers)
    {
        var state = Enum.TryParse<CriterionState>(answers[StateKey(criterion)], out var chosen) ? chosen : CriterionState.Open;
        var told = answers[EvidenceKey(criterion)];
        return new CriterionEntry(criterion, state)
        {
            Reason = state == CriterionState.NotApplicable ? told : null,
            Evidence = state == CriterionState.NotApplicable ? null : told,
            Links = [.. (told ?? "").Split([' ', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => Uri.TryCreate(word, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")],
        };
    }

    /// <summary>What the bot sees is not asked, and what who decides waived is asked of nobody else.</summary>
    private IEnumerable<Criterion> Asked() => gate.Criteria.Where(criterion =>
        review.Entry(criterion.Id) is { SeenByBot: false } entry && (mayWaive || entry.State != CriterionState.NotApplicable));

    private IEnumerable<Question> About(Criterion criterion, Phrase page, Answers answers)
    {
        var nth = gate.Criteria.IndexOf(criterion) + 1;
        var waived = answers[StateKey(criterion.Id)] == nameof(CriterionState.NotApplicable);
        var asked = criterion.Condition is { } condition
            ? new Phrase($"{nth}. Is aan deze voorwaarde voldaan? {condition.Text}", $"{nth}. Is this condition met? {condition.Text}")
            : new Phrase($"{nth}. {criterion.Text.Nl}", $"{nth}. {criterion.Text.En}");
        yield return new ChoiceQuestion(StateKey(criterion.Id), asked, States())
        {
            Name = new($"Criterium {nth}", $"Criterion {nth}"),
            About = criterion.Condition is { } told ? Phrase.Same(told.Text) : criterion.Text.AsPhrase(),
            Why = criterion.Condition is { } agreed
                ? new($"Afgesproken bij een eerder besluit, met {agreed.Owner.Name}. Zolang de actie niet gedaan is, vraagt de poort ernaar.", $"Agreed in an earlier decision, with {agreed.Owner.Name}. While the action is not done, the gate asks after it.")
                : new($"{criterion.Explanation.Nl} Bijvoorbeeld: {criterion.Example.Nl}", $"{criterion.Explanation.En} For instance: {criterion.Example.En}"),
            Optional = true,
            Page = page,
        };
        yield return new TextQuestion(EvidenceKey(criterion.Id), waived
            ? new($"{nth}. Waarom is dit niet van toepassing?", $"{nth}. Why is this not applicable?")
            : new($"{nth}. Waaruit blijkt dat?", $"{nth}. What does it show from?"))
        {
            Name = new($"Bewijs {nth}", $"Evidence {nth}"),
            Hint = criterion.Condition is null ? new($"Bijvoorbeeld: {criterion.Example.Nl}", $"For instance: {criterion.Example.En}") : null,
            AtMost = 1000,
            Paragraph = true,
            Optional = !waived,
            Page = page,
        };
    }

    private ImmutableArray<Choice> States() =>
    [
        .. Enum.GetValues<CriterionState>()
            .Where(state => mayWaive || state != CriterionState.NotApplicable)
            .Select(state => new Choice(state.ToString(), GateWords.Name(state), state switch
            {
                CriterionState.Met => ["ja", "yes", "klaar", "gehaald", "behaald"],
                CriterionState.NotApplicable => ["nvt", "n.v.t.", "n/a"],
                CriterionState.Open => ["nee", "no"],
                _ => [],
            })),
    ];

    private static Phrase Heading(Criterion criterion) => criterion switch
    {
        { Condition: not null } => new("Voorwaarden", "Conditions"),
        { Kind: CriterionKind.Result } => new("Resultaat", "Result"),
        _ => new("Proces", "Process"),
    };

    private static Phrase Page(Phrase heading, int criteria, int page) =>
        criteria > OnOnePage ? new($"{heading.Nl} {page + 1}", $"{heading.En} {page + 1}") : heading;

    private static string StateKey(string criterion) => $"state.{criterion}";

    private static string EvidenceKey(string criterion) => $"evidence.{criterion}";
}
