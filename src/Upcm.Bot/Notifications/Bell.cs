using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>Rings when there may be something to send.</summary>
public sealed class Bell
{
    private TaskCompletionSource rung = New();

    /// <summary>Completes at the next ring. Take it before looking whether there is work, so that no ring is missed.</summary>
    public Task Next => Volatile.Read(ref rung).Task;

    public void Ring() => Interlocked.Exchange(ref rung, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The store, ringing whenever a commit wrote into the outbox: whoever sends need not look all the time.</summary>
public sealed class RingingStore(IStore store, Bell bell) : IStore
{
    public bool Healthy => store.Healthy;

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class => store.Load(kind, workspace, id, cancel);

    public ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class => store.Find(kind, workspace, key, take, after, descending, cancel);

    public ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel) => store.Count(workspace, counter, cancel);

    public ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(WorkspaceId workspace, string start, int take, CancellationToken cancel) =>
        store.Counters(workspace, start, take, cancel);

    public ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel) => store.Next(workspace, counter, cancel);

    public ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel) => store.Workspaces(cancel);

    public async ValueTask Commit(Changes changes, CancellationToken cancel)
    {
        await store.Commit(changes, cancel);
        if (changes.Documents.Any(static change => change.Collection == Kinds.Posts.Collection))
        {
            bell.Ring();
        }
    }

    public ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel) => store.WriteAnew(each, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
