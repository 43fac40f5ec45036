using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Upcm.Benchmarks.Importing;
using Upcm.Benchmarks.Turns;
using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Benchmarks.Upkeep;

/// <summary>
/// What an operator does with a large store, each with the published bot: how long it takes, and the most memory. Then ten people work
/// while old messages are purged and somebody is erased, and how long they wait meanwhile.
/// </summary>
internal static class UpkeepBenchmark
{
    private const int People = 10;
    private const int Messages = 50_000;
    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(45); // the clock that purges and erases looks once a minute
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <param name="data">Where the store is kept; filled where it is not there yet, which takes minutes.</param>
    public static async Task<int> Run(string bot, string data, int initiatives, CancellationToken cancel)
    {
        Directory.CreateDirectory(data);
        if (!File.Exists(Path.Combine(data, "upcm.db")))
        {
            await Fill(bot, data, initiatives, cancel);
        }

        Tell($"Store of {new FileInfo(Path.Combine(data, "upcm.db")).Length / 1e6:0} MB\n");
        Tell($"| What | seconds | most MB |\n|---|---|---|");
        var work = Directory.CreateTempSubdirectory("upcm-upkeep-").FullName;
        var (copy, backup) = (Path.Combine(work, "data"), Path.Combine(work, "backup.zip"));
        await Verb("doctor", "doctor", "--data", data);
        await Verb("check", "check", "--data", data);
        await Verb("backup", "backup", "--data", data, "--to", backup);
        Tell($"| (backup of {new FileInfo(backup).Length / 1e6:0} MB) | | |");
        await Verb("restore, on an empty folder", "restore", backup, "--data", copy);
        await Verb("doctor --mend, where nothing is wrong", "doctor", "--mend", "--data", copy);
        using (var file = LiteDbFile.Open(copy))
        {
            file.Look(static database => database.UserVersion = 2);
        }

        await Verb("a schema of before, brought up at opening after a backup", "schedule", "preview", "--data", copy);
        await OldMessages.Fill(copy, Messages, TimeProvider.System.GetUtcNow().AddDays(-400));
        await Serve(bot, copy, cancel);
        Directory.Delete(work, recursive: true);
        return 0;

        async Task Verb(string name, params string[] arguments)
        {
            try
            {
                var took = await Measured.Run(bot, arguments, cancel);
                Tell($"| {name} | {took.Seconds:0.0} | {took.Megabytes:0} |");
            }
            catch (InvalidOperationException failed)
            {
                Tell($"| {name}: {failed.Message} | | |");
            }
        }
    }

    private static async Task Fill(string bot, string data, int initiatives, CancellationToken cancel)
    {
        var portfolio = Path.Combine(data, "portfolio.yaml");
        await ImportBenchmark.Write(portfolio, initiatives, cancel);
        var took = await Measured.Run(bot, ["import", portfolio, "--data", data, "--workspace", Seed.Tenant], cancel);
        Tell($"{initiatives} initiatives imported in {took.Seconds:0} s, {took.Megabytes:0} MB at most");
    }

    private static async Task Serve(string bot, string data, CancellationToken cancel)
    {
        await using var connector = await Connector.Start();
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(60) };
        var log = new ConcurrentQueue<string>();
        var started = Stopwatch.GetTimestamp();
        using var server = Server.Start(bot, log.Enqueue, "serve", "--data", data, "--urls", "http://127.0.0.1:3985");
        Visitor[] people = [.. Enumerable.Range(0, People).Select(number => new Visitor($"visitor-{number}", http, connector))];
        await server.FirstAnswer(people[0], started, cancel);
        Tell($"\n| Ten people at work | seconds | turns | p50 ms | p99 ms | most ms | most MB |\n|---|---|---|---|---|---|---|");
        await While("nothing else", async stop => await Task.Delay(Quiet, TimeProvider.System, stop));
        await While($"{Messages} old messages are purged", stop => Written("written anew", stop));
        var leaver = new Visitor("leaver", http, connector);
        foreach (var said in (string[])["hoi", "meld initiatief", "Fietsen delen in de regio", "Hergebruik van fietsen", "team realisatie", "ja", "vergeet mij", "ja", "ja"])
        {
            await leaver.Say(said, server.Address, cancel);
        }

        await While("somebody is erased", stop => Written("is done", stop));

        async Task Written(string line, CancellationToken stop)
        {
            var begun = Stopwatch.GetTimestamp();
            while (!log.Any(one => one.Contains(line, StringComparison.Ordinal)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, stop);
                if (Stopwatch.GetElapsedTime(begun) > Patience)
                {
                    throw new TimeoutException($"Nothing was logged with \"{line}\": {string.Join('\n', log.TakeLast(20))}");
                }
            }
        }

        async Task While(string name, Func<CancellationToken, Task> other)
        {
            var begun = Stopwatch.GetTimestamp();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var (waiting, took, most) = (other(cancel), new ConcurrentBag<double>(), 0.0);
            var working = Task.WhenAll(people.Select(async (person, number) =>
            {
                await Task.Delay(Thinks * number / People, TimeProvider.System, cancel);
                while (!stop.IsCancellationRequested)
                {
                    took.Add((await person.Turn(server.Address, cancel)).TotalMilliseconds);
                    await Task.Delay(Thinks, TimeProvider.System, cancel);
                }
            }));
            while (!waiting.IsCompleted)
            {
                most = Math.Max(most, server.Megabytes);
                await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancel));
            }

            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            await stop.CancelAsync();
            await Task.WhenAll(waiting, working);
            double[] sorted = [.. took.Order()];
            Tell($"| while {name} | {seconds:0} | {sorted.Length} | {At(0.5):0.0} | {At(0.99):0.0} | {sorted[^1]:0} | {most:0} |");

            double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        }
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
