using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Upcm.Domain;

namespace Upcm.Bot.Health;

/// <summary>
/// Whether what the bot signs in with, and the certificate that others see at its address, hold for weeks to come. It takes weeks
/// to get new ones where others hand them out. Past its end it is no worse than degraded: a date may be wrong, and then the bot works.
/// </summary>
internal sealed class CredentialsHealth(HealthOptions options, Credentials credentials, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var ends = credentials.Ends();
        var data = ends.ToDictionary(one => one.Key + "Days", one => (object)(long)Math.Floor((one.Value - now).TotalDays), StringComparer.Ordinal);
        var due = ends.Where(one => one.Value - now < options.Ahead).Select(one => string.Create(
            CultureInfo.InvariantCulture, $"the {one.Key} {(one.Value <= now ? "ended" : "ends")} on {LocalTime.DayOf(one.Value.AddTicks(-1), TimeZoneInfo.Utc):yyyy-MM-dd}")).ToList();
        return Task.FromResult(due.Count == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded($"{string.Join(", ", due)}: get a new one", data: data));
    }
}
