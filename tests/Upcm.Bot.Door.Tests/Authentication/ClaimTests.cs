using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Upcm.Benchmarks.Doors;
using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Door.Tests.Authentication;

/// <summary>Each check of a token by itself: what is refused before a key is asked for, and what the library refuses after us.</summary>
public sealed class ClaimTests
{
    private static readonly string[] Times = ["exp", "nbf", "iat"];

    public static TheoryData<string> WrongHeaders => new(
        """{"alg":"RS384","typ":"JWT","kid":"one"}""",
        """{"typ":"JWT","kid":"one"}""",
        """{"alg":"RS256","typ":"at+jwt","kid":"one"}""",
        """{"alg":"RS256","typ":"jwt","kid":"one"}""",
        """{"alg":"RS256","kid":"one"}""",
        """{"alg":"RS256","typ":"JWT"}""",
        """{"alg":"RS256","typ":"JWT","kid":""}""",
        """{"alg":"RS256","typ":"JWT","kid":17}""",
        """{"alg":"RS256","typ":"JWT","kid":"\ud800"}""",
        """{"alg":"RS256","alg":"RS256","typ":"JWT","kid":"one"}""",
        """{"alg":"RS256","typ":"JWT","kid":"one","crit":[]}""",
        """{"alg":"RS256","typ":"JWT","kid":"one","jku":"https://login.botframework.com/keys"}""",
        """{"alg":"RS256","typ":"JWT","kid":"one","x5u":"https://login.botframework.com/keys"}""",
        """{"alg":"RS256","typ":"JWT","kid":"one","jwk":{}}""",
        """[]""",
        """ "RS256" """);

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public async Task A_wrong_header_is_refused_before_a_key_is_asked_for(string header)
    {
        await using var bed = await TeamsBed.Guarded();
        await NotAsked(bed, Issuer.Sign(header, Issuer.Claims(bed.Time.GetUtcNow()).ToJsonString()));
    }

    [Theory]
    [InlineData("iss", "https://api.botframework.us")]
    [InlineData("iss", 17)]
    [InlineData("aud", "30000000-0000-4000-8000-000000000002")]
    [InlineData("aud", null)]
    [InlineData("exp", "soon")]
    [InlineData("nbf", "soon")]
    [InlineData("iat", "soon")]
    [InlineData("iat", 1.5)]
    [InlineData("iat", -1)]
    [InlineData("iat", true)]
    public async Task A_wrong_claim_is_refused_before_a_key_is_asked_for(string claim, object? value)
    {
        await using var bed = await TeamsBed.Guarded();
        await NotAsked(bed, bed.Token(claims => claims[claim] = value is null ? null : JsonValue.Create(value)));
    }

    [Fact]
    public async Task A_payload_that_is_a_list_or_lacks_what_is_needed_is_refused_before_a_key_is_asked_for()
    {
        await using var bed = await TeamsBed.Guarded();
        await NotAsked(bed, Issuer.Sign(Issuer.Header().ToJsonString(), "[]"));
        foreach (var needed in new[] { "iss", "aud", "exp" })
        {
            await NotAsked(bed, bed.Token(claims => claims.Remove(needed)));
        }
    }

    [Fact]
    public async Task A_token_is_written_in_one_way_only()
    {
        await using var bed = await TeamsBed.Guarded();
        var token = bed.Token();
        var parts = token.Split('.');
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // The last letter of 256 bytes holds two bits that mean nothing.
        var stray = token[..^1] + Alphabet[Alphabet.IndexOf(token[^1], StringComparison.Ordinal) + 1];
        foreach (var other in new[] { stray, token + "==", $"{parts[0]}.{parts[1]} .{parts[2]}", $"{parts[0]}={parts[1]}", $"{parts[0]}.{parts[1]}.", $"{token}.{parts[2]}" })
        {
            await NotAsked(bed, other);
        }
    }

