using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Upcm.Bot.EndToEnd;

/// <summary>
/// Several people in one Teams. Playgrounds know nothing of each other: this stands between them and the bot, so that there
/// is one serviceUrl as in Teams, what the bot posts or updates in a channel is seen by everyone, and a bot that opens a
/// personal chat with someone reaches that someone's window. What a person says in a channel or group is shown to the
/// others as a message of the bot that begins with that person's name, for want of a better way in.
/// </summary>
internal sealed class SharedTeams : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient bot = new();
    private readonly List<Seat> seats = [];
    private readonly SharedConnector connector;
    private readonly Uri endpoint;
    private long lastId = 1_700_000_000_000;

    private SharedTeams(WebApplication app, Uri endpoint)
    {
        this.app = app;
        this.endpoint = endpoint;
        connector = new SharedConnector(seats, NextId);
        app.MapPost("/from/{person}/api/messages", FromPersonAsync);
        app.MapFallback("/v3/{**path}", connector.FromBotAsync);
        // The playground asks whether its bot is there before it shows a window.
        app.MapMethods("/from/{person}/api/messages", [HttpMethods.Head], () => Results.Ok());
    }

    public Uri ServiceUrl => new(app.Urls.First());

    public static async Task<SharedTeams> StartAsync(Uri bot, params Person[] people)
    {
        await ClientTools.RequireAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        var teams = new SharedTeams(web, bot);
        await web.StartAsync();
        try
        {
            foreach (var person in people)
            {
                var own = new Uri(teams.ServiceUrl, $"from/{person.Key}/api/messages");
                teams.seats.Add(new Seat(await Playground.StartAsync(person, own, teams.ServiceUrl)));
            }
        }
        catch
        {
            await teams.DisposeAsync();
            throw;
        }

        return teams;
    }

    public Playground Of(Person person) => seats.Single(seat => seat.Person == person).Playground;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(seats.Select(seat => seat.DisposeAsync().AsTask()));
        await app.DisposeAsync();
        bot.Dispose();
    }

    private string NextId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    private async Task<IResult> FromPersonAsync(string person, HttpRequest request)
    {
        var seat = seats.Single(one => one.Person.Key == person);
        var activity = (await JsonNode.ParseAsync(request.Body))!;
        var conversation = activity["conversation"]!;
        if ((string?)conversation["conversationType"] is "channel" or "groupChat")
        {
            if ((string?)activity["type"] == "message" && (string?)activity["text"] is { } text)
            {
                await ShowToOthersAsync(seat, (string)conversation["id"]!, text);
            }

            conversation["id"] = seat.SharedConversation((string)conversation["id"]!);
            if ((string?)activity["replyToId"] is { } replyTo)
            {
                activity["replyToId"] = seat.Shared(replyTo);
            }
        }

        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await bot.PostAsync(endpoint, content);
        var body = await answer.Content.ReadAsStringAsync();
        return Results.Text(body, answer.Content.Headers.ContentType?.ToString(), statusCode: (int)answer.StatusCode);
    }

    private async Task ShowToOthersAsync(Seat speaker, string conversation, string text)
    {
        if (Seat.ThreadOf(conversation) is { } post && !speaker.Knows(post))
        {
            speaker.Know(post, NextId());
        }

        var shared = speaker.SharedConversation(conversation);
        var message = new JsonObject
        {
            ["type"] = "message",
            ["text"] = $"**{speaker.Person.Name}:** {text.Replace("<at>", "@", StringComparison.Ordinal).Replace("</at>", "", StringComparison.Ordinal)}",
        };
        foreach (var other in seats.Where(one => one != speaker))
        {
            if (Seat.ThreadOf(shared) is { } thread && other.Local(thread) == thread)
            {
                var (_, id) = await other.PostAsync(shared.Split(';')[0], message);
                other.Know(id!, thread);
            }
            else
            {
                await other.PostAsync(other.LocalConversation(shared), message);
            }
        }
    }
}
