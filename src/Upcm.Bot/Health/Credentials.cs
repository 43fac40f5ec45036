namespace Upcm.Bot.Health;

/// <summary>What the bot signs in with and the certificate at its address, and when each ends.</summary>
internal sealed class Credentials(HealthOptions options, HomeCertificate certificate)
{
    public const string Secret = "secret";
    public const string Certificate = "certificate";

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

        return ends;
    }
}
