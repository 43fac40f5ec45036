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
    public static FrozenSet<string> Of(RecordedFacts facts, WorkingMethod method, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(method);
        var (initiative, report, contract) = (facts.Initiative, facts.Report, facts.Contract);
        var fingerprint = MadeNow(facts.Fingerprint, initiative) ? facts.Fingerprint : null;
        return new (string Sight, bool Seen)[]
        {
            (Sights.LeaderChosen, initiative.Leader is not null),
            (Sights.LeaderProfileRecorded, facts.Profile is not null),
            (Sights.ClientKnown, initiative.Client is not null || facts.TeamHasLead),
            (Sights.TermSet, initiative.Term is not null),
            (Sights.MeansSpecified, initiative.MeansAmount is not null || report?.Finance is not null),
            (Sights.ResultStated, initiative.Result.Length > 0),
            (Sights.TestsStated, initiative.Tests is not null),
            (Sights.ProjectBriefRecorded, facts.Brief is not null),
            (Sights.ImpactSheetMade, facts.Sheet is not null),
            (Sights.FingerprintMade, fingerprint is not null),
            (Sights.FingerprintStrong, fingerprint is not null && FingerprintResult.Of(fingerprint, null, method).IsStrong(method.Norms)),
            (Sights.ContextScanMade, facts.ContextScan is { IsMade: true }),
            (Sights.StakeholderMapMade, StakeholderSteps.IsMade(facts.Stakeholders, method.Norms)),
            (Sights.ContractRecorded, contract is { IsSigned: true }),
            (Sights.ContractSaysScopeAndResult, contract is { SaysScopeAndResult: true }),
            (Sights.ContractShowsEarlierCriteria, contract?.EarlierCriteria is not null),
            (Sights.ContractSaysTerm, contract?.Term is not null),
            (Sights.ContractSaysMeans, contract is { SaysMeans: true }),
            (Sights.ContractSaysTests, contract is { Tests.IsEmpty: false }),
            (Sights.RiskAnalysisRecent, report?.RiskAnalysisAt is { } analysed && IsRecent(analysed, method.Norms, today)),
            (Sights.CriticalPathComputed, report is not null && Plan.HasCriticalPath(report) && IsRecent(report.ReportedAt, method.Norms, today)),
            (Sights.LearningMeetingHeld, facts.Learning is { } learning && learning.HeldOn <= today),
            (Sights.EvaluationRecorded, facts.Evaluation is not null),
        }.Where(one => one.Seen).Select(one => one.Sight).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>In this phase and, where that is walked again, in this round: an older picture says nothing of now.</summary>
    private static bool MadeNow(FingerprintRound? round, Initiative initiative) =>
        round is { ClosedAt: not null, Answers.IsEmpty: false }
        && round.Phase == initiative.Phase
        && !(round.OpenedAt < initiative.PhaseSince);

    private static bool IsRecent(DateOnly made, Norms norms, DateOnly today) =>
        today.DayNumber - made.DayNumber <= norms.RiskAnalysisValidWeeks * DaysInAWeek;
}
