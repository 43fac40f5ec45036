using System.Globalization;
using System.Text.RegularExpressions;

namespace Upcm.Bot.Cards.Forms;

/// <summary>
/// A length of time, read as people write it in either language: <c>10</c>, <c>6 wkn</c>, <c>anderhalve maand</c>,
/// <c>half a year</c>, <c>2 kwartalen</c>, <c>ongeveer 3 weken</c>.
/// </summary>
/// <param name="Unit">The first letter of the unit, Dutch or English: d, w, m, k or q, j or y; null where none was said.</param>
internal readonly partial record struct LengthOfTime(decimal Count, char? Unit)
{
    private const int DaysInAWeek = 7;
    private const int DaysInAMonth = 30;
    private const int DaysInAQuarter = 91;
    private const int DaysInAYear = 365;
    private const int MonthsInAQuarter = 3;
    private const int MonthsInAYear = 12;
    private const decimal Half = 0.5m;

    /// <summary>Far enough for any plan, and near enough for a calendar.</summary>
    private const int MostDays = 70_000;
    private const int MostMonths = 1200;

    private static readonly string[][] Counts =
    [
        ["een", "één", "a", "an", "one"], ["twee", "two"], ["drie", "three"], ["vier", "four"], ["vijf", "five"], ["zes", "six"],
        ["zeven", "seven"], ["acht", "eight"], ["negen", "nine"], ["tien", "ten"], ["elf", "eleven"], ["twaalf", "twelve"],
    ];

    /// <summary>In calendar days, rounded up. A month is 30 days and a quarter 13 weeks: who asks says the days back, so that they can be put right.</summary>
    public int Days => (int)Math.Min(int.MaxValue, Math.Ceiling(Count * Unit switch
    {
        'w' => DaysInAWeek,
        'm' => DaysInAMonth,
        'k' or 'q' => DaysInAQuarter,
        'j' or 'y' => DaysInAYear,
        _ => 1,
    }));

    /// <summary>The length a text tells, or null where it tells none.</summary>
    public static LengthOfTime? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Shape().Match(text.Trim().ToLowerInvariant()) is not { Success: true } match)
        {
            return null;
        }

        var count = match.Groups["half"].Success ? Half
            : match.Groups["oneandhalf"].Success ? 1 + Half
            : match.Groups["word"] is { Success: true, Value: var word } ? 1 + Array.FindIndex(Counts, names => names.Contains(word, StringComparer.Ordinal))
            : decimal.Parse(match.Groups["digits"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var whole = match.Groups["more"].Success ? count + Half : count;
        return match.Groups["unit"] is { Success: true, Value: [var unit, ..] } ? new LengthOfTime(whole, unit)
            : match.Groups["digits"].Success ? new LengthOfTime(whole, null)
            : null; // "half" or "een" of what?
    }

    /// <summary>The day that lies so much later, by the calendar: a month after 12 October is 12 November.</summary>
    public DateOnly After(DateOnly day)
    {
        if (Unit is not ('m' or 'k' or 'q' or 'j' or 'y'))
        {
            return day.AddDays(Math.Min(Days, MostDays));
        }

        var months = Math.Min(MostMonths, Count * Unit switch { 'm' => 1, 'k' or 'q' => MonthsInAQuarter, _ => MonthsInAYear });
        var whole = decimal.ToInt32(decimal.Floor(months));
        return day.AddMonths(whole).AddDays(decimal.ToInt32(decimal.Ceiling((months - whole) * DaysInAMonth)));
    }

    [GeneratedRegex(
        """
        ^ (?: (?:ongeveer|zo'n|circa|ca\.?|about|around|some) \s+ )?
        (?:
            (?<half> (?:een\s+|a\s+)? hal(?:f|ve) (?:\s+an?)? ) |
            (?<oneandhalf> anderhal(?:f|ve) ) |
            (?: (?<digits> \d{1,6} (?:[.,]\d{1,2})? ) |
                (?<word> een|één|an|a|one|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven|acht|eight|negen|nine|tien|ten|elf|eleven|twaalf|twelve ) )
            (?<more> \s+ (?:en\s+een\s+hal(?:f|ve)|and\s+a\s+half) | [eë]nhal(?:f|ve) )?
        )
        \s* (?<unit> d(?:g|ag|agen|ays?)? | w(?:k|kn|ks|eek|eken|eeks)? | m(?:nd|nden|aand|aanden|onths?|ths?)? | kwarta(?:al|len) | quarters? | j(?:r|aar|aren)? | y(?:ears?|rs?)? )?
        \.? $
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
