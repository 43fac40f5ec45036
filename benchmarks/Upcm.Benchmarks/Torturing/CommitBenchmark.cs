using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Benchmarks.Torturing;

/// <summary>How many commits a second are durable when they are acknowledged, each of three documents and a counter.</summary>
internal static class CommitBenchmark
{
    private const int Edits = 1600;
    private const double Goal = 500;

    public static async Task<int> Run(TimeSpan measured, TextWriter told)
    {
        var folder = Directory.CreateTempSubdirectory("upcm-commits-").FullName;
        var atMost = 0.0;
        await using (var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance))
        {
            told.WriteLine("| writers | commits/s | p50 ms | p99 ms | most ms |\n|---|---|---|---|---|");
            foreach (var writers in new[] { 1, 8, 32 })
            {
                await Commit(store, writers, measured / 3, $"warm {writers}"); // as much again as a third, to warm up
                var times = (await Commit(store, writers, measured, $"run {writers}")).Order().ToList();
                atMost = times.Count / measured.TotalSeconds;
                told.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {writers} | {atMost:0} | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.99)]:0.0} | {times[^1]:0.0} |"));
            }

            var lost = await EditOne(store, told);
            told.WriteLine(lost == 0 && atMost >= Goal ? "Both goals hold." : $"Goals: {Goal} commits a second with 32 writers, and no edit lost.");
            if (lost != 0 || atMost < Goal)
            {
                return 1;
            }
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<List<double>> Commit(LiteDbStore store, int writers, TimeSpan time, string name)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            List<double> own = [];
            for (var number = 0; clock.Elapsed < time; number++)
            {
                var began = clock.Elapsed;
                var changes = new Changes(TortureWriter.Here);
                for (var part = 0; part < 3; part++)
                {
                    changes.Insert(Leaf.Kind, new Leaf($"{name} {writer} {number} {part}", writer, number, new string('t', 400)));
                }

                changes.Add("commits", 1);
                await store.Commit(changes, default);
                own.Add((clock.Elapsed - began).TotalMilliseconds);
            }

            return own;
        })));
        return [.. times.SelectMany(static own => own)];
    }

    /// <returns>How many edits are missing.</returns>
    private static async Task<int> EditOne(LiteDbStore store, TextWriter told)
    {
        var first = new Changes(TortureWriter.Here);
        first.Insert(Leaf.Kind, new Leaf("edited", 0, 0, ""));
        await store.Commit(first, default);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Edits).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var (leaf, version) = (await store.Load(Leaf.Kind, TortureWriter.Here, "edited", default))!;
                var changes = new Changes(TortureWriter.Here);
                changes.Put(Leaf.Kind, leaf with { Number = leaf.Number + 1 }, version);
                try
                {
                    await store.Commit(changes, default);
                    return;
                }
                catch (VersionConflictException)
                {
                    // somebody was first: load and decide again
                }
            }
        })));
        var counted = (await store.Load(Leaf.Kind, TortureWriter.Here, "edited", default))!.Document.Number;
        told.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{Edits} people edited one record at once, again and again until it was in: {counted} edits in it after {clock.Elapsed.TotalSeconds:0.0} s."));
        return Edits - counted;
    }
}
