using System.Globalization;
using System.Text.RegularExpressions;

namespace Upcm.Bot.Cards.Forms;

/// <summary>A day, read as people write it: <c>12-10-2026</c>, <c>12 okt</c>, <c>October 12</c>, <c>morgen</c>, <c>woensdag</c>, <c>over 3 weken</c>.</summary>
/// <param name="Today">The day on which it is asked, in the programme's time zone.</param>
public sealed partial record DateQuestion(string Key, Phrase Prompt, DateOnly Today) : Question<DateOnly>(Key, Prompt)
{
    /// <summary>True where a day that has been is asked: without a year the latest one is meant, else the next one to come.</summary>
    public bool HasBeen { get; init; }

    private static readonly string[] Months =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] Weekdays =
        ["maan", "din", "woe", "don", "vrij", "zat", "zon", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    protected override Reading<DateOnly> Read(string text, CultureInfo culture)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (Relative(plain) is { } day)
        {
            return Reading.Of(day);
        }

        if (Numeric().Match(plain) is { Success: true } numeric)
        {
            return numeric.Groups["iso"].Success
                ? Day(Number(numeric, "iy"), Number(numeric, "im"), Number(numeric, "id"))
                : Day(Year(numeric), Number(numeric, "m"), Number(numeric, "d"), numeric.Groups["y"].Success);
        }

        foreach (var written in (ReadOnlySpan<Match>)[Worded().Match(plain), MonthFirst().Match(plain)])
        {
            if (written.Success && Month(written.Groups["m"].Value) is > 0 and var month)
            {
                return Day(Year(written), month, Number(written, "d"), written.Groups["y"].Success);
            }
        }

        return LastDayIn(plain) is { } last ? NotYetADay(text.Trim(), last) : NotADate(text);
    }

    /// <summary>The last day of a month, a quarter or a year that no day was named of, or null.</summary>
    private static DateOnly? LastDayIn(string text)
    {
        var match = MonthOrQuarter().Match(text);
        var year = Number(match, "y");
        var month = !match.Success || year is < 1900 or > 2200 ? 0
            : match.Groups["q"].Success ? Number(match, "q") * 3
            : match.Groups["m"].Success ? Month(match.Groups["m"].Value)
            : 12;
        return month is > 0 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;
    }

    private static Reading<DateOnly> NotYetADay(string text, DateOnly last) => Reading.Unclear<DateOnly>(
        $"Ik lees \"{text}\", maar niet welke dag. Schrijf de dag erbij, bijvoorbeeld {last.ToString("d MMMM yyyy", Cultures.Dutch)}.",
        $"I read \"{text}\", but not which day. Please add the day, for instance {last.ToString("d MMMM yyyy", Cultures.English)}.");

    protected override Reading<DateOnly> Parse(string canonical) =>
        DateOnly.TryParseExact(canonical, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Reading.Of(day)
            : NotADate(canonical);

    protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string Echo(string canonical, CultureInfo culture) =>
        DateOnly.ParseExact(canonical, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("ddd d MMMM yyyy", culture);

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.Date);

    private DateOnly? Relative(string text) => text switch
    {
        "vandaag" or "today" => Today,
        "morgen" or "tomorrow" => Today.AddDays(1),
        "gisteren" or "yesterday" => Today.AddDays(-1),
        "overmorgen" => Today.AddDays(2),
        _ when Weekday().Match(text) is { Success: true } named => Next(named),
        _ when Ahead().Match(text) is { Success: true } match && LengthOfTime.In(match.Groups["length"].Value) is { Count: > 0, Unit: not null } length =>
            length.After(Today),
        _ => null,
    };

    /// <summary>The nearest such day that is not today, or the one of next week where that is said.</summary>
    private DateOnly Next(Match match)
    {
        var day = Array.FindIndex(Weekdays, start => match.Groups["day"].Value.StartsWith(start, StringComparison.Ordinal)) % 7; // Monday is 0
        var today = ((int)Today.DayOfWeek + 6) % 7;
        return match.Groups["week"].Success ? Today.AddDays(7 + day - today)
            : HasBeen ? Today.AddDays(-((today - day + 6) % 7) - 1)
            : Today.AddDays(((day - today + 6) % 7) + 1);
    }

    /// <summary>Without a year the nearest day is meant: not past, or, of what has been, not to come.</summary>
    private Reading<DateOnly> Day(int year, int month, int day, bool yearGiven = true)
    {
        if (month is < 1 or > 12 || year is < 1900 or > 2200 || day is < 1 or > 31)
        {
            return NotADate($"{day}-{month}-{year}");
        }

        if (day > DateTime.DaysInMonth(year, month))
        {
            var last = DateTime.DaysInMonth(year, month);
            var first = new DateOnly(year, month, 1);
            return Reading.Unclear<DateOnly>(
                $"{day} {first.ToString("MMMM", Cultures.Dutch)} {year} bestaat niet: die maand heeft {last} dagen.",
                $"{day} {first.ToString("MMMM", Cultures.English)} {year} does not exist: that month has {last} days.");
        }

        var read = new DateOnly(year, month, day);
        var other = yearGiven || (HasBeen ? read <= Today : read >= Today) ? year : HasBeen ? year - 1 : year + 1;
        return Reading.Of(DateTime.DaysInMonth(other, month) >= day ? new DateOnly(other, month, day) : read);
    }

    private int Year(Match match) =>
        !match.Groups["y"].Success ? Today.Year : Number(match, "y") is < 100 and var two ? 2000 + two : Number(match, "y");

    private static int Number(Match match, string name) =>
        int.TryParse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Month(string word) => word[..3] switch
    {
        "maa" or "mar" => 3,
        "may" => 5,
        "oct" => 10,
        var start => Array.IndexOf(Months, start) + 1,
    };

    private static Reading<DateOnly> NotADate(string text) => Reading.Unclear<DateOnly>(
        $"In \"{(text.Length <= 40 ? text : text[..39] + "…")}\" herken ik geen datum. Schrijf bijvoorbeeld 12-10-2026 of 12 oktober.",
        $"I see no date in \"{(text.Length <= 40 ? text : text[..39] + "…")}\". Please write for instance 12-10-2026 or 12 October.");

    [GeneratedRegex(@"^(?:(?<iso>(?<iy>\d{4})-(?<im>\d{1,2})-(?<id>\d{1,2}))|(?<d>\d{1,2})[-/.](?<m>\d{1,2})(?:[-/.](?<y>\d{4}|\d{2}))?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?:(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?<d>\d{1,2})(?:e|st|nd|rd|th)?\s+(?:of\s+)?(?<m>[a-z]{3,9})\.?,?(?:\s+(?<y>\d{4}|\d{2}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Worded();

    [GeneratedRegex(@"^(?<m>[a-z]{3,9})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y>\d{4}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?:(?:in|eind|begin|medio|half|end of|early|mid|late)\s+)?(?:(?:q(?<q>[1-4])|(?<q>[1-4])e kwartaal|(?<m>[a-z]{3,9})\.?)\s+)?(?<y>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthOrQuarter();

    [GeneratedRegex(@"^(?:(?<week>volgende week|next week)\s+|(?:komende|aanstaande|a\.s\.|coming|this|on|op)\s+)?(?<day>(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?<week> (?:volgende week|next week))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^(?:over|in)\s+(?<length>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ahead();
}
