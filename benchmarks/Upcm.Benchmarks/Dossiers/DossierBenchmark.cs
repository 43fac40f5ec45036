using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Benchmarks.Turns;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Pictures;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Dossiers;

/// <summary>
/// How long the dossier of a gate takes, from the store to the JSON of its card, with few and with many initiatives in the store:
/// it is read by keys, so that the size of the portfolio must not show.
/// </summary>
internal static class DossierBenchmark
{
    private const int Goal = 100;
    private static readonly WorkspaceId Workspace = new(Seed.Tenant);

    public static async Task<int> Run(int times, CancellationToken cancel)
    {
        var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
        Console.WriteLine("| initiatives | dossiers | first ms | p50 ms | p99 ms | most ms | KB of card |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var met = true;
        foreach (var initiatives in (int[])[1_000, 100_000])
        {
            var folder = Directory.CreateTempSubdirectory("upcm-benchmark-").FullName;
            await Seed.Fill(folder, initiatives);
            met &= await Measure(folder, initiatives, method, times, cancel);
            Directory.Delete(folder, recursive: true);
        }

        return met ? 0 : 1;
    }

    private static async Task<bool> Measure(string folder, int initiatives, WorkingMethod method, int times, CancellationToken cancel)
    {
        await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
        InitiativeNumber[] numbers = [.. Enumerable.Range(1, 200).Select(index => new InitiativeNumber(20, index * (initiatives / 200)))];
        foreach (var number in numbers)
        {
            await ProjectSeed.Fill(store, Workspace, number, method, cancel);
        }

        // With the addresses of its pictures, as a card for Teams has them.
        var illustrations = new Illustrations(new PictureLinks(new Uri("https://bot.example/"), new byte[32], TimeProvider.System, TimeSpan.FromDays(30)));
        var now = new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);
        var took = new double[times];
        var bytes = 0;
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var reader = new Reader(store, Workspace, cancel);
            var view = (await GateView.Of(reader, method, now, numbers[i * 37 % numbers.Length]))!;
            var dossier = await GateDossier.Of(reader, method, now, view);
            var card = new DossierCard(dossier, view, method, Cultures.Dutch, illustrations).For(Standing.None);
            bytes = AdaptiveCardRenderer.Render(card, Cultures.Dutch).Length;
            took[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        var first = took[0];
        Array.Sort(took);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {initiatives} | {times} | {first:0.0} | {At(took, 0.5):0.00} | {At(took, 0.99):0.00} | {took[^1]:0.0} | {bytes / 1024.0:0.0} |"));
        return At(took, 0.99) < Goal;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
