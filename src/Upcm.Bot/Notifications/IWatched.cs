namespace Upcm.Bot.Notifications;

/// <summary>Something beside the outbox that the administrators must hear of when it goes wrong.</summary>
public interface IWatched
{
    /// <summary>What is wrong now; empty where all is well.</summary>
    IEnumerable<Trouble> Troubles(DateTimeOffset now);
}
