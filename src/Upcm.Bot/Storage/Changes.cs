using System.Text.Json;
using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>What one turn wants written, all or nothing.</summary>
public sealed class Changes(WorkspaceId workspace)
{
    private readonly Dictionary<(string Collection, string Id), Change> byId = [];
    private readonly Dictionary<string, long> added = [];

    public WorkspaceId Workspace { get; } = workspace;

    public IReadOnlyCollection<Change> Documents => byId.Values;

    /// <summary>What is added to which counter. Counters never conflict.</summary>
    public IReadOnlyDictionary<string, long> Added => added;

    public bool Any => byId.Count > 0 || added.Count > 0;

    /// <summary>Writes a document that must not exist yet.</summary>
    public void Insert<T>(Kind<T> kind, T document)
        where T : class => Put(kind, document, expected: 0);

    /// <summary>Writes a document over the version that was loaded; 0 where it must not exist yet.</summary>
    public void Put<T>(Kind<T> kind, T document, int expected)
        where T : class
    {
        var id = kind.Id(document);
        byId[(kind.Collection, id)] = new Change(
            kind.Collection,
            id,
            expected,
            JsonSerializer.SerializeToUtf8Bytes(document, kind.Json),
            [.. kind.Keys(document).Distinct(StringComparer.Ordinal)]);
    }

    public void Delete<T>(Kind<T> kind, string id, int expected)
        where T : class => byId[(kind.Collection, id)] = new Change(kind.Collection, id, expected, null, []);

    public void Add(string counter, long delta) => added[counter] = added.GetValueOrDefault(counter) + delta;
}

/// <param name="Expected">The version the change was decided on; 0 where the document must not exist.</param>
/// <param name="Json">Null where the document is to be deleted.</param>
public sealed record Change(string Collection, string Id, int Expected, byte[]? Json, IReadOnlyList<string> Keys);
