using Upcm.Bot.Storage;

namespace Upcm.Bot.Notifications;

/// <summary>Rings when there may be something to send.</summary>
public sealed class Bell
{
    private TaskCompletionSource rung = New();

    /// <summary>Completes at the next ring. Take it before looking whether there is work, so that no ring is missed.</summary>
    public Task Next => Volatile.Read(ref rung).Task;

    public void Ring() => Interlocked.Exchange(ref rung, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The store, ringing whenever a commit wrote into the outbox: whoever sends need not look all the time.</summary>
public sealed class RingingStore(IStore store, Bell bell) : StoreAround(store)
{
    protected override void Committed(Changes changes)
    {
        if (changes.Documents.Any(static change => change.Collection == Kinds.Posts.Collection))
        {
            bell.Ring();
        }
    }
}
