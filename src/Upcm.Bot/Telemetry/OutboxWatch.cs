using Upcm.Bot.Health;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Telemetry;

/// <summary>Looks four times a minute how full the outbox is, as who measures cannot wait for a store. Runs only where somebody wants to know.</summary>
internal sealed class OutboxWatch(IStore store, TimeProvider time, ILogger<OutboxWatch> log) : BackgroundService
{
    private const int MostCounted = 1000;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);
    private long depth;
    private double age;

    internal long Depth => Volatile.Read(ref depth);

    internal double Age => Volatile.Read(ref age);

    internal async Task Look(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var until = $"due={Kinds.Sortable(now)}";
        long due = 0;
        foreach (var workspace in await store.Workspaces(cancel))
        {
            due += (await store.Find(Kinds.Posts, workspace, "due=", MostCounted, null, descending: false, cancel)).Count(found => string.CompareOrdinal(found.Key, until) <= 0);
        }

        var waits = await OutboxHealth.Waits(store, now, cancel);
        Volatile.Write(ref depth, due);
        Volatile.Write(ref age, waits.TotalSeconds);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Measures.Outbox(() => Depth, () => Age);
        using var timer = new PeriodicTimer(Between, time);
        do
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or InvalidOperationException)
            {
                log.LogError(failure, "It cannot be seen how full the outbox is");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
