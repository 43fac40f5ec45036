using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Upcm.Bot.Tests.Channels.Teams;

/// <summary>Who gets in, and what bad input gets. The numbers are those of the table in the design of the door.</summary>
public sealed class DoorTests
{
    private const HttpStatusCode TooLarge = HttpStatusCode.RequestEntityTooLarge;

    [Fact]
    public async Task A_good_token_with_a_good_message_gets_in()
    {
        await using var bed = await TeamsBed.Guarded();
        using var response = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(bed.Conversation.Taken);
    }

    [Fact]
    public async Task Row_1_without_one_bearer_token_nobody_gets_in()
    {
        await using var bed = await TeamsBed.Guarded();
        var body = TeamsBed.Message().ToJsonString();
        var token = bed.Token();
        foreach (var authorization in new[] { null, "", "Basic YTpi", "Bearer", "Bearer ", $"Bearer  {token}", $"Bearer {token}, Bearer {token}", token })
        {
            await Refused(bed, await bed.Post(body, authorization));
        }

        Assert.Equal(0, bed.Authority.Reads);
    }

    [Fact]
    public async Task Row_1_two_authorization_headers_are_refused()
    {
        await using var bed = await TeamsBed.Guarded();
        var token = bed.Token();
        var answer = await Raw(bed, $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nAuthorization: Bearer {token}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS384")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task Row_2_only_RS256_is_a_signature(string algorithm)
    {
        await using var bed = await TeamsBed.Guarded();
        var header = FakeAuthority.Header();
        header["alg"] = algorithm;
        var text = $"{FakeAuthority.Encode(header.ToJsonString())}.{FakeAuthority.Encode(FakeAuthority.Claims(bed.Time.GetUtcNow()).ToJsonString())}";
        var bytes = Encoding.ASCII.GetBytes(text);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = algorithm switch
        {
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(bed.Authority.Key.ExportRSAPublicKeyPem()), bytes),
            "RS384" => bed.Authority.Key.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "PS256" => bed.Authority.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "ES256" => ec.SignData(bytes, HashAlgorithmName.SHA256),
            _ => [],
        };
        await Refused(bed, await bed.Post(TeamsBed.Message(), $"{text}.{Base64UrlEncoder.Encode(signature)}"));
    }

    [Fact]
    public async Task Row_2_an_empty_signature_is_refused()
    {
        await using var bed = await TeamsBed.Guarded();
        var token = bed.Token();
        await Refused(bed, await bed.Post(TeamsBed.Message(), token[..(token.LastIndexOf('.') + 1)]));
    }

    [Fact]
    public async Task Row_3_a_changed_payload_or_another_key_is_refused()
    {
        await using var bed = await TeamsBed.Guarded();
        var now = bed.Time.GetUtcNow();
        var parts = bed.Token().Split('.');
        var changed = FakeAuthority.Claims(now);
        changed["serviceurl"] = "https://smba.trafficmanager.net/uk/";
        await Refused(bed, await bed.Post(TeamsBed.Message(), $"{parts[0]}.{FakeAuthority.Encode(changed.ToJsonString())}.{parts[2]}"));
        using var attacker = RSA.Create(2048);
        await Refused(bed, await bed.Post(TeamsBed.Message(),
            bed.Authority.Sign(FakeAuthority.Header().ToJsonString(), FakeAuthority.Claims(now).ToJsonString(), attacker)));
        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header.Remove("kid"))));
        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = "")));
    }

    [Fact]
    public async Task Row_4_unknown_keys_cost_one_fetch_per_five_minutes()
    {
        await using var bed = await TeamsBed.Guarded();
        using var first = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(1, bed.Authority.Reads);
        bed.Time.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 200; i++)
        {
            await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = $"unknown{i}")), taken: 1);
        }

        Assert.Equal(2, bed.Authority.Reads);
    }

    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("jwk")]
    [InlineData("crit")]
    public async Task Row_5_a_header_that_brings_its_own_rules_is_refused_without_a_call(string name)
    {
        await using var bed = await TeamsBed.Guarded();
        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header[name] = "https://evil.example/keys")));
        Assert.Equal(0, bed.Authority.Reads);
    }

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://API.botframework.com")]
    [InlineData("https://sts.windows.net/20000000-0000-4000-8000-000000000009/")]
    [InlineData("https://login.microsoftonline.com/../evil/v2.0")]
    public async Task Row_6_another_issuer_is_refused_without_a_call(string issuer)
    {
        await using var bed = await TeamsBed.Guarded();
        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims["iss"] = issuer)));
        Assert.Equal(0, bed.Authority.Reads);
    }

    [Fact]
    public async Task Row_7_a_token_for_somebody_else_is_refused()
    {
        await using var bed = await TeamsBed.Guarded();
        JsonNode?[] audiences =
            [null, "https://api.botframework.com", "30000000-0000-4000-8000-000000000002", FakeAuthority.AppId + "/", new JsonArray(FakeAuthority.AppId)];
        foreach (var audience in audiences)
        {
            await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims["aud"] = audience)));
        }

        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims.Remove("aud"))));
    }

    [Theory]
    [InlineData("exp", "-301")]
    [InlineData("nbf", "301")]
    [InlineData("exp", "315360000")]
    [InlineData("exp", "86401")]
    public async Task Row_8_times_beyond_five_minutes_or_a_day_are_refused(string claim, string seconds)
    {
        await using var bed = await TeamsBed.Guarded();
        var moment = bed.Time.GetUtcNow().ToUnixTimeSeconds() + long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture);
        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims[claim] = moment)));
    }

    [Theory]
    [InlineData("exp", -290)]
    [InlineData("nbf", 290)]
    public async Task Row_8_clocks_may_differ_by_five_minutes(string claim, int seconds)
    {
        await using var bed = await TeamsBed.Guarded();
        using var response = await bed.Post(TeamsBed.Message(), bed.Token(claims => claims[claim] = bed.Time.GetUtcNow().ToUnixTimeSeconds() + seconds));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("\"exp\":1e30")]
    [InlineData("\"exp\":\"1772445600\"")]
    [InlineData("\"exp\":null")]
    [InlineData("\"exp\":-1")]
    [InlineData("\"exp\":99999999999999999999999")]
    [InlineData("\"x\":1")]
    [InlineData("\"exp\":1772445600,\"exp\":1772445600")]
    [InlineData("\"exp\":1772445600,\"iss\":\"https://api.botframework.com\"")]
    public async Task Row_8_odd_missing_and_double_claims_are_refused(string expiry)
    {
        await using var bed = await TeamsBed.Guarded();
        var payload = $$"""{"iss":"{{FakeAuthority.Issuer}}","aud":"{{FakeAuthority.AppId}}","serviceurl":"{{FakeAuthority.ServiceUrl}}",{{expiry}}}""";
        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Authority.Sign(FakeAuthority.Header().ToJsonString(), payload)));
    }

    [Fact]
    public async Task Row_8_the_same_payload_with_one_good_expiry_gets_in()
    {
        await using var bed = await TeamsBed.Guarded();
        var payload = $$"""{"iss":"{{FakeAuthority.Issuer}}","aud":"{{FakeAuthority.AppId}}","serviceurl":"{{FakeAuthority.ServiceUrl}}","exp":1772445600}""";
        using var response = await bed.Post(TeamsBed.Message(), bed.Authority.Sign(FakeAuthority.Header().ToJsonString(), payload));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Row_9_what_is_no_token_is_refused()
    {
        await using var bed = await TeamsBed.Guarded();
        var parts = bed.Token().Split('.');
        string[] tokens =
        [
            "a.b.c.d.e", "..", "...", "a.b", $"{parts[0]}.{parts[1]}", "%%%.%%%.%%%", "bm90.anNvbg.eA", "W10.W10.eA", $"{parts[0]}.bnVsbA.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{parts[2]}!", bed.Token(claims => claims["pad"] = new string('x', 20_000)),
            FakeAuthority.Encode(new string('[', 500)) + "." + parts[1] + "." + parts[2],
        ];
        foreach (var token in tokens)
        {
            await Refused(bed, await bed.Post(TeamsBed.Message(), token));
        }
    }

    [Fact]
    public async Task Row_10_a_service_address_that_is_missing_or_not_the_one_in_the_token_is_forbidden()
    {
        await using var bed = await TeamsBed.Guarded();
        await Forbidden(bed, await bed.Post(With("serviceUrl", null), bed.Token()));
        await Forbidden(bed, await bed.Post(With("serviceUrl", "https://smba.trafficmanager.net/uk/"), bed.Token()));
        await Forbidden(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims.Remove("serviceurl"))));
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
        await using var bed = await TeamsBed.Guarded();
        await Forbidden(bed, await bed.Post(With("serviceUrl", address), bed.Token(claims => claims["serviceurl"] = address)));
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
        await using var bed = await TeamsBed.Guarded();
        await Forbidden(bed, await bed.Post(With("channelId", channel), bed.Token()));
    }

    [Fact]
    public async Task Row_12_a_key_that_is_not_endorsed_for_Teams_is_forbidden()
    {
        await using var bed = await TeamsBed.Guarded();
        bed.Authority.Endorsements = ["webchat", "msteams2"];
        await Forbidden(bed, await bed.Post(TeamsBed.Message(), bed.Token()));
    }

    [Fact]
    public async Task Row_12_another_tenant_is_forbidden()
    {
        await using var bed = await TeamsBed.Guarded();
        foreach (var tenant in new[] { "20000000-0000-4000-8000-000000000009", "", null })
        {
            var message = TeamsBed.Message();
            message["conversation"]!["tenantId"] = tenant;
            await Forbidden(bed, await bed.Post(message, bed.Token()));
        }
    }

    [Fact]
    public async Task Row_13_only_posts_are_taken()
    {
        await using var bed = await TeamsBed.Guarded();
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
        await using var bed = await TeamsBed.Guarded();
        using var response = await bed.Post(TeamsBed.Message().ToJsonString(), $"Bearer {bed.Token()}", contentType);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Row_15_more_than_256_KB_is_too_much_also_in_chunks()
    {
        await using var bed = await TeamsBed.Guarded();
        var body = Encoding.UTF8.GetBytes(TeamsBed.Message(new string('x', 300_000)).ToJsonString());
        using var whole = await bed.Send(HttpMethod.Post, new ByteArrayContent(body), $"Bearer {bed.Token()}");
        Assert.Equal(TooLarge, whole.StatusCode);
        using var chunked = await bed.Send(HttpMethod.Post, new Chunked(body), $"Bearer {bed.Token()}");
        Assert.Equal(TooLarge, chunked.StatusCode);
        using var allowed = await bed.Post(TeamsBed.Message(new string('x', 200_000)), bed.Token());
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Row_16_broken_json_is_a_bad_request()
    {
        await using var bed = await TeamsBed.Guarded();
        var good = TeamsBed.Message().ToJsonString();
        var deep = good[..^1] + ",\"value\":" + string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 71);
        var many = good[..^1] + ",\"value\":{\"verb\":\"x\"," + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"{i}\":1")) + "}}";
        string[] bodies =
        [
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

    [Theory]
    [InlineData("type")]
    [InlineData("conversation")]
    [InlineData("from")]
    public async Task Row_17_what_misses_the_essential_is_a_bad_request(string missing)
    {
        await using var bed = await TeamsBed.Guarded();
        var message = TeamsBed.Message();
        message.Remove(missing);
        using var response = await bed.Post(message, bed.Token());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Row_17_an_invoke_without_a_name_is_a_bad_request()
    {
        await using var bed = await TeamsBed.Guarded();
        using var response = await bed.Post(With("type", "invoke"), bed.Token());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("event")]
    [InlineData("nobodyKnows")]
    public async Task Row_18_an_unknown_type_is_ignored(string type)
    {
        await using var bed = await TeamsBed.Guarded();
        using var response = await bed.Post(With("type", type), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bed.Conversation.Taken);
    }

    [Fact]
    public async Task Row_21_odd_names_in_a_value_are_plain_data()
    {
        await using var bed = await TeamsBed.Guarded();
        var message = TeamsBed.Message();
        message["value"] = new JsonObject { ["verb"] = "x", ["_type"] = "System.Object", ["$where"] = "1", ["__proto__"] = "p", ["nested"] = new JsonObject() };
        using var response = await bed.Post(message, bed.Token());
        var pressed = Assert.IsType<Upcm.Bot.Conversation.Pressed>(Assert.Single(bed.Conversation.Taken).What);
        Assert.Equal(["$where", "__proto__", "_type"], pressed.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(pressed.Press.Data);
    }

    [Fact]
    public async Task Row_25_without_the_issuer_known_keys_work_and_unknown_keys_wait()
    {
        await using var bed = await TeamsBed.Guarded();
        using var before = await bed.Post(TeamsBed.Message(), bed.Token());
        bed.Authority.Down = true;
        bed.Time.Advance(TimeSpan.FromHours(13));
        using var known = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        using var unknown = await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = "two"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(5)), (unknown.StatusCode, unknown.Headers.RetryAfter!.Delta));
        bed.Authority.Down = false;
        bed.Time.Advance(TimeSpan.FromMinutes(5));
        await Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = "two")), taken: 2);
    }

    [Fact]
    public async Task In_development_only_a_service_on_this_machine_is_answered()
    {
        await using var bed = await TeamsBed.Open();
        await Forbidden(bed, await bed.Post(TeamsBed.Message()));
        using var response = await bed.Post(With("serviceUrl", "http://localhost:56160/_connector"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_credentials_the_service_does_not_start(string environment)
    {
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsBed.Start(environment, []));
        Assert.Contains("Teams:AppId", problem.Message, StringComparison.Ordinal);
        problem = await Assert.ThrowsAsync<InvalidOperationException>(() => TeamsBed.Start(environment, new() { ["Teams:AppId"] = FakeAuthority.AppId }));
        Assert.Contains("Teams:AppPassword", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Teams:TenantId", problem.Message, StringComparison.Ordinal);
    }

    private static JsonObject With(string name, string? value)
    {
        var message = TeamsBed.Message();
        message[name] = value;
        return message;
    }

    private static Task Refused(TeamsBed bed, HttpResponseMessage response, int taken = 0) => Closed(bed, response, HttpStatusCode.Unauthorized, taken);

    private static Task Forbidden(TeamsBed bed, HttpResponseMessage response) => Closed(bed, response, HttpStatusCode.Forbidden, 0);

    private static async Task Closed(TeamsBed bed, HttpResponseMessage response, HttpStatusCode status, int taken)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            Assert.Equal("", await response.Content.ReadAsStringAsync());
            Assert.Equal(taken, bed.Conversation.Taken.Count);
        }
    }

    private static async Task<string> Raw(TeamsBed bed, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(bed.Address).Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
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
