using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Importing;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Privacy;
using Upcm.Bot.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>How documents are written down: every kind of <see cref="Kinds"/>, and ids as plain text or numbers.</summary>
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
