using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Upcm.Bot.EndToEnd.SelfTests;

/// <summary>The smallest bot that uses all that the harness drives: when this one fails, the harness is broken.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient connector = new();
    private int count;

    private EchoBot(WebApplication app)
    {
        this.app = app;
        app.MapPost("/api/messages", ReceiveAsync);
    }

    public Uri Endpoint => new(app.Urls.First() + "/api/messages");

    /// <summary>The id of the card that counts, once it was posted.</summary>
    public string? CounterId { get; private set; }

    public ConcurrentQueue<JsonNode> Received { get; } = new();

    /// <summary>The first activity that it got, or gets within a minute, that is wanted.</summary>
    public async Task<JsonNode> GetAsync(Func<JsonNode, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (Received.FirstOrDefault(wanted) is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    public static async Task<EchoBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        var bot = new EchoBot(web);
        await web.StartAsync();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        connector.Dispose();
        await app.DisposeAsync();
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        var activity = (await JsonNode.ParseAsync(request.Body))!;
        Received.Enqueue(activity);
        if (Word(activity, "type") == "invoke")
        {
            return Results.Json(new JsonObject
            {
                ["statusCode"] = 200,
                ["type"] = "application/vnd.microsoft.card.adaptive",
                ["value"] = EchoCards.Says($"{Word(activity["value"]!["action"]!, "verb")} door {Word(activity["from"]!, "name")}"),
            });
        }

        if (Word(activity, "type") == "message")
        {
            await AnswerAsync(activity);
        }

        return Results.Ok();
    }

    private async Task AnswerAsync(JsonNode activity)
    {
        var here = Word(activity["conversation"]!, "id");
        if (activity["value"] is { } submitted)
        {
            await PostAsync(activity, here, EchoCards.Text($"Ontvangen: {submitted.ToJsonString()}"));
            return;
        }

        var said = Word(activity, "text").Replace($"<at>{Cast.BotName}</at>", "", StringComparison.Ordinal).Trim();
        switch (said.Split(' '))
        {
            case ["formulier"]:
                await PostAsync(activity, here, EchoCards.Card(EchoCards.Form()));
                break;
            case ["formulier", "met", "uitleg"]:
                await PostAsync(activity, here, EchoCards.Card(EchoCards.Form()));
                foreach (var word in new[] { "een", "twee", "drie" })
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(120), TimeProvider.System);
                    await PostAsync(activity, here, EchoCards.Text($"Uitleg {word}"));
                }

                break;
            case ["tel"] when CounterId is null:
                CounterId = await PostAsync(activity, here, EchoCards.Card(EchoCards.Says($"Teller {++count}")));
                break;
            case ["tel"]:
                await SendAsync(HttpMethod.Put, activity, $"v3/conversations/{Uri.EscapeDataString(here)}/activities/{CounterId}",
                    EchoCards.Card(EchoCards.Says($"Teller {++count}")));
                break;
            case ["kanaal", .. var rest]:
                await SendAsync(HttpMethod.Post, activity, "v3/conversations", new JsonObject
                {
                    ["isGroup"] = true,
                    ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = Cast.ChannelId } },
                    ["activity"] = EchoCards.Card(EchoCards.Says(string.Join(' ', rest))),
                });
                break;
            case ["vertel", var key, .. var rest]:
                var chat = await SendAsync(HttpMethod.Post, activity, "v3/conversations", new JsonObject
                {
                    ["members"] = new JsonArray(new JsonObject { ["id"] = $"29:{key}" }),
                });
                await PostAsync(activity, chat, EchoCards.Text(string.Join(' ', rest)));
                break;
            default:
                await PostAsync(activity, here, EchoCards.Text($"Echo: {said}"));
                break;
        }
    }

    private Task<string> PostAsync(JsonNode activity, string conversation, JsonObject message) =>
        SendAsync(HttpMethod.Post, activity, $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities", message);

    private async Task<string> SendAsync(HttpMethod method, JsonNode activity, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(method, $"{Word(activity, "serviceUrl").TrimEnd('/')}/{path}")
        {
            Content = JsonContent.Create(body),
        };
        using var response = await connector.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return Word((await response.Content.ReadFromJsonAsync<JsonNode>())!, "id");
    }

    private static string Word(JsonNode node, string name) => (string?)node[name] ?? "";
}
