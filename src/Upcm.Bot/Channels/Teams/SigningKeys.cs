using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Upcm.Bot.Channels.Teams;

/// <summary>A key of the issuer.</summary>
/// <param name="Validation">Ready to validate with this key alone.</param>
/// <param name="Endorsements">The channels that the issuer lets sign with this key.</param>
internal sealed record SigningKey(TokenValidationParameters Validation, FrozenSet<string> Endorsements);

/// <summary>
/// The issuer's keys. Read from the one address in the settings, every twelve hours, and at most once per five minutes
/// for a key that is not known: what a stranger sends never makes the service call out more often.
/// </summary>
internal sealed class SigningKeys(IHttpClientFactory http, IOptions<TeamsOptions> options, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    public const string Client = "teams-authority";

    private static readonly TimeSpan Old = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim reading = new(1, 1);
    private FrozenDictionary<string, SigningKey> keys = FrozenDictionary<string, SigningKey>.Empty;
    private DateTimeOffset readAt = DateTimeOffset.MinValue;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;
    private bool failed;

    public void Dispose() => reading.Dispose();

    /// <summary>Null where the issuer has no such key.</summary>
    /// <exception cref="KeysUnavailableException">It cannot be known whether the issuer has it.</exception>
    public async ValueTask<SigningKey?> Find(string kid, CancellationToken cancel)
    {
        var known = keys.GetValueOrDefault(kid);
        if (known is not null && time.GetUtcNow() - readAt < Old)
        {
            return known;
        }

        if (MayTry())
        {
            await Read(cancel);
            known = keys.GetValueOrDefault(kid);
        }

        return known is null && failed ? throw new KeysUnavailableException(Pause) : known;
    }

    private bool MayTry() => time.GetUtcNow() - triedAt >= Pause;

    private async Task Read(CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (!MayTry())
            {
                return;
            }

            triedAt = time.GetUtcNow();
            using var client = http.CreateClient(Client);
            var documents = new HttpDocumentRetriever(client) { RequireHttps = true };
            // Not the caller's token: a caller who hangs up must not use up the one try of these five minutes.
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(options.Value.OpenIdMetadata, documents, CancellationToken.None);
            keys = metadata.JsonWebKeySet.Keys
                .Where(key => key is { Kid.Length: > 0, Kty: "RSA", N: not null, E: not null })
                .DistinctBy(key => key.Kid, StringComparer.Ordinal)
                .ToFrozenDictionary(key => key.Kid, key => new SigningKey(TokenCheck.Validation(key, options.Value), Endorsements(key)), StringComparer.Ordinal);
            readAt = triedAt;
            failed = false;
        }
#pragma warning disable CA1031 // Whatever it is, what was read before is still good.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            failed = true;
            log.LogError(problem, "The keys of {Issuer} could not be read", options.Value.Issuer);
        }
        finally
        {
            reading.Release();
        }
    }

    private static FrozenSet<string> Endorsements(JsonWebKey key) =>
        (key.AdditionalData.TryGetValue("endorsements", out var value) ? value : null) switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(item => item.ToString()).ToFrozenSet(StringComparer.Ordinal),
            IEnumerable<object> list => list.Select(item => item.ToString() ?? "").ToFrozenSet(StringComparer.Ordinal),
            _ => [],
        };
}

internal sealed class KeysUnavailableException(TimeSpan after) : Exception("The issuer's keys cannot be read.")
{
    public TimeSpan After { get; } = after;
}
