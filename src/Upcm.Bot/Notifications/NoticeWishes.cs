using System.Collections.Immutable;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>How somebody wants to hear from the bot.</summary>
public sealed record NoticeWishes
{
    public static NoticeWishes None { get; } = new();

    /// <summary>Null where there is no time at which the bot must be silent.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Nothing is sent before this day; null where it is not paused.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Kinds of <see cref="Notice"/> that are switched off.</summary>
    public ImmutableArray<string> Off { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>From when one may write: now where nothing is against it.</summary>
    public DateTimeOffset After(DateTimeOffset now, TimeZoneInfo zone)
    {
        var free = PausedUntil is { } day && LocalTime.At(day, TimeOnly.MinValue, zone) is var end && end > now ? end : now;
        return Quiet?.After(free, zone) ?? free;
    }
}
