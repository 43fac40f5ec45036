using System.Globalization;
using FuzzySharp;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Pictures;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>
/// <c>planning 20-004</c> or <c>kritieke pad 20-004</c>: the milestones on the calendar, with the critical path and slack;
/// <c>planning 20-004 proef 10</c> tells what ten days later would do to the end.
/// </summary>
public sealed class ShowPlan(Illustrations illustrations) : ICommand
{
    private const int MeantFrom = 70;

    public Sentence Sentence { get; } = new(
        ["planning", "kritieke pad", "kritiek pad", "mijlpalen"], ["plan", "critical path", "milestones"],
        new Phrase("de mijlpalen met het kritieke pad: planning 20-004", "the milestones with the critical path: plan 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var (number, words) = Reports.Split(rest);
        if (await Initiatives.Named(turn, number) is not { } initiative)
        {
            return;
        }

        var report = await Reports.Newest(turn, initiative.Number);
        var plan = Plan.Of(report?.Milestones ?? [], StartOf(initiative, report), turn.Today);
        if (plan is Accepted<Plan> known && WhatIf(words) is var (name, days))
        {
            Suppose(turn, known.Value, name, days);
            return;
        }

        turn.Replace(plan is Accepted<Plan> computed
            ? Card(turn, initiative, report!, computed.Value)
            : Missing(turn, initiative, [.. ((Refused<Plan>)plan).Reasons.Cast<PlanLawBroken>()], report));
    }

    /// <summary>The day the phases tell, else the day it was registered.</summary>
    public static DateOnly StartOf(Initiative initiative, ProgressReport? report)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        return (report is null ? null : Plan.StartOf(report))
            ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(initiative.RegisteredAt, Clock.Amsterdam).DateTime);
    }

    private Card Card(Turn turn, Initiative initiative, ProgressReport report, Plan plan)
    {
        var culture = turn.Culture;
        var en = culture.IsEnglish();
        List<Element> body = [new Text(PlanWords.Path(plan).In(culture))];
        if (plan.CriticalPath.Any())
        {
            body.Add(new Text(en ? "Every day later there moves the end by a day." : "Elke dag later daarin schuift het einde een dag op.", Tone.Subtle));
        }

        body.AddRange(plan.Lines.Where(line => line.Late > 0).Select(line => new Text(PlanWords.Late(line, culture), Tone.Warning)));
        body.AddRange(Contradictions.In(report, null, turn.Method.Phases)
            .Where(one => one.Code is ContradictionCode.MilestoneBeforeStart or ContradictionCode.ReadyBeforeWhatItWaitsFor)
            .Select(one => new Text(ProgressWords.Of(one, report, turn.Method).In(culture), Tone.Warning)));
        body.Add(illustrations.Of(TimelinePicture.Of(plan, turn.Today, culture)));
        body.Add(new Table(
            [en ? "Milestone" : "Mijlpaal", en ? "Ready" : "Klaar", en ? "Slack" : "Speling"],
            [.. plan.Lines.Select(line => (IReadOnlyList<string>)[line.Milestone.Name, PlanWords.Ready(line, culture), PlanWords.Slack(line, culture)])]));
        body.Add(new Section(en ? "How this was computed" : "Hoe dit berekend is",
        [
            new Text(en
                ? $"From report {report.Version} of {ProgressWords.Day(report.ReportedAt, culture)}, counted from {ProgressWords.Day(plan.Start, culture)}. Durations are calendar days. What is not ready is ready today at the earliest. Slack is how much later a milestone can be without moving the end."
                : $"Uit melding {report.Version} van {ProgressWords.Day(report.ReportedAt, culture)}, gerekend vanaf {ProgressWords.Day(plan.Start, culture)}. Een duur is in kalenderdagen. Wat nog niet klaar is, is op zijn vroegst vandaag klaar. Speling is hoeveel later een mijlpaal kan zijn zonder dat het einde schuift."),
            new Bullets([.. plan.Lines.Select(line => PlanWords.Reckoned(line, plan, culture))]),
            new Text(en
                ? $"Say \"plan {initiative.Number}\" with a milestone and a number of days to see what a delay does: plan {initiative.Number} {plan.Lines[0].Milestone.Name} 10."
                : $"Zeg \"planning {initiative.Number}\" met een mijlpaal en een aantal dagen om te zien wat uitloop doet: planning {initiative.Number} {plan.Lines[0].Milestone.Name} 10.", Tone.Subtle),
        ], Folded: true));
        return new Card($"{initiative.Number} {initiative.Title}: planning")
        {
            Status = $"{(en ? "End" : "Einde")} {PlanWords.Short(plan.End, culture)}{(initiative.Term is { } term ? $" · {PlanWords.Against(plan.End, term, culture)}" : "")}",
            Body = body,
            Buttons = Buttons(initiative, en),
        };
    }

    private static Card Missing(Turn turn, Initiative initiative, IReadOnlyList<PlanLawBroken> broken, ProgressReport? report)
    {
        var en = turn.Culture.IsEnglish();
        return new Card($"{initiative.Number} {initiative.Title}: planning")
        {
            Status = en ? "The critical path cannot be computed yet" : "Het kritieke pad is nog niet te berekenen",
            Body =
            [
                .. broken.Select(one => new Text(PlanWords.Of(one).In(turn.Culture), Tone.Warning)),
                new Text(en
                    ? "Tell the milestones in the progress report: how long the work takes, and what must be ready first."
                    : "Vertel bij de voortgang de mijlpalen: hoe lang het werk duurt en wat eerst klaar moet zijn."),
                .. report is { Milestones.IsEmpty: false }
                    ? [new Bullets([.. report.Milestones.Select(one => $"{one.Name}{((one.ActualEnd ?? one.PlannedEnd) is { } day ? $": {PlanWords.Short(day, turn.Culture)}" : "")}")])]
                    : Array.Empty<Element>(),
            ],
            Buttons = Buttons(initiative, en),
        };
    }

    private static Button[] Buttons(Initiative initiative, bool en) =>
    [
        Sayings.Button(en ? "Update" : "Werk bij", $"{(en ? "progress" : "voortgang")} {initiative.Number}"),
        Sayings.Button(en ? "Risks" : "Risico's", $"{(en ? "risks" : "risico's")} {initiative.Number}"),
        Sayings.Button(en ? "Show initiative" : "Toon initiatief", $"{(en ? "show" : "toon")} {initiative.Number}"),
    ];

    private static void Suppose(Turn turn, Plan plan, string name, int days)
    {
        var best = plan.Lines.Select((line, at) => (line, at, score: Fuzz.WeightedRatio(name.ToLowerInvariant(), line.Milestone.Name.ToLowerInvariant()))).MaxBy(one => one.score);
        if (best.score < MeantFrom)
        {
            var names = string.Join(", ", plan.Lines.Select(line => line.Milestone.Name));
            turn.Say($"Een mijlpaal \"{name}\" ken ik niet. Deze zijn er: {names}.", $"I know no milestone \"{name}\". These are there: {names}.");
            return;
        }

        var milestone = best.line.Milestone.Name;
        if (best.line.IsReady)
        {
            turn.Say($"{milestone} is al klaar.", $"{milestone} is ready already.");
            return;
        }

        var end = plan.EndIfLater(best.at, days);
        var moved = end.DayNumber - plan.End.DayNumber;
        turn.Say(
            $"Als {milestone} {PlanWords.Days(days, Cultures.Dutch)} later klaar is, {(moved == 0
                ? $"schuift het einde niet: het blijft {ProgressWords.Day(end, Cultures.Dutch)}."
                : $"schuift het einde {PlanWords.Days(moved, Cultures.Dutch)}, naar {ProgressWords.Day(end, Cultures.Dutch)}.")}",
            $"If {milestone} is ready {PlanWords.Days(days, Cultures.English)} later, {(moved == 0
                ? $"the end does not move: it stays {ProgressWords.Day(end, Cultures.English)}."
                : $"the end moves {PlanWords.Days(moved, Cultures.English)}, to {ProgressWords.Day(end, Cultures.English)}.")}");
    }

    /// <summary>A milestone and a number of days, where both were said.</summary>
    private static (string Name, int Days)? WhatIf(string words)
    {
        string[] idle = ["als", "if", "dagen", "dag", "days", "day", "later", "uitloop", "is"];
        var said = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !idle.Contains(word.ToLowerInvariant())).ToList();
        return said.Count > 1 && int.TryParse(said[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 10_000
            ? (string.Join(' ', said.SkipLast(1)), days)
            : null;
    }
}
