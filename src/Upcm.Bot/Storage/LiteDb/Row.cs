using System.Text.Json.Serialization.Metadata;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>What one document is called.</summary>
internal readonly record struct DocumentName(string Workspace, string Collection, string Id);

/// <summary>What one counter is called.</summary>
internal readonly record struct CounterName(string Workspace, string Counter);

/// <summary>A document as it is kept, in the log, in memory and in the file. Never changed: a change is another row.</summary>
/// <param name="json">Null where the document is deleted.</param>
internal sealed class Row(int version, byte[]? json, IReadOnlyList<string> keys)
{
    private object? document;

    public int Version { get; } = version;

    public byte[]? Json { get; } = json;

    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>What stands for its size in memory; not exact.</summary>
    public int Bytes { get; } = 200 + (json?.Length ?? 0) + keys.Sum(static key => 100 + (2 * key.Length));

    /// <summary>The document, read once however often it is asked for: documents never change either.</summary>
    /// <exception cref="System.Text.Json.JsonException">It cannot be read.</exception>
    public T Document<T>(JsonTypeInfo<T> type)
        where T : class
    {
        if (document is not T read)
        {
            document = read = System.Text.Json.JsonSerializer.Deserialize(Json, type) ?? throw new System.Text.Json.JsonException("It is null.");
        }

        return read;
    }
}
