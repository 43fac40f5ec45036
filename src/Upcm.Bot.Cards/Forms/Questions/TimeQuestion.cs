using System.Globalization;
using System.Text.RegularExpressions;

namespace Upcm.Bot.Cards.Forms;

/// <summary>A time of day, read as people write it: <c>10:00</c>, <c>9.30</c>, <c>10 uur</c>, <c>14u15</c>, <c>2 pm</c>.</summary>
public sealed partial record TimeQuestion(string Key, Phrase Prompt) : Question<TimeOnly>(Key, Prompt)
{
    protected override Reading<TimeOnly> Read(string text, CultureInfo culture)
    {
        if (Written().Match(text.Trim().ToLowerInvariant()) is not { Success: true } match)
        {
            return NotATime(text);
        }

        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        hour = match.Groups["half"].Value switch
        {
            "pm" when hour < 12 => hour + 12,
            "am" when hour == 12 => 0,
            _ => hour,
        };
        return hour < 24 && minute < 60 ? Reading.Of(new TimeOnly(hour, minute)) : NotATime(text);
    }

    protected override Reading<TimeOnly> Parse(string canonical) =>
        TimeOnly.TryParseExact(canonical, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? Reading.Of(time) : NotATime(canonical);

    protected override string Write(TimeOnly value) => value.ToString("HH:mm", CultureInfo.InvariantCulture);

    public override string Echo(string canonical, CultureInfo culture) => canonical;

    protected override Field Blank(CultureInfo culture) => new(Key, Prompt.In(culture), FieldKind.Line) { AtMost = 12 };

    private static Reading<TimeOnly> NotATime(string text) => Reading.Unclear<TimeOnly>(
        $"In \"{(text.Length <= 40 ? text : text[..39] + "…")}\" herken ik geen tijd. Schrijf bijvoorbeeld 10:00 of 14.30.",
        $"I see no time in \"{(text.Length <= 40 ? text : text[..39] + "…")}\". Please write for instance 10:00 or 14:30.");

    [GeneratedRegex(@"^(?:om\s+|at\s+)?(?<h>\d{1,2})(?:\s*[:.uh]\s*(?<m>\d{2}))?\s*(?:uur|u|h|o'clock|(?<half>am|pm))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
