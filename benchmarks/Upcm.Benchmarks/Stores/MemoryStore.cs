using System.Text.Json;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Benchmarks.Stores;

/// <summary>The same store in memory, as plainly as it can be said: one lock, and the keys in order.</summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(WorkspaceId Workspace, string Collection, string Id), (int Version, byte[] Json, IReadOnlyList<string> Keys)> documents = [];
    private readonly Dictionary<(WorkspaceId Workspace, string Counter), long> counters = [];
    private readonly HashSet<WorkspaceId> workspaces = [];
    private readonly Dictionary<(WorkspaceId Workspace, string Collection), SortedSet<(string Key, string Id)>> keys = [];
    private int commits;

    public int Commits => commits;

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
            if (!keys.TryGetValue((workspace, kind.Collection), out var all))
            {
                return ValueTask.FromResult<IReadOnlyList<Found<T>>>([]);
            }

            var (from, to) = ((Key: key, Id: ""), (Key: key + Last, Id: Last));
            if (after?.Split('\n') is { } mark)
            {
                var at = mark is [var marked, var markedId] ? (marked, markedId) : (after, descending ? "" : Last);
                (from, to) = descending ? (from, Ordinal.Compare(at, to) < 0 ? at : to) : (Ordinal.Compare(at, from) > 0 ? at : from, to);
            }

            var rows = Ordinal.Compare(from, to) > 0 ? [] : descending ? all.GetViewBetween(from, to).Reverse() : all.GetViewBetween(from, to);
            var bound = after is null ? default : descending ? to : from;
            return ValueTask.FromResult<IReadOnlyList<Found<T>>>(
            [
                .. rows.Where(row => after is null || row != bound).Take(take).Select(row =>
                {
                    var document = documents[(workspace, kind.Collection, row.Id)];
                    return new Found<T>(row.Key, JsonSerializer.Deserialize(document.Json, kind.Json)!, document.Version) { Bookmark = $"{row.Key}\n{row.Id}" };
                }),
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

    public ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel)
    {
        lock (gate)
        {
            var changed = 0;
            foreach (var (name, row) in documents.ToList())
            {
                var before = new KeptRow(name.Workspace, name.Collection, name.Id, row.Json, row.Keys);
                var after = each(before);
                if (after != before)
                {
                    var index = keys[(name.Workspace, name.Collection)];
                    index.ExceptWith(row.Keys.Select(key => (key, name.Id)));
                    index.UnionWith(after.Keys.Select(key => (key, after.Id)));
                    documents.Remove(name);
                    documents[name with { Id = after.Id }] = (row.Version + 1, after.Json, after.Keys);
                    changed++;
                }
            }

            return ValueTask.FromResult<long>(changed);
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
                var index = keys.TryGetValue((changes.Workspace, change.Collection), out var known) ? known : keys[(changes.Workspace, change.Collection)] = new(Ordinal);
                foreach (var key in documents.GetValueOrDefault(id).Keys ?? [])
                {
                    index.Remove((key, change.Id));
                }

                if (change.Json is null)
                {
                    documents.Remove(id);
                }
                else
                {
                    documents[id] = (change.Expected > 0 ? change.Expected + 1 : commits + 1, change.Json, change.Keys);
                    foreach (var key in change.Keys)
                    {
                        index.Add((key, change.Id));
                    }
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

    /// <summary>After every text.</summary>
    private const string Last = "\uffff";

    private static readonly Comparer<(string Key, string Id)> Ordinal =
        Comparer<(string Key, string Id)>.Create(static (one, other) => string.CompareOrdinal(one.Key, other.Key) is not 0 and var key ? key : string.CompareOrdinal(one.Id, other.Id));
}
