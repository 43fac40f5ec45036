using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>
/// When phases begin and end. Only phases that can still change are asked: the present one, the next, and earlier ones that
/// were begun and never ended. What was told of the others stays.
/// </summary>
internal sealed class PlanningPart
{
    private static readonly Phrase Page = new("Planning", "Planning");

    private readonly ImmutableArray<PhaseDates> known;
    private readonly ImmutableArray<string> order;
    private readonly List<PhaseQuestions> phases;

    public PlanningPart(WorkingMethod method, string phase, DateOnly today, ProgressReport? previous)
    {
        known = previous?.Phases ?? [];
        order = [.. method.Phases.Select(one => one.Id)];
        var present = order.IndexOf(phase);
        phases =
        [
            .. method.Phases.SkipLast(1)
                .Where((one, at) => at == present || at == present + 1 || (at < present && known.Any(dates => dates.Phase == one.Id && dates.ActualEnd is null)))
                .Select(one => new PhaseQuestions(one, today)),
        ];
    }

    public IReadOnlyList<Question> Questions => [.. phases.SelectMany(phase => phase.All)];

    public Answers Known(Answers answers) => phases.Aggregate(answers, (all, phase) => Of(phase.Id) is { } dates ? phase.Known(all, dates) : all);

    public ProgressReport In(ProgressReport report, Answers answers) => report with
    {
        Phases =
        [
            .. order.Select(id => phases.Find(phase => phase.Id == id) is { } asked ? asked.From(answers) : Of(id))
                .OfType<PhaseDates>()
                .Where(dates => dates != new PhaseDates(dates.Phase)),
        ],
    };

    private PhaseDates? Of(string phase) => known.FirstOrDefault(dates => dates.Phase == phase);

    private sealed class PhaseQuestions(Phase phase, DateOnly today)
    {
        private readonly DateQuestion plannedStart = Day(phase, today, "planned-start", new("gepland begin", "planned start"), hasBeen: false);
        private readonly DateQuestion plannedEnd = Day(phase, today, "planned-end", new("gepland einde", "planned end"), hasBeen: false);
        private readonly DateQuestion actualStart = Day(phase, today, "actual-start", new("begonnen op", "began on"), hasBeen: true);
        private readonly DateQuestion actualEnd = Day(phase, today, "actual-end", new("afgerond op", "ended on"), hasBeen: true);

        public string Id => phase.Id;

        public IReadOnlyList<DateQuestion> All => [plannedStart, plannedEnd, actualStart, actualEnd];

        public Answers Known(Answers answers, PhaseDates dates) =>
            All.Zip([dates.PlannedStart, dates.PlannedEnd, dates.ActualStart, dates.ActualEnd])
                .Aggregate(answers, static (all, pair) => pair.Second is { } day ? pair.First.Prefill(all, day) : all);

        public PhaseDates From(Answers answers) =>
            new(Id, Told(plannedStart, answers), Told(plannedEnd, answers), Told(actualStart, answers), Told(actualEnd, answers));

        private static DateOnly? Told(DateQuestion question, Answers answers) => question.IsAnswered(answers) ? question.From(answers) : null;

        private static DateQuestion Day(Phase phase, DateOnly today, string key, Phrase what, bool hasBeen)
        {
            var name = new Phrase($"{phase.Name.Nl} {what.Nl}", $"{phase.Name.En} {what.En}");
            return new DateQuestion($"phase.{phase.Id}.{key}", name, today) { Name = name, HasBeen = hasBeen, Optional = true, Page = Page };
        }
    }
}
