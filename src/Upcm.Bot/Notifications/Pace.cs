using System.Collections.Immutable;
using Upcm.Bot.Channels;

namespace Upcm.Bot.Notifications;

/// <summary>
/// How fast one may send: in every span of each window's length at most so many. An own sliding window, because the limiters
/// of System.Threading.RateLimiting keep a clock of their own and count in fixed segments.
/// </summary>
internal sealed class Pace(ImmutableArray<Window> windows)
{
    private readonly int most = windows.IsEmpty ? 0 : windows.Max(window => window.Most);
    private readonly List<DateTimeOffset> sent = [];

    /// <summary>The moment from which one more may go; it may have passed.</summary>
    public DateTimeOffset Next
    {
        get
        {
            var next = DateTimeOffset.MinValue;
            foreach (var window in windows)
            {
                if (sent.Count >= window.Most && sent[^window.Most] + window.In is var free && free > next)
                {
                    next = free;
                }
            }

            return next;
        }
    }

    public DateTimeOffset Last => sent.Count == 0 ? DateTimeOffset.MinValue : sent[^1];

    /// <summary>One goes now.</summary>
    public void Note(DateTimeOffset now)
    {
        sent.Add(now);
        if (sent.Count > 2 * Math.Max(1, most))
        {
            sent.RemoveRange(0, sent.Count - most);
        }
    }
}
