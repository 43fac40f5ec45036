using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Conversation;

/// <summary>Reads one workspace, for one turn or one job. Asked twice, a search says the same.</summary>
public sealed class Reader(IStore store, WorkspaceId workspace, CancellationToken cancel)
{
    private readonly Dictionary<(string Collection, string Key, int Take, bool Descending, string? After), object> found = [];

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, string id)
        where T : class => store.Load(kind, workspace, id, cancel);

    public async ValueTask<IReadOnlyList<Found<T>>> Find<T>(Kind<T> kind, string key, int take, bool descending = false, string? after = null)
        where T : class
    {
        var asked = (kind.Collection, key, take, descending, after);
        if (!found.TryGetValue(asked, out var answer))
        {
            found[asked] = answer = await store.Find(kind, workspace, key, take, after, descending, cancel);
        }

        return (IReadOnlyList<Found<T>>)answer;
    }

    /// <summary>The last by key, such as the newest version; null where there is none.</summary>
    public async ValueTask<T?> Last<T>(Kind<T> kind, string key)
        where T : class => await Find(kind, key, 1, descending: true) is [var last, ..] ? last.Document : null;
}
