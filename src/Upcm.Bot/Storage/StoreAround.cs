using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>A store around another: all goes through as it is, but for what a commit brings about besides.</summary>
public abstract class StoreAround(IStore store) : IStore
{
    public bool Healthy => store.Healthy;

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class => store.Load(kind, workspace, id, cancel);

    public virtual ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class => store.Find(kind, workspace, key, take, after, descending, cancel);

    public ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel) => store.Count(workspace, counter, cancel);

    public ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(WorkspaceId workspace, string start, int take, CancellationToken cancel) =>
        store.Counters(workspace, start, take, cancel);

    public async ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        await Committing(workspace, cancel);
        return await store.Next(workspace, counter, cancel);
    }

    public ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel) => store.Workspaces(cancel);

    public async ValueTask Commit(Changes changes, CancellationToken cancel)
    {
        if (changes.Any)
        {
            await Committing(changes.Workspace, cancel);
        }

        await store.Commit(changes, cancel);
        Committed(changes);
    }

    public ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel) => store.WriteAnew(each, cancel);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return store.DisposeAsync();
    }

    /// <summary>Something is about to be written in a workspace.</summary>
    protected virtual ValueTask Committing(WorkspaceId workspace, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <summary>The commit is durable.</summary>
    protected virtual void Committed(Changes changes)
    {
    }
}
