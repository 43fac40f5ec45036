using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Upcm.Bot.Channels.Teams;

/// <summary>Who posts, as their token proves.</summary>
internal sealed record Caller(string? ServiceUrl, FrozenSet<string> Endorsements);

/// <summary>Checks the token of an inbound request, stricter than the library does by itself.</summary>
internal sealed class TokenCheck(SigningKeys keys, IOptions<TeamsOptions> options, TimeProvider time)
{
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly string[] KeysFromOutside = ["crit", "jku", "x5u", "jwk"];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false };

    /// <summary>Null where the caller is not known.</summary>
    public async ValueTask<Caller?> Check(string? authorization, CancellationToken cancel)
    {
        if (Token(authorization) is not { } token)
        {
            return null;
        }

        try
        {
            using var header = Part(token, 0);
            using var payload = Part(token, 1);
            if (header is null || payload is null || Kid(header.RootElement) is not { } kid || !Plausible(payload.RootElement))
            {
                return null;
            }

            if (await keys.Find(kid, cancel) is not { } key)
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

    public static TokenValidationParameters Validation(SecurityKey key, TeamsOptions options) => new()
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidTypes = ["JWT"],
        ValidIssuer = options.Issuer,
        ValidAudience = options.AppId,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ClockSkew = Skew,
        // Times were read from the token as it came; the library knows only the machine's clock.
        LifetimeValidator = static (_, expires, _, _) => expires is not null,
    };

    private static string? Token(string? authorization)
    {
        const string Scheme = "Bearer ";
        return authorization is not null
            && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && authorization.Length - Scheme.Length is > 0 and <= LongestToken
            && authorization.AsSpan(Scheme.Length) is var token
            && token.Count('.') == 2
            && !token.ContainsAny(" ,\t")
            ? authorization[Scheme.Length..]
            : null;
    }

    private static JsonDocument? Part(string token, int index)
    {
        var start = index == 0 ? 0 : token.IndexOf('.', StringComparison.Ordinal) + 1;
        var end = token.IndexOf('.', start);
        var bytes = Base64Url.DecodeFromChars(token.AsSpan(start, end - start));
        var part = JsonDocument.Parse(bytes, Strict);
        if (part.RootElement.ValueKind == JsonValueKind.Object)
        {
            return part;
        }

        part.Dispose();
        return null;
    }

    private static string? Kid(JsonElement header)
    {
        foreach (var name in KeysFromOutside)
        {
            if (header.TryGetProperty(name, out _))
            {
                return null;
            }
        }

        return Text(header, "alg") == SecurityAlgorithms.RsaSha256
            && string.Equals(Text(header, "typ"), "JWT", StringComparison.OrdinalIgnoreCase)
            && Text(header, "kid") is { Length: > 0 and <= 256 } kid
            ? kid
            : null;
    }

    private bool Plausible(JsonElement payload)
    {
        if (Text(payload, "iss") != options.Value.Issuer || Text(payload, "aud") != options.Value.AppId || !Moment(payload, "exp", out var expires)
            || expires is null || !Moment(payload, "nbf", out var from) || !Moment(payload, "iat", out var issued))
        {
            return false;
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var skew = (long)Skew.TotalSeconds;
        var start = from ?? issued ?? now;
        return expires + skew > now && start - skew <= now && expires - Math.Min(start, now) <= (long)(LongestLife + Skew).TotalSeconds
            && expires - start <= (long)LongestLife.TotalSeconds;
    }

    /// <summary>False where it is there but is not a whole number of seconds.</summary>
    private static bool Moment(JsonElement payload, string name, out long? moment)
    {
        moment = null;
        if (!payload.TryGetProperty(name, out var value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var seconds) || seconds is < 0 or > 253402300799)
        {
            return false;
        }

        moment = seconds;
        return true;
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
