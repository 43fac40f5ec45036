using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>
/// What could not be read, in folders by the moment it was set aside: the files as they were, <c>report.txt</c>, and the documents
/// one per line in <c>documents.jsonl</c>.
/// </summary>
internal static class Quarantine
{
    public const string FolderName = "quarantine";
    private const string Documents = "documents.jsonl";

    /// <returns>The folder.</returns>
    public static string Make(string data, DateTimeOffset now, Diagnosis diagnosis)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, FolderName, now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture))).FullName;
        File.WriteAllLines(Path.Combine(folder, "report.txt"), [diagnosis.Told(Cultures.English), .. diagnosis.Findings.Select(static found => found.En)]);
        File.WriteAllLines(Path.Combine(folder, Documents), diagnosis.Unreadable.Select(static one => JsonSerializer.Serialize(one, QuarantineJson.Default.Unreadable)));
        return folder;
    }

    /// <summary>What was set aside last, and how many documents are in it; null where nothing ever was.</summary>
    public static (DateTimeOffset At, int Documents)? Newest(string data)
    {
        var folder = Path.Combine(data, FolderName);
        return Directory.Exists(folder) && Directory.GetDirectories(folder).Order(StringComparer.Ordinal).LastOrDefault() is { } newest
            && DateTimeOffset.TryParseExact(Path.GetFileName(newest), "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? (at, File.ReadLines(Path.Combine(newest, Documents)).Count())
            : null;
    }
}

[JsonSerializable(typeof(Unreadable))]
internal sealed partial class QuarantineJson : JsonSerializerContext;
