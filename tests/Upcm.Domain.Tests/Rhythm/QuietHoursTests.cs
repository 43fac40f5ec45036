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

    private static DateTimeOffset Wall(string text) => LocalTime.At(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), Amsterdam);
}
