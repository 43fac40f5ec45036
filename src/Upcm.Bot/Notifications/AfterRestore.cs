using Upcm.Bot.Storage;

namespace Upcm.Bot.Notifications;

/// <summary>
/// After the store was set back to a backup: what waits in the outbox, and what the clocks make again because they know no better,
/// may have gone out after the backup was made. It counts as sent with an unknown outcome, as <see cref="Notice.Unknown"/> says.
/// </summary>
/// <param name="Mark">Null where the store was never set back.</param>
public sealed record AfterRestore(RestoreMark? Mark)
{
    /// <summary>In this time after the start every clock has rung and made up for what it believes was missed.</summary>
    private static readonly TimeSpan CatchingUp = TimeSpan.FromMinutes(5);

    /// <summary>For who serves: notes when a store that was set back was first served.</summary>
    public static AfterRestore Begin(string data, DateTimeOffset now)
    {
        var mark = RestoreMark.Read(data);
        if (mark is { OpenedAt: null })
        {
            mark = mark with { OpenedAt = now };
            RestoreMark.Write(data, mark);
        }

        return new AfterRestore(mark);
    }

    public bool MayHaveGone(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Mark is { OpenedAt: { } opened } && !post.OnceMore
            && post.Due <= opened + CatchingUp
            && (post.Created < opened || !(Notice.Of(post.Kind).Asked || post.Kind == "alarm"));
    }
}
