using Upcm.Bot.Notifications;

namespace Upcm.Bot.Channels.Teams;

/// <summary>
/// How fast one tenant may come in. Counted only once somebody was let in, so that nobody can spend what is another tenant's.
/// </summary>
internal sealed class TenantPace(TimeProvider time)
{
    /// <summary>As many as the platform itself takes from a bot for one tenant.</summary>
    public static Window Most { get; } = new(50, TimeSpan.FromSeconds(1));

    private readonly Lock gate = new();
    private readonly Dictionary<string, Pace> tenants = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long to wait; null where this one may go on, and is counted.</summary>
    public TimeSpan? Wait(string tenant)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var pace = tenants.TryGetValue(tenant, out var known) ? known : tenants[tenant] = new Pace([Most]);
            if (pace.Next > now)
            {
                return pace.Next - now;
            }

            pace.Note(now);
            return null;
        }
    }
}
