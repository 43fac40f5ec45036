using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>One meeting of a team.</summary>
/// <param name="Planned">The day it was planned on, by which it is known whatever happens to it.</param>
/// <param name="At">What the clock on the wall shows when it starts.</param>
public sealed record Meeting(DateOnly Planned, DateTime At)
{
    public bool IsMoved => DateOnly.FromDateTime(At) != Planned;
}

/// <summary>A meeting that somebody moved, skipped or added.</summary>
/// <param name="Planned">The day it was planned on; for an extra meeting its first day.</param>
/// <param name="Day">Where it went; null where it is skipped.</param>
public sealed record MeetingChange(DateOnly Planned, DateOnly? Day, TimeOnly? Time, bool Extra, Somebody By, DateTimeOffset At);

/// <summary>How the meetings of one team come round, and what people changed about single ones.</summary>
public sealed record MeetingRhythm
{
    /// <summary>How long a change is kept after its day: long enough for everything that follows a meeting.</summary>
    private const int DaysKept = 400;

    public required string Team { get; init; }

    /// <summary>Null where the settings say it: for the support team.</summary>
    public DayOfWeek? Weekday { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary><c>every</c>, <c>odd</c>, <c>even</c>, or a day with a meeting such as <c>2026-01-06</c>, from which it is every second week.</summary>
    public string? Weeks { get; init; }

    /// <summary>When somebody set it; null where the settings say how it comes round.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The last day that may have a planned meeting; null where it goes on.</summary>
    public DateOnly? LastDay { get; init; }

    public ImmutableArray<MeetingChange> Changes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How it comes round, or null where the settings say it.</summary>
    [JsonIgnore]
    public Recurrence? Recurrence => Weekday is { } weekday && Time is { } time && Weeks is { } weeks ? new Recurrence(weekday, time, WeeksOf(weeks)) : null;

    /// <summary>The same with one meeting changed, in the place of an earlier change of it.</summary>
    public MeetingRhythm With(MeetingChange change) => this with
    {
        Changes =
        [
            .. Changes.Where(known => known.Planned != change.Planned && known.Planned > change.Planned.AddDays(-DaysKept)),
            change,
        ],
    };

    private static Weeks WeeksOf(string weeks) => weeks switch
    {
        "odd" => Domain.Weeks.Odd,
        "even" => Domain.Weeks.Even,
        "every" => Domain.Weeks.Every,
        _ => Domain.Weeks.EverySecondFrom(DateOnly.ParseExact(weeks, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };
}
