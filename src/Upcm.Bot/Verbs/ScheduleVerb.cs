using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Configuration;
using Upcm.Bot.Conversation;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
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
        var preview = new Command("preview", "Show the occasions, one per line: local time, UTC, what, to whom, and what a day off moved") { from, to };
        preview.SetAction(async (parsed, cancel) => common.Settings(parsed) is not { } settings ? Common.Refused : Preview(
            RhythmOptions.From(settings),
            parsed.GetValue(from) ?? LocalTime.DayOf(TimeProvider.System.GetUtcNow(), Clock.Amsterdam),
            parsed.GetValue(to),
            await Rhythms(settings, cancel),
            Bot.ReadProgramme(settings.Of(Settings.Programme), Console.Error)?.Teams.FirstOrDefault(team => team.OwnsRoleMeeting)?.Id ?? "",
            Console.Out,
            Console.Error));
        return new Command("schedule", "The rhythm of the programme") { preview };
    }

    /// <param name="rhythms">What people set and changed about meetings; null where that could not be read.</param>
    /// <param name="owner">The team whose meetings the settings describe.</param>
    internal static int Preview(RhythmOptions options, DateOnly from, DateOnly? to, IReadOnlyList<MeetingRhythm>? rhythms, string owner, TextWriter output, TextWriter errors)
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

        var settings = options.Timetable(Clock.Amsterdam);
        var start = LocalTime.At(from, TimeOnly.MinValue, Clock.Amsterdam).AddTicks(-1);
        var end = LocalTime.At(last.AddDays(1), TimeOnly.MinValue, Clock.Amsterdam).AddTicks(-1);
        var own = rhythms?.FirstOrDefault(rhythm => rhythm.Team == owner);
        var timetable = own is null ? settings : settings.With(own, owner);
        var others = rhythms?.Where(rhythm => rhythm != own).Select(rhythm => settings.With(rhythm, owner)) ?? [];
        foreach (var (occasion, table) in timetable.Between(start, end).Select(occasion => (occasion, timetable))
            .Concat(others.SelectMany(table => table.Between(OccasionKind.Summary, start, end).Select(occasion => (occasion, table))))
            .OrderBy(pair => pair.occasion.At))
        {
            output.WriteLine(Line(occasion, table));
        }

        if (rhythms is null)
        {
            errors.WriteLine("The store is in use, so what people changed about meetings is not in this list; in conversation, \"meetings\" shows it.");
        }

        return 0;
    }

    private static string Line(Occasion occasion, Timetable table) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeZoneInfo.ConvertTime(occasion.At, Clock.Amsterdam):ddd yyyy-MM-dd HH:mm zzz}  {occasion.At.UtcDateTime:yyyy-MM-dd HH:mm}Z  {occasion.Id,-20}  {What(occasion)}{Moved(occasion, table)}");

    private static string What(Occasion occasion) => occasion.Kind switch
    {
        OccasionKind.Digest => "weekly digest, to each team's own in person",
        OccasionKind.Reminders => "reminders of reports and actions that are due, to their owners",
        OccasionKind.Snapshot => "dashboard against last month's",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"summary for the role meeting of {TimeZoneInfo.ConvertTime(occasion.About, Clock.Amsterdam):ddd yyyy-MM-dd HH:mm}, to {(occasion.Id.Count(c => c == '/') > 1 ? "that team's channels" : "every channel bound to a team")}"),
    };

    /// <summary>Where it was planned on another day: which, and why.</summary>
    private static string Moved(Occasion occasion, Timetable table)
    {
        var day = LocalTime.DayOf(occasion.About, Clock.Amsterdam);
        var change = occasion.Kind == OccasionKind.Summary ? table.MeetingChanges.FirstOrDefault(one => one.Planned == occasion.Planned) : null;
        return change is { Extra: true } ? " (extra)"
            : day == occasion.Planned ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $" (moved from {occasion.Planned:ddd yyyy-MM-dd}: {(change is not null ? $"by {change.By.Name}" : table.DaysOff.Holiday(occasion.Planned) ?? "a day off")})");
    }

    /// <summary>Null where the store is in use; nothing where there is none yet.</summary>
    private static async Task<IReadOnlyList<MeetingRhythm>?> Rhythms(IConfiguration settings, CancellationToken cancel)
    {
        var data = Common.DataOf(settings);
        if (!Directory.Exists(data))
        {
            return [];
        }

        try
        {
            await using var store = LiteDbStore.Open(data, NullLogger<LiteDbStore>.Instance);
            return [.. (await store.Find(Kinds.MeetingRhythms, new WorkspaceId(settings.WorkspaceOf()), "team=", 200, null, descending: false, cancel)).Select(found => found.Document)];
        }
        catch (StoreInUseException)
        {
            return null;
        }
    }

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
