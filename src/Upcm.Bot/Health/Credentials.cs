using Upcm.Bot.Channels.Teams.Authentication;

namespace Upcm.Bot.Health;

/// <summary>What the bot signs in with and the certificate at its address, and when each ends.</summary>
internal sealed class Credentials(HealthOptions options, HomeCertificate certificate, AppCertificate signIn)
{
    public const string Secret = "secret";
    public const string Certificate = "certificate";
    public const string SignIn = "signInCertificate";

    /// <summary>Why the certificate to sign in with cannot be used; null where it can.</summary>
    public string? Unusable => signIn.Problem();

    /// <summary>By name; what it is not known of is not there.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Ends()
    {
        var ends = new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        if (options.SecretExpires is { } day)
        {
            ends[Secret] = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        }

        if (certificate.Ends() is { } end)
        {
            ends[Certificate] = end;
        }

        if (Unusable is null && signIn.Ends() is { } last)
        {
            ends[SignIn] = last;
        }

        return ends;
    }
}
