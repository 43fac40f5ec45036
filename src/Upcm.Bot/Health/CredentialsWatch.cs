using Upcm.Bot.Notifications;
using Upcm.Domain;

namespace Upcm.Bot.Health;

/// <summary>Lets the administrators hear, once as each of some moments passes, that a secret or certificate comes to its end.</summary>
internal sealed class CredentialsWatch(HealthOptions options, Credentials credentials) : IWatched
{
    /// <summary>How many days before the end, besides what is set; the last are the end itself and a week after it.</summary>
    private static readonly int[] Days = [14, 7, 2, 0, -7];

    public IEnumerable<Trouble> Troubles(DateTimeOffset now)
    {
        foreach (var (name, end) in credentials.Ends())
        {
            DateTimeOffset[] passed = [.. Days.Select(static days => TimeSpan.FromDays(days)).Where(ahead => ahead < options.Ahead).Prepend(options.Ahead).Select(ahead => end - ahead).Where(moment => moment <= now)];
            if (passed is [.., var last])
            {
                var kind = name switch { Credentials.Secret => TroubleKind.SecretEnds, Credentials.SignIn => TroubleKind.SignInCertificateEnds, _ => TroubleKind.CertificateEnds };
                yield return new Trouble(kind, name, end) { Told = LocalTime.DayOf(last, TimeZoneInfo.Utc), Ended = end <= now };
            }
        }
    }
}
