using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Benchmarks.Torturing;

/// <summary>
/// Kills a process that commits, at any moment, and looks at what the store has then: everything that was acknowledged, whole,
/// and at most the one commit more that each writer was waiting for.
/// </summary>
public sealed class Torture : IDisposable
{
    internal const string WriterVerb = "torture-writer";
    private const int WholeCheckEvery = 10;
    private const int CheckedOtherwise = 200;
    private static readonly TimeSpan OpensWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RefusedWithin = TimeSpan.FromSeconds(1);

    private readonly TortureRun run;
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("upcm-torture-");
    private readonly int[] acknowledged = new int[TortureWriter.Writers];
    private readonly List<string> wrong = [];
    private long commits;
    private TimeSpan slowest;

    private Torture(TortureRun run) => this.run = run;

    private string Folder => Path.Combine(work.FullName, "store");

    private string Synced => Path.Combine(work.FullName, "synced");

    /// <summary>What the issue asks for: half on a fresh store and half on a growing one, on the disk as it is and on a slow one, and losses of power.</summary>
    public static async Task<int> Run(int rounds, int megabytes, TextWriter told)
    {
        var half = Math.Max(1, rounds / 2);
        TortureRun[] all =
        [
            new(half, Fresh: true),
            new(half, Fresh: false) { Megabytes = megabytes },
            new(half, Fresh: true) { FsyncMilliseconds = 30 },
            new(half, Fresh: false) { Megabytes = megabytes, FsyncMilliseconds = 30 },
            new(half, Fresh: true) { LosesPower = true },
        ];
        var faults = 0;
        foreach (var one in all)
        {
            faults += await Run(one, told);
        }

        return faults;
    }

    /// <returns>0 where every round held; otherwise what did not hold has been told.</returns>
    public static async Task<int> Run(TortureRun one, TextWriter told)
    {
        if (one.NeedsFaults && Faults.Library is null)
        {
            told.WriteLine($"{one}: not run, there is no gcc here");
            return 0;
        }

        using var torture = new Torture(one);
        return await torture.Run(told);
    }

    public void Dispose()
    {
        if (wrong.Count == 0)
        {
            work.Delete(recursive: true);
        }
    }

