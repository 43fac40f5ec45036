using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary><c>schedule preview</c>: what comes when, without running anything.</summary>
internal static class ScheduleVerb
{
    private const int DaysShown = 28;
    private const int MostDays = 3660;

    public static Command Create(Common common)
    {
        var from = new Option<DateOnly?>("--from") { Description = "The first day, as 2026-11-24; today where none is given", CustomParser = Day };
        var to = new Option<DateOnly?>("--to") { Description = $"The last day; {DaysShown} days after the first where none is given", CustomParser = Day };
        var preview = new Command("preview", "Show the occasions, one per line: local time, UTC, what, to whom") { from, to };
        preview.SetAction(parsed => common.Settings(parsed) is not { } settings ? Common.Refused : Preview(
            RhythmOptions.From(settings),
            parsed.GetValue(from) ?? LocalTime.DayOf(TimeProvider.System.GetUtcNow(), Clock.Amsterdam),
            parsed.GetValue(to),
            Console.Out,
            Console.Error));
        return new Command("schedule", "The rhythm of the programme") { preview };
    }

    internal static int Preview(RhythmOptions options, DateOnly from, DateOnly? to, TextWriter output, TextWriter errors)
    {
        var problems = options.Problems().ToList();
        var last = to ?? from.AddDays(DaysShown);
        if (last < from)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"--to {last:yyyy-MM-dd} lies before --from {from:yyyy-MM-dd}."));
        }
        else if (last.DayNumber - from.DayNumber > MostDays)
        {
            problems.Add($"That is {last.DayNumber - from.DayNumber} days; at most {MostDays} can be shown.");
        }

        if (problems.Count > 0)
        {
            problems.ForEach(errors.WriteLine);
            return 2;
        }

        var timetable = options.Timetable(Clock.Amsterdam);
        var start = LocalTime.At(from, TimeOnly.MinValue, Clock.Amsterdam).AddTicks(-1);
        var end = LocalTime.At(last.AddDays(1), TimeOnly.MinValue, Clock.Amsterdam).AddTicks(-1);
        foreach (var occasion in timetable.Between(start, end))
        {
            output.WriteLine(Line(occasion));
        }

        return 0;
    }

    private static string Line(Occasion occasion) => string.Create(
        CultureInfo.InvariantCulture,
        $"{occasion.At:ddd yyyy-MM-dd HH:mm zzz}  {occasion.At.UtcDateTime:yyyy-MM-dd HH:mm}Z  {occasion.Id,-18}  {What(occasion)}");

    private static string What(Occasion occasion) => occasion.Kind switch
    {
        OccasionKind.Digest => "weekly digest, to each linking pin in person",
        _ => string.Create(
            CultureInfo.InvariantCulture, $"summary for the role meeting of {occasion.About:ddd yyyy-MM-dd HH:mm}, to every channel bound to a team"),
    };

    private static DateOnly? Day(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 9000)
        {
            return day;
        }

        argument.AddError($"\"{text}\" is not a day. Write it as 2026-11-24.");
        return null;
    }
}
