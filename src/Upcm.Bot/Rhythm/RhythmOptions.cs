using System.Collections.Immutable;
using System.Globalization;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>The settings under <c>Rhythm</c>, in the time zone of the programme.</summary>
public sealed class RhythmOptions
{
    public const string Section = "Rhythm";

    private const string DigestWeekday = "Rhythm:Digest:Weekday";
    private const string DigestTime = "Rhythm:Digest:Time";
    private const string MeetingWeekday = "Rhythm:RoleMeeting:Weekday";
    private const string MeetingTime = "Rhythm:RoleMeeting:Time";
    private const string MeetingWeeks = "Rhythm:RoleMeeting:Weeks";
    private const string MeetingFrom = "Rhythm:RoleMeeting:From";
    private const string SummaryLead = "Rhythm:RoleMeeting:SummaryHoursBefore";
    private const string RemindersTime = "Rhythm:Reminders:Time";
    private const string DossierDays = "Rhythm:Dossier:DaysBefore";
    private const string SnapshotDay = "Rhythm:Snapshot:Day";
    private const string SnapshotTime = "Rhythm:Snapshot:Time";
    private const string DigestOnDayOff = "Rhythm:DaysOff:Digest";
    private const string MeetingOnDayOff = "Rhythm:DaysOff:RoleMeeting";
    private const string OwnDays = "Rhythm:DaysOff:Own";
    private const string WorkedDays = "Rhythm:DaysOff:Worked";
    private const int MostHours = 13 * 24;
    private const int MostDaysAhead = 60;
    private const string DaysAsWritten = "days such as 2026-12-24, or from and to such as 2026-12-24/2027-01-03, with commas between them";

