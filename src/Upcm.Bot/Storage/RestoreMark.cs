using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upcm.Bot.Storage;

/// <summary>That the store was set back, beside the store: what it says was not sent yet may have been.</summary>
/// <param name="Taken">The moment it was set back to.</param>
/// <param name="RestoredAt">When that was done.</param>
/// <param name="OpenedAt">When the service first served it since; null before that.</param>
public sealed record RestoreMark(DateTimeOffset Taken, DateTimeOffset RestoredAt, DateTimeOffset? OpenedAt = null)
{
    private const string FileName = "restored.json";

    /// <summary>Null where the store was never set back.</summary>
    public static RestoreMark? Read(string data)
    {
        var path = Path.Combine(data, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), MarkJson.Default.RestoreMark) : null;
    }

    /// <summary>When it returns, it is on disk.</summary>
    public static void Write(string data, RestoreMark mark)
    {
        var path = Path.Combine(data, FileName);
        using (var stream = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, mark, MarkJson.Default.RestoreMark);
            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RestoreMark))]
internal sealed partial class MarkJson : JsonSerializerContext;
