using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>A progress report that goes on from the last one: what did not change need not be told.</summary>
/// <param name="previous">The report before this one, or null.</param>
public sealed class ProgressForm(WorkingMethod method, DateOnly today, Initiative initiative, ProgressReport? previous, PersonId by) : Form<ProgressReport>
{
    /// <summary>The answer that tells which version the form went on from.</summary>
    private const string BaseKey = "~base";

    private readonly StatusPart status = new(today, previous);
    private readonly PlanningPart planning = new(method, initiative.Phase, today, previous);
    private readonly MoneyPart money = new(previous?.Finance);
    private readonly RiskPart risks = new(previous?.Risks ?? []);
    private readonly MilestonePart milestones = new(today, previous?.Milestones ?? []);
    private readonly ReachPart reach = new(method);
    private Answers? known;

    public override Phrase Title => new($"{initiative.Number} {initiative.Title}: voortgang", $"{initiative.Number} {initiative.Title}: progress");

    private int BaseVersion => previous?.Version ?? 0;

    public override IReadOnlyList<Question> Questions(Answers answers) =>
    [
        .. status.Questions, .. planning.Questions, .. MoneyPart.Questions(answers), .. risks.Questions(answers), .. milestones.Questions(answers), .. reach.Questions,
    ];

    /// <summary>What the last report says, as if it had just been answered; what counts since then is empty.</summary>
    public Answers Known() => known ??= milestones.Known(risks.Known(money.Known(planning.Known(status.Known(Answers.None)))))
        .With(BaseKey, BaseVersion.ToString(CultureInfo.InvariantCulture));

    /// <summary>True where somebody else reported since the form was opened.</summary>
    public bool IsOvertaken(Answers answers) =>
        answers[BaseKey] is { } version && version != BaseVersion.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the person changed, on top of what was reported since. Risks and milestones are each taken as a whole.</summary>
    /// <param name="mine">The person's answers.</param>
    /// <param name="began">What they began with.</param>
    public Answers OnTopOfNewest(Answers mine, Answers? began)
    {
        ArgumentNullException.ThrowIfNull(mine);
        var answers = Known();
        var keys = mine.ByKey.Keys.Union(began?.ByKey.Keys ?? []).Where(key => key != BaseKey);
        foreach (var unit in keys.GroupBy(UnitOf).Where(unit => unit.Any(key => mine[key] != began?[key])))
        {
            answers = answers.ByKey.Keys.Where(key => UnitOf(key) == unit.Key).Aggregate(answers, static (all, key) => all.Without(key));
            answers = unit.Aggregate(answers, (all, key) => mine[key] is { } answer ? all.With(key, answer) : all);
        }

        return answers;
    }

    public override bool IsAsBefore(Question question, Answers answers) => previous is not null && question.Key != "reported" && Known()[question.Key] == answers[question.Key];

    public override IReadOnlyList<Phrase> Derived(Answers answers) =>
    [
        .. MoneyPart.Told(answers) is { } finance ? [ProgressWords.BalanceAndNeed(finance)] : Array.Empty<Phrase>(),
        .. Finish(answers) is { } report && report.Milestones.Any(one => !one.Waits.IsEmpty) && Plan.Of(report.Milestones, ShowPlan.StartOf(initiative, report), today) is Accepted<Plan> plan
            ? [PlanWords.Path(plan.Value)]
            : Array.Empty<Phrase>(),
    ];

    public override IReadOnlyList<Phrase> Remarks(Answers answers) =>
    [
        .. initiative.Status == InitiativeStatus.OnHold
            ? [new Phrase("Dit project staat in de wacht. Je kunt wel melden hoe het ervoor staat.", "This project is on hold. You can still report how it stands.")]
            : Array.Empty<Phrase>(),
        .. RiskPart.Wordless(answers).Select(at => new Phrase(
            $"Bij risico {at} staat niet wat er mis kan gaan. Zo komt het niet in de melding.", $"Risk {at} does not say what could go wrong. It stays out of the report like this.")),
        .. milestones.Nameless(answers).Select(at => new Phrase(
            $"Mijlpaal {at} heeft nog geen naam. Zo komt die niet in de melding.", $"Milestone {at} has no name yet. It stays out of the report like this.")),
        .. Finish(answers) is { } report ? Contradictions.In(report, previous, method.Phases).Select(one => ProgressWords.Of(one, report, method)) : [],
    ];

    protected override ProgressReport Complete(Answers answers)
    {
        var report = new ProgressReport { Number = initiative.Number, Version = BaseVersion + 1, ReportedAt = today, By = by, Phase = initiative.Phase };
        report = planning.In(status.In(report, answers), answers);
        report = reach.In(milestones.In(RiskPart.In(MoneyPart.In(report, answers), answers), answers), answers);
        return RiskRegister.Numbered(report, previous, risks.Reviewed(answers));
    }

    private static string UnitOf(string key) => key.Split('.') is ["risk" or "milestone", ..] parts ? parts[0] : key;
}
