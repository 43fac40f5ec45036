using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Upcm.Benchmarks.Doors;

/// <summary>
/// Stands in for the issuer of the Bot Framework: keys of its own, published with their endorsements, and tokens signed with
/// them, good ones and whatever else it is asked to sign.
/// </summary>
public sealed class Issuer
{
    public const string AppId = "30000000-0000-4000-8000-000000000001";
    public const string Tenant = "20000000-0000-4000-8000-000000000001";
    public const string Name = "https://api.botframework.com";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Kid = "one";

    /// <summary>Made once per process: making one takes a while.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<RSA>> Made = new(StringComparer.Ordinal);

    /// <summary>The ids of the keys that it publishes; another list is a rotation.</summary>
    public IReadOnlyList<string> Published { get; set; } = [Kid];

    public IReadOnlyList<string> Endorsements { get; set; } = ["msteams"];

    public static RSA KeyOf(string kid) => Made.GetOrAdd(kid, static _ => new Lazy<RSA>(static () => RSA.Create(2048))).Value;

    public static JsonObject Header(string kid = Kid) => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = kid };

    public static JsonObject Claims(DateTimeOffset now, string serviceUrl = ServiceUrl) => new()
    {
        ["iss"] = Name,
        ["aud"] = AppId,
        ["serviceurl"] = serviceUrl,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    };

    /// <summary>A good token, but for what the two change.</summary>
    public static string Token(DateTimeOffset now, Action<JsonObject>? claims = null, Action<JsonObject>? header = null, string kid = Kid)
    {
        var (first, second) = (Header(kid), Claims(now));
        header?.Invoke(first);
        claims?.Invoke(second);
        return Sign(first.ToJsonString(), second.ToJsonString(), KeyOf(kid));
    }

    public static string Sign(string header, string payload, RSA? key = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(payload);
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64Url.EncodeToString((key ?? KeyOf(Kid)).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Encode(string part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part));

    /// <param name="keys">Where its keys are.</param>
    public static string Metadata(string keys) =>
        $$"""{"issuer":"{{Name}}","jwks_uri":"{{keys}}","authorization_endpoint":"https://invalid.botframework.com","id_token_signing_alg_values_supported":["RS256"]}""";

    /// <summary>The keys as it publishes them.</summary>
    public string Keys() => new JsonObject { ["keys"] = new JsonArray([.. Published.Select(Described)]) }.ToJsonString();

    private JsonNode Described(string kid)
    {
        var parameters = KeyOf(kid).ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. Endorsements.Select(static one => (JsonNode)one)]),
        };
    }
}
