namespace Upcm.Domain;

/// <summary>A day on which the Netherlands do not work.</summary>
/// <param name="Id">As in settings: <c>koningsdag</c>.</param>
public sealed record Holiday(string Id, DateOnly Day);

/// <summary>
/// The generally recognised holidays of the Algemene termijnenwet, article 3 (Good Friday by its second paragraph). All but
/// five follow Easter, which is computed by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
/// </summary>
public static class DutchHolidays
{
    private const int FirstKingsDay = 2014;

    /// <summary>In the order of the year.</summary>
    public static IReadOnlyList<Holiday> In(int year)
    {
        var easter = Easter(year);
        Holiday[] all =
        [
            new("nieuwjaarsdag", new DateOnly(year, 1, 1)),
            new("goede-vrijdag", easter.AddDays(-2)),
            new("eerste-paasdag", easter),
            new("tweede-paasdag", easter.AddDays(1)),
            new("koningsdag", KingsDay(year)),
            new("bevrijdingsdag", new DateOnly(year, 5, 5)),
            new("hemelvaartsdag", easter.AddDays(39)),
            new("eerste-pinksterdag", easter.AddDays(49)),
            new("tweede-pinksterdag", easter.AddDays(50)),
            new("eerste-kerstdag", new DateOnly(year, 12, 25)),
            new("tweede-kerstdag", new DateOnly(year, 12, 26)),
        ];
        return [.. all.OrderBy(holiday => holiday.Day)];
    }

    /// <summary>The ids that settings may name.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. In(FirstKingsDay).Select(holiday => holiday.Id)];

    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = (b - ((b + 8) / 25) + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var l = (32 + (2 * e) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    /// <summary>27 April, and the day before where that is a Sunday.</summary>
    private static DateOnly KingsDay(int year) =>
        new DateOnly(year, 4, 27) is var day && day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
}
