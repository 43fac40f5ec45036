using System.Globalization;

namespace Upcm.Domain.Tests.Rhythm;

/// <summary>How the meetings of one team come round, and what people change about single ones.</summary>
public sealed class MeetingRhythmTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly Somebody Lotte = new(new PersonId("lotte"), "Lotte");
    private static readonly DateOnly Planned = new(2026, 11, 24);

    private static readonly Timetable Usual = new(
        new Recurrence(DayOfWeek.Monday, new TimeOnly(8, 0), Weeks.Every),
        new Recurrence(DayOfWeek.Tuesday, new TimeOnly(10, 0), Weeks.EverySecondFrom(Planned)),
        TimeSpan.FromHours(24),
        Amsterdam);

    [Fact]
    public void A_meeting_is_moved_when_it_is_on_another_day_than_planned()
    {
        Assert.False(new Meeting(Planned, Planned.ToDateTime(new TimeOnly(15, 0))).IsMoved);
        Assert.True(new Meeting(Planned, Planned.AddDays(1).ToDateTime(new TimeOnly(10, 0))).IsMoved);
    }

    [Theory]
    [InlineData("every", "11-17", "11-24", "12-01")]
    [InlineData("odd", "11-17", "12-01")]
    [InlineData("even", "11-24")]
    [InlineData("2026-11-10", "11-24")]
    public void A_rhythm_says_in_which_weeks_it_comes_round(string weeks, params string[] days)
    {
        var rhythm = new MeetingRhythm { Team = "nsp", Weekday = DayOfWeek.Tuesday, Time = new TimeOnly(10, 0), Weeks = weeks };
        Assert.Equal(days, rhythm.Recurrence!.Days(new DateOnly(2026, 11, 16), new DateOnly(2026, 12, 6)).Select(static day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_rhythm_that_leaves_anything_open_is_that_of_the_settings()
    {
        var whole = new MeetingRhythm { Team = "nsp", Weekday = DayOfWeek.Tuesday, Time = new TimeOnly(10, 0), Weeks = "every" };
        Assert.Null((whole with { Weekday = null }).Recurrence);
        Assert.Null((whole with { Time = null }).Recurrence);
        Assert.Null((whole with { Weeks = null }).Recurrence);
    }

    [Fact]
    public void A_second_change_of_a_meeting_takes_the_place_of_the_first_and_one_of_long_ago_is_let_go()
    {
        var rhythm = new MeetingRhythm { Team = "ot" }
            .With(Moved(Planned.AddDays(-400)))
            .With(Moved(Planned.AddDays(-399)))
            .With(Moved(Planned.AddDays(-14)))
            .With(Moved(Planned, by: 1))
            .With(Moved(Planned, by: 2));
        Assert.Equal(
            [Planned.AddDays(-399), Planned.AddDays(-14), Planned], rhythm.Changes.Select(static change => change.Planned));
        Assert.Equal(Planned.AddDays(2), rhythm.Changes.Last().Day);
    }

    [Fact]
    public void Meetings_that_were_moved_or_added_stand_between_the_others_and_both_ends_count()
    {
        var table = Usual with
        {
            MeetingChanges = [Moved(Planned, by: 2), new MeetingChange(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1), new TimeOnly(9, 0), true, Lotte, Before(60))],
        };
        Assert.Equal(["11-26 10:00", "12-01 09:00", "12-08 10:00"], Shown(table.Meetings(new DateOnly(2026, 11, 26), new DateOnly(2026, 12, 8))));
        Assert.Equal(["12-01 09:00"], Shown(table.Meetings(new DateOnly(2026, 11, 27), new DateOnly(2026, 12, 7))));
    }

    [Fact]
    public void The_next_meeting_is_the_first_that_is_still_to_start_and_there_is_none_when_the_series_ended()
    {
        var starts = LocalTime.At(Planned, new TimeOnly(10, 0), Amsterdam);
        Assert.Equal(Planned, Usual.NextMeeting(starts.AddMinutes(-1))!.Planned);
        Assert.Equal(Planned.AddDays(14), Usual.NextMeeting(starts)!.Planned);
        Assert.Null((Usual with { LastMeetingDay = Planned }).NextMeeting(starts));
    }

    [Fact]
    public void What_is_upcoming_may_have_been_told_and_is_still_to_start()
    {
        var starts = LocalTime.At(Planned, new TimeOnly(10, 0), Amsterdam);
        Assert.Equal(starts, Usual.Upcoming(OccasionKind.Summary, starts.AddMinutes(-1))!.About);
        Assert.Equal(LocalTime.At(Planned.AddDays(14), new TimeOnly(10, 0), Amsterdam), Usual.Upcoming(OccasionKind.Summary, starts)!.About);
        Assert.Null((Usual with { LastMeetingDay = Planned }).Upcoming(OccasionKind.Summary, starts));
    }

    [Fact]
    public void A_meeting_that_is_added_an_hour_ahead_is_told_of_at_once_and_one_added_in_time_a_day_ahead()
    {
        var late = Usual with { MeetingChanges = [new MeetingChange(Planned, Planned, new TimeOnly(10, 0), true, Lotte, Before(1))] };
        Assert.Equal(Before(1), Summary(late).At);
        var early = Usual with { MeetingChanges = [new MeetingChange(Planned, Planned, new TimeOnly(10, 0), true, Lotte, Before(100))] };
        Assert.Equal(Before(24), Summary(early).At);
    }

    [Fact]
    public void A_summary_that_comes_with_the_meeting_comes_with_it_on_a_day_off_as_well()
    {
        var table = Usual with { Lead = TimeSpan.Zero, MeetingOnDayOff = OnDayOff.Kept, DaysOff = DaysOff.Dutch([(Planned, Planned)], []) };
        Assert.Equal(Before(0), Summary(table).At);
        Assert.Equal(LocalTime.At(Planned.AddDays(-1), new TimeOnly(9, 0), Amsterdam), Summary(table with { Lead = TimeSpan.FromHours(1) }).At);
    }

    [Fact]
    public void Own_days_off_count_from_their_first_to_their_last()
    {
        var off = DaysOff.Dutch([(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 8)), (new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 3))], []);
        Assert.Equal(
            [new DateOnly(2026, 7, 6), new(2026, 7, 7), new(2026, 7, 8), new(2026, 8, 3)],
            Enumerable.Range(0, 40).Select(new DateOnly(2026, 7, 1).AddDays).Where(off.Include));
    }

    [Fact]
    public void A_month_in_which_nobody_works_has_no_snapshot()
    {
        var closed = Usual with { DaysOff = DaysOff.Dutch([(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31))], []) };
        Assert.Equal(
            ["snapshot/2026-06", "snapshot/2026-08"],
            closed.Between(OccasionKind.Snapshot, new DateTimeOffset(2026, 5, 20, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 8, 20, 0, 0, 0, TimeSpan.Zero)).Select(static one => one.Id));
    }

    [Fact]
    public void Settings_name_the_holidays_of_the_law() => Assert.Equal(
        [
            "nieuwjaarsdag", "goede-vrijdag", "eerste-paasdag", "tweede-paasdag", "koningsdag", "bevrijdingsdag", "hemelvaartsdag",
            "eerste-pinksterdag", "tweede-pinksterdag", "eerste-kerstdag", "tweede-kerstdag",
        ],
        DutchHolidays.Ids);

    /// <summary>Beside another way to compute it: that of Gauss, with the two exceptions that keep Easter from coming too late.</summary>
    [Fact]
    public void Easter_is_the_same_by_the_rule_of_Gauss_for_four_centuries()
    {
        for (var year = 1900; year < 2300; year++)
        {
            var century = year / 100;
            var m = (15 + century - (century / 4) - (((8 * century) + 13) / 25)) % 30;
            var n = (4 + century - (century / 4)) % 7;
            var d = ((19 * (year % 19)) + m) % 30;
            var e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + n) % 7;
            var late = (d == 29 && e == 6) || (d == 28 && e == 6 && year % 19 > 10);
            Assert.Equal(new DateOnly(year, 3, 22).AddDays(d + e - (late ? 7 : 0)), DutchHolidays.Easter(year));
        }
    }

    private static Occasion Summary(Timetable table) =>
        table.Between(OccasionKind.Summary, Before(24 * 5), Before(0)).Single(static one => one.Planned == Planned);

    private static DateTimeOffset Before(int hours) => LocalTime.At(Planned, new TimeOnly(10, 0), Amsterdam).AddHours(-hours);

    private static MeetingChange Moved(DateOnly planned, int by = 1) => new(planned, planned.AddDays(by), null, false, Lotte, Before(60));

    private static IEnumerable<string> Shown(IEnumerable<Meeting> meetings) => meetings.Select(static meeting => meeting.At.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture));
}
