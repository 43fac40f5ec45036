using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Importing;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Privacy;
using Upcm.Bot.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>Every kind of document there is, with what it can be found by. Names of collections and keys are persisted.</summary>
public static class Kinds
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

    public static Kind<Draft> Drafts { get; } =
        new("drafts", static () => StoredJson.Default.Draft, static it => it.Id, static it => [$"person={it.Person}|", $"updated={Sortable(it.Updated)}"])
        {
            Owner = static it => it.Person,
        };

    public static Kind<HeardBefore> Heard { get; } =
        new("heard", static () => StoredJson.Default.HeardBefore, static it => it.Place, static it => [.. it.Keys]);

    /// <summary>One document per place: a document for every message was most of what the store had to take in.</summary>
    public static Kind<HeardLately> HeardLately { get; } =
        new("heard_lately", static () => StoredJson.Default.HeardLately, static it => it.Id, static _ => []);

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

    /// <summary>What imports wrote.</summary>
    public static Kind<ImportedRecord> ImportedRecords { get; } =
        new("imported", static () => StoredJson.Default.ImportedRecord, static it => it.Id, static it => it.Key is { } key ? [$"key={key}|"] : []);

    /// <summary>Imports by file; those that ended halfway are found.</summary>
    public static Kind<ImportRun> ImportRuns { get; } =
        new("import_runs", static () => StoredJson.Default.ImportRun, static it => it.File, static it => it.Finished is null ? [ImportRun.Unfinished] : []);

    public static Kind<Post> Posts { get; } =
        new("posts", static () => StoredJson.Default.Post, static it => it.Id, static it =>
        [
            .. it.Occasion is not null && it.Replaces is null ? [$"occasion={it.Occasion}|"] : Array.Empty<string>(),
            .. it.Replaces is { } replaced ? [$"replaces={replaced}|{Sortable(it.Created)}"] : Array.Empty<string>(),
            .. it.State switch
            {
                PostState.Pending => Waits(it, it.Due),
                PostState.Claimed => Waits(it, it.LeaseEnds!.Value),
                PostState.Sent or PostState.Moot => [$"ended={Sortable(it.SentAt ?? it.MootAt ?? it.Created)}"],
                PostState.Held => [$"stuck={it.State}|{Sortable(it.Created)}", $"held={LaneOf(it)}|{Sortable(it.Created)}"],
                _ => new[] { $"stuck={it.State}|{Sortable(it.Created)}" },
            },
        ])
        {
            Owner = static it => it.Person,
        };

    public static Kind<SendingHold> SendingHolds { get; } =
        new("sending_holds", static () => StoredJson.Default.SendingHold, static it => it.Lane, static it => [$"until={Sortable(it.Until)}"]);

    /// <summary>The conversation that a post goes to, of which there is one message at a time.</summary>
    public static string LaneOf(Post post) =>
        post.Place is { } place ? $"place/{place.Replace('|', '/')}"
        : post.Address is { } address && !post.InPerson ? $"address/{Upcm.Bot.Conversation.HeardLately.IdOf(address)}"
        : $"person/{post.Person}";

    /// <summary>The moment that a key ends in.</summary>
    public static DateTimeOffset MomentOf(string key) => DateTimeOffset.ParseExact(
        key.AsSpan(Math.Max(key.LastIndexOf('|'), key.LastIndexOf('=')) + 1), "yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string[] Waits(Post post, DateTimeOffset until) =>
    [
        $"due={Sortable(until)}",
        $"lane={(Notice.Of(post.Kind).Asked ? Post.Asked : Post.Unasked)}/{LaneOf(post)}|{Sortable(until)}",
    ];

    /// <summary>Which occasions of the rhythm ran; the last of a kind is found by when it was due.</summary>
    public static Kind<OccasionRun> Occasions { get; } =
        new("occasions", static () => StoredJson.Default.OccasionRun, static it => it.Id, static it =>
            [Series.KeyOf(it.Kind, it.Team) + Sortable(it.At), $"at={Sortable(it.At)}"]);

    /// <summary>How the meetings of a team come round, where somebody said so or changed one.</summary>
    public static Kind<MeetingRhythm> MeetingRhythms { get; } =
        new("meeting_rhythms", static () => StoredJson.Default.MeetingRhythm, static it => it.Team, static it => [$"team={it.Team}"]);

    /// <summary>Which projects owe reports, the longest first by team.</summary>
    public static Kind<ReportOwed> ReportsOwed { get; } =
        new("reports_owed", static () => StoredJson.Default.ReportOwed, static it => it.Number.ToString(), static it => [$"team={it.Team}|{it.Since:yyyy-MM-dd}|{Sortable(it.Number)}"]);

    /// <summary>What was entered for the dashboard; of each indicator by the day it holds for, and by version.</summary>
    public static Kind<DashboardEntry> DashboardEntries { get; } =
        new("dashboard_entries", static () => StoredJson.Default.DashboardEntry, static it => string.Create(CultureInfo.InvariantCulture, $"{it.Indicator}/{it.Version:0000}"), static it =>
            [$"day={it.Indicator}|{it.Date:yyyy-MM-dd}|{it.Version:0000}", $"version={it.Indicator}|{it.Version:0000}"]);

    /// <summary>Every version of something that is written down about an initiative.</summary>
    private static Kind<T> Paper<T>(string collection, Func<JsonTypeInfo<T>> json)
        where T : class, IPaper => new(collection, json, static it => Versioned(it.Number, it.Version), static it => [$"initiative={it.Number}|{it.Version:0000}"])
        {
            Archive = static it => it.Number,
        };

    /// <summary>Long exports that run; deleted when their end was told.</summary>
    public static Kind<RunningExport> Exports { get; } =
        new("exports", static () => StoredJson.Default.RunningExport, static it => it.Id, static it => [$"person={it.Person}|", $"{RunningExport.Running}{Sortable(it.Started)}"])
        {
            Owner = static it => it.Person,
        };

    /// <summary>Initiatives of which nothing may be changed or removed for the sake of privacy.</summary>
    public static Kind<LegalHold> LegalHolds { get; } =
        new("legal_holds", static () => StoredJson.Default.LegalHold, static it => it.Number.ToString(), static it => [it.LiftedAt is null ? LegalHold.Held + Sortable(it.Number) : LegalHold.Lifted + Sortable(it.Number)]);

    /// <summary>Who is to be erased, until that is done.</summary>
    public static Kind<ErasureWanted> ErasuresWanted { get; } =
        new("erasures_wanted", static () => StoredJson.Default.ErasureWanted, static it => it.Id, static it => [$"wanted={Sortable(it.At)}"]);

    /// <summary>Which erasures were done in this store: one that is not here was undone by a backup that was restored.</summary>
    public static Kind<ErasureDone> ErasuresDone { get; } =
        new("erasures_done", static () => StoredJson.Default.ErasureDone, static it => it.Id, static _ => []);

    /// <summary>What each purge removed, the last found first.</summary>
    public static Kind<PurgeRun> Purges { get; } =
        new("purges", static () => StoredJson.Default.PurgeRun, static it => it.Id, static it => [$"at={Sortable(it.At)}"]);

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

    public static Kind<Followed> Followed { get; } = new("followed", static () => StoredJson.Default.Followed, static it => it.Id, static _ => []);

    /// <summary>The id of the version of something that an initiative has one of.</summary>
    public static string Versioned(InitiativeNumber number, int version) => string.Create(CultureInfo.InvariantCulture, $"{number}/{version:0000}");

    public static string Sortable(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    public static string Sortable(InitiativeNumber number) => string.Create(CultureInfo.InvariantCulture, $"{number.Year:00}-{number.Sequence:0000000}");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(NumberJson), typeof(PersonIdJson), typeof(RoleIdJson), typeof(TensionIdJson)])]
