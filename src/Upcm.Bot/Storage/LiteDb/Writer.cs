using System.Threading.Channels;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The one thread that commits. Commits that wait are taken together: checked, appended to the log as one record, flushed, laid
/// over the file for readers, and only then acknowledged (ADR 5). The file follows on another thread (<see cref="Feeder"/>).
/// </summary>
internal sealed class Writer
{
    private const int MostAtOnce = 256;
    private const int UnhealthyAfter = 3;
    private const int SlowFrom = 2; // times what a layer usually takes
    private const int MostBehind = 8;
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMilliseconds(50);
    private readonly Channel<Work> waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly CommitLog commits;
    private readonly Overlay overlay;
    private readonly FileView file;
    private readonly Feeder feeder;
    private readonly ILogger log;
    private readonly long feedAt;
    private readonly Thread thread;
    private int failures;

    /// <param name="commits">Is the writer's own from here on.</param>
    /// <param name="feedAt">About how many bytes a layer may take before it is handed on to the file.</param>
    public Writer(CommitLog commits, Overlay overlay, FileView file, Feeder feeder, ILogger log, long feedAt)
    {
        this.commits = commits;
        this.overlay = overlay;
        this.file = file;
        this.feeder = feeder;
        this.log = log;
        this.feedAt = feedAt;
        thread = new Thread(WriteAll) { IsBackground = true, Name = "store writer" };
        thread.Start();
    }

    public long LastCommit => commits.Last;

    public bool Healthy => Volatile.Read(ref failures) < UnhealthyAfter;

    /// <returns>The value of the counter after the commit, where one is asked for.</returns>
    public async ValueTask<long> Write(Changes changes, string? counter, CancellationToken cancel)
    {
        Names.Check(changes);
        return await Take(new Work(changes, counter, await file.LookUp(changes)), cancel);
    }

    /// <summary>Hands all that was committed before on to the file, and has the file written anew after it.</summary>
    /// <returns>How many documents were changed.</returns>
    public async ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel)
    {
        await feeder.ReserveAsync(cancel); // here and not on the writer's thread, where everybody who commits would wait for it
        var work = new Work(new Changes(default), null, default) { Anew = each };
        try
        {
            await HandOver(work, cancel);
        }
        catch
        {
            feeder.GiveBack();
            throw;
        }

        return await work.Done.Task;
    }

    private async ValueTask<long> Take(Work work, CancellationToken cancel)
    {
        await HandOver(work, cancel);
        return await work.Done.Task; // once handed over it may be written: waiting on is the only honest answer
    }

    private async ValueTask HandOver(Work work, CancellationToken cancel)
    {
        try
        {
            await waiting.Writer.WriteAsync(work, cancel);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The store is closed.", closed);
        }
    }

    /// <summary>Writes what was handed over, hands all of it on to the file, and ends.</summary>
    public Task Drain()
    {
        waiting.Writer.TryComplete();
        return Task.Run(thread.Join);
    }

    private void WriteAll()
    {
        var works = new List<Work>(MostAtOnce);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (works.Count < MostAtOnce && waiting.Reader.TryRead(out var work))
            {
                works.Add(work);
            }

            Write(works.FindAll(static work => work.Anew is null));
            works.FindAll(static work => work.Anew is not null).ForEach(Anew);
            works.Clear();
        }

        Close();
    }

#pragma warning disable CA1031 // whatever goes wrong, the callers must hear of it and the thread must live
    private void Write(List<Work> works)
    {
        if (works.Count == 0)
        {
            return;
        }

        try
        {
            var batch = new Batch(overlay, file, commits.Last);
            works.ForEach(batch.Take);
            if (batch.Layer.Any)
            {
                Commit(batch.Layer);
            }
        }
        catch (Exception failure)
        {
            log.LogError(failure, "A batch of {Count} commits could not be written", works.Count);
            Interlocked.Increment(ref failures);
            works.ForEach(work => work.Done.TrySetException(new StoreUnwritableException("The store could not write.", failure)));
            return;
        }

        Volatile.Write(ref failures, 0);
        works.ForEach(static work => work.Complete());
    }

    private void Anew(Work work)
    {
        try
        {
            if (commits.Segment is null)
            {
                feeder.GiveBack();
            }
            else
            {
                HandOn();
            }

            feeder.WriteAnew(work.Anew!, work.Done);
        }
        catch (Exception failure)
        {
            work.Done.TrySetException(new IOException("The store could not be written anew.", failure));
        }
    }

    private void Close()
    {
        try
        {
            HandOn();
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The last commits could not be handed on to the file; they stay in the log");
        }

        commits.Dispose();
    }
#pragma warning restore CA1031

    private void Commit(Layer batch)
    {
        var newest = overlay.Newest;
        var size = Math.Max(newest.Bytes, commits.Length / 4); // the log also holds what was written over since
        var large = batch.Bytes > feedAt / 4;
        if (newest.Any && (large || size > feedAt) && feeder.Reserve(large || size > MostBehind * feedAt ? null : Patience(size)))
        {
            HandOn();
        }

        commits.Append(batch);
        if (large && !overlay.Newest.Any)
        {
            overlay.Replace(batch); // taking it over one by one would make readers wait
        }
        else
        {
            overlay.Newest.Absorb(batch);
        }
    }

    /// <summary>
    /// Where more is committed than the file takes, every batch waits a little, and longer the more there is. Waiting only when there is
    /// far too much let everybody stand still for as long as a large layer takes: five seconds (measured).
    /// </summary>
    private TimeSpan Patience(long size) =>
        LongestPatience * Math.Clamp((size - (SlowFrom * feedAt)) / (double)((MostBehind - SlowFrom) * feedAt), 0, 1);

    /// <summary>The file gets the newest layer, for which there is a place, and the next commit begins another.</summary>
    private void HandOn()
    {
        if (commits.Segment is { } segment)
        {
            commits.Rotate();
            var full = overlay.Newest;
            overlay.Cover(new Layer());
            feeder.Take([segment], full);
        }
    }
}
