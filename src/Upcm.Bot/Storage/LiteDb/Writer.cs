using System.Threading.Channels;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The one thread that writes. Commits that wait are taken together: checked, applied, committed and checkpointed before any
/// caller hears of it, because LiteDB's own commit alone can be lost (ADR 3).
/// </summary>
internal sealed class Writer
{
    private const int MostAtOnce = 128;
    private const int UnhealthyAfter = 3;
    private readonly Channel<Work> waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly LiteDbFile file;
    private readonly ILogger log;
    private readonly Thread thread;
    private int failures;

    public Writer(LiteDbFile file, ILogger log)
    {
        this.file = file;
        this.log = log;
        thread = new Thread(WriteAll) { IsBackground = true, Name = "store writer" };
        thread.Start();
    }

    public bool Healthy => Volatile.Read(ref failures) < UnhealthyAfter;

    /// <returns>The value of the counter after the commit, where one is asked for.</returns>
    public async ValueTask<long> Write(Changes changes, string? counter, CancellationToken cancel)
    {
        Names.Check(changes);
        var work = new Work(changes, counter);
        try
        {
            await waiting.Writer.WriteAsync(work, cancel);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The store is closed.", closed);
        }

        return await work.Done.Task; // once handed over it may be written: waiting on is the only honest answer
    }

    /// <summary>Writes what was handed over and ends.</summary>
    public Task Drain()
    {
        waiting.Writer.TryComplete();
        return Task.Run(thread.Join);
    }

    private void WriteAll()
    {
        var batch = new List<Work>(MostAtOnce);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var work))
            {
                batch.Add(work);
            }

            Write(batch);
            batch.Clear();
        }
    }

#pragma warning disable CA1031 // whatever goes wrong, the callers must hear of it and the thread must live
    private void Write(List<Work> batch)
    {
        try
        {
            file.InOneTransaction(database =>
            {
                foreach (var work in batch)
                {
                    work.Conflict = database.ConflictOf(work.Changes);
                    if (work.Conflict is null)
                    {
                        database.Apply(work.Changes);
                        work.Value = work.Counter is null ? 0 : database.Counter(work.Changes.Workspace, work.Counter);
                    }
                }
            });
        }
        catch (Exception failure)
        {
            Fail(batch, failure);
            return;
        }

        Volatile.Write(ref failures, 0);
        batch.ForEach(static work => work.Complete());
    }

    private void Fail(List<Work> batch, Exception failure)
    {
        log.LogError(failure, "A batch of {Count} commits could not be written; the store is opened anew", batch.Count);
        Interlocked.Increment(ref failures);
        try
        {
            file.Reopen();
        }
        catch (Exception again)
        {
            log.LogError(again, "The store could not be opened anew; the next commit tries again");
        }

        batch.ForEach(work => work.Done.TrySetException(new IOException("The store could not write.", failure)));
    }
#pragma warning restore CA1031

    private sealed record Work(Changes Changes, string? Counter)
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Conflict { get; set; }

        public long Value { get; set; }

        public void Complete()
        {
            if (Conflict is { } conflict)
            {
                Done.TrySetException(new VersionConflictException(conflict));
            }
            else
            {
                Done.TrySetResult(Value);
            }
        }
    }
}
