using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Upcm.Bot.People;
using Upcm.Bot.Privacy;
using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>Every kind of document there is, with what it can be found by. Names of collections and keys are persisted. Here stands what people record.</summary>
public static partial class Kinds
{
    public static Kind<Initiative> Initiatives { get; } =
        new("initiatives", static () => StoredJson.Default.Initiative, static it => it.Number.ToString(), static it =>
        [
            $"team={it.Team}|{Sortable(it.Number)}",
            .. it.Leader is { } leader ? [$"leader={leader.Id}|{Sortable(it.Number)}"] : Array.Empty<string>(),
            $"by={it.RegisteredBy.Id}|{Sortable(it.Number)}",
            .. it.ProductGroups.Select(group => $"group={group}|{Sortable(it.Number)}"),
            .. it.Regions.Select(region => $"region={region}|{Sortable(it.Number)}"),
            .. it.Cluster is { } cluster ? [$"cluster={cluster}|{Sortable(it.Number)}"] : Array.Empty<string>(),
            .. it is { Term: { } term, Status: InitiativeStatus.Active } ? [$"term={it.Team}|{term:yyyy-MM-dd}|{Sortable(it.Number)}"] : Array.Empty<string>(),
            .. SearchWords.In(it.Title, it.Result).Select(word => $"word={word}|{Sortable(it.Number)}"),
            .. Tallies.Leads(Tallies.Of(it)).Select(counter => $"{counter}|{Sortable(it.Number)}"),
        ])
        {
            Counts = Tallies.Of,
            Each = "team=",
            Archive = static it => it.Number,
        };

    /// <summary>Those who left are found by when.</summary>
    public static Kind<Person> People { get; } =
        new("people", static () => StoredJson.Default.Person, static it => it.Id.Value, static it =>
            [.. SearchWords.In(it.Name).Select(word => $"name={word}"), .. it.LeftAt is { } left ? [$"left={Sortable(left)}"] : Array.Empty<string>()])
        {
            Owner = static it => it.Id,
        };

    public static Kind<BoundChannel> Channels { get; } =
        new("channels", static () => StoredJson.Default.BoundChannel, static it => it.Place, static it => [$"team={it.Team}|"]);

    public static Kind<JournalLine> Journal { get; } =
        new("journal", static () => StoredJson.Default.JournalLine, static it => it.Id, static it =>
        [
            $"at={Sortable(it.At)}",
            .. it.Number is { } number ? [$"initiative={number}|{Sortable(it.At)}"] : Array.Empty<string>(),
            .. it.Team is { } team ? [$"team={team}|{Sortable(it.At)}"] : Array.Empty<string>(),
            .. it.Subject is { } subject ? [$"subject={subject}|{Sortable(it.At)}"] : Array.Empty<string>(),
        ])
        {
            Archive = static it => it.Number,
        };

    /// <summary>Who holds which office.</summary>
    public static Kind<Appointment> Appointments { get; } =
        new("appointments", static () => StoredJson.Default.Appointment, static it => $"{it.Team ?? "-"}/{it.Office}/{it.Person.Id}", static it =>
            [$"team={it.Team ?? "-"}|{it.Office}|", $"office={it.Office}|", $"person={it.Person.Id}|"])
        {
            Owner = static it => it.Person.Id,
        };

    /// <summary>Every version of every impact sheet.</summary>
    public static Kind<ImpactSheet> ImpactSheets { get; } =
        new("impact_sheets", static () => StoredJson.Default.ImpactSheet, static it => Versioned(it.Number, it.Version), static it =>
            [$"initiative={it.Number}|{it.Version:0000}"])
        {
            Archive = static it => it.Number,
        };

    /// <summary>Every round of every fingerprint.</summary>
    public static Kind<FingerprintRound> Fingerprints { get; } =
        new("fingerprints", static () => StoredJson.Default.FingerprintRound, static it => Versioned(it.Number, it.Round), KeysOf)
        {
            Without = static (it, who, _) => it.HasAnswered(who) ? it : it with { Invited = it.Invited.Remove(who) },
        };

    /// <summary>Every round of every context scan.</summary>
    public static Kind<ContextScanRound> ContextScans { get; } =
        new("context_scans", static () => StoredJson.Default.ContextScanRound, static it => Versioned(it.Number, it.Round), KeysOf)
        {
            Without = static (it, who, _) => it.HasAnswered(who) ? it : it with { Invited = it.Invited.Remove(who) },
        };

    /// <summary>The stakeholders of every initiative, one document each.</summary>
    public static Kind<StakeholderMap> StakeholderMaps { get; } =
        new("stakeholder_maps", static () => StoredJson.Default.StakeholderMap, static it => it.Number.ToString(), static _ => []);

