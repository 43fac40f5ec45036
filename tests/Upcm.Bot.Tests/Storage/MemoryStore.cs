using System.Text.Json;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage;

/// <summary>The same store in memory, as plainly as it can be said: one lock, no order kept, everything sorted when asked.</summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(WorkspaceId Workspace, string Collection, string Id), (int Version, byte[] Json, IReadOnlyList<string> Keys)> documents = [];
    private readonly Dictionary<(WorkspaceId Workspace, string Counter), long> counters = [];
    private readonly HashSet<WorkspaceId> workspaces = [];
    private int commits;

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class
    {
        lock (gate)
        {
            return ValueTask.FromResult(
                documents.TryGetValue((workspace, kind.Collection, id), out var row)
                    ? new Stored<T>(JsonSerializer.Deserialize(row.Json, kind.Json)!, row.Version)
                    : null);
        }
    }

    public ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class
    {
        lock (gate)
        {
            var rows = documents
                .Where(row => row.Key.Workspace == workspace && row.Key.Collection == kind.Collection)
                .SelectMany(row => row.Value.Keys.Select(given => (Key: given, row.Key.Id, row.Value.Version, row.Value.Json)))
                .Where(row => row.Key.StartsWith(key, StringComparison.Ordinal))
                .OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)
                .Where(row => after is null || (Side(row.Key, row.Id, after) is var side && (descending ? side < 0 : side > 0)));
            return ValueTask.FromResult<IReadOnlyList<Found<T>>>(
            [
                .. (descending ? rows.Reverse() : rows).Take(take)
                    .Select(row => new Found<T>(row.Key, JsonSerializer.Deserialize(row.Json, kind.Json)!, row.Version) { Bookmark = $"{row.Key}\n{row.Id}" }),
            ]);
        }
    }

    public ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        lock (gate)
        {
            return ValueTask.FromResult(counters.GetValueOrDefault((workspace, counter)));
        }
    }

    public ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        lock (gate)
        {
            workspaces.Add(workspace);
            return ValueTask.FromResult(counters[(workspace, counter)] = counters.GetValueOrDefault((workspace, counter)) + 1);
        }
    }

    public ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<WorkspaceId>>([.. workspaces]);
        }
    }

    public ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(WorkspaceId workspace, string start, int take, CancellationToken cancel)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<KeyValuePair<string, long>>>(
            [
                .. counters.Where(one => one.Key.Workspace == workspace && one.Value != 0 && one.Key.Counter.StartsWith(start, StringComparison.Ordinal))
                    .Select(one => KeyValuePair.Create(one.Key.Counter, one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal).Take(take),
            ]);
        }
    }

    public async ValueTask Commit(Changes changes, CancellationToken cancel)
    {
        await changes.Tally(this, cancel);
        lock (gate)
        {
            foreach (var change in changes.Documents)
            {
                if (documents.GetValueOrDefault((changes.Workspace, change.Collection, change.Id)).Version != change.Expected)
                {
                    throw new VersionConflictException($"{change.Collection} {change.Id}");
                }
            }

            foreach (var change in changes.Documents)
            {
                var id = (changes.Workspace, change.Collection, change.Id);
                if (change.Json is null)
                {
                    documents.Remove(id);
                }
                else
                {
                    documents[id] = (change.Expected > 0 ? change.Expected + 1 : commits + 1, change.Json, change.Keys);
                }
            }

            foreach (var added in changes.Added)
            {
                var value = counters[(changes.Workspace, added.Counter)] = counters.GetValueOrDefault((changes.Workspace, added.Counter)) + added.Amount;
                if (added.Among is { } among && value > 0 != value - added.Amount > 0)
                {
                    counters[(changes.Workspace, among)] = counters.GetValueOrDefault((changes.Workspace, among)) + (value > 0 ? 1 : -1);
                }
            }

            commits++;
            if (changes.Any)
            {
                workspaces.Add(changes.Workspace);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Where a key of a document stands to a bookmark, or to a whole key.</summary>
    private static int Side(string key, string id, string after) =>
        after.Split('\n') is [var marked, var markedId]
            ? (string.CompareOrdinal(key, marked), string.CompareOrdinal(id, markedId)).CompareTo((0, 0))
            : string.CompareOrdinal(key, after);
}
