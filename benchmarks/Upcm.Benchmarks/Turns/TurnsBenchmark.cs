using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Upcm.Benchmarks.Turns;

/// <summary>
/// Drives the published bot over HTTP with one, 16 and 64 people who each wait for their answer before they go on, with few
/// and with many initiatives in the store, and a bare server in the same run.
/// </summary>
internal static class TurnsBenchmark
{
    private static readonly int[] Crowds = [1, 16, 64];

    public static async Task<int> Run(string bot, TimeSpan measured, CancellationToken cancel)
    {
        if (!File.Exists(bot))
        {
            await Console.Error.WriteLineAsync($"There is no {bot}. Publish it first: see benchmarks/README.md");
            return 2;
        }

        await using var connector = await Connector.Start();
        Tell("| Server | people | turns/s | share of bare | p50 ms | p99 ms | CPU ms a turn | first answer ms | MB |");
        Tell("|---|---|---|---|---|---|---|---|---|");
        var bare = new double[Crowds.Length];
        for (var crowd = 0; crowd < Crowds.Length; crowd++)
        {
            bare[crowd] = await Measure("bare", connector, "dotnet", [typeof(TurnsBenchmark).Assembly.Location, "bare", "--url", "http://127.0.0.1:3988"], Crowds[crowd], measured, null, cancel);
        }

        foreach (var initiatives in (int[])[1_000, 100_000])
        {
            var seeded = Directory.CreateTempSubdirectory("upcm-benchmark-").FullName;
            await Seed.Fill(seeded, initiatives);
            for (var crowd = 0; crowd < Crowds.Length; crowd++)
            {
                var data = Directory.CreateTempSubdirectory("upcm-benchmark-").FullName;
                File.Copy(Path.Combine(seeded, "upcm.db"), Path.Combine(data, "upcm.db"));
                var name = string.Create(CultureInfo.InvariantCulture, $"bot, {initiatives} initiatives");
                await Measure(name, connector, bot, ["serve", "--data", data, "--urls", "http://127.0.0.1:3987"], Crowds[crowd], measured, bare[crowd], cancel);
                Directory.Delete(data, recursive: true);
            }

            Directory.Delete(seeded, recursive: true);
        }

        return 0;
    }

    private static async Task<double> Measure(
        string name, Connector connector, string program, string[] arguments, int people, TimeSpan measured, double? bare, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var http = new HttpClient(handler);
        var started = Stopwatch.GetTimestamp();
        using var server = Server.Start(program, arguments);
        var first = await server.FirstAnswer(new Visitor("first", http, connector), started, cancel);
        Visitor[] visitors = [.. Enumerable.Range(0, people).Select(number => new Visitor($"visitor-{number}", http, connector))];
        await Drive(visitors, server.Address, measured, cancel); // warm-up
        var before = server.ProcessorTime;
        var took = await Drive(visitors, server.Address, measured, cancel);
        var processor = (server.ProcessorTime - before).TotalMilliseconds / took.Length;
        var rate = took.Length / measured.TotalSeconds;
        Tell(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {people} | {rate:0} | {(bare is { } whole ? $"{rate / whole * 100:0} %" : "")} | {At(took, 0.5):0.0} | {At(took, 0.99):0.0} | {processor:0.00} | {first:0} | {server.Megabytes:0} |"));
        return rate;
    }

    /// <returns>How long each turn took in ms, sorted.</returns>
    private static async Task<double[]> Drive(Visitor[] visitors, Uri server, TimeSpan time, CancellationToken cancel)
    {
        var took = new ConcurrentBag<double>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(visitors.Select(visitor => Task.Run(
            async () =>
            {
                while (Stopwatch.GetElapsedTime(started) < time)
                {
                    took.Add((await visitor.Turn(server, cancel)).TotalMilliseconds);
                }
            },
            cancel)));
        double[] sorted = [.. took];
        Array.Sort(sorted);
        return sorted;
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    private static void Tell(string line) => Console.WriteLine(line);
}
