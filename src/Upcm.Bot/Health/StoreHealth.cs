using Microsoft.Extensions.Diagnostics.HealthChecks;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Health;

/// <summary>Whether the store answers, and whether what is written is there afterwards.</summary>
internal sealed class StoreHealth(IStore store, TimeProvider time) : IHealthCheck
{
    private const string Counter = "health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Where nobody has spoken with the bot yet.</summary>
    private static readonly WorkspaceId Own = new("check");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var begun = time.GetTimestamp();
        try
        {
            await WriteAndRead(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception failed) when (failed is TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"did not answer within {Patience.TotalSeconds} seconds");
        }
        catch (Exception failed) when (failed is IOException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("cannot write; the cause is in the log");
        }

        return store.Healthy
            ? HealthCheckResult.Healthy(data: new Dictionary<string, object> { ["milliseconds"] = Math.Round(time.GetElapsedTime(begun).TotalMilliseconds, 1) })
            : HealthCheckResult.Unhealthy("keeps what is recorded in its log, and cannot take it over into its file; the cause is in the log");
    }

    private async Task WriteAndRead(CancellationToken cancel)
    {
        var workspace = await store.Workspaces(cancel) is [var first, ..] ? first : Own;
        var written = await store.Next(workspace, Counter, cancel);
        if (await store.Count(workspace, Counter, cancel) < written)
        {
            throw new IOException("What was written does not come back.");
        }
    }
}
