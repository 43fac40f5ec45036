using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Benchmarks.Turns;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Dossiers;

/// <summary>
/// How long the dossier of a gate takes, from the store to the JSON of its card, with few and with many initiatives in the store:
/// it is read by keys, so that the size of the portfolio must not show. Each store is filled and closed, and then read by a process
/// of its own, so that the first dossier is what the first one after a start of the bot is.
/// </summary>
internal static class DossierBenchmark
{
    /// <summary>How many of the initiatives have all that a dossier shows.</summary>
    public const int Projects = 200;

    public static async Task<int> Run(int times, CancellationToken cancel)
    {
        Console.WriteLine("| initiatives | store | first ms | p50 ms | p99 ms | most ms | KB of card |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var met = true;
        foreach (var initiatives in (int[])[1_000, 100_000])
        {
            var folder = Directory.CreateTempSubdirectory("upcm-benchmark-").FullName;
            try
            {
                await Fill(folder, initiatives, cancel);
                met &= await Read(folder, initiatives, times, cancel);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return met ? 0 : 1;
    }

    /// <summary>The projects among so many initiatives.</summary>
    public static InitiativeNumber[] Numbers(int initiatives) =>
        [.. Enumerable.Range(1, Projects).Select(index => new InitiativeNumber(20, index * (initiatives / Projects)))];

    private static async Task Fill(string folder, int initiatives, CancellationToken cancel)
    {
        var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
        await Seed.Fill(folder, initiatives);
        await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
        foreach (var number in Numbers(initiatives))
        {
            await ProjectSeed.Fill(store, new WorkspaceId(Seed.Tenant), number, method, cancel);
        }
    }

    private static async Task<bool> Read(string folder, int initiatives, int times, CancellationToken cancel)
    {
        using var reader = Process.Start(Environment.ProcessPath!, [DossierReader.Verb, "--data", folder, "--initiatives", $"{initiatives}", "--times", $"{times}"]);
        await reader.WaitForExitAsync(cancel);
        return reader.ExitCode == 0;
    }
}
