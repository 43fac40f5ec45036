namespace Upcm.Domain.Tests.Rhythm;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("2026-10-05 17:59", "2026-10-05 17:59")]
    [InlineData("2026-10-05 18:00", "2026-10-06 08:00")]
    [InlineData("2026-10-06 07:59", "2026-10-06 08:00")]
    [InlineData("2026-10-09 20:00", "2026-10-12 08:00")] // Friday evening, through the weekend
    [InlineData("2026-10-10 12:00", "2026-10-12 08:00")]
    [InlineData("2026-10-24 23:00", "2026-10-26 08:00")] // the clocks change in between
    public void Through_the_night_and_the_weekend(string now, string free) =>
        Assert.Equal(Wall(free), new QuietHours(new TimeOnly(18, 0), new TimeOnly(8, 0), Weekends: true).After(Wall(now), Amsterdam));

    [Fact]
    public void By_day_and_at_weekends_alone()
    {
        Assert.Equal(Wall("2026-10-05 13:00"), new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 0), false).After(Wall("2026-10-05 12:30"), Amsterdam));
        Assert.Equal(Wall("2026-10-12 00:00"), new QuietHours(default, default, true).After(Wall("2026-10-10 12:30"), Amsterdam));
        Assert.Equal(Wall("2026-10-12 12:30"), new QuietHours(default, default, true).After(Wall("2026-10-12 12:30"), Amsterdam));
    }

    [Theory]
    [InlineData("2026-10-05 11:59", "2026-10-05 11:59")]
    [InlineData("2026-10-05 12:00", "2026-10-05 13:00")]
    [InlineData("2026-10-05 12:59", "2026-10-05 13:00")]
    [InlineData("2026-10-05 13:00", "2026-10-05 13:00")]
    [InlineData("2026-10-05 18:00", "2026-10-05 18:00")]
    public void It_is_quiet_from_the_first_minute_and_free_at_the_last(string now, string free) =>
        Assert.Equal(Wall(free), new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 0), false).After(Wall(now), Amsterdam));

    [Theory]
    [InlineData("2026-10-10 12:00", "2026-10-10 12:00")] // a Saturday like any other day
    [InlineData("2026-10-10 18:00", "2026-10-11 08:00")]
    [InlineData("2026-10-11 08:00", "2026-10-11 08:00")]
    public void Who_works_at_weekends_hears_of_it_by_day(string now, string free) =>
        Assert.Equal(Wall(free), new QuietHours(new TimeOnly(18, 0), new TimeOnly(8, 0), false).After(Wall(now), Amsterdam));

    [Fact]
    public void In_the_hour_that_comes_twice_now_is_now()
    {
        var second = new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(1));
        Assert.Equal(second, new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 0), false).After(second, Amsterdam));
    }

    private static DateTimeOffset Wall(string text) => LocalTime.At(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), Amsterdam);
}
