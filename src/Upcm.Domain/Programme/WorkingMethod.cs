using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>
/// The programme as data: everything the programme file says. Code knows mechanisms, this knows the content.
/// Ids are persisted in every record that uses them: never rename or reuse one.
/// </summary>
public sealed record WorkingMethod
{
    /// <summary>For example <c>upcm</c>.</summary>
    public required string Id { get; init; }

    public required Words Name { get; init; }

    /// <summary>What people call it; the whole name where the file gives no short one.</summary>
    public Words Short { get => field ?? Name; init; }

    public required ProgrammeNames Names { get; init; }

    public required Claims Claims { get; init; }

    /// <summary>The team in examples of what can be said; the first with a portfolio where the file names none.</summary>
    public string ExampleTeam { get => field ?? Teams.FirstOrDefault(team => team.ProjectType is not null)?.Id ?? Teams[0].Id; init; }

    public required ImmutableArray<Pillar> Pillars { get; init; }

    public required ImmutableArray<Team> Teams { get; init; }

    public required ImmutableArray<Horizon> Horizons { get; init; }

    public required ImmutableArray<Phase> Phases { get; init; }

    public required ImmutableArray<Gate> Gates { get; init; }

    public required ImmutableArray<RoleDescription> Roles { get; init; }

    public required ImmutableArray<Force> Forces { get; init; }

