using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, with names and figures for who may see them.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] SpokenFor = ["Forwarded", "Via", "X-Real-IP"];

    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(HealthOptions.From(settings)).AddSingleton<Readiness>();
        services.AddSingleton(new AppCertificate(TeamsOptions.From(settings)));
        services.AddSingleton(provider => new HomeCertificate(settings.HomeOf(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Credentials>().AddSingleton<Notifications.IWatched, CredentialsWatch>();
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store")
            .AddCheck<OutboxHealth>("outbox")
            .AddCheck<RoundsHealth>("rounds")
            .AddCheck<CredentialsHealth>("credentials");
        return services;
    }

    /// <summary>Neither asks who asks: what watches a service has no account. What there is to see is in <see cref="Details"/>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/health/live", [HttpMethods.Get, HttpMethods.Head], static context => Answer(context, "healthy", StatusCodes.Status200OK, null));
        endpoints.MapMethods("/health/ready", [HttpMethods.Get, HttpMethods.Head], Ready);
    }

    private static async Task Ready(HttpContext context)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            await Answer(context, "stopping", StatusCodes.Status503ServiceUnavailable, null);
            return;
        }

        var report = await services.GetRequiredService<Readiness>().Report(context.RequestAborted);
        await Answer(
            context, NameOf(report.Status), report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
            Details(context, services.GetRequiredService<HealthOptions>()) ? report : null);
    }

    /// <summary>From this machine itself, and not through a proxy on it that speaks for others.</summary>
    private static bool Details(HttpContext context, HealthOptions options) => options.Details
        || (context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && !context.Request.Headers.Keys.Any(static name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || SpokenFor.Contains(name, StringComparer.OrdinalIgnoreCase)));

    private static async Task Answer(HttpContext context, string status, int code, HealthReport? details)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", status);
        if (details is not null)
        {
            json.WriteStartObject("checks");
            foreach (var (name, entry) in details.Entries)
            {
                json.WriteStartObject(name);
                json.WriteString("status", NameOf(entry.Status));
                if (entry.Description is { } cause)
                {
                    json.WriteString("cause", cause);
                }

                foreach (var (figure, value) in entry.Data)
                {
                    json.WriteNumber(figure, Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture));
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
