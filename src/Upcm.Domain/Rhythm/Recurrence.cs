using System.Globalization;

namespace Upcm.Domain;

/// <summary>Something that comes round on one weekday, at one time on the wall.</summary>
/// <param name="Time">In whole minutes.</param>
public sealed record Recurrence(DayOfWeek Weekday, TimeOnly Time, Weeks Weeks)
{
    public bool FallsOn(DateOnly day) => day.DayOfWeek == Weekday && Weeks.Include(day);

    /// <summary>Every day it falls on, both ends included.</summary>
    public IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (FallsOn(day))
            {
                yield return day;
            }
        }
    }
}

/// <summary>In which weeks something comes round. A week starts on Monday, as in ISO 8601.</summary>
public abstract record Weeks
{
    public static Weeks Every { get; } = new EveryWeek();

    /// <summary>As the calendar numbers them: after a week 53 two odd weeks follow each other.</summary>
    public static Weeks Odd { get; } = new ByNumber(1);

    /// <summary>As the calendar numbers them: around a week 53 there are three weeks in between.</summary>
    public static Weeks Even { get; } = new ByNumber(0);

    /// <summary>Always two weeks in between, counted from the week of a day, also before it.</summary>
    public static Weeks EverySecondFrom(DateOnly anchor) => new FromAnchor(anchor);

    public abstract bool Include(DateOnly day);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private sealed record EveryWeek : Weeks
    {
        public override bool Include(DateOnly day) => true;
    }

    private sealed record ByNumber(int Rest) : Weeks
    {
        public override bool Include(DateOnly day) => ISOWeek.GetWeekOfYear(day) % 2 == Rest;
    }

    private sealed record FromAnchor(DateOnly Anchor) : Weeks
    {
        private const int DaysInTwoWeeks = 14;

        public override bool Include(DateOnly day) => (Monday(day).DayNumber - Monday(Anchor).DayNumber) % DaysInTwoWeeks == 0;
    }
}
