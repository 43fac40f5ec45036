using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Upcm.Benchmarks.Doors;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Door.Tests;

/// <summary>What gets in with a good token. The numbers are those of the table in the design of the door.</summary>
public sealed class ActivityTests
{
    [Fact]
    public async Task Row_10_a_service_address_that_is_missing_or_not_the_one_in_the_token_is_forbidden()
    {
        await using var bed = await TeamsBed.Whole();
        await Knock.Forbidden(bed, await bed.Post(Knock.With("serviceUrl", null), bed.Token()));
        await Knock.Forbidden(bed, await bed.Post(Knock.With("serviceUrl", "https://smba.trafficmanager.net/uk/"), bed.Token()));
        await Knock.Forbidden(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims.Remove("serviceurl"))));
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://evil.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:secret@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("https://smba.trafficm\u0430nager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("file:///etc/passwd")]
    public async Task Row_11_a_strange_service_address_is_forbidden_even_where_the_token_agrees(string address)
    {
        await using var bed = await TeamsBed.Whole();
        await Knock.Forbidden(bed, await bed.Post(Knock.With("serviceUrl", address), bed.Token(claims => claims["serviceurl"] = address)));
        Assert.Empty(bed.Connector.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AseChannel")]
    [InlineData("emulator")]
    [InlineData("webchat")]
    [InlineData(null)]
    public async Task Row_12_another_channel_is_forbidden(string? channel)
    {
        await using var bed = await TeamsBed.Whole();
        await Knock.Forbidden(bed, await bed.Post(Knock.With("channelId", channel), bed.Token()));
    }

    [Fact]
    public async Task Row_12_a_key_that_is_not_endorsed_for_Teams_is_forbidden()
    {
        await using var bed = await TeamsBed.Whole();
        bed.Authority.Issuer.Endorsements = ["webchat", "msteams2"];
        await Knock.Forbidden(bed, await bed.Post(TeamsBed.Message(), bed.Token()));
    }

    [Fact]
    public async Task Row_12_another_tenant_is_forbidden()
    {
        await using var bed = await TeamsBed.Whole();
        foreach (var tenant in new[] { "20000000-0000-4000-8000-000000000009", "", null })
        {
            var message = TeamsBed.Message();
            message["conversation"]!["tenantId"] = tenant;
            await Knock.Forbidden(bed, await bed.Post(message, bed.Token()));
        }
    }

    [Fact]
    public async Task Row_13_only_posts_are_taken()
    {
        await using var bed = await TeamsBed.Whole();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Head, HttpMethod.Delete })
        {
            using var response = await bed.Send(method, null, $"Bearer {bed.Token()}");
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (response.StatusCode, string.Join(',', response.Content.Headers.Allow)));
        }
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/JSON;charset=\"UTF-8\"", 200)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    public async Task Row_14_only_json_is_read(string contentType, int status)
    {
        await using var bed = await TeamsBed.Whole();
        using var response = await bed.Post(TeamsBed.Message().ToJsonString(), $"Bearer {bed.Token()}", contentType);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Row_15_more_than_256_KB_is_too_much_also_in_chunks()
    {
        await using var bed = await TeamsBed.Whole();
        var body = Encoding.UTF8.GetBytes(TeamsBed.Message(new string('x', 300_000)).ToJsonString());
        using var whole = await bed.Send(HttpMethod.Post, new ByteArrayContent(body), $"Bearer {bed.Token()}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, whole.StatusCode);
        using var chunked = await bed.Send(HttpMethod.Post, new Chunked(body), $"Bearer {bed.Token()}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
        using var allowed = await bed.Post(TeamsBed.Message(new string('x', 200_000)), bed.Token());
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Row_16_broken_json_is_a_bad_request()
    {
        await using var bed = await TeamsBed.Whole();
        var good = TeamsBed.Message().ToJsonString();
        var deep = good[..^1] + ",\"value\":" + string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 71);
        var many = good[..^1] + ",\"value\":{\"verb\":\"x\"," + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"{i}\":1")) + "}}";
        var unknown = good[..^1] + "," + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"{i}\":1")) + "}";
        var empty = good[..^1] + ",\"entities\":[" + string.Join(',', Enumerable.Repeat("{}", 20_000)) + "]}";
        string[] bodies =
        [
            unknown, empty,
            "", "{", "null", "[]", "\"x\"", good[..^1], good + "x", "\0", deep, many,
            good.Replace("hallo", "\\ud800", StringComparison.Ordinal), good.Replace("hallo", "a\\u0000b", StringComparison.Ordinal),
            good.Replace("\"hallo\"", "{}", StringComparison.Ordinal),
        ];
        foreach (var body in bodies)
        {
            using var response = await bed.Post(body, $"Bearer {bed.Token()}");
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode}: {body[..Math.Min(80, body.Length)]}");
        }

        using var wide = await bed.Send(HttpMethod.Post, new ByteArrayContent(Encoding.Unicode.GetBytes(good)), $"Bearer {bed.Token()}");
        Assert.Equal(HttpStatusCode.BadRequest, wide.StatusCode);
        Assert.Empty(bed.Conversation.Taken);
    }

    [Fact]
    public async Task Row_16_what_is_not_known_is_no_reason_to_refuse()
    {
        await using var bed = await TeamsBed.Whole();
        var message = TeamsBed.Message();
        Enumerable.Range(0, 5000).ToList().ForEach(i => message[$"new {i}"] = i);
        using var response = await bed.Post(message, bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(bed.Conversation.Taken);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("conversation")]
    [InlineData("from")]
    public async Task Row_17_what_misses_the_essential_is_a_bad_request(string missing)
    {
        await using var bed = await TeamsBed.Whole();
        var message = TeamsBed.Message();
        message.Remove(missing);
        using var response = await bed.Post(message, bed.Token());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Row_17_an_invoke_without_a_name_is_a_bad_request()
    {
        await using var bed = await TeamsBed.Whole();
        using var response = await bed.Post(Knock.With("type", "invoke"), bed.Token());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("nobodyKnows")]
    public async Task Row_18_an_unknown_type_is_ignored(string type)
    {
        await using var bed = await TeamsBed.Whole();
        using var response = await bed.Post(Knock.With("type", type), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bed.Conversation.Taken);
    }

    [Fact]
    public async Task Row_21_odd_names_in_a_value_are_plain_data()
    {
        await using var bed = await TeamsBed.Whole();
        var message = TeamsBed.Message();
        message["value"] = new JsonObject { ["verb"] = "x", ["_type"] = "System.Object", ["$where"] = "1", ["__proto__"] = "p", ["nested"] = new JsonObject() };
        using var response = await bed.Post(message, bed.Token());
        var pressed = Assert.IsType<Pressed>(Assert.Single(bed.Conversation.Taken).What);
        Assert.Equal(["$where", "__proto__", "_type"], pressed.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(pressed.Press.Data);
    }

    private sealed class Chunked(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < body.Length; i += 8192)
            {
                await stream.WriteAsync(body.AsMemory(i, Math.Min(8192, body.Length - i)));
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
