using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Upcm.Bot.Channels.Teams;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>The door without a server in front of it, as on a developer's machine; the connector takes everything and is remembered.</summary>
internal sealed class FuzzedDoor : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly TeamsEndpoint endpoint;
    private readonly Errors errors = new();

    /// <param name="add">The conversation behind it and what that needs.</param>
    public FuzzedDoor(Func<IServiceCollection, IServiceCollection> add)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection().Build();
        var made = add(new ServiceCollection().AddLogging(log => log.AddProvider(errors)).AddSingleton<IHostEnvironment>(new Development()).AddSingleton<IConfiguration>(settings)).AddTeams(settings);
        made.AddHttpClient(Upcm.Bot.Channels.Teams.Connector.Client).ConfigurePrimaryHttpMessageHandler(() => new Posted(Said));
        services = made.BuildServiceProvider();
        endpoint = services.GetRequiredService<TeamsEndpoint>();
    }

    /// <summary>What the bot posted, with the conversation it went to; whoever reads it takes it out.</summary>
    public ConcurrentQueue<(string Place, JsonNode Activity)> Said { get; } = new();

    public IServiceProvider Services => services;

    /// <summary>The status and what was answered; an error in the log is one too.</summary>
    public async ValueTask<(int Status, string? Wrong)> Post(byte[] body)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body);
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await endpoint.Handle(context);
        var logged = errors.Take();
        return (context.Response.StatusCode, logged is not null ? $"{logged}\non {Encoding.UTF8.GetString(body)}" : context.Response.StatusCode switch
        {
            200 or 400 or 403 or 413 or 501 => null,
            var status => $"{status} on {Encoding.UTF8.GetString(body)}",
        });
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class Posted(ConcurrentQueue<(string Place, JsonNode Activity)> said) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content && JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken)) is { } activity)
            {
                said.Enqueue(((string?)activity["conversation"]?["id"] ?? "", activity));
            }

            return new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"m1"}""", Encoding.UTF8, "application/json") };
        }
    }

    /// <summary>Keeps the last error.</summary>
    private sealed class Errors : ILoggerProvider, ILogger
    {
        private string? last;

        public string? Take() => Interlocked.Exchange(ref last, null);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                last = $"{formatter(state, exception)} {exception}";
            }
        }

        public void Dispose()
        {
        }
    }
}
