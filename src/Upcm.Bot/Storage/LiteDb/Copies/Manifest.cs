using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>What a backup says of itself, in <c>manifest.json</c>; nothing in it is personal.</summary>
public sealed record Manifest
{
    /// <summary>The newest form of a backup that this release can restore.</summary>
    public const int NewestFormat = 1;

    /// <summary>The form of the backup: 1 is a zip with these files and this manifest last.</summary>
    public int Format { get; init; } = NewestFormat;

    /// <summary>The schema of the store in it.</summary>
    public required int Schema { get; init; }

    /// <summary>The store's own name; null before schema 3.</summary>
    public string? Store { get; init; }

    /// <summary>When copying began: everything that was acknowledged before is in it.</summary>
    public required DateTimeOffset Taken { get; init; }

    /// <summary>The number of the last commit in it.</summary>
    public required long Commit { get; init; }

    /// <summary>What the copy held when it was opened and read.</summary>
    public required Contents Contents { get; init; }

    public required ImmutableDictionary<string, ManifestFile> Files { get; init; }
}

/// <param name="Sha256">In lower-case hexadecimals.</param>
public sealed record ManifestFile(long Bytes, string Sha256);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
