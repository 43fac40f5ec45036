using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What happens to what falls on a day off.</summary>
public enum OnDayOff
{
    /// <summary>To the first working day after it, as long as the next one of its kind has not come.</summary>
    Moved,
    Skipped,

    /// <summary>It goes on as if it were a day like any other.</summary>
    Kept,
}

/// <summary>On which days nobody works: public holidays, own days off and weekends.</summary>
public abstract record DaysOff
{
    /// <summary>Every day is a working day.</summary>
    public static DaysOff None { get; } = new NoDays();

    /// <param name="own">Closed days of the programme, both ends included.</param>
    /// <param name="worked">Ids of holidays that are working days here.</param>
    public static DaysOff Dutch(ImmutableArray<(DateOnly From, DateOnly To)> own, ImmutableHashSet<string> worked) => new DutchDays(own, worked);

    /// <summary>A holiday or a day of the programme's own; a weekend alone is none.</summary>
    public abstract bool Include(DateOnly day);

    /// <summary>The id of the holiday that a day is, or null.</summary>
    public virtual string? Holiday(DateOnly day) => null;

    public virtual bool IsWorkday(DateOnly day) => !Include(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private sealed record NoDays : DaysOff
    {
        public override bool Include(DateOnly day) => false;

        public override bool IsWorkday(DateOnly day) => true;
    }

    private sealed record DutchDays(ImmutableArray<(DateOnly From, DateOnly To)> Own, ImmutableHashSet<string> Worked) : DaysOff
    {
        public override bool Include(DateOnly day) => Holiday(day) is not null || Own.Any(range => day >= range.From && day <= range.To);

        public override string? Holiday(DateOnly day) =>
            DutchHolidays.In(day.Year).FirstOrDefault(holiday => holiday.Day == day && !Worked.Contains(holiday.Id))?.Id;
    }
}
