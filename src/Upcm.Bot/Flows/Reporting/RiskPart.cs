using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>The risks, each on a page of its own, and a page for one more.</summary>
internal sealed class RiskPart(ImmutableArray<Risk> previous)
{
    /// <summary>Whether the risks were gone through, also where nothing changed.</summary>
    public const string ReviewedKey = "risks-reviewed";

    private const string Prefix = "risk.";

    private const string Unknown = "onbekend";

    private static readonly ImmutableArray<Choice> Scale =
    [
        new("1", new("1 heel klein", "1 very small")),
        new("2", new("2 klein", "2 small")),
        new("3", new("3 gemiddeld", "3 medium")),
        new("4", new("4 groot", "4 large")),
        new("5", new("5 heel groot", "5 very large")),
        new(Unknown, new("Weet ik niet", "I do not know"), "?"),
    ];

    private readonly ChoiceQuestion reviewed = new(ReviewedKey, new("Heb je de risico's nagelopen, en kloppen ze nog?", "Have you gone through the risks, and do they hold still?"), ChoiceQuestion.YesNo)
    {
        Name = new("Risico's nagelopen", "Risks reviewed"),
        Why = new("Zo weet iedereen hoe oud de risicoanalyse is, ook als er niets veranderde.", "So everybody knows how old the risk analysis is, also where nothing changed."),
        Optional = true,
        OnlyIf = _ => !previous.IsEmpty,
        Page = new("Risico's", "Risks"),
    };

    public IReadOnlyList<Question> Questions(Answers answers) => [reviewed, .. All(answers).SelectMany(static one => one.All)];

    public bool Reviewed(Answers answers) => reviewed.Maybe(answers) == "ja";

    public Answers Known(Answers answers)
    {
        for (var at = 0; at < previous.Length; at++)
        {
            answers = new RiskQuestions(at + 1, previous.Length).Known(answers, previous[at]);
        }

        return answers;
    }

    public static ProgressReport In(ProgressReport report, Answers answers) =>
        report with { Risks = [.. All(answers).Where(one => one.Text.IsAnswered(answers)).Select(one => one.From(answers))] };

    /// <summary>Risks with something filled in but no words.</summary>
    public static IEnumerable<int> Wordless(Answers answers) => All(answers)
        .Where(one => !one.Text.IsAnswered(answers) && one.All.Any(question => question.IsAnswered(answers)))
        .Select(one => one.At);

    private static IEnumerable<RiskQuestions> All(Answers answers)
    {
        var told = Groups.Told(answers, Prefix);
        return Groups.Shown(answers, Prefix).Select(at => new RiskQuestions(at, told));
    }

    private sealed class RiskQuestions
    {
        private readonly ChoiceQuestion chance;
        private readonly ChoiceQuestion effect;
        private readonly TextQuestion measure;
        private readonly TextQuestion owner;

        /// <param name="told">How many risks there are; one beyond is room for another.</param>
        public RiskQuestions(int at, int told)
        {
            At = at;
            var number = at.ToString(CultureInfo.InvariantCulture);
            var heading = at > told && at > 1 ? new Phrase("Nog een risico", "Another risk") : new Phrase($"Risico {number}", $"Risk {number}");
            Phrase Named(string nl, string en) => new($"Risico {number} {nl}", $"Risk {number} {en}");
            bool HasWords(Answers answers) => Text!.IsAnswered(answers);
            Text = new($"{Prefix}{number}.text", new("Wat kan er misgaan?", "What could go wrong?")) { Name = heading, Hint = new("In een zin: wat en waardoor.", "In one sentence: what and why."), Optional = true, Page = heading };
            chance = new($"{Prefix}{number}.chance", new("Hoe groot is de kans?", "How likely is it?"), Scale) { Name = Named("kans", "chance"), Optional = true, InTalkIf = HasWords, Page = heading };
            effect = new($"{Prefix}{number}.effect", new("Hoe groot is het gevolg?", "How large is the effect?"), Scale) { Name = Named("gevolg", "effect"), Optional = true, InTalkIf = HasWords, Page = heading };
            measure = new($"{Prefix}{number}.measure", new("Wat doe je eraan?", "What do you do about it?")) { Name = Named("maatregel", "measure"), Optional = true, InTalkIf = HasWords, Page = heading };
            owner = new($"{Prefix}{number}.owner", new("Wie houdt het in de gaten?", "Who keeps an eye on it?")) { Name = Named("eigenaar", "owner"), AtMost = 100, Optional = true, InTalkIf = HasWords, Page = heading };
        }

        public int At { get; }

        public TextQuestion Text { get; }

        public IReadOnlyList<Question> All => [Text, chance, effect, measure, owner];

        public Answers Known(Answers answers, Risk risk)
        {
            answers = Text.Prefill(answers, risk.Text);
            answers = risk.Chance is { } likely ? chance.Prefill(answers, likely.ToString(CultureInfo.InvariantCulture)) : answers;
            answers = risk.Effect is { } large ? effect.Prefill(answers, large.ToString(CultureInfo.InvariantCulture)) : answers;
            answers = risk.Measure is { } against ? measure.Prefill(answers, against) : answers;
            return risk.Owner is { } who ? owner.Prefill(answers, who) : answers;
        }

        public Risk From(Answers answers) => new(Text.From(answers), Weight(chance, answers), Weight(effect, answers), measure.Maybe(answers), owner.Maybe(answers));

        private static int? Weight(ChoiceQuestion question, Answers answers) =>
            int.TryParse(question.Maybe(answers), NumberStyles.None, CultureInfo.InvariantCulture, out var weight) ? weight : null;
    }
}
