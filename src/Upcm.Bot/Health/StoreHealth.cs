using Microsoft.Extensions.Diagnostics.HealthChecks;
using Upcm.Bot.Configuration;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Domain;

namespace Upcm.Bot.Health;

/// <summary>Whether the store answers, and whether what is written is there afterwards.</summary>
internal sealed class StoreHealth(IStore store, IConfiguration settings, TimeProvider time) : IHealthCheck
{
    private const string Counter = "health";

    /// <summary>A full disk still has a few bytes for what is asked here, and none for what people say.</summary>
    private const long Full = 1_000_000;
    private const long NearlyFull = 100_000_000;
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
        catch (StoreUnwritableException failed)
        {
            return HealthCheckResult.Unhealthy($"cannot write, and people are told that nothing is kept: {failed.InnerException!.Message}. Make room on the disk, or let the bot write there; it goes on by itself");
        }
        catch (Exception failed) when (failed is IOException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("cannot write; the cause is in the log");
        }

        var free = Room.In(settings.Of(Settings.Data)!);
        var data = new Dictionary<string, object> { ["milliseconds"] = Math.Round(time.GetElapsedTime(begun).TotalMilliseconds, 1), ["freeMegabytes"] = free / 1_000_000 };
        return free < Full ? HealthCheckResult.Unhealthy("the disk is full, and people are told that nothing is kept: make room, and it goes on by itself", data: data)
            : store.Healthy && free < NearlyFull ? HealthCheckResult.Degraded("the disk is nearly full: make room", data: data)
            : store.Healthy ? HealthCheckResult.Healthy(data: data)
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
