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
    public void Insert<T>(T document)
        where T : class, IDocument<T> => Put(document, expected: 0);

    /// <summary>Writes a document over the version that was loaded; 0 where it must not exist yet.</summary>
    public void Put<T>(T document, int expected)
        where T : class, IDocument<T>
    {
        var place = (T.Collection, document.Id);
        byId[place] = new Change(
            T.Collection, document.Id, expected, JsonSerializer.SerializeToUtf8Bytes(document, T.Json), [.. document.Keys.Distinct(StringComparer.Ordinal)]);
    }

    public void Delete<T>(string id, int expected)
        where T : class, IDocument<T> => byId[(T.Collection, id)] = new Change(T.Collection, id, expected, null, []);

    public void Add(string counter, long delta) => added[counter] = added.GetValueOrDefault(counter) + delta;
}

/// <param name="Expected">The version the change was decided on; 0 where the document must not exist.</param>
/// <param name="Json">Null where the document is to be deleted.</param>
public sealed record Change(string Collection, string Id, int Expected, byte[]? Json, IReadOnlyList<string> Keys);
