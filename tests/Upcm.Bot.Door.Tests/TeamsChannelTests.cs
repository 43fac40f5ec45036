using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Upcm.Benchmarks.Doors;
using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Door.Tests;

public sealed class TeamsChannelTests
{
    private static readonly string Address =
        new TeamsAddress(Issuer.ServiceUrl, "a:personal-sanne", "28:bot", "UPCM bot", TeamsBed.Tenant, null).ToJson();

    private static readonly Sender Jan = new(new PersonId("10000000-0000-4000-8000-000000000001"), "29:jan", "Jan");

    [Fact]
    public async Task A_message_is_sent_and_told_by_its_id()
    {
        await using var bed = await TeamsBed.Guarded();
        Assert.Equal(new Sent("m1"), await Send(bed, Message()));
        Assert.Equal(["POST /emea/v3/conversations/a%3Apersonal-sanne/activities"], bed.Connector.Lines);
    }

    [Fact]
    public async Task A_message_that_replaces_another_is_an_update()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = _ => new HttpResponseMessage(HttpStatusCode.OK);
        Assert.Equal(new Sent("17"), await Send(bed, Message() with { Replaces = "17" }));
        Assert.Equal(["PUT /emea/v3/conversations/a%3Apersonal-sanne/activities/17"], bed.Connector.Lines);
    }

    [Fact]
    public async Task A_person_without_a_conversation_gets_one()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = call => FakeConnector.Json(call.Address.AbsolutePath.EndsWith("/v3/conversations", StringComparison.Ordinal)
            ? """{"id":"a:jan"}"""
            : """{"id":"m1"}""");
        var opened = Assert.IsType<Opened>(await Channel(bed).Open(Jan, Address, TestContext.Current.CancellationToken));
        Assert.Equal(("a:jan", PlaceKind.Personal), (opened.Place.Id, opened.Place.Kind));
        Assert.Equal("m1", Assert.IsType<Sent>(await Send(bed, new Outgoing(opened.Place.Address, new Card("x"), "nl", null))).MessageId);
        Assert.Equal(["POST /emea/v3/conversations", "POST /emea/v3/conversations/a%3Ajan/activities"], bed.Connector.Lines);
        Assert.Equal("29:jan", (string?)bed.Connector.Calls.First().Body!["members"]![0]!["id"]);
        Assert.Equal("a:jan", TeamsAddress.Parse(opened.Place.Address)!.Conversation);
    }

    [Theory]
    [InlineData(429, "NotYet")]
    [InlineData(412, "NotYet")]
    [InlineData(401, "Credentials")]
    [InlineData(403, "Refused")]
    [InlineData(404, "Refused Gone")]
    [InlineData(400, "Refused")]
    [InlineData(413, "Refused")]
    [InlineData(302, "Refused")]
    [InlineData(408, "Unknown")]
    [InlineData(500, "Unknown")]
    [InlineData(502, "Unknown")]
    [InlineData(503, "Unknown")]
    [InlineData(504, "Unknown")]
    public async Task A_status_tells_what_became_of_a_message(int status, string outcome)
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = _ => FakeConnector.Json("""{"error":{"code":"SomeCode","message":"x"}}""", (HttpStatusCode)status);
        var delivery = await Send(bed, Message());
        Assert.Equal(outcome, Outcome(delivery));
        Assert.Contains($"{status} SomeCode", delivery.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"ConversationBlockedByUser"}}""", "Refused Blocked")]
    [InlineData("""{"error":{"code":"BotNotInConversationRoster"}}""", "Refused Blocked")]
    [InlineData("""{"error":{"code":"BotDisabledByAdmin"}}""", "Refused Blocked")]
    [InlineData("""{"error":{"code":"messageWritesBlocked"}}""", "Refused Blocked")]
    [InlineData("""{"error":{"code":"Forbidden","subCode":"MessageWritesBlocked"}}""", "Refused Blocked")]
    [InlineData("""{"subCode":"MessageWritesBlocked"}""", "Refused Blocked")]
    [InlineData("""{"error":{"code":"NotEnoughPermissions"}}""", "Refused")]
    [InlineData("""{"error":{"code":"Unauthorized"}}""", "Credentials")]
    [InlineData("""{"error":{"code":"Forbidden"}}""", "Credentials")]
    [InlineData("""{"error":{"code":"BotNotRegistered"}}""", "Credentials")]
    [InlineData("""{"error":{"code":"InvalidBotApiHost"}}""", "Credentials")]
    [InlineData("""{"error":{"code":""}}""", "Credentials")]
    [InlineData("""{"message":"Authorization has been denied for this request."}""", "Credentials")]
    [InlineData("<html>Forbidden by the proxy</html>", "Credentials")]
    [InlineData("", "Credentials")]
    public async Task A_403_tells_a_recipient_who_does_not_want_the_bot_from_a_bot_that_is_not_wanted(string body, string outcome)
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = _ => FakeConnector.Json(body, HttpStatusCode.Forbidden);
        Assert.Equal(outcome, Outcome(await Send(bed, Message())));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(408)]
    public async Task An_update_may_be_repeated_whatever_happened(int status)
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = _ => FakeConnector.Json("not json", (HttpStatusCode)status);
        Assert.IsType<NotYet>(await Send(bed, Message() with { Replaces = "17" }));
    }

    [Fact]
    public async Task The_platforms_wait_is_told_in_full()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = _ =>
        {
            var response = FakeConnector.Json("{}", HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(777));
            return response;
        };
        Assert.Equal(TimeSpan.FromSeconds(777), Assert.IsType<NotYet>(await Send(bed, Message())).After);
        bed.Connector.Answers = _ =>
        {
            var response = FakeConnector.Json("{}", HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(bed.Time.GetUtcNow().AddMinutes(3));
            return response;
        };
        Assert.Equal(TimeSpan.FromMinutes(3), Assert.IsType<NotYet>(await Send(bed, Message())).After);
        bed.Connector.Answers = _ =>
        {
            var response = FakeConnector.Json("{}", HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(4));
            return response;
        };
        Assert.Equal(TimeSpan.FromMinutes(4), Assert.IsType<Unknown>(await Send(bed, Message())).After);
        Assert.Equal(TimeSpan.FromMinutes(4), Assert.IsType<NotYet>(await Send(bed, Message() with { Replaces = "17" })).After);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "NotYet")]
    [InlineData(HttpRequestError.NameResolutionError, "NotYet")]
    [InlineData(HttpRequestError.SecureConnectionError, "NotYet")]
    [InlineData(HttpRequestError.ResponseEnded, "Unknown")]
    [InlineData(HttpRequestError.Unknown, "Unknown")]
    public async Task A_failure_before_the_request_left_is_told_from_one_after(HttpRequestError error, string outcome)
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = _ => throw new HttpRequestException(error, "x");
        Assert.Equal(outcome, Outcome(await Send(bed, Message())));
    }

    [Fact]
    public async Task No_connection_in_time_is_not_yet_and_no_answer_in_time_is_unknown()
    {
        using var connecting = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = async (_, cancel) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
                return Stream.Null;
            },
        };
        Assert.Equal("NotYet", Outcome(await new Connector(new Clients(connecting), new FakeTimeProvider())
            .Post(TeamsAddress.Parse(Address)!, "{}"u8.ToArray(), TestContext.Current.CancellationToken)));

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var silent = new SocketsHttpHandler();
        var here = TeamsAddress.Parse(Address)! with { ServiceUrl = $"http://{listener.LocalEndpoint}" };
        Assert.Equal("Unknown", Outcome(await new Connector(new Clients(silent), new FakeTimeProvider())
            .Post(here, "{}"u8.ToArray(), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = call => FakeConnector.Json("""{"id":"m1"}""", call.Authorization == "Bearer fresh" ? HttpStatusCode.Created : HttpStatusCode.Unauthorized);
        Assert.IsType<Sent>(await Send(bed, Message()));
        bed.Connector.Answers = _ => FakeConnector.Json("{}", HttpStatusCode.Unauthorized);
        Assert.IsType<NotYet>(await Send(bed, Message()));
        Assert.Equal(["Bearer cached", "Bearer fresh", "Bearer cached", "Bearer fresh"], bed.Connector.Calls.Select(call => call.Authorization));
    }

    [Theory]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("http://localhost:5000/")]
    [InlineData("nowhere")]
    public async Task The_token_never_goes_to_another_host(string serviceUrl)
    {
        await using var bed = await TeamsBed.Guarded();
        var address = (TeamsAddress.Parse(Address)! with { ServiceUrl = serviceUrl }).ToJson();
        Assert.IsType<Refused>(await Send(bed, Message() with { Address = address }));
        Assert.Empty(bed.Connector.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("C012345")]
    [InlineData("{}")]
    public async Task Without_an_address_of_Teams_nothing_is_sent(string address)
    {
        await using var bed = await TeamsBed.Guarded();
        Assert.IsType<Refused>(await Send(bed, Message() with { Address = address }));
        Assert.Empty(bed.Connector.Calls);
    }

    [Fact]
    public async Task Members_are_read_page_by_page_without_the_bot()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Connector.Answers = call => FakeConnector.Json(call.Address.Query.Contains("continuationToken=t%201", StringComparison.Ordinal)
            ? """{"members":[{"id":"29:b","name":"B"}]}"""
            : """{"members":[{"id":"29:a","name":"A","aadObjectId":"aad-a"},{"id":"28:bot"}],"continuationToken":"t 1"}""");
        var members = await bed.Services.GetRequiredService<TeamsChannel>().Members(Address, TestContext.Current.CancellationToken);
        Assert.Equal([("aad-a", "29:a"), ("29:b", "29:b")], members.Select(member => (member.Id.Value, member.ChannelId)));
    }

    private static ValueTask<Delivery> Send(TeamsBed bed, Outgoing message) => Channel(bed).Send(message, TestContext.Current.CancellationToken);

    private static IChannel Channel(TeamsBed bed) => bed.Services.GetServices<IChannel>().Single(channel => channel.Name == "msteams");

    private static Outgoing Message() => new(Address, new Card("bericht"), "nl", null);

    private static string Outcome(Delivery delivery) => delivery switch
    {
        Refused { Blocked: true } => "Refused Blocked",
        Refused { Gone: true } => "Refused Gone",
        NotYet { Credentials: true } => "Credentials",
        _ => delivery.GetType().Name,
    };

    private sealed class Clients(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(1) };
    }
}
