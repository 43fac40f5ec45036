using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Upcm.Bot.Channels.Teams.Authentication;

/// <summary>A key of the issuer.</summary>
/// <param name="Validation">Ready to validate with this key alone.</param>
/// <param name="Endorsements">The channels that the issuer lets sign with this key.</param>
internal sealed record SigningKey(TokenValidationParameters Validation, FrozenSet<string> Endorsements);

/// <summary>
/// The issuer's keys. Read from the one address in the settings, every twelve hours, and at most once per five minutes
/// for a key that is not known: what a stranger sends never makes the service call out more often.
/// </summary>
internal sealed class SigningKeys(IHttpClientFactory http, IOptions<TeamsOptions> options, TimeProvider time, ILogger<SigningKeys> log)
{
    public const string Client = "teams-authority";

    private static readonly TimeSpan Old = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Cloud cloud = options.Value.Trusted;
    private volatile Known known = new(FrozenDictionary<string, SigningKey>.Empty, DateTimeOffset.MinValue);
    private DateTimeOffset triedAt;
    private Task<bool>? reading;

    /// <summary>Null where the issuer has no such key.</summary>
    /// <exception cref="KeysUnavailableException">It cannot be known whether the issuer has it.</exception>
    public async ValueTask<SigningKey?> Find(string kid, CancellationToken cancel)
    {
        var before = known;
        if (before.Keys.TryGetValue(kid, out var key) && time.GetUtcNow() - before.At < Old)
        {
            return key;
        }

        // Whoever comes while the keys are being read waits for them: at the start that is everybody.
        var read = await Reading().WaitAsync(cancel);
        return known.Keys.GetValueOrDefault(kid) ?? (read ? null : throw new KeysUnavailableException(Pause));
    }

    /// <summary>The last time the keys were read, which is now where it was too long ago.</summary>
    private Task<bool> Reading()
    {
        lock (gate)
        {
            if (reading is null || time.GetUtcNow() - triedAt >= Pause)
            {
                triedAt = time.GetUtcNow();
                reading = Read();
            }

            return reading;
        }
    }

    private async Task<bool> Read()
    {
        try
        {
            using var client = http.CreateClient(Client);
            var documents = new HttpDocumentRetriever(client) { RequireHttps = !new Uri(cloud.OpenIdMetadata).IsLoopback };
            // Not the caller's token: a caller who hangs up must not use up the one try of these five minutes.
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(cloud.OpenIdMetadata, documents, CancellationToken.None);
            var keys = metadata.JsonWebKeySet.Keys
                .Where(key => key is { Kid: not null, Kty: "RSA", N: not null, E: not null })
                .DistinctBy(key => key.Kid, StringComparer.Ordinal)
                .ToFrozenDictionary(key => key.Kid, key => new SigningKey(TokenCheck.Validation(key, cloud, options.Value.AppId), Endorsements(key)), StringComparer.Ordinal);
            known = new(keys, time.GetUtcNow());
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, what was read before is still good.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            log.LogError(problem, "The keys of {Issuer} could not be read", cloud.Issuer);
            return false;
        }
    }

    private static FrozenSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(item => item.ToString()).ToFrozenSet(StringComparer.Ordinal)
            : [];

    private sealed record Known(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset At);
}

internal sealed class KeysUnavailableException(TimeSpan after) : Exception
{
    public TimeSpan After { get; } = after;
}
