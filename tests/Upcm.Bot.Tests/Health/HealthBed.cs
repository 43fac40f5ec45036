using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Health;
using Upcm.Bot.Notifications;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;

namespace Upcm.Bot.Tests.Health;

/// <summary>The two addresses on a real server, with a store that can be made ill and a clock that can be moved.</summary>
internal sealed class HealthBed : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private HealthBed(WebApplication app, SickStore store, FakeTimeProvider time, Told told)
    {
        (this.app, Store, Time, Log) = (app, store, time, told);
        client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public SickStore Store { get; }

    public FakeTimeProvider Time { get; }

    public Told Log { get; }

    public Uri Address => client.BaseAddress!;

    public RhythmRunner Rhythm => app.Services.GetRequiredService<RhythmRunner>();

    public Dispatcher Dispatcher => app.Services.GetRequiredService<Dispatcher>();

    public static async Task<HealthBed> Start(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var told = new Told();
        builder.Logging.ClearProviders().AddProvider(told).AddFilter("Microsoft", LogLevel.None);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value)));
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var store = new SickStore();
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IStore>(store).AddSingleton(Talker.Method).AddSingleton<Bell>().AddSingleton<Courier>().AddSingleton<Dispatcher>();
        builder.Services.AddRhythm().AddHealth(builder.Configuration);
        var built = builder.Build();
        built.MapHealth();
        await built.StartAsync();
        return new HealthBed(built, store, time, told);
    }

    public async Task<(int Code, JsonNode Answer)> Get(string path, string? through = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (through is not null)
        {
            request.Headers.TryAddWithoutValidation(through, "198.51.100.7");
        }

        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>As found out now, and not a moment ago.</summary>
    public async Task<(int Code, JsonNode Answer)> Ready()
    {
        Time.Advance(TimeSpan.FromSeconds(6));
        return await Get("/health/ready");
    }

    public void Stop() => app.Lifetime.StopApplication();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>What was logged, as a person reads it.</summary>
internal sealed class Told : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
        {
            lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }

    public void Dispose()
    {
    }
}
