using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Upcm.Benchmarks.Doors;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>Which tokens get in. The numbers are those of the table in the design of the door.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_good_token_with_a_good_message_gets_in()
    {
        await using var bed = await TeamsBed.Whole();
        using var response = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(bed.Conversation.Taken);
        Assert.False(bed.LeftNoTrace);
    }

    [Fact]
    public async Task Row_1_without_one_bearer_token_nobody_gets_in()
    {
        await using var bed = await TeamsBed.Whole();
        var body = TeamsBed.Message().ToJsonString();
        var token = bed.Token();
        foreach (var authorization in new[] { null, "", "Basic YTpi", "Bearer", "Bearer ", $"Bearer  {token}", $"Bearer {token}, Bearer {token}", token })
        {
            await Knock.Refused(bed, await bed.Post(body, authorization));
        }

        Assert.Equal(0, bed.Authority.Reads);
    }

    [Fact]
    public async Task Row_1_two_authorization_headers_are_refused()
    {
        await using var bed = await TeamsBed.Whole();
        var token = bed.Token();
        var answer = await Knock.Raw(bed, $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nAuthorization: Bearer {token}\r\n"
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
        await using var bed = await TeamsBed.Whole();
        var header = Issuer.Header();
        header["alg"] = algorithm;
        var text = $"{Issuer.Encode(header.ToJsonString())}.{Issuer.Encode(Issuer.Claims(bed.Time.GetUtcNow()).ToJsonString())}";
        var bytes = Encoding.ASCII.GetBytes(text);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = algorithm switch
        {
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Issuer.KeyOf(Issuer.Kid).ExportRSAPublicKeyPem()), bytes),
            "RS384" => Issuer.KeyOf(Issuer.Kid).SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "PS256" => Issuer.KeyOf(Issuer.Kid).SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "ES256" => ec.SignData(bytes, HashAlgorithmName.SHA256),
            _ => [],
        };
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), $"{text}.{Base64UrlEncoder.Encode(signature)}"));
    }

    [Fact]
    public async Task Row_2_an_empty_signature_is_refused()
    {
        await using var bed = await TeamsBed.Whole();
        var token = bed.Token();
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), token[..(token.LastIndexOf('.') + 1)]));
    }

    [Fact]
    public async Task Row_3_a_changed_payload_or_another_key_is_refused()
    {
        await using var bed = await TeamsBed.Whole();
        var now = bed.Time.GetUtcNow();
        var parts = bed.Token().Split('.');
        var changed = Issuer.Claims(now);
        changed["serviceurl"] = "https://smba.trafficmanager.net/uk/";
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), $"{parts[0]}.{Issuer.Encode(changed.ToJsonString())}.{parts[2]}"));
        using var attacker = RSA.Create(2048);
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(),
            Issuer.Sign(Issuer.Header().ToJsonString(), Issuer.Claims(now).ToJsonString(), attacker)));
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header.Remove("kid"))));
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = "")));
    }

    [Fact]
    public async Task Row_4_unknown_keys_cost_one_fetch_per_five_minutes()
    {
        await using var bed = await TeamsBed.Whole();
        using var first = await bed.Post(TeamsBed.Message(), bed.Token());
        Assert.Equal(1, bed.Authority.Reads);
        bed.Time.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 1000; i++)
        {
            await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = $"unknown{i}")));
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
        await using var bed = await TeamsBed.Whole();
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header[name] = "https://evil.example/keys")));
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
        await using var bed = await TeamsBed.Whole();
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims["iss"] = issuer)));
        Assert.Equal(0, bed.Authority.Reads);
    }

    [Fact]
    public async Task Row_7_a_token_for_somebody_else_is_refused()
    {
        await using var bed = await TeamsBed.Whole();
        JsonNode?[] audiences =
            [null, "https://api.botframework.com", "30000000-0000-4000-8000-000000000002", Issuer.AppId + "/", new JsonArray(Issuer.AppId)];
        foreach (var audience in audiences)
        {
            await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims["aud"] = audience)));
        }

        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims.Remove("aud"))));
    }

    [Theory]
    [InlineData("exp", "-301")]
    [InlineData("nbf", "301")]
    [InlineData("exp", "315360000")]
    [InlineData("exp", "86401")]
    public async Task Row_8_times_beyond_five_minutes_or_a_day_are_refused(string claim, string seconds)
    {
        await using var bed = await TeamsBed.Whole();
        var moment = bed.Time.GetUtcNow().ToUnixTimeSeconds() + long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture);
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims[claim] = moment)));
    }

    [Theory]
    [InlineData("exp", -290)]
    [InlineData("nbf", 290)]
    public async Task Row_8_clocks_may_differ_by_five_minutes(string claim, int seconds)
    {
        await using var bed = await TeamsBed.Whole();
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
        await using var bed = await TeamsBed.Whole();
        var payload = $$"""{"iss":"{{Issuer.Name}}","aud":"{{Issuer.AppId}}","serviceurl":"{{Issuer.ServiceUrl}}",{{expiry}}}""";
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), Issuer.Sign(Issuer.Header().ToJsonString(), payload)));
    }

    [Fact]
    public async Task Row_8_the_same_payload_with_one_good_expiry_gets_in()
    {
        await using var bed = await TeamsBed.Whole();
        var payload = $$"""{"iss":"{{Issuer.Name}}","aud":"{{Issuer.AppId}}","serviceurl":"{{Issuer.ServiceUrl}}","exp":1772445600}""";
        using var response = await bed.Post(TeamsBed.Message(), Issuer.Sign(Issuer.Header().ToJsonString(), payload));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Row_9_what_is_no_token_is_refused()
    {
        await using var bed = await TeamsBed.Whole();
        var parts = bed.Token().Split('.');
        string[] tokens =
        [
            "a.b.c.d.e", "..", "...", "a.b", $"{parts[0]}.{parts[1]}", "%%%.%%%.%%%", "bm90.anNvbg.eA", "W10.W10.eA", $"{parts[0]}.bnVsbA.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{parts[2]}!", bed.Token(claims => claims["pad"] = new string('x', 20_000)),
            Issuer.Encode(new string('[', 500)) + "." + parts[1] + "." + parts[2],
        ];
        foreach (var token in tokens)
        {
            await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), token));
        }
    }
}
