using System.Globalization;

namespace Upcm.Domain.Tests.Rhythm;

public sealed class TimetableTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2032, 12, 31);
    private static readonly DateOnly Anchor = new(2026, 1, 6);

    private static readonly Timetable Usual = new(
        new Recurrence(DayOfWeek.Monday, new TimeOnly(8, 0), Weeks.Every),
        new Recurrence(DayOfWeek.Tuesday, new TimeOnly(10, 0), Weeks.EverySecondFrom(Anchor)),
        TimeSpan.FromHours(24),
        Amsterdam);

    public static TheoryData<DayOfWeek, int, int> Times()
    {
        var data = new TheoryData<DayOfWeek, int, int>();
        foreach (var weekday in Enum.GetValues<DayOfWeek>())
        {
            data.Add(weekday, 8, 0);
            data.Add(weekday, 2, 30); // skipped once and doubled once a year, on a Sunday
            data.Add(weekday, 0, 0);
            data.Add(weekday, 23, 59);
        }

        return data;
    }

    [Fact]
    public void Occasions_come_in_the_order_they_are_due_the_digest_first_where_both_are()
    {
        var table = Usual with { RoleMeeting = new Recurrence(DayOfWeek.Tuesday, new TimeOnly(8, 0), Weeks.EverySecondFrom(Anchor)) };
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            ["digest/2026-W02", "summary/2026-01-06", "digest/2026-W03", "digest/2026-W04", "summary/2026-01-20"],
            table.Between(from, from.AddDays(19)).Where(occasion => occasion.Kind is OccasionKind.Digest or OccasionKind.Summary).Select(occasion => occasion.Id));
        Assert.Empty(table.Between(from.AddDays(19), from));
    }

    [Fact]
    public void What_is_upcoming_is_so_until_what_it_is_ahead_of_begins()
    {
        var meeting = new DateTimeOffset(2026, 1, 6, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("summary/2026-01-06", Usual.Upcoming(OccasionKind.Summary, meeting.AddHours(-1))!.Id);
        Assert.Equal("summary/2026-01-06", Usual.Upcoming(OccasionKind.Summary, meeting.AddDays(-13))!.Id);
        Assert.Equal("summary/2026-01-20", Usual.Upcoming(OccasionKind.Summary, meeting)!.Id);
        Assert.Equal("digest/2026-W02", Usual.Upcoming(OccasionKind.Digest, meeting.AddDays(-2))!.Id);
        Assert.Equal("summary/2026-01-20", Usual.Next(OccasionKind.Summary, meeting.AddDays(-1))!.Id);
        var far = Usual with { Lead = TimeSpan.FromDays(30) };
        Assert.Equal("summary/2026-01-06", far.Upcoming(OccasionKind.Summary, meeting.AddMinutes(-1))!.Id);
    }

    [Theory, MemberData(nameof(Times))]
    public void Every_week_from_2026_to_2032_has_one_digest_at_the_right_local_time(DayOfWeek weekday, int hour, int minute)
    {
        var time = new TimeOnly(hour, minute);
        var table = Usual with { Digest = new Recurrence(weekday, time, Weeks.Every) };
        var byWeek = DayByDay(table, OccasionKind.Digest).ToLookup(occasion => occasion.Id);
        foreach (var monday in Days(new DateOnly(2025, 12, 29), Last).Where(day => day.DayOfWeek == DayOfWeek.Monday))
        {
            var day = monday.AddDays(((int)weekday + 6) % 7);
            if (day < First || day > Last)
            {
                continue;
            }

            AssertOnTheWall(day, time, Assert.Single(byWeek[Occasion.DigestId(day)]).At);
        }
    }

    [Theory, MemberData(nameof(Times))]
    public void Every_two_weeks_from_an_anchor_there_is_one_summary_at_the_right_local_time(DayOfWeek weekday, int hour, int minute)
    {
        var time = new TimeOnly(hour, minute);
        var table = Usual with { RoleMeeting = new Recurrence(weekday, time, Weeks.EverySecondFrom(Anchor)) };
        var occasions = DayByDay(table, OccasionKind.Summary).ToList();
        Assert.Equal(occasions.Count, occasions.Select(occasion => occasion.Id).Distinct().Count());
        foreach (var (before, after) in occasions.Zip(occasions.Skip(1)))
        {
            Assert.Equal(14, MeetingDay(after).DayNumber - MeetingDay(before).DayNumber);
        }

        Assert.All(occasions, occasion =>
        {
            AssertOnTheWall(MeetingDay(occasion), time, occasion.About);
            AssertOnTheWall(MeetingDay(occasion).AddDays(-1), time, occasion.At);
        });
        Assert.InRange(occasions.Count, 182, 183);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Odd_and_even_weeks_are_the_calendars(int rest)
    {
        var recurrence = new Recurrence(DayOfWeek.Thursday, new TimeOnly(10, 0), rest == 1 ? Weeks.Odd : Weeks.Even);
        Assert.All(Days(First, Last), day => Assert.Equal(
            day.DayOfWeek == DayOfWeek.Thursday && ISOWeek.GetWeekOfYear(day) % 2 == rest, recurrence.FallsOn(day)));
    }

    [Fact]
    public void Odd_weeks_follow_each_other_after_a_week_53_and_an_anchor_does_not()
    {
        var odd = new Recurrence(DayOfWeek.Tuesday, new TimeOnly(10, 0), Weeks.Odd);
        Assert.Equal(
            [new(2026, 12, 15), new(2026, 12, 29), new(2027, 1, 5), new(2027, 1, 19)],
            odd.Days(new DateOnly(2026, 12, 14), new DateOnly(2027, 1, 24)));
        Assert.Equal(
            [new(2026, 12, 22), new(2027, 1, 5), new(2027, 1, 19)], Usual.RoleMeeting.Days(new DateOnly(2026, 12, 14), new DateOnly(2027, 1, 24)));
    }

    [Fact]
    public void An_anchor_counts_backwards_as_well()
    {
        var weeks = Weeks.EverySecondFrom(new DateOnly(2026, 11, 24));
        Assert.True(weeks.Include(new DateOnly(2026, 11, 10)));
        Assert.False(weeks.Include(new DateOnly(2026, 11, 17)));
        Assert.True(weeks.Include(new DateOnly(2026, 11, 9)));
        Assert.True(weeks.Include(new DateOnly(2026, 11, 15)));
    }

    [Fact]
    public void A_skipped_time_becomes_the_first_that_exists_and_a_doubled_one_the_first_of_two()
    {
        Assert.Equal(
            new DateTimeOffset(2027, 3, 28, 3, 0, 0, TimeSpan.FromHours(2)), LocalTime.At(new DateOnly(2027, 3, 28), new TimeOnly(2, 30), Amsterdam));
        Assert.Equal(
            new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)), LocalTime.At(new DateOnly(2026, 10, 25), new TimeOnly(2, 30), Amsterdam));
    }

    [Fact]
    public void Ids_are_told_by_what_was_planned()
    {
        Assert.Equal("digest/2026-W48", Usual.Next(OccasionKind.Digest, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))!.Id);
        var summary = Usual.Next(OccasionKind.Summary, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))!;
        Assert.Equal("summary/2026-11-24", summary.Id);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), summary.At);
        Assert.Equal("digest/2026-W53", Occasion.DigestId(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void A_moment_belongs_to_one_span_only()
    {
        var at = Usual.Next(OccasionKind.Digest, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))!.At;
        Assert.Single(Usual.Between(OccasionKind.Digest, at.AddTicks(-1), at));
        Assert.Empty(Usual.Between(OccasionKind.Digest, at, at.AddTicks(1)));
    }

    /// <summary>As the alarm would ask: one day after another, without overlap.</summary>
    private static IEnumerable<Occasion> DayByDay(Timetable table, OccasionKind kind)
    {
        var from = LocalTime.At(First, TimeOnly.MinValue, Amsterdam).AddTicks(-1);
        return Days(First, Last).SelectMany(day =>
        {
            var until = LocalTime.At(day.AddDays(1), TimeOnly.MinValue, Amsterdam).AddTicks(-1);
            var found = table.Between(kind, from, until).ToList();
            from = until;
            return found;
        });
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    private static DateOnly MeetingDay(Occasion occasion) =>
        DateOnly.ParseExact(occasion.Id["summary/".Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void AssertOnTheWall(DateOnly day, TimeOnly time, DateTimeOffset moment)
    {
        var wall = TimeZoneInfo.ConvertTime(moment, Amsterdam);
        Assert.Equal(day, DateOnly.FromDateTime(wall.DateTime));
        Assert.Equal(Amsterdam.IsInvalidTime(day.ToDateTime(time)) ? new TimeOnly(3, 0) : time, TimeOnly.FromDateTime(wall.DateTime));
        Assert.Equal(wall.Offset, moment.Offset);
    }
}
