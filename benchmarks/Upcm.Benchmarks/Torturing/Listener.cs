using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Upcm.Benchmarks.Torturing;

/// <summary>Stands in for the connector of one person, and hears what the bot says to them.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private const string Place = "a:full";
    private WebApplication? app;
    private long activities;
    private TaskCompletionSource<string> heard = new();

    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Map("/v3/conversations/{place}/{**rest}", Take);
        await app.StartAsync();
    }

    /// <summary>The next message, as JSON; asked for before something is said.</summary>
    public Task<string> Next()
    {
        heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        return heard.Task;
    }

    public string Activity(string text, string tenant) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["type"] = "message",
        ["id"] = Interlocked.Increment(ref activities).ToString(CultureInfo.InvariantCulture),
        ["text"] = text,
        ["locale"] = "nl-NL",
        ["channelId"] = "msteams",
        ["serviceUrl"] = app!.Urls.First() + "/",
        ["from"] = new Dictionary<string, string> { ["id"] = "29:full", ["name"] = "Sanne", ["aadObjectId"] = "aad-full" },
        ["recipient"] = new Dictionary<string, string> { ["id"] = "28:bot", ["name"] = "bot" },
        ["conversation"] = new Dictionary<string, string> { ["id"] = Place, ["conversationType"] = "personal", ["tenantId"] = tenant },
    });

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var said = await reader.ReadToEndAsync();
        if (!said.Contains("\"typing\"", StringComparison.Ordinal))
        {
            heard.TrySetResult(said);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"1"}""");
    }
}