    [Theory]
    [InlineData("exp", -299, 200)]
    [InlineData("exp", -300, 401)]
    [InlineData("exp", 86_340, 200)]
    [InlineData("exp", 86_341, 401)]
    [InlineData("nbf", 300, 200)]
    [InlineData("nbf", 301, 401)]
    public async Task The_bounds_of_time_are_exact(string claim, int seconds, int status)
    {
        await using var bed = await TeamsBed.Guarded();
        using var response = await bed.Post(TeamsBed.Message(), bed.Token(claims => claims[claim] = bed.Time.GetUtcNow().ToUnixTimeSeconds() + seconds));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(null, 300, 3600, 200)]
    [InlineData(null, 301, 3600, 401)]
    [InlineData(0, 400, 3600, 200)]
    [InlineData(null, null, 86_400, 200)]
    [InlineData(null, null, 86_401, 401)]
    [InlineData(null, -100, 86_301, 401)]
    public async Task It_begins_when_it_says_else_when_it_was_issued_else_now(int? from, int? issued, int expires, int status)
    {
        await using var bed = await TeamsBed.Guarded();
        var now = bed.Time.GetUtcNow().ToUnixTimeSeconds();
        using var response = await bed.Post(TeamsBed.Message(), bed.Token(claims =>
        {
            Times.ToList().ForEach(name => claims.Remove(name));
            foreach (var (name, seconds) in new[] { ("nbf", from), ("iat", issued), ("exp", expires) })
            {
                if (seconds is { } given)
                {
                    claims[name] = now + given;
                }
            }
        }));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(16 * 1024, 200)]
    [InlineData((16 * 1024) + 2, 401)]
    public async Task A_token_is_at_most_16_KB(int length, int status)
    {
        await using var bed = await TeamsBed.Guarded();
        var token = "";
        for (var (header, payload) = (0, 0); token.Length != length; (header, payload) = header == 3 ? (0, payload + 1) : (header + 1, payload))
        {
            payload = Math.Max(payload, 11_600);
            token = bed.Token(claims => claims["pad"] = new string('x', payload), pad => pad["pad"] = new string('x', header));
        }

        using var response = await bed.Post(TeamsBed.Message(), token);
        Assert.Equal((status, status == 200 ? 1 : 0), ((int)response.StatusCode, bed.Authority.Reads));
    }

    [Theory]
    [InlineData(256, 1)]
    [InlineData(257, 0)]
    public async Task A_key_with_an_endless_name_is_not_asked_for(int length, int reads)
    {
        await using var bed = await TeamsBed.Guarded();
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), bed.Token(header: header => header["kid"] = new string('k', length))));
        Assert.Equal(reads, bed.Authority.Reads);
    }

    [Fact]
    public async Task The_scheme_is_a_bearer_in_any_case()
    {
        await using var bed = await TeamsBed.Guarded();
        using var response = await bed.Post(TeamsBed.Message().ToJsonString(), "bearer " + bed.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message().ToJsonString(), "Nearer " + bed.Token()));
    }

    [Fact]
    public async Task A_service_address_in_the_token_that_is_no_text_is_none()
    {
        await using var bed = await TeamsBed.Guarded();
        await Knock.Forbidden(bed, await bed.Post(TeamsBed.Message(), bed.Token(claims => claims["serviceurl"] = 17)));
    }

    [Fact]
    public async Task The_library_refuses_after_us_what_we_should_have_refused()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var key = new RsaSecurityKey(Issuer.KeyOf(Issuer.Kid).ExportParameters(false)) { KeyId = Issuer.Kid };
        var validation = TokenCheck.Validation(key, Cloud.Public, Issuer.AppId);
        Assert.True((await new JsonWebTokenHandler().ValidateTokenAsync(Issuer.Token(now), validation)).IsValid);
        using var attacker = RSA.Create(2048);
        string[] wrong =
        [
            Issuer.Token(now, claims => claims["iss"] = "https://api.botframework.us"),
            Issuer.Token(now, claims => claims["aud"] = Issuer.AppId + "/"),
            Issuer.Token(now, claims => claims.Remove("aud")),
            Issuer.Token(now, claims => claims.Remove("exp")),
            Issuer.Token(now, header: header => header["typ"] = "at+jwt"),
            Issuer.Token(now, header: header => header["kid"] = "other"),
            Issuer.Sign(Issuer.Header().ToJsonString(), Issuer.Claims(now).ToJsonString(), attacker),
            Signed(now, "RS384", HashAlgorithmName.SHA384),
            Issuer.Encode("""{"alg":"none","typ":"JWT"}""") + "." + Issuer.Encode(Issuer.Claims(now).ToJsonString()) + ".",
        ];
        foreach (var token in wrong)
        {
            Assert.False((await new JsonWebTokenHandler().ValidateTokenAsync(token, validation)).IsValid, token);
        }
    }

    private static string Signed(DateTimeOffset now, string algorithm, HashAlgorithmName hash)
    {
        var header = Issuer.Header();
        header["alg"] = algorithm;
        var text = $"{Issuer.Encode(header.ToJsonString())}.{Issuer.Encode(Issuer.Claims(now).ToJsonString())}";
        return $"{text}.{Base64UrlEncoder.Encode(Issuer.KeyOf(Issuer.Kid).SignData(Encoding.ASCII.GetBytes(text), hash, RSASignaturePadding.Pkcs1))}";
    }

    private static async Task NotAsked(TeamsBed bed, string token)
    {
        await Knock.Refused(bed, await bed.Post(TeamsBed.Message(), token));
        Assert.True(bed.Authority.Calls == 0, token);
    }
}