    /// <summary>Every version of every progress report.</summary>
    public static Kind<ProgressReport> Reports { get; } =
        new("reports", static () => StoredJson.Default.ProgressReport, static it => Versioned(it.Number, it.Version), static it =>
            [$"initiative={it.Number}|{it.Version:0000}", .. Tallies.Leads(Tallies.Of(it)).Select(counter => $"{counter}|{it.ReportedAt:yyyy-MM-dd}")])
        {
            Counts = Tallies.Of,
            Each = "initiative=",
            Archive = static it => it.Number,
        };

    public static Kind<EvaluationReport> Evaluations { get; } = Paper("evaluations", static () => StoredJson.Default.EvaluationReport);

    /// <summary>Lessons by what they are tagged with and by their words; one that was withdrawn only by its initiative.</summary>
    public static Kind<Lesson> Lessons { get; } =
        new("lessons", static () => StoredJson.Default.Lesson, static it => it.Id, static it =>
        [
            $"initiative={it.Number}|{it.Id}",
            .. it.Withdrawn ? Array.Empty<string>() :
            [
                $"at={Sortable(it.At)}",
                $"team={it.Team}|{Sortable(it.At)}",
                .. it.Phases.Select(phase => $"phase={phase}|{Sortable(it.At)}"),
                .. it.ProductGroups.Select(group => $"group={group}|{Sortable(it.At)}"),
                .. it.Strategies.Select(strategy => $"strategy={strategy}|{Sortable(it.At)}"),
                .. SearchWords.In(it.Text, it.Title).Select(word => $"word={word}|{Sortable(it.At)}"),
            ],
        ]);

    /// <summary>Proposals for the instruments, newest last, by what became of them.</summary>
    public static Kind<InstrumentProposal> Proposals { get; } =
        new("instrument_proposals", static () => StoredJson.Default.InstrumentProposal, static it => it.Id.ToString(CultureInfo.InvariantCulture), static it =>
            [$"initiative={it.Number}|{it.Id:0000000}", $"state={it.State}|{it.Id:0000000}"]);

    /// <summary>Every passage through a gate; those that wait for a decision are found by team.</summary>
    public static Kind<GateReview> GateReviews { get; } =
        new("gate_reviews", static () => StoredJson.Default.GateReview, static it => $"{it.Number}/{it.Gate}/{it.Round:0000}", static it =>
        [
            $"initiative={it.Number}|{it.Gate}|{it.Round:0000}",
            .. it.State == GateReviewState.Requested ? [$"waits-for={it.Team}|{it.Number}"] : Array.Empty<string>(),
            .. it.DossierWanted is { } day ? [$"dossier={day:yyyy-MM-dd}|{it.Number}"] : Array.Empty<string>(),
        ])
        {
            Archive = static it => it.Number,
        };

    /// <summary>Agreed actions; open ones are found by owner, team and last day.</summary>
    public static Kind<AgreedAction> Actions { get; } =
        new("actions", static () => StoredJson.Default.AgreedAction, static it => it.Id, static it =>
        [
            .. it.Number is { } number ? [$"initiative={number}|{it.Due:yyyy-MM-dd}"] : Array.Empty<string>(),
            .. it.DoneAt is null
                ? [$"open={it.Due:yyyy-MM-dd}", $"owner={it.Owner.Id}|{it.Due:yyyy-MM-dd}", $"team={it.Team}|{it.Due:yyyy-MM-dd}"]
                : Array.Empty<string>(),
        ])
        {
            Archive = static it => it.Number,
        };

    public static Kind<LeaderProfile> Profiles { get; } = Paper("leader_profiles", static () => StoredJson.Default.LeaderProfile);

    public static Kind<ProjectBrief> Briefs { get; } = Paper("project_briefs", static () => StoredJson.Default.ProjectBrief);

    public static Kind<ProjectContract> Contracts { get; } = Paper("project_contracts", static () => StoredJson.Default.ProjectContract);

    public static Kind<LearningMeeting> LearningMeetings { get; } = Paper("learning_meetings", static () => StoredJson.Default.LearningMeeting);

    /// <summary>Roles that are not, or no longer, as the programme describes them; found by team and by who fills or filled them.</summary>
    public static Kind<Role> Roles { get; } =
        new("roles", static () => StoredJson.Default.Role, static it => it.Id.Value, static it =>
            [$"team={it.Team}|{it.Id}", .. it.Fillers.Select(filler => $"filler={filler.Person.Id}|{it.Id}")])
        {
            Without = static (it, who, day) => it with
            {
                Fillers = [.. it.Fillers.Select(filler => filler.Person.Id == who && (filler.Until is null || filler.Until > day) ? filler with { Until = day } : filler)],
            },
        };

    /// <summary>
    /// Tensions, the oldest first. Open ones are found by who raised them, by the team whose table they lie on, by the team they
    /// came from where that is another, and by table; ended ones by who raised them.
    /// </summary>
    public static Kind<Tension> Tensions { get; } =
        new("tensions", static () => StoredJson.Default.Tension, static it => it.Id.ToString(), static it => it.State == TensionState.Open
            ?
            [
                "open=|" + Sortable(it.At), $"by={it.By.Id}|{Sortable(it.At)}", $"team={it.Team}|{Sortable(it.At)}", $"table={it.Team}/{it.Table}|{Sortable(it.At)}",
                .. it.CrossesTeams ? [$"from={it.FromTeam}|{Sortable(it.At)}"] : Array.Empty<string>(),
            ]
            : [$"ended-by={it.By.Id}|{Sortable(it.At)}"]);

