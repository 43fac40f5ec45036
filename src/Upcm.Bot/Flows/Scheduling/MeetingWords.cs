using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Scheduling;

/// <summary>Meetings, rhythms and days off in words.</summary>
internal static class MeetingWords
{
    private static readonly Dictionary<string, Phrase> HolidayNames = new(StringComparer.Ordinal)
    {
        ["nieuwjaarsdag"] = new("nieuwjaarsdag", "New Year's Day"),
        ["goede-vrijdag"] = new("Goede Vrijdag", "Good Friday"),
        ["eerste-paasdag"] = new("eerste paasdag", "Easter Sunday"),
        ["tweede-paasdag"] = new("tweede paasdag", "Easter Monday"),
        ["koningsdag"] = new("Koningsdag", "King's Day"),
        ["bevrijdingsdag"] = new("Bevrijdingsdag", "Liberation Day"),
        ["hemelvaartsdag"] = new("Hemelvaartsdag", "Ascension Day"),
        ["eerste-pinksterdag"] = new("eerste pinksterdag", "Whit Sunday"),
        ["tweede-pinksterdag"] = new("tweede pinksterdag", "Whit Monday"),
        ["eerste-kerstdag"] = new("eerste kerstdag", "Christmas Day"),
        ["tweede-kerstdag"] = new("tweede kerstdag", "Boxing Day"),
    };

    /// <summary>A start on the clock on the wall.</summary>
    public static string At(DateTime wall, CultureInfo culture) => wall.ToString("ddd d MMMM yyyy HH:mm", culture);

    public static string Day(DateOnly day, CultureInfo culture) => day.ToString("ddd d MMMM yyyy", culture);

    /// <summary>A meeting, and where it was planned if it moved.</summary>
    public static string Of(Meeting meeting, Timetable timetable, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var change = timetable.MeetingChanges.FirstOrDefault(one => one.Planned == meeting.Planned);
        var why = change is { Extra: true } ? "extra"
            : change is not null ? en ? $"moved from {Day(meeting.Planned, culture)} by {change.By.Name}" : $"verplaatst van {Day(meeting.Planned, culture)} door {change.By.Name}"
            : meeting.IsMoved ? en ? $"moved: {Day(meeting.Planned, culture)} is {Off(timetable, meeting.Planned).En}" : $"verplaatst: {Day(meeting.Planned, culture)} is {Off(timetable, meeting.Planned).Nl}"
            : "";
        return At(meeting.At, culture) + (why.Length > 0 ? $" · {why}" : "");
    }

    /// <summary>What kind of day off it is.</summary>
    public static Phrase Off(Timetable timetable, DateOnly day) =>
        timetable.DaysOff.Holiday(day) is { } holiday ? HolidayNames.GetValueOrDefault(holiday) ?? Phrase.Same(holiday)
        : timetable.DaysOff.Include(day) ? new("een vrije dag", "a day off")
        : new("weekend", "a weekend");

    /// <summary>How the meetings come round.</summary>
    public static Phrase Rhythm(Recurrence recurrence)
    {
        var time = recurrence.Time.ToString("HH:mm", CultureInfo.InvariantCulture);
        string Weekday(CultureInfo culture) => culture.DateTimeFormat.GetDayName(recurrence.Weekday);
        var (nl, en) = recurrence.Weeks == Weeks.Every ? ("elke week", "every week")
            : recurrence.Weeks == Weeks.Odd ? ("in oneven weken", "in odd weeks")
            : recurrence.Weeks == Weeks.Even ? ("in even weken", "in even weeks")
            : ("om de week", "every second week");
        return new($"{nl} op {Weekday(Cultures.Dutch)} om {time}", $"{en} on {Weekday(Cultures.English)} at {time}");
    }
}
