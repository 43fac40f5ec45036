using System.CommandLine;
using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Configuration;
using Upcm.Bot.Programme;

namespace Upcm.Bot.Verbs;

/// <summary><c>check</c>: whether this installation can work, line by line, with what to do where it cannot.</summary>
internal static class CheckVerb
{
    /// <summary>Something is not all right.</summary>
    public const int NotOk = 1;

    public static Command Create(Common common)
    {
        var command = new Command("check", "Test settings, programme, store and reachability");
        command.SetAction(async (parsed, cancel) =>
        {
            if (common.Settings(parsed) is not { } settings)
            {
                return Common.Refused;
            }

            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            return await Run(settings, http, Console.Out, common.Culture(parsed), cancel);
        });
        return command;
    }

    internal static async Task<int> Run(IConfiguration settings, HttpClient http, TextWriter output, CultureInfo culture, CancellationToken cancel)
    {
        var ok = true;
        Tell(new CheckLine(new("Instellingen", "Settings"), null));
        var reading = settings.Of(Settings.Programme) is { } file ? ProgrammeFile.ReadFrom(file) : ProgrammeFile.ReadFrom(ProgrammeFile.Shipped);
        Tell(new CheckLine(
            new($"Programma{(reading.Programme is { } method ? $" {method.Id}" : "")}", $"Programme{(reading.Programme is { } same ? $" {same.Id}" : "")}"),
            reading.Problems is [var first, ..]
                ? new($"{first} ({reading.Problems.Count} in totaal). Herstel het bestand.", $"{first} ({reading.Problems.Count} in all). Put the file right.")
                : null));
        foreach (var line in await StoreCheck.Of(Common.DataOf(settings), cancel))
        {
            Tell(line);
        }

        foreach (var line in await ReachCheck.Of(settings, http, cancel))
        {
            Tell(line);
        }

        return ok ? 0 : NotOk;

        void Tell(CheckLine line)
        {
            ok &= line.Problem is null;
            output.WriteLine(line.Problem is null
                ? $"{(culture.IsEnglish() ? "ok     " : "goed     ")}{line.What.In(culture)}"
                : $"{(culture.IsEnglish() ? "not ok " : "niet goed")}{(culture.IsEnglish() ? "" : " ")}{line.What.In(culture)}: {line.Problem.In(culture)}");
        }
    }
}

/// <param name="Problem">What is wrong and what to do, or null.</param>
internal sealed record CheckLine(Phrase What, Phrase? Problem);
