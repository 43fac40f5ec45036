using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Upcm.Bot.Tests.Stopping;

/// <summary>Takes what the bot sends, in the connector's place or the collector's, and lets it wait as long as a test wants.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SemaphoreSlim came = new(0);
    private volatile TaskCompletionSource? hold;
    private string held = "";

    private StandIn(WebApplication app) => this.app = app;

    public string Address => app.Urls.First() + "/";

    /// <summary>The bodies that were answered, in order.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    public static async Task<StandIn> Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var standIn = new StandIn(built);
        built.MapPost("/{**path}", standIn.Take);
        await built.StartAsync();
        return standIn;
    }

    /// <summary>From now on nothing is answered.</summary>
    /// <param name="place">Nothing to this conversation; all others are.</param>
    public void Hold(string place = "") => (held, hold) = (place, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Release()
    {
        hold?.TrySetResult();
        hold = null;
    }

    /// <summary>Waits for the next request that is not answered.</summary>
    public async Task Waits() => Assert.True(await came.WaitAsync(TimeSpan.FromSeconds(30)), "Nothing came.");

    public async ValueTask DisposeAsync()
    {
        Release();
        await app.DisposeAsync();
        came.Dispose();
    }

    private async Task Take(HttpContext context)
    {
        using var read = new MemoryStream();
        await context.Request.Body.CopyToAsync(read);
        if (hold is { } waits && context.Request.Path.Value!.Contains(held, StringComparison.Ordinal))
        {
            came.Release();
            await waits.Task.WaitAsync(context.RequestAborted);
        }

        Taken.Enqueue(System.Text.Encoding.Latin1.GetString(read.ToArray()));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(new JsonObject { ["id"] = $"m{Taken.Count}" }.ToJsonString());
    }
}
