using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Benchmarks.Digests;

/// <summary>
/// Kills a process in the middle of a digest run, lets another finish it an hour later, and counts at the connector: every
/// linking pin got the digest, and who got it twice was told so.
/// </summary>
public static class DigestKill
{
    private const int Pins = 60;
    private static readonly TimeSpan FinishesWithin = TimeSpan.FromMinutes(3);

    /// <returns>0 where every round held; otherwise what did not hold has been told.</returns>
    public static async Task<int> Run(int rounds, TextWriter told)
    {
        var folder = Directory.CreateTempSubdirectory("upcm-digest-kill-").FullName;
        var arrived = new ConcurrentQueue<(string To, bool SaysSo)>();
        await using var app = await Listen(arrived);
        var address = app.Urls.First() + "/";
        var monday = new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero);
        await DigestRunner.Fill(folder, Pins, address, monday.AddDays(-4));
        List<string> wrong = [];
        var (twice, middle) = (0, 0);
        for (var round = 0; round < rounds && wrong.Count == 0; round++, monday += TimeSpan.FromDays(7))
        {
            arrived.Clear();
            await RunAndKill(folder, address, monday.AddSeconds(1), arrived);
            middle += arrived.Count is > 0 and < Pins ? 1 : 0;
            await Finish(folder, address, monday.AddHours(1), wrong);
            var counted = arrived.ToLookup(static one => one.To);
            for (var pin = 0; pin < Pins; pin++)
            {
                var got = counted[$"pin{pin:0000}"].ToList();
                twice += got.Count - 1;
                if (got.Count is < 1 or > 2 || got.Skip(1).Any(static one => !one.SaysSo))
                {
                    wrong.Add($"In round {round + 1} pin{pin:0000} got it {got.Count} times{(got.Count > 1 ? ", without being told so" : "")}.");
                }
            }
        }

        wrong.ForEach(told.WriteLine);
        told.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rounds} kills, {middle} of them with part of the digests out, {Pins} linking pins, {twice} told that they may have it already, {wrong.Count} faults"));
        Directory.Delete(folder, recursive: true);
        return wrong.Count == 0 ? 0 : 1;
    }

    private static async Task RunAndKill(string folder, string address, DateTimeOffset at, ConcurrentQueue<(string To, bool SaysSo)> arrived)
    {
        using var process = Start(folder, address, at);
        await process.StandardOutput.ReadLineAsync();
        var until = Random.Shared.Next(0, Pins);
        var waiting = Stopwatch.StartNew();
        while (arrived.Count < until && !process.HasExited && waiting.Elapsed < FinishesWithin)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        process.Kill(); // SIGKILL: nothing of its own gets to run any more
        await process.WaitForExitAsync();
    }

    private static async Task Finish(string folder, string address, DateTimeOffset at, List<string> wrong)
    {
        using var process = Start(folder, address, at);
        using var patience = new CancellationTokenSource(FinishesWithin);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            wrong.Add("The run was not finished in time.");
        }

        await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
        foreach (var stuck in await store.Find(Kinds.Posts, DigestRunner.Here, "stuck=", 10, null, descending: false, default))
        {
            wrong.Add($"{stuck.Document.Id} is {stuck.Document.State}: {stuck.Document.Cause}");
        }
    }

    private static Process Start(string folder, string address, DateTimeOffset at) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(DigestKill).Assembly.Location, DigestRunner.Verb, "--data", folder, "--url", address, "--at", at.ToString("O", CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    private static async Task<WebApplication> Listen(ConcurrentQueue<(string To, bool SaysSo)> arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/v3/conversations/{place}/activities", async context =>
        {
            var body = (await JsonNode.ParseAsync(context.Request.Body))!.ToJsonString();
            arrived.Enqueue(((string)context.Request.RouteValues["place"]!, body.Contains("Opnieuw verstuurd", StringComparison.Ordinal)));
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsync("""{"id":"1"}""");
        });
        await app.StartAsync();
        return app;
    }
}