[JsonSerializable(typeof(Initiative))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Draft))]
[JsonSerializable(typeof(HeardBefore))]
[JsonSerializable(typeof(HeardLately))]
[JsonSerializable(typeof(BoundChannel))]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(Appointment))]
[JsonSerializable(typeof(ImpactSheet))]
[JsonSerializable(typeof(FingerprintRound))]
[JsonSerializable(typeof(ContextScanRound))]
[JsonSerializable(typeof(StakeholderMap))]
[JsonSerializable(typeof(ProgressReport))]
[JsonSerializable(typeof(EvaluationReport))]
[JsonSerializable(typeof(Lesson))]
[JsonSerializable(typeof(InstrumentProposal))]
[JsonSerializable(typeof(GateReview))]
[JsonSerializable(typeof(AgreedAction))]
[JsonSerializable(typeof(LeaderProfile))]
[JsonSerializable(typeof(ProjectBrief))]
[JsonSerializable(typeof(ProjectContract))]
[JsonSerializable(typeof(LearningMeeting))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(Tension))]
[JsonSerializable(typeof(RoleMeeting))]
[JsonSerializable(typeof(Circulation))]
[JsonSerializable(typeof(ImportedRecord))]
[JsonSerializable(typeof(ImportRun))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(OccasionRun))]
[JsonSerializable(typeof(ReportOwed))]
[JsonSerializable(typeof(Followed))]
[JsonSerializable(typeof(SendingHold))]
[JsonSerializable(typeof(MeetingRhythm))]
[JsonSerializable(typeof(RunningExport))]
[JsonSerializable(typeof(DashboardEntry))]
[JsonSerializable(typeof(DashboardSnapshot))]
[JsonSerializable(typeof(Party))]
[JsonSerializable(typeof(LegalHold))]
[JsonSerializable(typeof(ErasureWanted))]
[JsonSerializable(typeof(ErasureDone))]
[JsonSerializable(typeof(PurgeRun))]
public sealed partial class StoredJson : JsonSerializerContext;

public sealed class NumberJson : JsonConverter<InitiativeNumber>
{
    public override InitiativeNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InitiativeNumber.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, InitiativeNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

public sealed class PersonIdJson : JsonConverter<PersonId>
{
    public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options)
    {
        PeopleNamed.Hear(value);
        writer.WriteStringValue(value.Value);
    }
}

public sealed class RoleIdJson : JsonConverter<RoleId>
{
    public override RoleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, RoleId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

public sealed class TensionIdJson : JsonConverter<TensionId>
{
    public override TensionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, TensionId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
}
