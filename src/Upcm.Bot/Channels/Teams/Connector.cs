using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Identity.Client;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Channels.Teams;

/// <summary>The connector's REST interface: each call once, and what became of it.</summary>
internal sealed class Connector(IHttpClientFactory http, TimeProvider time)
{
    public const string Client = "connector";

    private const int MembersPerPage = 500;

    /// <summary>
    /// What a 403 says where the recipient, or an administrator for them, does not want the bot.
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis
    /// </summary>
    private static readonly string[] Unwanted = ["ConversationBlockedByUser", "BotNotInConversationRoster", "BotDisabledByAdmin", "MessageWritesBlocked"];

    /// <summary>What a 403 says where the bot itself is not wanted, at this address or at all; one without a code comes from something before the connector.</summary>
    private static readonly string?[] NotTheBot = [null, "", "Forbidden", "Unauthorized", "BotNotRegistered", "InvalidBotApiHost"];

    public ValueTask<Delivery> Post(TeamsAddress to, ReadOnlyMemory<byte> activity, CancellationToken cancel) =>
        Deliver(HttpMethod.Post, $"{Conversation(to)}/activities", activity, cancel);

    /// <summary>May be repeated freely: the message becomes the same again.</summary>
    public async ValueTask<Delivery> Put(TeamsAddress to, string message, ReadOnlyMemory<byte> activity, CancellationToken cancel)
    {
        var delivery = await Deliver(HttpMethod.Put, $"{Conversation(to)}/activities/{Uri.EscapeDataString(message)}", activity, cancel);
        return delivery switch
        {
            Unknown unknown => new NotYet(unknown.Cause, unknown.After),
            Sent { MessageId: null } => new Sent(message),
            _ => delivery,
        };
    }

    /// <summary>Opens the conversation with one person; the message id of <see cref="Sent"/> is that of the conversation.</summary>
    public async ValueTask<Delivery> OpenPersonal(TeamsAddress via, string person, CancellationToken cancel)
    {
        var delivery = await Deliver(HttpMethod.Post, $"{Root(via)}/v3/conversations", ConnectorMessage.Personal(via, person), cancel);
        // Opening twice gives the same conversation: not knowing whether it was opened does no harm.
        return delivery is Unknown unknown ? new NotYet(unknown.Cause, unknown.After) : delivery;
    }

    public async ValueTask<IReadOnlyList<Sender>> Members(TeamsAddress of, CancellationToken cancel)
    {
        var members = new List<Sender>();
        var start = $"{Root(of)}/v3/conversations/{Uri.EscapeDataString(TeamsAddress.Root(of.Conversation))}/pagedmembers?pageSize={MembersPerPage}";
        string? next = null;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next is null ? start : $"{start}&continuationToken={Uri.EscapeDataString(next)}");
            using var response = await http.CreateClient(Client).SendAsync(request, cancel);
            response.EnsureSuccessStatusCode();
            var page = await Read(response, ActivityJson.Default.PagedMembers, cancel);
            foreach (var member in page?.Members ?? [])
            {
                if (member?.Id is { Length: > 0 } id && id != of.Bot)
                {
                    members.Add(ActivityReader.Person(member));
                }
            }

            next = page?.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));

        return members;
    }

    /// <summary>One member of a conversation by the id that the channel uses; null where that cannot be told, whatever the reason.</summary>
    public async ValueTask<Sender?> Member(TeamsAddress of, string id, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get, $"{Root(of)}/v3/conversations/{Uri.EscapeDataString(TeamsAddress.Root(of.Conversation))}/members/{Uri.EscapeDataString(id)}");
            using var response = await http.CreateClient(Client).SendAsync(request, cancel);
            return response.IsSuccessStatusCode && await Read(response, ActivityJson.Default.ChannelAccount, cancel) is { Id.Length: > 0 } member
                ? ActivityReader.Person(member)
                : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException or MsalException or HostNotAllowedException)
        {
            return null;
        }
    }

    private static string Root(TeamsAddress address) => address.ServiceUrl.TrimEnd('/');

    private static string Conversation(TeamsAddress address) => $"{Root(address)}/v3/conversations/{Uri.EscapeDataString(address.Conversation)}";

    private async ValueTask<Delivery> Deliver(HttpMethod method, string address, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var request = new HttpRequestMessage(method, address) { Content = content };
            using var response = await http.CreateClient(Client).SendAsync(request, cancel);
            return response.IsSuccessStatusCode ? new Sent(await Id(response, cancel)) : await Failed(response, cancel);
        }
        catch (HostNotAllowedException problem)
        {
            return new Refused(problem.Message);
        }
        catch (MsalException problem)
        {
            // A login that cannot be reached is one thing, one that does not take what the bot shows another.
            return new NotYet($"no token: {problem.ErrorCode}", Credentials: problem is not MsalServiceException { StatusCode: 0 or 408 or 429 or >= 500 });
        }
        catch (HttpRequestException problem) when (problem.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new NotYet($"no connection: {problem.HttpRequestError}");
        }
        catch (HttpRequestException problem)
        {
            return new Unknown($"connection lost: {problem.HttpRequestError}");
        }
        catch (OperationCanceledException problem) when (problem.InnerException is TimeoutException { InnerException: null })
        {
            // The handler's own time to connect ran out; the client's, for the whole call, holds what it cut short.
            return new NotYet("no connection in time");
        }
        catch (OperationCanceledException)
        {
            return new Unknown(cancel.IsCancellationRequested ? "stopped while sending" : "no answer in time");
        }
    }

    private async ValueTask<Delivery> Failed(HttpResponseMessage response, CancellationToken cancel)
    {
        var answer = await Read(response, ActivityJson.Default.ErrorResponse, cancel);
        var code = answer?.SubCode ?? answer?.Error?.SubCode ?? answer?.Error?.Code;
        var cause = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} {code}").TrimEnd();
        return (int)response.StatusCode switch
        {
            429 or 412 => new NotYet(cause, After(response)),
            401 => new NotYet(cause, Credentials: true),
            403 when Unwanted.Contains(code, StringComparer.OrdinalIgnoreCase) => new Refused(cause, Blocked: true),
            403 when NotTheBot.Contains(code, StringComparer.OrdinalIgnoreCase) => new NotYet(cause, Credentials: true),
            404 => new Refused(cause, Gone: true),
            413 => new Refused(cause, TooLarge: true),
            408 or >= 500 => new Unknown(cause, After(response)),
            _ => new Refused(cause),
        };
    }

    private TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } when until > time.GetUtcNow() => until - time.GetUtcNow(),
        _ => null,
    };

    private static async ValueTask<string?> Id(HttpResponseMessage response, CancellationToken cancel) =>
        (await Read(response, ActivityJson.Default.ResourceResponse, cancel))?.Id;

    /// <summary>Null where the body is not what it should be: the status has already told what matters.</summary>
    private static async ValueTask<T?> Read<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancel);
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
