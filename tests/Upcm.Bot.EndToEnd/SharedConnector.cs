using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Upcm.Bot.EndToEnd;

/// <summary>The connector that a bot in <see cref="SharedTeams"/> answers to: finds the windows that must show it.</summary>
internal sealed class SharedConnector(IReadOnlyList<Seat> seats, Func<string> nextId)
{
    public async Task<IResult> FromBotAsync(HttpRequest request)
    {
        var body = request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0
            ? await JsonNode.ParseAsync(request.Body)
            : null;
        // All is unescaped by now, except the slashes within an id.
        var path = request.Path.Value!.Trim('/').Split('/')
            .Select(part => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)).ToArray();
        return (request.Method, path) switch
        {
            ("POST", ["v3", "conversations"]) => await OpenAsync(body!),
            ("POST" or "PUT", ["v3", "conversations", var conversation, "activities", .. var activity]) =>
                await SendAsync(request.Method, conversation, activity.FirstOrDefault(), body!),
            ("GET", ["v3", "conversations", var conversation, "members", var member]) =>
                await ReadAsync(conversation, $"v3/conversations/{Uri.EscapeDataString(conversation)}/members/{TeamsId(member)}"),
            (var method, ["v3", _, var conversation, ..]) => await ReadAsync(conversation,
                string.Join('/', path.Select(Uri.EscapeDataString)) + request.QueryString, method),
            _ => Results.NotFound(),
        };
    }

    private async Task<IResult> OpenAsync(JsonNode asked)
    {
        if ((string?)asked["channelData"]?["channel"]?["id"] is { } channel)
        {
            var id = await ToAllAsync(seat => seat.PostAsync(channel, asked["activity"]!));
            return Results.Json(new { id = $"{channel};messageid={id.Shared}", activityId = id.Shared }, statusCode: 201);
        }

        var member = TeamsId((string)asked["members"]![0]!["id"]!);
        var person = Cast.Everyone.FirstOrDefault(one => one.Id == member);
        return person is null
            ? Results.Json(new { error = new { code = "BadSyntax", message = $"There is nobody with id {member}." } }, statusCode: 400)
            : Results.Json(new { id = person.PersonalChatId }, statusCode: 201);
    }

    private async Task<IResult> SendAsync(string method, string conversation, string? activity, JsonNode message)
    {
        string PathIn(Seat seat) =>
            $"v3/conversations/{Uri.EscapeDataString(seat.LocalConversation(conversation))}/activities"
            + (activity is null ? "" : $"/{Uri.EscapeDataString(seat.Local(activity))}");
        if (PersonOf(conversation) is { } person)
        {
            // Someone who is not looking gets it all the same; nobody sees it here.
            return seats.FirstOrDefault(seat => seat.Person == person) is { } own
                ? Result(await own.AskAsync(method, PathIn(own), message))
                : Results.Json(new { id = activity ?? nextId() }, statusCode: 201);
        }

        if (method == "PUT")
        {
            var answers = await Task.WhenAll(seats.Select(seat => seat.AskAsync(method, PathIn(seat), message)));
            return answers[0].Status >= 300 ? Result(answers[0]) : Results.Json(new { id = activity });
        }

        var (status, shared) = await ToAllAsync(async seat =>
        {
            var (code, answer) = await seat.AskAsync(method, PathIn(seat), message);
            return (code, (string?)answer?["id"]);
        });
        return shared is null ? Results.StatusCode(status) : Results.Json(new { id = shared }, statusCode: status);
    }

    private async Task<IResult> ReadAsync(string conversation, string path, string method = "GET")
    {
        var seat = PersonOf(conversation) is { } person
            ? seats.FirstOrDefault(one => one.Person == person)
            : seats[0];
        return seat is null ? Results.NotFound() : Result(await seat.AskAsync(method, path, body: null));
    }

    /// <summary>Posts in every window; the message gets one id that the bot knows it by, in whichever window it is used.</summary>
    private async Task<(int Status, string? Shared)> ToAllAsync(Func<Seat, Task<(int Status, string? Id)>> post)
    {
        var shared = nextId();
        var answers = await Task.WhenAll(seats.Select(async seat => (Seat: seat, Answer: await post(seat))));
        foreach (var (seat, (_, id)) in answers)
        {
            if (id is not null)
            {
                seat.Know(id, shared);
            }
        }

        var (status, first) = answers[0].Answer;
        return (status, first is null ? null : shared);
    }

    private static IResult Result((int Status, JsonNode? Answer) from) =>
        from.Answer is null ? Results.StatusCode(from.Status) : Results.Json(from.Answer, statusCode: from.Status);

    private static Person? PersonOf(string conversation) =>
        Cast.Everyone.FirstOrDefault(one => one.PersonalChatId == conversation);

    /// <summary>Teams takes a person's Entra ID where it takes the id for this bot; a playground does not.</summary>
    private static string TeamsId(string id) =>
        Cast.Everyone.FirstOrDefault(one => one.AadObjectId == id)?.Id ?? id;
}
