using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Upcm.Bot.Notifications;
using Upcm.Domain;

namespace Upcm.Bot.Health;

/// <summary>
/// Whether what the bot signs in with is taken, and whether that and the certificate that others see at its address hold for weeks
/// to come. It takes weeks to get new ones where others hand them out. Past its end it is no worse than degraded: a date may be
/// wrong, and then the bot works.
/// </summary>
internal sealed class CredentialsHealth(HealthOptions options, Credentials credentials, Courier courier, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var ends = credentials.Ends();
        var data = ends.ToDictionary(one => one.Key + "Days", one => (object)(long)Math.Floor((one.Value - now).TotalDays), StringComparer.Ordinal);
        List<string> causes =
        [
            .. courier.Stopped.Select(static channel => $"{channel} does not accept the bot's credentials: the log says why"),
            .. credentials.Unusable is { } why ? [$"the certificate to sign in with cannot be used: {why}"] : Array.Empty<string>(),
            .. ends.Where(one => one.Value - now < options.Ahead).Select(one => string.Create(
                CultureInfo.InvariantCulture, $"the {Said(one.Key)} {(one.Value <= now ? "ended" : "ends")} on {LocalTime.DayOf(one.Value.AddTicks(-1), TimeZoneInfo.Utc):yyyy-MM-dd}: get a new one")),
        ];
        return Task.FromResult(causes.Count == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(string.Join("; ", causes), data: data));
    }

    private static string Said(string name) => name == Credentials.SignIn ? "certificate to sign in with" : name;
}
