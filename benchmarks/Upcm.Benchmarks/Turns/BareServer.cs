using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upcm.Benchmarks.Turns;

/// <summary>
/// What the platform itself costs: reads an activity, posts a card of 2 KB to the connector, and answers. It knows nothing and
/// keeps nothing. Figures of the bot are compared with it as ratios, because absolute ones move with the machine.
/// </summary>
internal static class BareServer
{
    private static readonly byte[] Card = JsonSerializer.SerializeToUtf8Bytes(new BareActivity("message", null, null, new string('x', 2000)), BareJson.Default.BareActivity);

    public static async Task<int> Run(string url, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var connector = new HttpClient(handler);
        app.MapPost(Visitor.Door, async context =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, BareJson.Default.BareActivity, context.RequestAborted))!;
            using var content = new ByteArrayContent(Card);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var sent = await connector.PostAsync(new Uri($"{activity.ServiceUrl}v3/conversations/{activity.Conversation!.Id}/activities"), content);
        });
        await ((IHost)app).RunAsync(cancel);
        return 0;
    }
}

internal sealed record BareActivity(string Type, string? ServiceUrl, BareConversation? Conversation, string? Text);

internal sealed record BareConversation(string Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BareActivity))]
internal sealed partial class BareJson : JsonSerializerContext;
