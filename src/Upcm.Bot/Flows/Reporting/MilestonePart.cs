using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>The milestones, three on a page, and room for one more.</summary>
internal sealed class MilestonePart(DateOnly today, ImmutableArray<Milestone> previous)
{
    private const string Prefix = "milestone.";

    private const int OnOnePage = 3;

    public IReadOnlyList<Question> Questions(Answers answers) => [.. All(answers).SelectMany(static one => one.All)];

    public Answers Known(Answers answers)
    {
        for (var at = 0; at < previous.Length; at++)
        {
            answers = new MilestoneQuestions(at + 1, today).Known(answers, previous[at]);
        }

        return answers;
    }

    public ProgressReport In(ProgressReport report, Answers answers) =>
        report with { Milestones = [.. All(answers).Where(one => one.Name.IsAnswered(answers)).Select(one => one.From(answers))] };

    /// <summary>Milestones with a day but no name.</summary>
    public IEnumerable<int> Nameless(Answers answers) => All(answers)
        .Where(one => !one.Name.IsAnswered(answers) && one.All.Any(question => question.IsAnswered(answers)))
        .Select(one => one.At);

    private IEnumerable<MilestoneQuestions> All(Answers answers) => Groups.Shown(answers, Prefix).Select(at => new MilestoneQuestions(at, today));

    private sealed class MilestoneQuestions
    {
        private readonly DateQuestion planned;
        private readonly DateQuestion actual;

        public MilestoneQuestions(int at, DateOnly today)
        {
            At = at;
            var number = at.ToString(CultureInfo.InvariantCulture);
            var page = ((at - 1) / OnOnePage) + 1;
            var heading = page == 1 ? new Phrase("Mijlpalen", "Milestones") : new Phrase($"Mijlpalen {page.ToString(CultureInfo.InvariantCulture)}", $"Milestones {page.ToString(CultureInfo.InvariantCulture)}");
            Phrase Named(string nl, string en) => new($"Mijlpaal {number}{nl}", $"Milestone {number}{en}");
            bool HasName(Answers answers) => Name!.IsAnswered(answers);
            Name = new($"{Prefix}{number}.name", Named(": wat is er dan klaar?", ": what is ready then?")) { Name = Named("", ""), AtMost = 120, Optional = true, Page = heading };
            planned = new($"{Prefix}{number}.planned", Named(": wanneer is dat gepland?", ": when is that planned?"), today) { Name = Named(" gepland", " planned"), Optional = true, InTalkIf = HasName, Page = heading };
            actual = new($"{Prefix}{number}.actual", Named(": wanneer was het klaar?", ": when was it ready?"), today) { Name = Named(" klaar", " ready"), HasBeen = true, Optional = true, InTalkIf = HasName, Page = heading };
        }

        public int At { get; }

        public TextQuestion Name { get; }

        public IReadOnlyList<Question> All => [Name, planned, actual];

        public Answers Known(Answers answers, Milestone milestone)
        {
            answers = Name.Prefill(answers, milestone.Name);
            answers = milestone.PlannedEnd is { } day ? planned.Prefill(answers, day) : answers;
            return milestone.ActualEnd is { } ready ? actual.Prefill(answers, ready) : answers;
        }

        public Milestone From(Answers answers) => new(
            Name.From(answers), planned.IsAnswered(answers) ? planned.From(answers) : null, actual.IsAnswered(answers) ? actual.From(answers) : null);
    }
}
