using System.Collections.Frozen;

namespace Upcm.Domain;

/// <summary>The newest of everything that is recorded of an initiative; null where nothing is.</summary>
public sealed record RecordedFacts(Initiative Initiative)
{
    public ImpactSheet? Sheet { get; init; }

    public FingerprintRound? Fingerprint { get; init; }

    public ProgressReport? Report { get; init; }

    /// <summary>Null where nobody was put on it yet.</summary>
    public StakeholderMap? Stakeholders { get; init; }

    /// <summary>The newest round.</summary>
    public ContextScanRound? ContextScan { get; init; }

    public LeaderProfile? Profile { get; init; }

    public ProjectBrief? Brief { get; init; }

    public ProjectContract? Contract { get; init; }

    public LearningMeeting? Learning { get; init; }

    public EvaluationReport? Evaluation { get; init; }

    /// <summary>The team lead is the client of the team's projects.</summary>
    public bool TeamHasLead { get; init; }
}

/// <summary>What the bot can see for itself of an initiative, by the names of <see cref="Sights"/>.</summary>
public static class SeenSights
{
    private const int DaysInAWeek = 7;

    /// <param name="today">The day in the time zone of the workspace.</param>
    public static FrozenSet<string> Of(RecordedFacts facts, WorkingMethod method, DateOnly today) =>
        All(facts, method, today).Where(one => one is { IsThere: true, SaysOfNow: true }).Select(one => one.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is there, but from before this round or too long ago to say anything of now: not seen, and worth a word.</summary>
    /// <param name="today">The day in the time zone of the workspace.</param>
    public static FrozenSet<string> Outdated(RecordedFacts facts, WorkingMethod method, DateOnly today) =>
        All(facts, method, today).Where(one => one is { IsThere: true, SaysOfNow: false }).Select(one => one.Name).ToFrozenSet(StringComparer.Ordinal);

    private static Sight[] All(RecordedFacts facts, WorkingMethod method, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(method);
        var (initiative, report, contract) = (facts.Initiative, facts.Report, facts.Contract);
        var isStrong = facts.Fingerprint is { IsMade: true } round && FingerprintResult.Of(round, null, method).IsStrong(method.Norms);
        return
        [
            new(Sights.LeaderChosen, initiative.Leader is not null),
            new(Sights.LeaderProfileRecorded, facts.Profile is not null),
            new(Sights.ClientKnown, initiative.Client is not null || facts.TeamHasLead),
            new(Sights.TermSet, initiative.Term is not null),
            new(Sights.MeansSpecified, initiative.MeansAmount is not null || report?.Finance is not null),
            new(Sights.ResultStated, initiative.Result.Length > 0),
            new(Sights.TestsStated, initiative.Tests is not null),
            new(Sights.ProjectBriefRecorded, facts.Brief is not null),
            new(Sights.ImpactSheetMade, facts.Sheet is not null),
            new(Sights.FingerprintMade, facts.Fingerprint is { IsMade: true }, IsOfThisRound(facts.Fingerprint, initiative)),
            new(Sights.FingerprintStrong, isStrong, IsOfThisRound(facts.Fingerprint, initiative)),
            new(Sights.ContextScanMade, facts.ContextScan is { IsMade: true }, IsOfThisRound(facts.ContextScan, initiative)),
            new(Sights.StakeholderMapMade, StakeholderSteps.IsMade(facts.Stakeholders, method.Norms), IsOfThisRound(facts.Stakeholders, initiative, method.Norms, today)),
            new(Sights.ContractRecorded, contract is { IsSigned: true }),
            new(Sights.ContractSaysScopeAndResult, contract is { SaysScopeAndResult: true }),
            new(Sights.ContractShowsEarlierCriteria, contract?.EarlierCriteria is not null),
            new(Sights.ContractSaysTerm, contract?.Term is not null),
            new(Sights.ContractSaysMeans, contract is { SaysMeans: true }),
            new(Sights.ContractSaysTests, contract is { Tests.IsEmpty: false }),
            new(Sights.RiskAnalysisRecent, report?.RiskAnalysisAt is not null, report?.RiskAnalysisAt is { } analysed && IsRecent(analysed, method.Norms.RiskAnalysisValidWeeks, today)),
            new(Sights.CriticalPathComputed, report is not null && Plan.HasCriticalPath(report), report is not null && IsRecent(report.ReportedAt, method.Norms.RiskAnalysisValidWeeks, today)),
            new(Sights.LearningMeetingHeld, facts.Learning is { } learning && learning.HeldOn <= today),
            new(Sights.EvaluationRecorded, facts.Evaluation is not null),
        ];
    }

    /// <summary>In this phase and, where that is walked again, in this round: an older picture says nothing of now.</summary>
    private static bool IsOfThisRound(SurveyRound? round, Initiative initiative) =>
        round is not null && round.Phase == initiative.Phase && !(round.OpenedAt < initiative.PhaseSince);

    /// <summary>A map is made once and kept up: it is of now when somebody worked on it or found it right in this round, and lately.</summary>
    private static bool IsOfThisRound(StakeholderMap? map, Initiative initiative, Norms norms, DateOnly today) =>
        map is not null && StakeholderSteps.LastWorkedOn(map, norms) is { } at
        && !(at < initiative.PhaseSince)
        && IsRecent(DateOnly.FromDateTime(at.UtcDateTime), norms.StakeholderMapValidWeeks, today);

    private static bool IsRecent(DateOnly made, int weeks, DateOnly today) => today.DayNumber - made.DayNumber <= weeks * DaysInAWeek;

    private readonly record struct Sight(string Name, bool IsThere, bool SaysOfNow = true);
}