    private async Task<int> Run(TextWriter told)
    {
        if (run.Megabytes > 0)
        {
            await TortureWriter.Fill(Folder, run.Megabytes);
        }

        var round = 0;
        while (round < run.Rounds && wrong.Count == 0)
        {
            round++;
            Begin();
            await WriteAndKill(fromTheStart: run.Fresh && round % 2 == 0);
            if (run.LosesPower)
            {
                LosePower();
            }

            await Look(whole: run.Fresh || round % WholeCheckEvery == 0 || round == run.Rounds);
        }

        if (slowest > OpensWithin)
        {
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"An opening took {slowest.TotalMilliseconds:0} ms."));
        }

        commits += run.Fresh ? 0 : acknowledged.Sum();
        wrong.ForEach(told.WriteLine);
        var megabytes = Directory.Exists(Folder) ? new DirectoryInfo(Folder).EnumerateFiles().Sum(static file => file.Length) / 1e6 : 0;
        told.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run}: {round} kills, {commits} commits, {megabytes:0} MB at the end, slowest opening {slowest.TotalMilliseconds:0} ms, {wrong.Count} faults"));
        if (wrong.Count > 0)
        {
            told.WriteLine($"The store is left in {work.FullName}");
        }

        return wrong.Count == 0 ? 0 : 1;
    }

    private void Begin()
    {
        foreach (var folder in new[] { Folder, Synced })
        {
            if (run.Fresh && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
        }

        if (run.Fresh)
        {
            Array.Clear(acknowledged);
        }
    }

    private async Task WriteAndKill(bool fromTheStart)
    {
        using var process = Process.Start(Writer())!;
        var began = fromTheStart;
        if (!fromTheStart && await Note(process.StandardOutput))
        {
            began = true;
            await BeRefused();
        }

        var reading = Task.Run(async () =>
        {
            while (await Note(process.StandardOutput))
            {
            }
        });
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 1200)), TimeProvider.System));
        if (!began || process.HasExited)
        {
            wrong.Add("The writer ended by itself.");
        }

        process.Kill(); // SIGKILL: nothing of its own gets to run any more
        await process.WaitForExitAsync();
        await reading;
    }

    private ProcessStartInfo Writer()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Torture).Assembly.Location, WriterVerb, "--data", Folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (run.NeedsFaults)
        {
            start.Environment["LD_PRELOAD"] = Faults.Library;
            start.Environment["UPCM_FSYNC_MS"] = run.FsyncMilliseconds.ToString(CultureInfo.InvariantCulture);
            start.Environment["UPCM_SYNCED"] = run.LosesPower ? Synced : null;
        }

        return start;
    }

    private async Task BeRefused()
    {
        var asking = Stopwatch.StartNew();
        try
        {
            await LiteDbStore.Open(Folder, NullLogger.Instance, TortureWriter.FeedAt).DisposeAsync();
            wrong.Add("A second process was let in.");
        }
        catch (StoreInUseException)
        {
            if (asking.Elapsed > RefusedWithin)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"A second process was refused after {asking.ElapsedMilliseconds} ms."));
            }
        }
    }

    /// <summary>Puts what was flushed in the place of what was written.</summary>
    private void LosePower()
    {
        foreach (var unfinished in Directory.GetFiles(Synced, "*.part-*"))
        {
            File.Delete(unfinished);
        }

        Directory.Delete(Folder, recursive: true);
        Directory.Move(Synced, Folder);
    }

    private async Task Look(bool whole)
    {
        var opening = Stopwatch.StartNew();
        await using var store = LiteDbStore.Open(Folder, NullLogger.Instance, TortureWriter.FeedAt);
        slowest = opening.Elapsed > slowest ? opening.Elapsed : slowest;
        for (var writer = 0; writer < acknowledged.Length; writer++)
        {
            acknowledged[writer] = await Check(store, writer, whole);
            commits += run.Fresh ? acknowledged[writer] : 0;
        }
    }

    /// <summary>Takes down one acknowledged commit; false at the end. A last line may be cut short.</summary>
    private async Task<bool> Note(StreamReader output)
    {
        if (await output.ReadLineAsync() is not { } line)
        {
            return false;
        }

        if (line.Split(' ') is [var writer, var number, "."]
            && int.TryParse(writer, NumberStyles.None, CultureInfo.InvariantCulture, out var who)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which))
        {
            acknowledged[who] = Math.Max(acknowledged[who], which);
        }

        return true;
    }

    /// <returns>How far the writer came.</returns>
    private async Task<int> Check(LiteDbStore store, int writer, bool whole)
    {
        var told = acknowledged[writer];
        var head = (await store.Load(Leaf.Kind, TortureWriter.Here, Leaf.Head(writer), default))?.Document.Number ?? 0;
        if (head < told || head > told + 1)
        {
            wrong.Add($"Writer {writer} was told of commit {told}, and the store has {head}.");
        }

        if (await store.Count(TortureWriter.Here, $"commits {writer}", default) is var count && count != head)
        {
            wrong.Add($"Writer {writer} came to {head}, and its counter to {count}.");
        }

        for (var number = whole ? 1 : Math.Max(1, head - CheckedOtherwise); number <= head + 1; number++)
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
        if (head > 0 && whole && await store.Find(Leaf.Kind, TortureWriter.Here, $"writer={writer:00}|", expectedKeys + 10, null, false, default) is var keys && keys.Count != expectedKeys)
        {
            wrong.Add($"Writer {writer} has {keys.Count} documents by key and should have {expectedKeys}.");
        }

        return head;
    }
}