    /// <summary>The value systems of the context scan; none where the programme has no such scan.</summary>
    public ImmutableArray<ValueSystem> ValueSystems { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Named scales of answers, for instance <c>contribution</c>: unknown, low, middle, high.</summary>
    public required ImmutableArray<Scale> Scales { get; init; }

    /// <summary>What a stakeholder can be: key player, change maker, target group, ….</summary>
    public ImmutableArray<StakeholderSort> StakeholderKinds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>On which side of a project a stakeholder stands: user, doer, supplier, decider.</summary>
    public ImmutableArray<StakeholderSort> StakeholderSides { get; init => field = value.IsDefault ? [] : value; } = [];

    public required ImmutableArray<Indicator> InnovationFunctions { get; init; }

    public required ImmutableArray<Indicator> PerformanceGoals { get; init; }

    /// <summary>The effect goals of the impact sheet: environment, security of supply, economy.</summary>
    public required ImmutableArray<Item> EffectGoals { get; init; }

    /// <summary>What an initiative may intend to bring about, chosen when registering.</summary>
    public required ImmutableArray<Item> IntendedEffects { get; init; }

    public required ImmutableArray<Strategy> Strategies { get; init; }

    /// <summary>The bands the CO2 effect is told in: R0-R2, R3-R7, R8-R9.</summary>
    public required ImmutableArray<Band> Bands { get; init; }

    public required ImmutableArray<Item> Clusters { get; init; }

    public required ImmutableArray<ProductGroup> ProductGroups { get; init; }

    public required ImmutableArray<Item> Regions { get; init; }

    public required IndustryFigures Figures { get; init; }

    /// <summary>What is looked at on each horizon, in the order it is shown.</summary>
    public ImmutableArray<DashboardIndicator> Dashboard { get; init => field = value.IsDefault ? [] : value; } = [];

    public required ImmutableArray<Term> Terms { get; init; }

    public required Norms Norms { get; init; }

    public MeetingRules Meetings { get; init; } = MeetingRules.Usual;

    public Team? Team(string id) => Teams.FirstOrDefault(team => team.Id == id);

    public Phase? Phase(string id) => Phases.FirstOrDefault(phase => phase.Id == id);

    /// <summary>The gate out of a phase; null for the last phase.</summary>
    public Gate? GateFrom(string phase) => Gates.FirstOrDefault(gate => gate.From == phase);

    public Gate? Gate(string id) => Gates.FirstOrDefault(gate => gate.Id == id);

    public StakeholderSort? StakeholderKind(string? id) => StakeholderKinds.FirstOrDefault(kind => kind.Id == id);

    public StakeholderSort? StakeholderSide(string? id) => StakeholderSides.FirstOrDefault(side => side.Id == id);

    public Scale? Scale(string id) => Scales.FirstOrDefault(scale => scale.Id == id);

    public Horizon? Horizon(string id) => Horizons.FirstOrDefault(horizon => horizon.Id == id);

    public ProductGroup? ProductGroup(string sbi) => ProductGroups.FirstOrDefault(group => group.Sbi == sbi);
}

/// <summary>Something that only has a name, and perhaps an explanation in our own words.</summary>
public sealed record Item(string Id, Words Name, Words? Explanation = null);

/// <summary>A kind or a side of stakeholders.</summary>
/// <param name="ExpectedOn">Ids of the horizons on which an initiative should have at least one.</param>
/// <param name="CountsAs">One of <see cref="Derivations.Named"/> where those of this kind are counted on the dashboard.</param>
public sealed record StakeholderSort(string Id, Words Name, Words Explanation, ImmutableArray<string> ExpectedOn, string? CountsAs = null);

public sealed record Pillar(string Id, Words Name, Words Obliges);

/// <param name="Pillar">Null for the support team, which serves all.</param>
/// <param name="ProjectType">Null for a team that runs no portfolio.</param>
/// <param name="KeepsInstruments">True for the team that keeps the instruments: proposals to change them are for it.</param>
/// <param name="OwnsRoleMeeting">True for the support team: its roles are adjusted in the role meeting.</param>
public sealed record Team(
    string Id, Words Name, string? Pillar, Words Level, Item? ProjectType, Words Explanation, bool OwnsRoleMeeting = false, bool KeepsInstruments = false)
{
    /// <summary>Its name within a sentence, where that is another: with its article.</summary>
    public Words? InSentence { get; init; }

    public Words The => InSentence ?? Name;
}

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

/// <param name="Team">The team the role belongs to, or null where every team has it.</param>
/// <param name="Horizon">Null where the method names none.</param>
/// <param name="Office">One of <see cref="Offices"/> where the bot gives the filler rights, otherwise null.</param>
public sealed record RoleDescription(
    string Id, Words Name, string? Team, string? Horizon, Words Purpose, string? Office = null)
{
    /// <summary>What others may expect of who fills it.</summary>
    public ImmutableArray<Words> Accountabilities { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>The roles that carry rights in the bot (method 14). The programme file may only name these.</summary>
public static class Offices
{
    public const string TeamLead = "team-lead";
    public const string Deputy = "deputy";
    public const string LinkingPin = "linking-pin";
    public const string Secretary = "secretary";
    public const string Reporter = "reporter";
    public const string SteeringMember = "steering-member";
    public const string SupportTeam = "support-team";
    public const string Administrator = "administrator";

    public static ImmutableArray<string> All { get; } =
        [TeamLead, Deputy, LinkingPin, Secretary, Reporter, SteeringMember, SupportTeam, Administrator];
}

/// <summary>One of the forces in and around a project, with the statements people answer on it.</summary>
public sealed record Force(string Id, Words Name, Words Explanation, ImmutableArray<Statement> Statements);

public sealed record Statement(string Id, Words Text);

/// <summary>What an organisation can go by, with the statements people answer on it.</summary>
/// <param name="Communication">What it asks of communication where it shows strongly.</param>
/// <param name="Decisions">What it asks of decisions where it shows strongly.</param>
public sealed record ValueSystem(
    string Id, Words Name, Words Explanation, Words Communication, Words Decisions, ImmutableArray<Statement> Statements);

public sealed record Scale(string Id, ImmutableArray<Item> Steps)
{
    /// <summary>The scale that statements of the fingerprint are answered on.</summary>
    public const string Agreement = "agreement";

    public Item? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);
}

/// <summary>Something an impact sheet rates on a scale.</summary>
/// <param name="Scale">The id of a <see cref="Domain.Scale"/>.</param>
public sealed record Indicator(string Id, Words Name, string Scale, string? Horizon, Words Explanation);

/// <param name="Id">R0 to R9.</param>
public sealed record Strategy(string Id, Words Name, string Band, Words Explanation);

/// <param name="Id">R0-R2, R3-R7 or R8-R9.</param>
public sealed record Band(string Id, Words Name);

/// <param name="Sbi">Code of the Dutch standard industrial classification, with dots: 29.1.</param>
/// <param name="Cluster">The id of its product cluster, or null where the table gives none.</param>
public sealed record ProductGroup(string Sbi, Words Name, string? Cluster);

/// <summary>Printed figures of the industry, kept as printed; differences with sums are listed, not mended.</summary>
public sealed record IndustryFigures(
    Words Source,
    ImmutableArray<IndustryRow> ProductGroups,
    IndustryRow ProductGroupsTotal,
    ImmutableArray<IndustryRow> Provinces,
    IndustryRow ProvincesTotal,
    ImmutableArray<IndustryRow> Clusters,
    IndustryRow ClustersTotal,
    ImmutableArray<Discrepancy> Discrepancies)
{
    /// <summary>The programme whose figures are printed together with this one's; null where none are.</summary>
    public Words? TogetherWith { get; init; }
}

/// <summary>One printed row. Money in million euro, CO2 in kton a year (reductions negative), mass in million kg.</summary>
/// <param name="Id">The SBI code of a product group, or the id of a region or cluster; <c>total</c> for a printed total.</param>
/// <param name="Name">As printed.</param>
/// <param name="Co2WithSmartIndustry">UPCM and CESI together; printed for product groups only.</param>
public sealed record IndustryRow(
    string Id,
    string Name,
    decimal JobsThousand,
    decimal LabourVolumeThousand,
    int OrganisationsUpTo50,
    int Organisations51To100,
    int OrganisationsOver100,
    decimal NetTurnover,
    decimal ValueAdded,
    decimal ValueAddedImpact,
    decimal Co2,
    decimal Co2Impact,
    decimal? Co2Autonomous,
    decimal? Co2WithSmartIndustry,
    decimal CriticalMaterialFlow);

/// <param name="Table">product-groups, provinces or clusters.</param>
/// <param name="Column">The name of the column in the programme file, for instance <c>co2-impact</c>.</param>
public sealed record Discrepancy(string Table, string Column, decimal SumOfRows, decimal PrintedTotal);

/// <summary>A word of the programme with its meaning, in our own words.</summary>
/// <param name="Also">Other spellings, plurals and abbreviations it is asked by.</param>
public sealed record Term(string Id, Words Name, Words Meaning, ImmutableArray<string> Also);

/// <summary>The thresholds of the method. Money shares and lights as in method.md, section 8.</summary>
public sealed record Norms
{
    /// <summary>Every force at least this, for the commitment gate.</summary>
    public decimal FingerprintForceAtLeast { get; init; } = 3.0m;

    /// <summary>The mean of the forces at least this, for the commitment gate.</summary>
    public decimal FingerprintMeanAtLeast { get; init; } = 3.5m;

    public int ReportEveryDays { get; init; } = 28;

    /// <summary>At most this many days late is amber; more is red.</summary>
    public int LateAmberDays { get; init; } = 28;

    /// <summary>A need of at most this share of the required sum is amber; more is red.</summary>
    public decimal NeedAmberShare { get; init; } = 0.20m;

    public int RiskAmberFrom { get; init; } = 8;

    public int RiskRedFrom { get; init; } = 15;

    public int RiskAnalysisValidWeeks { get; init; } = 8;

    /// <summary>Influence from this on is much (1 to 5).</summary>
    public int MuchInfluenceFrom { get; init; } = 4;

    /// <summary>Interest from this on is much (1 to 5).</summary>
    public int MuchInterestFrom { get; init; } = 4;

    /// <summary>With fewer stakeholders in their place a map says nothing to a gate.</summary>
    public int StakeholderMapAtLeast { get; init; } = 3;

    /// <summary>After this a step of the stakeholder analysis is called old.</summary>
    public int StakeholderMapValidWeeks { get; init; } = 26;
}