    internal static readonly Dictionary<string, string> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        [DigestWeekday] = "monday",
        [DigestTime] = "08:00",
        [MeetingWeekday] = "tuesday",
        [MeetingTime] = "10:00",
        [MeetingWeeks] = "",
        [MeetingFrom] = "2026-01-06",
        [SummaryLead] = "24",
        [RemindersTime] = "09:00",
        [DossierDays] = "5",
        [SnapshotDay] = "1",
        [SnapshotTime] = "09:00",
        [DigestOnDayOff] = "moved",
        [MeetingOnDayOff] = "moved",
        [OwnDays] = "",
        [WorkedDays] = "",
    };

    private readonly Dictionary<string, string> settings = new(Defaults, StringComparer.OrdinalIgnoreCase);
    private readonly List<string> unknown = [];

    public static RhythmOptions From(IConfiguration configuration)
    {
        var options = new RhythmOptions();
        foreach (var (name, value) in configuration.GetSection(Section).AsEnumerable())
        {
            if (value is null)
            {
                continue;
            }

            if (Defaults.ContainsKey(name))
            {
                options.settings[name] = value.Trim();
            }
            else
            {
                options.unknown.Add(name);
            }
        }

        if (options[MeetingWeeks].Length > 0 && configuration[MeetingFrom] is null)
        {
            options.settings[MeetingFrom] = "";
        }

        return options;
    }

    /// <summary>What keeps the service from starting; empty when all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [.. unknown.Select(name => $"{name} is not a setting. Known are: {string.Join(", ", Defaults.Keys)}.")];
        Check(DigestWeekday, Weekday(DigestWeekday) is not null, "a weekday such as monday");
        Check(DigestTime, Time(DigestTime) is not null, "a time such as 08:00");
        Check(MeetingWeekday, Weekday(MeetingWeekday) is not null, "a weekday such as tuesday");
        Check(MeetingTime, Time(MeetingTime) is not null, "a time such as 10:00");
        Check(SummaryLead, Lead is not null, $"a whole number of hours from 0 to {MostHours}");
        Check(RemindersTime, Time(RemindersTime) is not null, "a time such as 09:00");
        Check(DossierDays, Ahead is not null, $"a whole number of days from 0 to {MostDaysAhead}");
        Check(SnapshotDay, Day is not null, "a day of the month from 1 to 31; in a shorter month its last day is meant");
        Check(SnapshotTime, Time(SnapshotTime) is not null, "a time such as 09:00");
        Check(DigestOnDayOff, Rule(DigestOnDayOff) is not null, "moved, skipped or kept");
        Check(MeetingOnDayOff, Rule(MeetingOnDayOff) is not null, "moved, skipped or kept");
        Check(OwnDays, Own is not null, DaysAsWritten);
        Check(WorkedDays, Parts(WorkedDays).All(DutchHolidays.Ids.Contains), $"one or more of {string.Join(", ", DutchHolidays.Ids)}");
        Check(MeetingWeeks, this[MeetingWeeks].ToLowerInvariant() is "" or "odd" or "even", "odd or even, or empty");
        Check(MeetingFrom, this[MeetingFrom].Length == 0 || Anchor is not null, "a day such as 2026-01-06, or empty");
        if (this[MeetingWeeks].Length > 0 == this[MeetingFrom].Length > 0)
        {
            problems.Add($"Set one of {MeetingWeeks} (odd or even) and {MeetingFrom} (the day of a meeting), not both.");
        }
        else if (Anchor is { } day && Weekday(MeetingWeekday) is { } weekday && day.DayOfWeek != weekday)
        {
            problems.Add($"{MeetingFrom} is \"{this[MeetingFrom]}\", a {day.DayOfWeek}, but {MeetingWeekday} is \"{this[MeetingWeekday]}\".");
        }

        return problems;

        void Check(string name, bool fits, string wanted)
        {
            if (!fits)
            {
                problems.Add($"{name} is \"{this[name]}\"; it must be {wanted}.");
            }
        }
    }

    /// <summary>The rhythm as set. Ask for <see cref="Problems"/> first.</summary>
    public Timetable Timetable(TimeZoneInfo zone) => new(
        new Recurrence(Weekday(DigestWeekday)!.Value, Time(DigestTime)!.Value, Weeks.Every),
        new Recurrence(Weekday(MeetingWeekday)!.Value, Time(MeetingTime)!.Value, this[MeetingWeeks].ToLowerInvariant() switch
        {
            "odd" => Weeks.Odd,
            "even" => Weeks.Even,
            _ => Weeks.EverySecondFrom(Anchor!.Value),
        }),
        Lead!.Value,
        zone)
    {
        DaysOff = DaysOff.Dutch(Own!.Value, [.. Parts(WorkedDays)]),
        DigestOnDayOff = Rule(DigestOnDayOff)!.Value,
        MeetingOnDayOff = Rule(MeetingOnDayOff)!.Value,
        RemindersAt = Time(RemindersTime)!.Value,
        DossierDays = Ahead!.Value,
        SnapshotDay = Day!.Value,
        SnapshotAt = Time(SnapshotTime)!.Value,
    };

    private string this[string name] => settings[name];

    private DateOnly? Anchor => ADay(this[MeetingFrom]);

    private int? Day => int.TryParse(this[SnapshotDay], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;

    /// <summary>Null where one of them is no day, or ends before it begins.</summary>
    private ImmutableArray<(DateOnly From, DateOnly To)>? Own
    {
        get
        {
            var ranges = Parts(OwnDays).Select(part => part.Split('/')).Select(ends => (From: ADay(ends[0]), To: ADay(ends[^1]), Ends: ends.Length)).ToList();
            return ranges.TrueForAll(range => range.Ends <= 2 && range.From <= range.To)
                ? [.. ranges.Select(range => (range.From!.Value, range.To!.Value))]
                : null;
        }
    }

    private string[] Parts(string name) => this[name].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private OnDayOff? Rule(string name) =>
        Enum.TryParse<OnDayOff>(this[name], ignoreCase: true, out var rule) && Enum.IsDefined(rule) && !int.TryParse(this[name], out _) ? rule : null;

    private static DateOnly? ADay(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private int? Ahead => int.TryParse(this[DossierDays], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDaysAhead ? days : null;

    private TimeSpan? Lead =>
        int.TryParse(this[SummaryLead], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= MostHours
            ? TimeSpan.FromHours(hours)
            : null;

    private DayOfWeek? Weekday(string name) => this[name].ToLowerInvariant() switch
    {
        "monday" or "maandag" => DayOfWeek.Monday,
        "tuesday" or "dinsdag" => DayOfWeek.Tuesday,
        "wednesday" or "woensdag" => DayOfWeek.Wednesday,
        "thursday" or "donderdag" => DayOfWeek.Thursday,
        "friday" or "vrijdag" => DayOfWeek.Friday,
        "saturday" or "zaterdag" => DayOfWeek.Saturday,
        "sunday" or "zondag" => DayOfWeek.Sunday,
        _ => null,
    };

    private TimeOnly? Time(string name) =>
        TimeOnly.TryParseExact(this[name], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
