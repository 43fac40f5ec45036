namespace Upcm.Domain;

/// <summary>When somebody wants to be left alone, on the clock on the wall.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive; before <paramref name="From"/> where it runs through midnight, the same where only weekends are quiet.</param>
/// <param name="Weekends">Saturday and Sunday as a whole as well.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, bool Weekends)
{
    /// <summary>The moment from which one may write: now itself where it is not quiet.</summary>
    public DateTimeOffset After(DateTimeOffset now, TimeZoneInfo zone)
    {
        var wall = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var free = wall;
        while (End(free) is { } end)
        {
            free = end;
        }

        return free == wall ? now : LocalTime.At(free, zone);
    }

    /// <summary>Where it is quiet: when that ends; null where it is not.</summary>
    private DateTime? End(DateTime wall)
    {
        if (Weekends && wall.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return wall.Date.AddDays(1);
        }

        var time = TimeOnly.FromDateTime(wall);
        if (From == Until)
        {
            return null;
        }

        return From < Until
            ? time >= From && time < Until ? wall.Date + Until.ToTimeSpan() : null
            : time >= From ? wall.Date.AddDays(1) + Until.ToTimeSpan()
            : time < Until ? wall.Date + Until.ToTimeSpan()
            : null;
    }
}
