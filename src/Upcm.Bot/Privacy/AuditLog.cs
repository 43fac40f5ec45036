using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upcm.Bot.Privacy;

/// <summary>
/// Who did what, by pseudonym: one line of JSON per deed, in a file per month that is only ever appended to. Nothing of what was
/// said, no names, no values. For whoever must show afterwards what happened, apart from the history that people read.
/// </summary>
public sealed class AuditLog(string folder)
{
    public const string FolderName = "audit";

    private readonly Lock gate = new();

    public void Write(IEnumerable<AuditLine> lines)
    {
        lock (gate)
        {
            foreach (var month in lines.GroupBy(static line => FileOf(line.At)))
            {
                using var stream = new FileStream(Path.Combine(Directory.CreateDirectory(folder).FullName, month.Key), FileMode.Append, FileAccess.Write, FileShare.Read);
                foreach (var line in month)
                {
                    JsonSerializer.Serialize(stream, line, AuditJson.Default.AuditLine);
                    stream.WriteByte((byte)'\n');
                }
            }
        }
    }

    /// <summary>Removes whole months that ended before a moment.</summary>
    /// <returns>How many.</returns>
    public int RemoveBefore(DateTimeOffset moment)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var old = Directory.GetFiles(folder, "*.jsonl").Where(file => string.CompareOrdinal(Path.GetFileName(file), FileOf(moment)) < 0).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    private static string FileOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture) + ".jsonl";
}

/// <summary>One deed.</summary>
/// <param name="Workspace">Its pseudonym.</param>
/// <param name="Person">Its pseudonym.</param>
/// <param name="What">As in the journal: <c>gate-decided</c>.</param>
/// <param name="From">The channel it was done from.</param>
public sealed record AuditLine(DateTimeOffset At, string Workspace, string Person, string What, string? Number, string? Team, string? Subject, string? From);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditLine))]
internal sealed partial class AuditJson : JsonSerializerContext;
