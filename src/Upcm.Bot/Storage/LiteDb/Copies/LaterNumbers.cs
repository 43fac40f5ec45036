using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Domain;

namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>
/// Numbers that were given after a backup was made stand in messages and minutes, and are not given again once it was restored. The
/// store that was set aside says which they are; where there is none to ask, some are passed over.
/// </summary>
internal static class LaterNumbers
{
    private const int PassedOverADay = 10;
    private const int PassedOverAtMost = 100;

    /// <summary>How many are passed over where nothing says what was given since.</summary>
    public static int PassedOver(DateTimeOffset taken, DateTimeOffset now) =>
        (int)Math.Min(PassedOverAtMost, PassedOverADay * (1 + Math.Max(0, Math.Floor((now - taken).TotalDays))));

    /// <summary>How far each series had come in a store.</summary>
    /// <param name="name">The name of the store whose numbers they are; those of another mean nothing here.</param>
    /// <returns>Null where it is another store, or cannot be read.</returns>
    public static async Task<IReadOnlyDictionary<(WorkspaceId Workspace, string Counter), long>?> In(string folder, string? name)
    {
        try
        {
            await using var store = LiteDbStore.OpenAsItIs(folder, NullLogger.Instance);
            return name is not null && store.Name == name ? await Of(store) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidOperationException or LiteDB.LiteException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Lets every series go on where it had come to.</summary>
    /// <returns>The series that had gone on since, with the number that is passed over last.</returns>
    public static async Task<IReadOnlyList<(WorkspaceId Workspace, string Counter, long Last)>> Pass(
        IStore store, IReadOnlyDictionary<(WorkspaceId Workspace, string Counter), long> reached, CancellationToken cancel)
    {
        List<(WorkspaceId, string, long)> passed = [];
        foreach (var workspace in reached.GroupBy(static one => one.Key.Workspace))
        {
            var changes = new Changes(workspace.Key);
            foreach (var ((_, counter), last) in workspace.OrderBy(static one => one.Key.Counter, StringComparer.Ordinal))
            {
                if (last - await store.Count(workspace.Key, counter, cancel) is var more and > 0)
                {
                    changes.Add(counter, more);
                    passed.Add((workspace.Key, counter, last));
                }
            }

            await store.Commit(changes, cancel);
        }

        return passed;
    }

    /// <summary>The same where nobody can say how far they had come.</summary>
    /// <param name="year">Of two digits: the first initiative of it may have been registered since.</param>
    public static async Task<IReadOnlyDictionary<(WorkspaceId Workspace, string Counter), long>> Guessed(IStore store, int passedOver, int year)
    {
        var known = await Of(store);
        var first = (await store.Workspaces(default)).SelectMany(workspace => new[] { NumberSeries.Tensions, NumberSeries.Proposals, NumberSeries.Initiatives(year) }.Select(counter => (workspace, counter)));
        return known.Keys.Union(first).ToDictionary(static one => one, one => known.GetValueOrDefault(one) + passedOver);
    }

    private static async Task<Dictionary<(WorkspaceId Workspace, string Counter), long>> Of(IStore store)
    {
        Dictionary<(WorkspaceId, string), long> reached = [];
        foreach (var workspace in await store.Workspaces(default))
        {
            foreach (var start in NumberSeries.Starts)
            {
                foreach (var (counter, last) in await store.Counters(workspace, start, int.MaxValue, default))
                {
                    reached[(workspace, counter)] = last;
                }
            }
        }

        return reached;
    }
}
