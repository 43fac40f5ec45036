using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Benchmarks.Torturing;

/// <summary>
/// Kills a process that commits, at any moment, and looks at what the store has then: everything that was acknowledged, whole,
/// and at most the one commit more that each writer was waiting for.
/// </summary>
public static class Torture
{
    internal const string WriterVerb = "torture-writer";
    private static readonly TimeSpan OpensWithin = TimeSpan.FromSeconds(2);

    /// <returns>0 where every round held; otherwise what did not hold has been told.</returns>
    public static async Task<int> Run(int rounds, TextWriter told)
    {
        var folder = Directory.CreateTempSubdirectory("upcm-torture-").FullName;
        var acknowledged = new int[TortureWriter.Writers];
        var slowest = TimeSpan.Zero;
        List<string> wrong = [];
        for (var round = 1; round <= rounds && wrong.Count == 0; round++)
        {
            await WriteAndKill(folder, acknowledged, wrong);
            var opening = Stopwatch.StartNew();
            await using var store = LiteDbStore.Open(folder, NullLogger.Instance, TortureWriter.FeedAt);
            slowest = opening.Elapsed > slowest ? opening.Elapsed : slowest;
            for (var writer = 0; writer < acknowledged.Length; writer++)
            {
                acknowledged[writer] = await Check(store, writer, acknowledged[writer], wrong);
            }
        }

        if (slowest > OpensWithin)
        {
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"An opening took {slowest.TotalMilliseconds:0} ms."));
        }

        wrong.ForEach(told.WriteLine);
        told.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rounds} kills, {acknowledged.Sum()} commits, slowest opening {slowest.TotalMilliseconds:0} ms, {wrong.Count} faults"));
        if (wrong.Count == 0)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            told.WriteLine($"The store is left in {folder}");
        }

        return wrong.Count == 0 ? 0 : 1;
    }

    private static async Task WriteAndKill(string folder, int[] acknowledged, List<string> wrong)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Torture).Assembly.Location, WriterVerb, "--data", folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var live = TimeSpan.FromMilliseconds(Random.Shared.Next(1, 1200));
        var began = await Note(process.StandardOutput, acknowledged);
        if (began)
        {
            try
            {
                await LiteDbStore.Open(folder, NullLogger.Instance, TortureWriter.FeedAt).DisposeAsync();
                wrong.Add("A second process was let in.");
            }
            catch (StoreInUseException)
            {
                // as it should be
            }
        }

        var reading = Task.Run(async () =>
        {
            while (await Note(process.StandardOutput, acknowledged))
            {
            }
        });
        await Task.WhenAny(reading, Task.Delay(live, TimeProvider.System));
        process.Kill(); // SIGKILL: nothing of its own gets to run any more
        await process.WaitForExitAsync();
        await reading;
        if (!began)
        {
            wrong.Add("The writer ended by itself.");
        }
    }

    /// <summary>Takes down one acknowledged commit; false at the end. A last line may be cut short.</summary>
    private static async Task<bool> Note(StreamReader output, int[] acknowledged)
    {
        if (await output.ReadLineAsync() is not { } line)
        {
            return false;
        }

        if (line.Split(' ') is [var writer, var number]
            && int.TryParse(writer, NumberStyles.None, CultureInfo.InvariantCulture, out var who)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which))
        {
            acknowledged[who] = Math.Max(acknowledged[who], which);
        }

        return true;
    }

    /// <returns>How far the writer came.</returns>
    private static async Task<int> Check(LiteDbStore store, int writer, int acknowledged, List<string> wrong)
    {
        var head = (await store.Load(Leaf.Kind, TortureWriter.Here, Leaf.Head(writer), default))?.Document.Number ?? 0;
        if (head < acknowledged || head > acknowledged + 1)
        {
            wrong.Add($"Writer {writer} was told of commit {acknowledged}, and the store has {head}.");
        }

        if (await store.Count(TortureWriter.Here, $"commits {writer}", default) is var count && count != head)
        {
            wrong.Add($"Writer {writer} came to {head}, and its counter to {count}.");
        }

        for (var number = 1; number <= head + 1; number++)
        {
            var expected = number <= head && !TortureWriter.IsDeleted(number, head);
            foreach (var id in new[] { Leaf.Left(writer, number), Leaf.Right(writer, number) })
            {
                if (await store.Load(Leaf.Kind, TortureWriter.Here, id, default) is not null != expected)
                {
                    wrong.Add($"'{id}' should {(expected ? "" : "not ")}be there at {head}.");
                }
            }
        }

        var expectedKeys = 1 + (2 * Enumerable.Range(1, head).Count(number => !TortureWriter.IsDeleted(number, head)));
        var keys = await store.Find(Leaf.Kind, TortureWriter.Here, $"writer={writer:00}|", expectedKeys + 10, null, false, default);
        if (head > 0 && keys.Count != expectedKeys)
        {
            wrong.Add($"Writer {writer} has {keys.Count} documents by key and should have {expectedKeys}.");
        }

        return head;
    }
}
