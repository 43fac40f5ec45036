using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upcm.Bot.Privacy;

/// <summary>
/// Who was erased, beside the store and not in it: one small file per erasure, without personal data. A backup that is older than
/// an erasure does not know of it; <see cref="Eraser.WhereNeeded"/> erases again what such a backup brought back. So whoever
/// restores a backup leaves this folder alone. Each file is also the proof that it was done.
/// </summary>
/// <param name="folder">May be anywhere; best on another volume than the store, and never set back with it.</param>
public sealed class Erasures(string folder)
{
    /// <summary>The folder in the data folder, where it is not set otherwise.</summary>
    public const string FolderName = "erasures";

    private volatile string? mark;

    /// <summary>Stands for all that was erased so far: after each erasure it is another one, and after a start the same. Empty where nobody was erased.</summary>
    public string Mark => mark ??= All() is { Count: > 0 } all
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Id} {one.DoneAt:O} {one.Deleted} {one.Replaced}"))))))
        : "";

    public IReadOnlyList<Erasure> All() => !Directory.Exists(folder)
        ? []
        : [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(static file => JsonSerializer.Deserialize(File.ReadAllBytes(file), ErasureJson.Default.Erasure)!)];

    /// <summary>When it returns, it is on disk.</summary>
    public void Write(Erasure erasure)
    {
        ArgumentNullException.ThrowIfNull(erasure);
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, erasure.Id + ".json");
        using (var stream = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, erasure, ErasureJson.Default.Erasure);
            stream.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
        mark = null;
    }
}

/// <summary>That somebody was erased; nothing in it says who.</summary>
/// <param name="Workspace">The workspace's pseudonym.</param>
/// <param name="Person">The person's pseudonym, which stands in records in their place.</param>
/// <param name="At">When it was asked for.</param>
public sealed record Erasure(string Workspace, string Person, DateTimeOffset At)
{
    /// <summary>Who comes back later and is erased again has another.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Person}-{At.UtcDateTime:yyyyMMdd'T'HHmmss}");

    /// <summary>Asked for by the person themselves, and not by an administrator.</summary>
    public bool ByThemselves { get; init; }

    /// <summary>When everything was done; null while it is not.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>How many documents were deleted.</summary>
    public int Deleted { get; init; }

    /// <summary>In how many documents the pseudonym took the person's place.</summary>
    public int Replaced { get; init; }

    /// <summary>How many documents stayed as they were because of a legal hold.</summary>
    public int Held { get; init; }
}

[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Erasure))]
internal sealed partial class ErasureJson : JsonSerializerContext;
