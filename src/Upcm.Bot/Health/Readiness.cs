using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Upcm.Bot.Health;

/// <summary>
/// How everything is, found out at most once in five seconds however often it is asked for, as anybody may ask. What changed is
/// logged once, and not at every look.
/// </summary>
internal sealed class Readiness(HealthCheckService checks, TimeProvider time, ILogger<Readiness> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<string, HealthStatus> known = new(StringComparer.Ordinal);
    private (HealthReport Report, DateTimeOffset At)? last;

    public async ValueTask<HealthReport> Report(CancellationToken cancel)
    {
        if (last is { } fresh && time.GetUtcNow() - fresh.At < Fresh)
        {
            return fresh.Report;
        }

        await one.WaitAsync(cancel);
        try
        {
            if (last is { } meanwhile && time.GetUtcNow() - meanwhile.At < Fresh)
            {
                return meanwhile.Report;
            }

            var report = await checks.CheckHealthAsync(CancellationToken.None);
            Tell(report);
            last = (report, time.GetUtcNow());
            return report;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private void Tell(HealthReport report)
    {
        foreach (var (name, entry) in report.Entries)
        {
            if (known.GetValueOrDefault(name, HealthStatus.Healthy) != entry.Status)
            {
                log.Log(entry.Status == HealthStatus.Healthy ? LogLevel.Information : LogLevel.Critical, "Health of {Check} is {Status}: {Cause}", name, entry.Status, entry.Description ?? "as it should be");
            }

            known[name] = entry.Status;
        }
    }
}
