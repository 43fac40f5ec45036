using Upcm.Bot.Notifications;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Storage.LiteDb.Doctoring;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>What of the store needs an administrator: documents that cannot be read, what lies in quarantine, and backups that fail.</summary>
internal sealed class StoreWatch(LiteDbStore store, NightlyBackup backups, string data) : IWatched
{
    /// <summary>How long what was set aside is told of.</summary>
    private static readonly TimeSpan New = TimeSpan.FromDays(1);

    public IEnumerable<Trouble> Troubles(DateTimeOffset now)
    {
        if (store.Unreadable.Count is > 0 and var unreadable)
        {
            yield return new Trouble(TroubleKind.Unreadable, "store", now, unreadable);
        }

        if (Quarantine.Newest(data) is { } quarantine && quarantine.At > now - New)
        {
            yield return new Trouble(TroubleKind.Quarantined, "quarantine", quarantine.At, quarantine.Documents);
        }

        if (backups.FailingSince is { } since)
        {
            yield return new Trouble(TroubleKind.NoBackup, "backup", since);
        }
    }
}
