using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Health;

/// <summary>A store that is well until it is told not to be.</summary>
public sealed class SickStore : IStore
{
    private readonly MemoryStore well = new();

    public bool Full { get; set; }

    public bool Silent { get; set; }

    /// <summary>How often something was drawn from a counter.</summary>
    public int Writes { get; private set; }

    public bool Healthy { get; set; } = true;

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class => well.Load(kind, workspace, id, cancel);

    public ValueTask<IReadOnlyList<Found<T>>> Find<T>(Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class => well.Find(kind, workspace, key, take, after, descending, cancel);

    public ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel) => well.Count(workspace, counter, cancel);

    public ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(WorkspaceId workspace, string start, int take, CancellationToken cancel) => well.Counters(workspace, start, take, cancel);

    public ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        Writes++;
        return Full ? throw new IOException("The store could not write.")
            : Silent ? new ValueTask<long>(new TaskCompletionSource<long>().Task)
            : well.Next(workspace, counter, cancel);
    }

    public ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel) => well.Workspaces(cancel);

    public ValueTask Commit(Changes changes, CancellationToken cancel) => well.Commit(changes, cancel);

    public ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel) => well.WriteAnew(each, cancel);

    public ValueTask DisposeAsync() => well.DisposeAsync();
}