    /// <summary>Role meetings; those that run and those that were closed are found by team.</summary>
    public static Kind<RoleMeeting> Meetings { get; } =
        new("role_meetings", static () => StoredJson.Default.RoleMeeting, static it => it.Id, static it => it.State switch
        {
            MeetingState.Running => [$"running={it.Team}|"],
            MeetingState.Closed => [$"closed={it.Team}|{Sortable(it.ClosedAt!.Value)}"],
            _ => Array.Empty<string>(),
        });

    /// <summary>Proposals between meetings, by tension; those that circulate by team and by deadline.</summary>
    public static Kind<Circulation> Circulations { get; } =
        new("circulations", static () => StoredJson.Default.Circulation, static it => it.Id, static it =>
        [
            $"tension={it.Tension}|{Sortable(it.At)}",
            .. it.State == CirculationState.Circulating
                ? [$"due={Sortable(it.Deadline)}", $"team={it.Team}|{Sortable(it.Deadline)}", .. it.Silent.Select(person => $"waits-for={person.Id}|{Sortable(it.Deadline)}")]
                : Array.Empty<string>(),
        ]);

    /// <summary>How the meetings of a team come round, where somebody said so or changed one.</summary>
    public static Kind<MeetingRhythm> MeetingRhythms { get; } =
        new("meeting_rhythms", static () => StoredJson.Default.MeetingRhythm, static it => it.Team, static it => [$"team={it.Team}"]);

    /// <summary>What was entered for the dashboard; of each indicator by version, and by the day it holds for while it counts.</summary>
    public static Kind<DashboardEntry> DashboardEntries { get; } =
        new("dashboard_entries", static () => StoredJson.Default.DashboardEntry, static it => string.Create(CultureInfo.InvariantCulture, $"{it.Indicator}/{it.Version:0000}"), static it =>
            [.. it.WithdrawnAt is null ? [$"day={it.Indicator}|{it.Date:yyyy-MM-dd}|{it.Version:0000}"] : Array.Empty<string>(), $"version={it.Indicator}|{it.Version:0000}"]);

    /// <summary>Every version of something that is written down about an initiative.</summary>
    private static Kind<T> Paper<T>(string collection, Func<JsonTypeInfo<T>> json)
        where T : class, IPaper => new(collection, json, static it => Versioned(it.Number, it.Version), static it => [$"initiative={it.Number}|{it.Version:0000}"])
        {
            Archive = static it => it.Number,
        };

    /// <summary>Initiatives of which nothing may be changed or removed for the sake of privacy.</summary>
    public static Kind<LegalHold> LegalHolds { get; } =
        new("legal_holds", static () => StoredJson.Default.LegalHold, static it => it.Number.ToString(), static it => [it.LiftedAt is null ? LegalHold.Held + Sortable(it.Number) : LegalHold.Lifted + Sortable(it.Number)]);

    /// <summary>A round that is open is found by who has not answered yet.</summary>
    private static IEnumerable<string> KeysOf(SurveyRound it) =>
    [
        $"initiative={it.Number}|{it.Round:0000}",
        .. it.ClosedAt is null
            ? it.Invited.Where(person => !it.HasAnswered(person)).Select(person => $"waits-for={person}|{Sortable(it.OpenedAt)}")
            : [],
        .. it.ClosedAt is { } closed ? [$"closed={Sortable(closed)}"] : Array.Empty<string>(),
    ];

    public static Kind<DashboardSnapshot> DashboardSnapshots { get; } =
        new("dashboard_snapshots", static () => StoredJson.Default.DashboardSnapshot, static it => Sortable(it.At), static it => [$"at={Sortable(it.At)}"]);

    /// <summary>The organisations in the sight line of a team.</summary>
    public static Kind<Party> Parties { get; } =
        new("parties", static () => StoredJson.Default.Party, static it => it.Id, static it => [$"team={it.Team}|{it.Kind}|{it.Name.ToLowerInvariant()}"]);

    /// <summary>The id of the version of something that an initiative has one of.</summary>
    public static string Versioned(InitiativeNumber number, int version) => string.Create(CultureInfo.InvariantCulture, $"{number}/{version:0000}");

    public static string Sortable(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    /// <summary>An id that no other document gets, in the order of time.</summary>
    public static string Drawn(DateTimeOffset at) => $"{Sortable(at)}~{Guid.NewGuid():N}";

    public static string Sortable(InitiativeNumber number) => string.Create(CultureInfo.InvariantCulture, $"{number.Year:00}-{number.Sequence:0000000}");
}
