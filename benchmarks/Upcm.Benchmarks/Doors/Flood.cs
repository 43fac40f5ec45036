using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Upcm.Benchmarks.Turns;

namespace Upcm.Benchmarks.Doors;

/// <summary>
/// Ten people work in the published bot, first by themselves and then while forged requests come in at a steady rate that waits
/// for no answer: how long the ten wait, and what memory the bot takes.
/// </summary>
internal static class Flood
{
    private const int People = 10;
    private const int TicksPerSecond = 50;
    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(500);
    private static readonly string Padding = new('x', 100_000);

    public static async Task<int> Run(string bot, int rate, TimeSpan time, CancellationToken cancel)
    {
        if (!File.Exists(bot))
        {
            await Console.Error.WriteLineAsync($"There is no {bot}. Publish it first: see benchmarks/README.md");
            return 2;
        }

        await using var authority = await Authority.Start();
        await using var connector = await Connector.Start();
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30) };
        var data = Directory.CreateTempSubdirectory("upcm-flood-").FullName;
        var started = Stopwatch.GetTimestamp();
        using var server = Server.Start(bot,
            ["serve", "--data", data, .. authority.Settings.SelectMany(static one => (string[])["--set", $"{one.Key}={one.Value}"]), "--urls", "http://127.0.0.1:3986"]);
        string Token() => Issuer.Token(TimeProvider.System.GetUtcNow(), claims => claims["serviceurl"] = connector.Address);
        Visitor[] people = [.. Enumerable.Range(0, People).Select(number => new Visitor($"visitor-{number}", http, connector) { Token = Token, Tenant = Issuer.Tenant })];
        await server.FirstAnswer(people[0], started, cancel);

        await Work(people, server, time, cancel); // warm-up
        var memory = server.Megabytes;
        var alone = await Work(people, server, time, cancel);
        memory = Math.Max(memory, server.Megabytes);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var flood = Knock(server.Address, rate, stop.Token);
        var (flooded, most) = await Watched(server, Work(people, server, time, cancel));
        await stop.CancelAsync();
        var (answers, failed, took) = await flood;
        Directory.Delete(data, recursive: true);

        Console.WriteLine("| | turns | p50 ms | p99 ms | most ms | MB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Tell("ten people alone", alone, memory);
        Tell(string.Create(CultureInfo.InvariantCulture, $"with {answers.Values.Sum() / took.TotalSeconds:0} forged requests a second"), flooded, most);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Forged: {string.Join(", ", answers.Select(one => $"{one.Value} x {(int)one.Key}"))}; {failed} without an answer. {authority.Reads} reads of the keys."));
        var held = At(flooded, 0.99) <= Goal.TotalMilliseconds && most - memory <= 50 && answers.Keys.All(static status => status == HttpStatusCode.Unauthorized);
        return held ? 0 : 1;
    }

    /// <summary>How long each turn took in ms, sorted; the people begin one after the other, and think after each answer.</summary>
    private static async Task<double[]> Work(Visitor[] people, Server server, TimeSpan time, CancellationToken cancel)
    {
        var took = new ConcurrentBag<double>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(people.Select(async (person, number) =>
        {
            await Task.Delay(Thinks * number / People, TimeProvider.System, cancel);
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                took.Add((await person.Turn(server.Address, cancel)).TotalMilliseconds);
                await Task.Delay(Thinks, TimeProvider.System, cancel);
            }
        }));
        double[] sorted = [.. took];
        Array.Sort(sorted);
        return sorted;
    }

    private static async Task<(double[] Took, double Megabytes)> Watched(Server server, Task<double[]> work)
    {
        var most = 0.0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!work.IsCompleted && await timer.WaitForNextTickAsync())
        {
            most = Math.Max(most, server.Megabytes);
        }

        return (await work, most);
    }

    private static async Task<(Dictionary<HttpStatusCode, int> Answers, int Failed, TimeSpan Took)> Knock(Uri server, int rate, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false, MaxConnectionsPerServer = 400 };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) };
        using var attacker = RSA.Create(2048);
        var forged = Forged(attacker);
        var (answers, failed, sent) = (new ConcurrentDictionary<HttpStatusCode, int>(), 0, 0);
        var under = new List<Task>();
        var took = TimeSpan.Zero;
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / TicksPerSecond));
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                for (var due = (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate); sent < due; sent++)
                {
                    under.Add(One(forged[sent % forged.Length], sent));
                }

                under.RemoveAll(static task => task.IsCompleted);
            }
        }
        catch (OperationCanceledException)
        {
            took = Stopwatch.GetElapsedTime(started);
            await Task.WhenAll(under);
        }

        return (new(answers), failed, took);

        async Task One(string? authorization, int number)
        {
            // Every twentieth has a body of 100 KB.
            using var content = new StringContent(number % 20 == 0 ? $$"""{"type":"message","text":"{{Padding}}"}""" : """{"type":"message"}""");
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, Visitor.Door)) { Content = content };
            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", authorization.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            }

            try
            {
                using var answer = await http.SendAsync(request, CancellationToken.None);
                answers.AddOrUpdate(answer.StatusCode, 1, static (_, before) => before + 1);
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
            {
                Interlocked.Increment(ref failed);
            }
        }
    }

    /// <summary>What strangers try; the costliest for the door are those that look right until the signature.</summary>
    private static string?[] Forged(RSA attacker)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (header, claims) = (Issuer.Header().ToJsonString(), Issuer.Claims(now).ToJsonString());
        var late = Issuer.Claims(now);
        late["exp"] = now.AddHours(-1).ToUnixTimeSeconds();
        return
        [
            $"Bearer {Issuer.Sign(header, claims, attacker)}",
            $"Bearer {Issuer.Sign(header, claims, attacker)}",
            $"Bearer {Issuer.Sign(Issuer.Header("unknown").ToJsonString(), claims, attacker)}",
            $"Bearer {Issuer.Sign(header, late.ToJsonString())}",
            $"Bearer {Issuer.Encode("""{"alg":"none","typ":"JWT"}""")}.{Issuer.Encode(claims)}.",
            $"Bearer {new string('a', 15_000)}.b.c",
            "Bearer {n}",
            null,
        ];
    }

    private static void Tell(string what, double[] took, double megabytes) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {took.Length} | {At(took, 0.5):0.0} | {At(took, 0.99):0.0} | {took[^1]:0.0} | {megabytes:0} |"));

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
