using Microsoft.Extensions.Diagnostics.HealthChecks;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Health;

/// <summary>How long the oldest message that may go has been waiting, over all workspaces.</summary>
internal sealed class OutboxHealth(IStore store, HealthOptions options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var waits = await Waits(store, time.GetUtcNow(), cancellationToken);
        var data = new Dictionary<string, object> { ["oldestSeconds"] = (long)waits.TotalSeconds, ["mostSeconds"] = (long)options.Outbox.TotalSeconds };
        return waits <= options.Outbox
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("messages wait too long to be sent: look whether Teams takes the bot's credentials and can be reached", data: data);
    }

    /// <summary>Zero where nothing is due.</summary>
    public static async ValueTask<TimeSpan> Waits(IStore store, DateTimeOffset now, CancellationToken cancel)
    {
        var oldest = now;
        foreach (var workspace in await store.Workspaces(cancel))
        {
            if (await store.Find(Kinds.Posts, workspace, "due=", 1, null, descending: false, cancel) is [{ Key: var key }] && Kinds.MomentOf(key) is var due && due < oldest)
            {
                oldest = due;
            }
        }

        return now - oldest;
    }
}
