using System.Globalization;

namespace Upcm.Domain.Tests.Rhythm;

public sealed class DaysOffTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly Somebody Lotte = new(new PersonId("lotte"), "Lotte");
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2032, 12, 31);

    private static readonly DaysOff Off = DaysOff.Dutch([(new DateOnly(2026, 12, 24), new DateOnly(2027, 1, 3))], ["goede-vrijdag"]);

    private static readonly Timetable Usual = new(
        new Recurrence(DayOfWeek.Monday, new TimeOnly(8, 0), Weeks.Every),
        new Recurrence(DayOfWeek.Tuesday, new TimeOnly(10, 0), Weeks.EverySecondFrom(new DateOnly(2026, 1, 6))),
        TimeSpan.FromHours(24),
        Amsterdam)
    {
        DaysOff = Off,
    };

    /// <summary>As the astronomical tables have them.</summary>
    [Theory]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2031-04-13")]
    [InlineData("2032-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_is_where_the_tables_have_it(string day)
    {
        var easter = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        Assert.Equal(easter, DutchHolidays.Easter(easter.Year));
    }

    [Fact]
    public void The_holidays_of_a_year()
    {
        Assert.Equal(
            ["01-01", "04-03", "04-05", "04-06", "04-27", "05-05", "05-14", "05-24", "05-25", "12-25", "12-26"],
            DutchHolidays.In(2026).Select(holiday => holiday.Day.ToString("MM-dd", CultureInfo.InvariantCulture)));
        Assert.Contains(new Holiday("koningsdag", new DateOnly(2031, 4, 26)), DutchHolidays.In(2031)); // the 27th is a Sunday
    }

    [Fact]
    public void A_holiday_that_is_worked_is_a_working_day()
    {
        Assert.True(Off.IsWorkday(new DateOnly(2026, 4, 3)));
        Assert.False(Off.IsWorkday(new DateOnly(2026, 4, 6)));
        Assert.False(Off.IsWorkday(new DateOnly(2027, 1, 3)));
        Assert.True(Off.IsWorkday(new DateOnly(2027, 1, 4)));
        Assert.False(Off.IsWorkday(new DateOnly(2026, 11, 28)));
        Assert.False(Off.Include(new DateOnly(2026, 11, 28)));
    }

    [Theory]
    [InlineData(OnDayOff.Moved)]
    [InlineData(OnDayOff.Skipped)]
    [InlineData(OnDayOff.Kept)]
    public void Every_planned_day_from_2026_to_2032_has_one_occasion_where_the_rule_puts_it(OnDayOff rule)
    {
        var table = Usual with { DigestOnDayOff = rule, MeetingOnDayOff = rule };
        foreach (var kind in new[] { OccasionKind.Digest, OccasionKind.Summary })
        {
            var recurrence = kind == OccasionKind.Digest ? table.Digest : table.RoleMeeting;
            var byPlanned = DayByDay(table, kind).ToLookup(occasion => occasion.Planned);
            foreach (var day in recurrence.Days(First.AddDays(30), Last.AddDays(-30)))
            {
                var next = Days(day.AddDays(1), day.AddDays(14)).First(recurrence.FallsOn);
                var expected = !Off.Include(day) || rule == OnDayOff.Kept ? day
                    : rule == OnDayOff.Skipped ? null
                    : Days(day.AddDays(1), next.AddDays(-1)).Where(Off.IsWorkday).Select(later => (DateOnly?)later).FirstOrDefault();
                var found = byPlanned[day].ToList();
                Assert.Equal(expected is null ? 0 : 1, found.Count);
                if (expected is { } placed)
                {
                    var wall = TimeZoneInfo.ConvertTime(found[0].About, Amsterdam);
                    Assert.Equal((placed, recurrence.Time), (DateOnly.FromDateTime(wall.DateTime), TimeOnly.FromDateTime(wall.DateTime)));
                    Assert.True(kind == OccasionKind.Digest || Off.IsWorkday(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(found[0].At, Amsterdam).DateTime)));
                }
            }
        }
    }

    [Fact]
    public void Every_working_day_has_its_reminders_and_every_month_its_snapshot_also_when_set_to_the_31st()
    {
        var table = Usual with { SnapshotDay = 31 };
        Assert.Equal(
            Days(First, Last).Where(Off.IsWorkday).Select(Occasion.RemindersId), DayByDay(table, OccasionKind.Reminders).Select(occasion => occasion.Id));
        var snapshots = DayByDay(table, OccasionKind.Snapshot).ToList();
        Assert.Equal(
            Enumerable.Range(0, (7 * 12) - 1).Select(month => $"snapshot/{First.AddMonths(month):yyyy-MM}"),
            snapshots.Select(occasion => occasion.Id).Where(id => id is not "snapshot/2025-12" and not "snapshot/2032-12"));
        Assert.Equal(new DateOnly(2026, 2, 28), snapshots.Single(one => one.Id == "snapshot/2026-02").Planned);
        Assert.Equal("2026-03-02", TimeZoneInfo.ConvertTime(snapshots.Single(one => one.Id == "snapshot/2026-02").At, Amsterdam).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.All(snapshots, one => Assert.Equal(9, TimeZoneInfo.ConvertTime(one.At, Amsterdam).Hour));
    }

    [Fact]
    public void Whatever_people_move_skip_and_add_each_meeting_has_one_summary_ahead_of_it()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var rhythm = new MeetingRhythm { Team = "ot" };
            foreach (var _ in Enumerable.Range(0, random.Next(1, 12)))
            {
                var planned = Usual.RoleMeeting.Days(First.AddDays(60), Last.AddDays(-90)).ElementAt(random.Next(150));
                var extra = random.Next(3) == 0;
                var day = extra ? planned.AddDays(random.Next(1, 13)) : planned.AddDays(random.Next(-10, 40));
                rhythm = rhythm.With(new MeetingChange(
                    extra ? day : planned, random.Next(4) == 0 ? null : day, new TimeOnly(random.Next(24), random.Next(60)), extra, Lotte,
                    LocalTime.At(day.AddDays(-random.Next(0, 20)), TimeOnly.MinValue, Amsterdam)));
            }

            var table = Usual.With(rhythm, "ot");
            var meetings = table.Meetings(First.AddDays(40), Last.AddDays(-40)).ToList();
            var occasions = DayByDay(table, OccasionKind.Summary).ToList();
            Assert.Equal(occasions.Count, occasions.Select(one => one.Id).Distinct().Count());
            Assert.All(meetings, meeting =>
            {
                var summary = Assert.Single(occasions, one => one.Id == Occasion.SummaryId(meeting.Planned));
                Assert.Equal(LocalTime.At(meeting.At, Amsterdam), summary.About);
                Assert.True(summary.At <= summary.About);
            });
            Assert.All(rhythm.Changes.Where(change => change.Day is null), skipped => Assert.DoesNotContain(meetings, one => one.Planned == skipped.Planned));
        }
    }

    [Fact]
    public void A_series_that_ended_has_no_meetings_after_its_last_day()
    {
        var table = Usual.With(new MeetingRhythm { Team = "ot", LastDay = new DateOnly(2026, 6, 1) }, "ot");
        Assert.Equal(new DateOnly(2026, 5, 26), table.Meetings(First, Last).Last().Planned);
        Assert.Null(table.Next(OccasionKind.Summary, new DateTimeOffset(2026, 6, 2, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Another_team_has_its_own_rhythm_and_its_own_ids()
    {
        var table = Usual.With(new MeetingRhythm { Team = "realisatie", Weekday = DayOfWeek.Thursday, Time = new TimeOnly(14, 0), Weeks = "odd" }, "ot");
        var next = table.Next(OccasionKind.Summary, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero))!;
        Assert.Equal(("summary/realisatie/2026-12-03", new DateTimeOffset(2026, 12, 2, 13, 0, 0, TimeSpan.Zero)), (next.Id, next.At.ToUniversalTime()));
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
        Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays);
}
