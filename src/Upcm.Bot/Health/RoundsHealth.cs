using Microsoft.Extensions.Diagnostics.HealthChecks;
using Upcm.Bot.Notifications;
using Upcm.Bot.Rhythm;

namespace Upcm.Bot.Health;

/// <summary>Whether what runs by itself still goes its rounds: the scheduler, and what sends.</summary>
internal sealed class RoundsHealth(RhythmRunner rhythm, Dispatcher dispatcher, TimeProvider time) : IHealthCheck
{
    /// <summary>Both go round every minute; a round with a digest for everybody, or with slow answers of Teams, takes longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (rang, looked) = (time.GetUtcNow() - rhythm.LastRung, time.GetUtcNow() - dispatcher.LastLook);
        var data = new Dictionary<string, object> { ["schedulerSeconds"] = (long)rang.TotalSeconds, ["senderSeconds"] = (long)looked.TotalSeconds, ["mostSeconds"] = (long)Longest.TotalSeconds };
        return Task.FromResult(
            rang > Longest ? HealthCheckResult.Unhealthy("the scheduler stands still: restart the bot; what was missed runs then", data: data)
            : looked > Longest ? HealthCheckResult.Unhealthy("nothing is looked for to send: restart the bot; what waits goes then", data: data)
            : HealthCheckResult.Healthy(data: data));
    }
}
