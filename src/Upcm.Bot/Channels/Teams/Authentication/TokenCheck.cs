using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>Who posts, as their token proves.</summary>
internal sealed record Caller(string? ServiceUrl, FrozenSet<string> Endorsements);

/// <summary>
/// Checks the token of an inbound request. First by itself, stricter than the library does and before any key is asked for;
/// then the library checks the signature, and most of it again, so that an oversight in the one is caught by the other.
/// </summary>
internal sealed class TokenCheck(SigningKeys keys, IOptions<TeamsOptions> options, TimeProvider time)
{
    private const int LongestToken = 16 * 1024;
    private const int LongestKid = 256;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    private readonly string issuer = options.Value.Trusted.Issuer;
    private readonly string audience = options.Value.AppId;
    private readonly JsonWebTokenHandler handler = new();

    private static JsonDocumentOptions Strict => new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Null where the caller is not known.</summary>
    public async ValueTask<Caller?> Check(string? authorization, CancellationToken cancel)
    {
        var token = Token(authorization);
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Bytes(parts[0]), Strict);
            using var payload = JsonDocument.Parse(Bytes(parts[1]), Strict);
            if (Bytes(parts[2]).Length == 0 || !IsPlain(header.RootElement) || !IsForUs(payload.RootElement))
            {
                return null;
            }

            var key = await keys.Find(Text(header.RootElement, "kid")!, cancel);
            if (key is null)
            {
                return null;
            }

            var result = await handler.ValidateTokenAsync(token, key.Validation);
            return result.IsValid ? new Caller(Text(payload.RootElement, "serviceurl"), key.Endorsements) : null;
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    public static TokenValidationParameters Validation(SecurityKey key, Cloud cloud, string appId) => new()
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidTypes = ["JWT"],
        ValidIssuer = cloud.Issuer,
        ValidAudience = appId,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        // Times were read from the token as it came; the library knows only the machine's clock.
        LifetimeValidator = static (_, expires, _, _) => expires is not null,
    };

    /// <summary>Empty where there is none.</summary>
    private static string Token(string? authorization)
    {
        const string Scheme = "Bearer ";
        return authorization is not null
            && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && authorization.Length - Scheme.Length <= LongestToken
            ? authorization[Scheme.Length..]
            : "";
    }

    /// <summary>Decoders forgive spaces, padding and left-over bits, by which many texts would be the same token; here there is one.</summary>
    private static byte[] Bytes(string part)
    {
        var bytes = Base64Url.DecodeFromChars(part);
        return Base64Url.EncodeToString(bytes) == part ? bytes : throw new FormatException();
    }

    /// <summary>The one algorithm, the one type, and a key of the issuer's by its name alone.</summary>
    private static bool IsPlain(JsonElement header) =>
        Text(header, "alg") == SecurityAlgorithms.RsaSha256
        && Text(header, "typ") == "JWT"
        && Text(header, "kid")?.Length is > 0 and <= LongestKid
        && !header.TryGetProperty("crit", out _)
        && !header.TryGetProperty("jku", out _)
        && !header.TryGetProperty("x5u", out _)
        && !header.TryGetProperty("jwk", out _);

    private bool IsForUs(JsonElement payload)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var skew = (long)Skew.TotalSeconds;
        var (from, issued) = (Moment(payload, "nbf"), Moment(payload, "iat"));
        var start = from ?? issued ?? now;
        var expires = Moment(payload, "exp") ?? 0;
        return Text(payload, "iss") == issuer
            && Text(payload, "aud") == audience
            && expires + skew > now
            && start - skew <= now
            && expires - start <= (long)LongestLife.TotalSeconds;
    }

    /// <summary>Null where it is not there.</summary>
    /// <exception cref="FormatException">It is there and is not a whole number of seconds, or one that no clock will show.</exception>
    private static long? Moment(JsonElement payload, string name) =>
        !payload.TryGetProperty(name, out var value) ? null : value.TryGetUInt32(out var seconds) ? seconds : throw new FormatException();

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
