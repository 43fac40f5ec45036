using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Upcm.Bot.EndToEnd;

/// <summary>Talks with the bot without a client, and keeps every card it sends: for every sentence in the list of sentences, and every page of every form.</summary>
internal sealed partial class CardCollector : IAsyncDisposable
{
    private const int MostPages = 6;
    private readonly WebApplication connector;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentQueue<JsonNode> sent = new();

    private CardCollector(WebApplication connector) => this.connector = connector;

    /// <summary>By what was said; what is sent along later stands with what is said then.</summary>
    public List<KeyValuePair<string, JsonNode>> Cards { get; } = [];

    /// <summary>Whose cards they are from now on; stands before what was said.</summary>
    public string? Of { get; set; }

    /// <summary>Of the messages with a card, those without a text for who cannot see it.</summary>
    public List<string> Mute { get; } = [];

    public static async Task<CardCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new CardCollector(app);
        app.MapFallback(async (HttpContext context) =>
        {
            if (await JsonNode.ParseAsync(context.Request.Body) is { } body)
            {
                collector.sent.Enqueue(body);
            }

            await context.Response.WriteAsJsonAsync(new { id = Guid.NewGuid().ToString("N") });
        });
        await app.StartAsync();
        return collector;
    }

    /// <summary>What the list of sentences gives as an example, or the sentence itself.</summary>
    public static IEnumerable<string> Sentences()
    {
        var page = File.ReadLines(Path.Combine(ClientTools.RepositoryRoot, "docs", "commands.md"));
        foreach (var line in page.Where(line => line.StartsWith("| **", StringComparison.Ordinal)))
        {
            var row = Row().Match(line);
            var (sentence, help) = (row.Groups[1].Value, row.Groups[2].Value);
            yield return help.IndexOf(": " + sentence.Split(' ')[0], StringComparison.OrdinalIgnoreCase) is >= 0 and var example ? help[(example + 2)..] : sentence;
        }
    }

    /// <summary>What can be seen of a card: two that differ in what their buttons bring along only, look the same.</summary>
    public static string Seen(JsonNode card)
    {
        var seen = card.DeepClone();
        Strip(seen);
        return seen.ToJsonString();

        static void Strip(JsonNode? node)
        {
            if (node is JsonObject it)
            {
                it.Remove("data");
                it.Remove("refresh");
                it.ToList().ForEach(static one => Strip(one.Value));
            }
            else if (node is JsonArray many)
            {
                many.ToList().ForEach(Strip);
            }
        }
    }

    private string Named(string text) => Of is null ? text : $"{Of}: {text}";

    public async Task SayAsync(Uri bot, Person person, string text)
    {
        await SendAsync(bot, person, new JsonObject { ["type"] = "message", ["text"] = text });
        Keep(text);
    }

    /// <summary>The other pages of the form that the last card shows, if it is one.</summary>
    public async Task TurnPagesAsync(Uri bot, Person person, string text)
    {
        if (Cards.LastOrDefault(one => one.Key == Named(text)).Value is not { } card || DraftIn().Match(card.ToJsonString()) is not { Success: true } draft)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { card.ToJsonString() };
        for (var page = 1; page < MostPages; page++)
        {
            var answer = await SendAsync(bot, person, new JsonObject
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["value"] = new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = "form.show",
                        ["data"] = new JsonObject { ["_press"] = new JsonObject { ["draft"] = draft.Groups[1].Value, ["page"] = $"{page}" } },
                    },
                },
            });
            Keep(text);
            if (JsonNode.Parse(answer)?["value"] is not JsonObject shown || !seen.Add(shown.ToJsonString()))
            {
                return;
            }

            Cards.Add(new(Named($"{text} {page + 1}"), shown.DeepClone()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await connector.DisposeAsync();
    }

    private void Keep(string text)
    {
        while (sent.TryDequeue(out var message))
        {
            foreach (var attachment in message["attachments"]?.AsArray() ?? [])
            {
                if (attachment?["content"] is JsonObject card)
                {
                    Cards.Add(new(Named(text), card.DeepClone()));
                    if (string.IsNullOrWhiteSpace((string?)message["summary"]) || string.IsNullOrWhiteSpace((string?)card["speak"]) || string.IsNullOrWhiteSpace((string?)card["fallbackText"]))
                    {
                        Mute.Add(text);
                    }
                }
            }
        }
    }

    private async Task<string> SendAsync(Uri bot, Person person, JsonObject activity)
    {
        activity["id"] = Guid.NewGuid().ToString("N");
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = connector.Urls.First() + "/";
        activity["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.AadObjectId };
        activity["recipient"] = new JsonObject { ["id"] = Cast.BotId, ["name"] = Cast.BotName };
        activity["conversation"] = new JsonObject { ["id"] = person.PersonalChatId, ["conversationType"] = "personal", ["tenantId"] = Cast.TenantId };
        using var answer = await client.PostAsync(bot, new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} to {activity["text"] ?? activity["value"]}");
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"^\| \*\*([^*]+)\*\*[^|]*\| ([^|]*?) \|")]
    private static partial Regex Row();

    [GeneratedRegex("\"draft\":\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex DraftIn();
}
