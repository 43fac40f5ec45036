using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary>The values of the dashboard as they are now: what is counted in one range of counters, what was entered in one look-up each.</summary>
public static class DashboardReading
{
    private const int MostCounters = 20_000;

    /// <param name="horizon">The id of one horizon; null for all.</param>
    public static async ValueTask<IReadOnlyList<DashboardValue>> Values(
        IStore store, WorkspaceId workspace, WorkingMethod method, string? horizon, CancellationToken cancel) =>
        await Values(store, workspace, method, await Counts(store, workspace, cancel), horizon, cancel);

    public static async ValueTask<IReadOnlyList<DashboardValue>> Values(
        IStore store, WorkspaceId workspace, WorkingMethod method, Counts counts, string? horizon, CancellationToken cancel)
    {
        List<DashboardValue> values = [];
        foreach (var indicator in method.Dashboard.Where(one => horizon is null || one.Horizon == horizon))
        {
            values.Add(indicator.From is { } from
                ? new DashboardValue(indicator, Measuring.Of(from, counts, method), null)
                : new DashboardValue(indicator, null, await Newest(store, workspace, indicator.Id, cancel)));
        }

        return values;
    }

    public static async ValueTask<Counts> Counts(IStore store, WorkspaceId workspace, CancellationToken cancel) =>
        new(await store.Counters(workspace, Tally.Prefix, MostCounters, cancel));

    /// <summary>Everything as it is now, to keep.</summary>
    public static async ValueTask<DashboardSnapshot> Snapshot(
        IStore store, WorkspaceId workspace, WorkingMethod method, Somebody? by, DateTimeOffset at, CancellationToken cancel) =>
        DashboardSnapshot.Of(await Values(store, workspace, method, null, cancel), by, at);

    /// <summary>The newest snapshot of before a moment, or null.</summary>
    public static async ValueTask<DashboardSnapshot?> Before(IStore store, WorkspaceId workspace, DateTimeOffset at, CancellationToken cancel) =>
        await store.Find(Kinds.DashboardSnapshots, workspace, "at=", 1, $"at={Kinds.Sortable(at)}", descending: true, cancel) is [var found] ? found.Document : null;

    private static async ValueTask<DashboardEntry?> Newest(IStore store, WorkspaceId workspace, string indicator, CancellationToken cancel) =>
        await store.Find(Kinds.DashboardEntries, workspace, $"day={indicator}|", 1, null, descending: true, cancel) is [var found] ? found.Document : null;
}
