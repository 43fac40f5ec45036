using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Upcm.Bot.Tests.Channels.Teams;

/// <summary>An issuer with keys of its own, behind the address of the real one.</summary>
internal sealed class FakeAuthority : HttpMessageHandler
{
    public const string AppId = "30000000-0000-4000-8000-000000000001";
    public const string Issuer = "https://api.botframework.com";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    private static readonly RSA Shared = RSA.Create(2048);

    private int reads;

    public RSA Key => Shared;

    public bool Down { get; set; }

    public string[] Endorsements { get; set; } = ["msteams"];

    /// <summary>How often the keys were fetched.</summary>
    public int Reads => reads;

    public static JsonObject Header() => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "one" };

    public static JsonObject Claims(DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = AppId,
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    };

    public string Token(DateTimeOffset now, Action<JsonObject>? claims = null, Action<JsonObject>? header = null)
    {
        var (first, second) = (Header(), Claims(now));
        header?.Invoke(first);
        claims?.Invoke(second);
        return Sign(first.ToJsonString(), second.ToJsonString());
    }

    public string Sign(string header, string payload, RSA? key = null)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        var signature = (key ?? Key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64UrlEncoder.Encode(signature)}";
    }

    public static string Encode(string part) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(part));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Down)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "down");
        }

        if (request.RequestUri!.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref reads);
            var parameters = Key.ExportParameters(false);
            var key = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = "one",
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
                ["endorsements"] = new JsonArray([.. Endorsements.Select(one => (JsonNode)one)]),
            };
            return Task.FromResult(FakeConnector.Json(new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString()));
        }

        return Task.FromResult(FakeConnector.Json($$"""
            {"issuer":"{{Issuer}}","jwks_uri":"https://login.botframework.com/v1/.well-known/keys","id_token_signing_alg_values_supported":["RS256"]}
            """));
    }
}
