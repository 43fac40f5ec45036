using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Upcm.Benchmarks.Turns;

/// <summary>Stands in for the connector: takes what the bot posts and tells the visitor of it.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Visitor> visitors = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private long messages;

    private Connector(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    public static async Task<Connector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var connector = new Connector(builder.Build());
        connector.app.Map("/v3/conversations/{place}/{**rest}", connector.Take);
        await connector.app.StartAsync();
        connector.Address = connector.app.Urls.First() + "/";
        return connector;
    }

    public void Introduce(Visitor visitor) => visitors[visitor.Place] = visitor;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        if (visitors.TryGetValue((string)context.Request.RouteValues["place"]!, out var visitor))
        {
            visitor.Heard();
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{Interlocked.Increment(ref messages)}}"}"""));
    }
}
