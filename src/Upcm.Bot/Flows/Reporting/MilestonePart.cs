using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>
/// The milestones, three on a page, and room for one more; then, where there are more than one, how long each takes and what
/// it waits for, again three on a page.
/// </summary>
internal sealed class MilestonePart(DateOnly today, ImmutableArray<Milestone> previous)
{
    private const string Prefix = "milestone.";

    private const int OnOnePage = 3;

    public IReadOnlyList<Question> Questions(Answers answers)
    {
        var all = All(answers).ToList();
        var named = all.Where(one => one.Name.IsAnswered(answers)).ToList();
        return
        [
            .. all.SelectMany(static one => one.All),
            .. named.Count > 1 ? named.SelectMany((one, at) => new Question[] { one.Duration(at), one.Waits(at, named, answers) }) : [],
        ];
    }

    public Answers Known(Answers answers)
    {
        for (var at = 0; at < previous.Length; at++)
        {
            answers = new MilestoneQuestions(at + 1, today).Known(answers, previous[at]);
        }

        return answers;
    }

    public ProgressReport In(ProgressReport report, Answers answers)
    {
        var named = All(answers).Where(one => one.Name.IsAnswered(answers)).ToList();
        return report with
        {
            Milestones =
            [
                .. named.Select(one => one.From(answers) with
                {
                    Duration = named.Count > 1 && one.Duration(0) is var duration && duration.IsAnswered(answers) ? duration.From(answers) : null,
                    Waits = [.. MilestoneQuestions.WaitsFor(one.At, answers).Select(at => named.FindIndex(other => other.At == at)).Where(at => at >= 0)],
                }),
            ],
        };
    }

    /// <summary>Milestones with a day but no name.</summary>
    public IEnumerable<int> Nameless(Answers answers) => All(answers)
        .Where(one => !one.Name.IsAnswered(answers) && one.All.Any(question => question.IsAnswered(answers)))
        .Select(one => one.At);

    private IEnumerable<MilestoneQuestions> All(Answers answers) => Groups.Shown(answers, Prefix).Select(at => new MilestoneQuestions(at, today));

    private static Phrase Page(int at, string nl, string en) => (at / OnOnePage) + 1 is var page && page == 1
        ? new(nl, en)
        : new($"{nl} {page.ToString(CultureInfo.InvariantCulture)}", $"{en} {page.ToString(CultureInfo.InvariantCulture)}");

    private sealed class MilestoneQuestions
    {
        private readonly string number;
        private readonly DateQuestion planned;
        private readonly DateQuestion actual;

        public MilestoneQuestions(int at, DateOnly today)
        {
            At = at;
            number = at.ToString(CultureInfo.InvariantCulture);
            var heading = Page(at - 1, "Mijlpalen", "Milestones");
            bool HasName(Answers answers) => Name!.IsAnswered(answers);
            Name = new($"{Prefix}{number}.name", Named(": wat is er dan klaar?", ": what is ready then?")) { Name = Named("", ""), AtMost = 120, Optional = true, Page = heading };
            planned = new($"{Prefix}{number}.planned", Named(": wanneer is dat gepland?", ": when is that planned?"), today) { Name = Named(" gepland", " planned"), Optional = true, InTalkIf = HasName, Page = heading };
            actual = new($"{Prefix}{number}.actual", Named(": wanneer was het klaar?", ": when was it ready?"), today) { Name = Named(" klaar", " ready"), HasBeen = true, Optional = true, InTalkIf = HasName, Page = heading };
        }

        public int At { get; }

        public TextQuestion Name { get; }

        public IReadOnlyList<Question> All => [Name, planned, actual];

        /// <summary>The numbers of the milestones that one waits for.</summary>
        public static IEnumerable<int> WaitsFor(int at, Answers answers) => (answers[$"{Prefix}{at.ToString(CultureInfo.InvariantCulture)}.after"] ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other : 0);

        /// <param name="place">Among those with a name, from 0.</param>
        public DaysQuestion Duration(int place) => new($"{Prefix}{number}.days", Named(": hoe lang duurt het werk eraan?", ": how long does the work take?"))
        {
            Name = Named(" duur", " duration"),
            Hint = new("In kalenderdagen, vanaf het moment dat het kan beginnen: 10 dagen, 6 weken.", "In calendar days, from when it can begin: 10 days, 6 weeks."),
            Why = new(
                "Met de duur en de volgorde bereken ik het kritieke pad: welke vertraging het einde verschuift. Laat je het leeg, dan reken ik met de geplande datum.",
                "From durations and order I compute the critical path: which delay moves the end. Left empty, I reckon with the planned day."),
            Optional = true,
            Page = Page(place, "Duur en volgorde", "Duration and order"),
        };

        /// <param name="named">The milestones there are.</param>
        public ChoicesQuestion Waits(int place, IReadOnlyList<MilestoneQuestions> named, Answers answers) => new(
            $"{Prefix}{number}.after",
            new($"{Name.From(answers)}: welke mijlpalen moeten eerst klaar zijn?", $"{Name.From(answers)}: which milestones must be ready first?"),
            [.. named.Where(one => one.At != At).Select(one => new Choice(one.number, Phrase.Same(one.Name.From(answers))))])
        {
            Name = Named(" wacht op", " waits for"),
            NumbersAreIds = true,
            Rule = chosen => Cycle(named, answers, chosen),
            Optional = true,
            Page = Page(place, "Duur en volgorde", "Duration and order"),
        };

        public Answers Known(Answers answers, Milestone milestone)
        {
            answers = Name.Prefill(answers, milestone.Name);
            answers = milestone.PlannedEnd is { } day ? planned.Prefill(answers, day) : answers;
            answers = milestone.ActualEnd is { } ready ? actual.Prefill(answers, ready) : answers;
            answers = milestone.Duration is { } days ? Duration(0).Prefill(answers, days) : answers;
            return milestone.Waits.IsEmpty
                ? answers
                : answers.With($"{Prefix}{number}.after", string.Join(',', milestone.Waits.Select(at => (at + 1).ToString(CultureInfo.InvariantCulture))));
        }

        public Milestone From(Answers answers) => new(
            Name.From(answers), planned.IsAnswered(answers) ? planned.From(answers) : null, actual.IsAnswered(answers) ? actual.From(answers) : null);

        /// <summary>What is wrong when this milestone waits for those chosen, and it would in the end wait for itself.</summary>
        private Phrase? Cycle(IReadOnlyList<MilestoneQuestions> named, Answers answers, ImmutableArray<string> chosen)
        {
            var places = named.Select((one, at) => (one.At, at)).ToDictionary(one => one.At, one => one.at);
            ImmutableArray<Activity> activities =
            [
                .. named.Select(one => new Activity(
                    one.Name.From(answers),
                    0,
                    [.. (one.At == At ? chosen.Select(id => int.Parse(id, CultureInfo.InvariantCulture)) : WaitsFor(one.At, answers)).Where(places.ContainsKey).Select(at => places[at])])),
            ];
            var cycle = Network.CycleIn(activities);
            return cycle.Contains(places[At]) ? PlanWords.Cycle([.. cycle.Select(at => activities[at].Name)]) : null;
        }

        private Phrase Named(string nl, string en) => new($"Mijlpaal {number}{nl}", $"Milestone {number}{en}");
    }
}
