using System.Collections.Immutable;

namespace Upcm.Domain;

/// <param name="Id">As used in data: 0-1m, 0-3m, 0-1j, 0-2j, 0-5j, 0-10j, 0-20j, 0-50j.</param>
public sealed record Horizon(string Id, Words Name, Words ChangeStrategy, Words Explanation);

public sealed record Phase(string Id, Words Name, Words Explanation);

/// <summary>Who decides at a gate.</summary>
public enum Decider
{
    /// <summary>The steering meeting (KBO) of the team, recorded by its chair, the linking pin.</summary>
    SteeringMeeting,

    /// <summary>The client (opdrachtgever): the team lead.</summary>
    Client,
}

public sealed record Gate(
    string Id, Words Name, string From, string To, Decider DecidedBy, ImmutableArray<Criterion> Criteria)
{
    public Criterion? Criterion(string id) => Criteria.FirstOrDefault(criterion => criterion.Id == id);
}

public enum CriterionKind
{
    Result,
    Process,
}

/// <param name="Seen">
/// The name of something the bot can see for itself (<see cref="Sights"/>), or null where a person must say so.
/// </param>
/// <param name="Example">An example of evidence that would do.</param>
public sealed record Criterion(
    string Id, CriterionKind Kind, Words Text, Words Explanation, Words Example, string? Seen = null)
{
    /// <summary>The condition of an earlier decision that this asks after again; null for the gate's own criteria.</summary>
    public AgreedAction? Condition { get; init; }
}

/// <summary>What the bot can see for itself. The programme file may only name these.</summary>
public static class Sights
{
    public const string LeaderChosen = "leader-chosen";
    public const string LeaderProfileRecorded = "leader-profile-recorded";
    public const string ClientKnown = "client-known";
    public const string TermSet = "term-set";
    public const string MeansSpecified = "means-specified";
    public const string ResultStated = "result-stated";
    public const string TestsStated = "tests-stated";
    public const string ProjectBriefRecorded = "project-brief-recorded";
    public const string ImpactSheetMade = "impact-sheet-made";
    public const string FingerprintMade = "fingerprint-made";
    public const string FingerprintStrong = "fingerprint-strong";
    public const string StakeholderMapMade = "stakeholder-map-made";
    public const string ContextScanMade = "context-scan-made";
    public const string ContractRecorded = "contract-recorded";
    public const string ContractSaysScopeAndResult = "contract-scope-and-result";
    public const string ContractShowsEarlierCriteria = "contract-earlier-criteria";
    public const string ContractSaysTerm = "contract-term";
    public const string ContractSaysMeans = "contract-means";
    public const string ContractSaysTests = "contract-tests";
    public const string RiskAnalysisRecent = "risk-analysis-recent";
    public const string CriticalPathComputed = "critical-path-computed";
    public const string LearningMeetingHeld = "learning-meeting-held";
    public const string EvaluationRecorded = "evaluation-recorded";

    public static ImmutableArray<string> All { get; } =
    [
        LeaderChosen, LeaderProfileRecorded, ClientKnown, TermSet, MeansSpecified, ResultStated, TestsStated, ProjectBriefRecorded,
        ImpactSheetMade, FingerprintMade, FingerprintStrong, StakeholderMapMade, ContextScanMade, ContractRecorded,
        ContractSaysScopeAndResult, ContractShowsEarlierCriteria, ContractSaysTerm, ContractSaysMeans, ContractSaysTests,
        RiskAnalysisRecent, CriticalPathComputed, LearningMeetingHeld, EvaluationRecorded,
    ];
}
