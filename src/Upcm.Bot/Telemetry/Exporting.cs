using System.Runtime.CompilerServices;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Upcm.Bot.Configuration;

namespace Upcm.Bot.Telemetry;

/// <summary>
/// Traces and metrics go out over OTLP where an endpoint is named, by OpenTelemetry's own variables or by our setting. Where none
/// is, nothing of OpenTelemetry is even loaded: what uses it stands in methods that are not compiled before they are called.
/// </summary>
internal static class Exporting
{
    public const string Setting = "Telemetry:Endpoint";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string Metrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    public static void AddTelemetry(this IHostApplicationBuilder builder, IConfiguration settings)
    {
        var variables = builder.Configuration; // the exporter reads the rest of its variables from here as well
        if (settings.Of(Setting) is { } own)
        {
            variables[Endpoint] = own;
        }

        var off = string.Equals(variables["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase);
        var traces = !off && (variables[Endpoint] ?? variables[Traces]) is { Length: > 0 };
        var metrics = !off && (variables[Endpoint] ?? variables[Metrics]) is { Length: > 0 };
        if (traces || metrics)
        {
            Export(builder, traces, metrics);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Export(IHostApplicationBuilder builder, bool traces, bool metrics)
    {
        var telemetry = builder.Services.AddOpenTelemetry();
        if (builder.Configuration["OTEL_SERVICE_NAME"] is not { Length: > 0 })
        {
            telemetry.ConfigureResource(static resource => resource.AddService("upcm-bot", serviceVersion: typeof(Exporting).Assembly.GetName().Version?.ToString()));
        }

        if (traces)
        {
            telemetry.WithTracing(static tracing => tracing.AddSource(Measures.Name).AddOtlpExporter());
        }

        if (metrics)
        {
            builder.Services.AddHostedService<OutboxWatch>();
            telemetry.WithMetrics(static metering => metering
                .AddMeter(Measures.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting")
                .AddOtlpExporter());
        }
    }
}
