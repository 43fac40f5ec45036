using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>Something that must hold whatever it is given.</summary>
internal interface IFuzzed : IAsyncDisposable
{
    /// <summary>One round; everything by chance comes from <paramref name="chance"/>. What is wrong, or null.</summary>
    ValueTask<string?> Try(PCG chance);
}

/// <summary>What a run came to.</summary>
/// <param name="Wrong">The first things that were wrong, each with the round in which it showed.</param>
/// <param name="Megabytes">The memory in use every 20,000 rounds and after all: flat where the later ones are alike.</param>
public sealed record FuzzRun(int Rounds, TimeSpan Took, IReadOnlyList<string> Wrong, IReadOnlyList<double> Megabytes);

/// <summary>
/// Gives the bot what nobody should: every round is made of the seed and its number alone, so that what went wrong in one can be
/// done again, where it does not build on the rounds before it.
/// </summary>
public static class Fuzz
{
    private const int MostTold = 10;
    private const int LongestTold = 4000;

    /// <summary>A multiple of the life of every store: what is in use then is alike.</summary>
    private const int MemoryEvery = 20_000;

    /// <summary>By name.</summary>
    private static readonly Dictionary<string, Func<Task<IFuzzed>>> Targets = new(StringComparer.Ordinal)
    {
        ["tokens"] = FuzzedTokens.Start,
        ["activities"] = FuzzedActivities.Start,
        ["submits"] = static () => FuzzedTalk.Start(pressing: 70),
        ["forms"] = static () => FuzzedTalk.Start(pressing: 10),
        ["programme"] = static () => Task.FromResult<IFuzzed>(new FuzzedProgramme()),
        ["imports"] = static () => Task.FromResult<IFuzzed>(new FuzzedImports()),
    };

    public static IReadOnlyCollection<string> Names => Targets.Keys;

    private static double Used => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    public static async Task<FuzzRun> Run(string of, int rounds, ulong seed, int first, CancellationToken cancel)
    {
        await using var fuzzed = await Targets[of]();
        var wrong = new List<string>();
        var started = Stopwatch.GetTimestamp();
        var megabytes = new List<double>();
        var done = 0;
        for (; done < rounds && wrong.Count < MostTold && !cancel.IsCancellationRequested; done++)
        {
            if (done > 0 && done % MemoryEvery == 0)
            {
                megabytes.Add(Used);
            }

            var round = first + done;
            try
            {
                if (await fuzzed.Try(new PCG((uint)round, seed)) is { } said)
                {
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"round {round}: {said[..Math.Min(said.Length, LongestTold)]}"));
                }
            }
#pragma warning disable CA1031 // Whatever escapes is what is looked for.
            catch (Exception escaped)
#pragma warning restore CA1031
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"round {round}: {escaped}"));
            }
        }

        return new FuzzRun(done, Stopwatch.GetElapsedTime(started), wrong, [.. megabytes, Used]);
    }

    /// <summary>From the command line; ends with 1 where anything was wrong.</summary>
    internal static async Task<int> Tell(string of, int rounds, ulong seed, int first, double minutes, CancellationToken cancel)
    {
        if (of != "all" && !Targets.ContainsKey(of))
        {
            await Console.Error.WriteLineAsync($"--of is one of {string.Join(", ", Names)}, or all.");
            return 2;
        }

        var ok = true;
        Console.WriteLine("| Of | rounds | wrong | minutes | a second | MB after 20,000, half, all |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var name in Names.Where(name => of == "all" || name == of))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            stop.CancelAfter(TimeSpan.FromMinutes(minutes));
            var run = await Run(name, rounds, seed, first, stop.Token);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {run.Rounds} | {run.Wrong.Count} | {run.Took.TotalMinutes:0.0} | {run.Rounds / run.Took.TotalSeconds:0} | {run.Megabytes[0]:0.0}, {run.Megabytes[run.Megabytes.Count / 2]:0.0}, {run.Megabytes[^1]:0.0} |"));
            foreach (var wrong in run.Wrong)
            {
                await Console.Error.WriteLineAsync(wrong);
                ok = false;
            }
        }

        return ok ? 0 : 1;
    }
}
