using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Door.Tests;

/// <summary>What the bot could not say at once.</summary>
public sealed class UnsaidAnswerTests
{
    private const string Thread = "/emea/v3/conversations/19%3Akbo%40thread.tacv2%3Bmessageid%3D17/activities";

    [Fact]
    public async Task What_the_platform_would_not_take_arrives_later_in_its_order_and_in_its_thread()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => new(new Answer([new Say("een"), new Show(new Card("twee"))]));
        bed.Connector.Answers = _ => TooMany(30);
        var message = TeamsBed.Message("toon 26-001");
        message["conversation"] = new JsonObject { ["id"] = "19:kbo@thread.tacv2;messageid=17", ["conversationType"] = "channel", ["tenantId"] = TeamsBed.Tenant };
        using var response = await bed.Post(message, bed.Token());
        Assert.Equal([$"POST {Thread}"], Calls(bed));

        bed.Connector.Answers = null;
        await SendDue(bed);
        Assert.Empty(bed.Connector.Calls);
        bed.Time.Advance(TimeSpan.FromSeconds(31));
        await SendDue(bed);
        Assert.Equal(["Op \"toon 26-001\"", "twee"], bed.Connector.Calls.Select(call => (string?)call.Body!["summary"]));
        Assert.Equal([$"POST {Thread}", $"POST {Thread}"], Calls(bed));
        await SendDue(bed);
        Assert.Empty(bed.Connector.Calls);
    }

    [Fact]
    public async Task While_the_platform_wants_silence_nothing_is_said_and_all_comes_after_it()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = arrival => new(new Answer([new Show(new Card(((Said)arrival.What).Text))]));
        bed.Connector.Answers = _ => TooMany(600);
        using var first = await bed.Post(TeamsBed.Message("een"), bed.Token());
        bed.Connector.Answers = null;
        bed.Connector.Calls.Clear();
        bed.Time.Advance(TimeSpan.FromMinutes(9));
        using var second = await bed.Post(TeamsBed.Message("twee"), bed.Token());
        await SendDue(bed);
        Assert.Empty(bed.Connector.Calls);
        bed.Time.Advance(TimeSpan.FromSeconds(61));
        await SendDue(bed);
        Assert.Equal(["een", "twee"], bed.Connector.Calls.Select(call => (string?)call.Body!["summary"]));
        bed.Connector.Calls.Clear();
        using var third = await bed.Post(TeamsBed.Message("drie"), bed.Token());
        Assert.Equal(["drie"], bed.Connector.Calls.Select(call => (string?)call.Body!["summary"]));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_have_arrived_is_not_said_twice_and_stays_in_sight(int status)
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => new(new Answer([new Say("een")]));
        bed.Connector.Answers = _ => FakeConnector.Json("{}", (HttpStatusCode)status);
        using var response = await bed.Post(TeamsBed.Message(), bed.Token());
        bed.Connector.Calls.Clear();
        bed.Connector.Answers = null;
        bed.Time.Advance(TimeSpan.FromHours(1));
        await SendDue(bed);
        Assert.Empty(bed.Connector.Calls);
        var held = await Store(bed).Find(Kinds.Posts, new WorkspaceId(TeamsBed.Tenant), $"stuck={PostState.Unknown}", 10, null, descending: false, CancellationToken.None);
        Assert.Equal(("answer", $"{status}"), (Assert.Single(held).Document.Kind, held[0].Document.Cause));
    }

    [Fact]
    public async Task A_card_that_could_not_be_updated_is_updated_later()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Conversation.Answers = _ => new(new Answer([new Replace(new Card("klaar"))]));
        bed.Connector.Answers = _ => FakeConnector.Json("{}", HttpStatusCode.BadGateway);
        var submit = TeamsBed.Message();
        submit.Remove("text");
        submit["replyToId"] = "1795";
        submit["value"] = JsonNode.Parse("""{"verb":"form.submit","_press":{"draft":"d1"}}""");
        using var response = await bed.Post(submit, bed.Token());
        bed.Connector.Calls.Clear();
        bed.Connector.Answers = null;
        await SendDue(bed);
        Assert.Equal(["PUT /emea/v3/conversations/a%3Apersonal-sanne/activities/1795"], Calls(bed));
    }

    private static HttpResponseMessage TooMany(int seconds)
    {
        var response = FakeConnector.Json("{}", HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    }

    private static List<string> Calls(TeamsBed bed)
    {
        var lines = bed.Connector.Lines.ToList();
        bed.Connector.Calls.Clear();
        return lines;
    }

    private static IStore Store(TeamsBed bed) => bed.Services.GetRequiredService<IStore>();

    private static async Task SendDue(TeamsBed bed)
    {
        using var dispatcher = new Dispatcher(
            Store(bed), new Courier(Store(bed), bed.Services.GetServices<IChannel>(), [], bed.Time, NullLogger<Courier>.Instance), new Bell(), bed.Time, NullLogger<Dispatcher>.Instance);
        await dispatcher.SendDue(CancellationToken.None);
    }
}
