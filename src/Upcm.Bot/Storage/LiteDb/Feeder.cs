using System.Collections.Concurrent;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The one thread that writes the file: layer after layer, each in small transactions so that readers hardly wait, and when all
/// of a layer is on disk, lets go of it in memory and in the log. A crash half-way does no harm: the log still has the layer,
/// and setting rows down again changes nothing.
/// </summary>
internal sealed class Feeder : IAsyncDisposable
{
    public const int ShortSlices = 600; // documents and keys: their keys land side by side, and readers wait some ten milliseconds at most
    public const int LongSlices = 5000; // where there is nobody to wait for it, as when it closes
    private const int MostWaiting = 2;
    private const int UnhealthyAfter = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly BlockingCollection<Job> waiting = [];
    private readonly SemaphoreSlim room = new(MostWaiting);
    private readonly ManualResetEventSlim closing = new();
    private readonly LiteDbFile file;
    private readonly Overlay overlay;
    private readonly FileView view;
    private readonly ILogger log;
    private readonly int slices;
    private readonly Thread thread;
    private int failures;

    public Feeder(LiteDbFile file, Overlay overlay, FileView view, ILogger log, int slices = ShortSlices)
    {
        this.file = file;
        this.overlay = overlay;
        this.view = view;
        this.log = log;
        this.slices = slices;
        thread = new Thread(FeedAll) { IsBackground = true, Name = "store feeder" };
        thread.Start();
    }

    public bool Healthy => Volatile.Read(ref failures) < UnhealthyAfter;

    /// <summary>Keeps a place for one more layer; false where there is none in time.</summary>
    /// <param name="patience">Null to wait for a place as long as the file can be written: whoever commits must not run away from it.</param>
    /// <exception cref="IOException">There is no place and the file cannot be written.</exception>
    public bool Reserve(TimeSpan? patience)
    {
        while (!room.Wait(patience ?? Pause))
        {
            if (patience is not null)
            {
                return false;
            }

            CheckHealthy();
        }

        return true;
    }

    /// <summary>The same, however long it takes, for who is not on the writer's thread and holds nobody up.</summary>
    public async ValueTask ReserveAsync(CancellationToken cancel)
    {
        while (!await room.WaitAsync(Pause, cancel))
        {
            CheckHealthy();
        }
    }

    /// <summary>A place that was kept is not needed.</summary>
    public void GiveBack() => room.Release();

    private void CheckHealthy()
    {
        if (!Healthy)
        {
            throw new IOException("The file behind the commit log cannot be written, and the log is full.");
        }
    }

    /// <summary>Takes a layer that takes no more commits, and for which there is a place.</summary>
    public void Take(IReadOnlyList<string> segments, Layer layer) => waiting.Add(new Job(segments, layer));

    /// <summary>Writes the file anew once it has every layer that was taken before.</summary>
    public void WriteAnew(Func<KeptRow, KeptRow> each, TaskCompletionSource<long> done) => waiting.Add(new Job([], new Layer(), each, done));

    /// <summary>Writes what waits and ends; what cannot be written stays in the log.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.CompleteAdding();
        closing.Set();
        await Task.Run(thread.Join);
        waiting.Dispose();
        closing.Dispose();
        room.Dispose();
    }

    private void FeedAll()
    {
        foreach (var job in waiting.GetConsumingEnumerable())
        {
            if (job.Anew is { } each)
            {
                WriteNow(each, job.Done!);
                continue;
            }

            for (var retry = false; !Fed(job.Segments, job.Layer, retry); retry = true)
            {
                if (closing.Wait(Pause))
                {
                    waiting.ToList().ForEach(static left => left.Done?.TrySetCanceled());
                    return; // never a later layer without the earlier one
                }
            }

            room.Release();
        }
    }

#pragma warning disable CA1031 // whatever goes wrong, it is tried again and the thread must live
    private bool Fed(IReadOnlyList<string> segments, Layer layer, bool retry)
    {
        try
        {
            Feed(layer, retry);
            overlay.Drop(layer, view.Forget);
            foreach (var segment in segments)
            {
                File.Delete(segment);
            }

            Volatile.Write(ref failures, 0);
            return true;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The file could not take {Count} documents from the commit log; it is opened anew and tried again", layer.Rows.Count);
            Interlocked.Increment(ref failures);
        }

        try
        {
            file.Reopen();
        }
        catch (Exception again)
        {
            log.LogError(again, "The file could not be opened anew");
        }

        return false;
    }

    private void WriteNow(Func<KeptRow, KeptRow> each, TaskCompletionSource<long> done)
    {
        try
        {
            done.TrySetResult(file.WriteAnew(each, () => closing.IsSet, () => overlay.Drop(new Layer(), _ => view.ForgetAll())));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The file could not be written anew; the old one stays");
            done.TrySetException(failure);
        }
    }
#pragma warning restore CA1031

    /// <param name="Anew">Set where there is no layer to write, but the file to write anew.</param>
    private sealed record Job(IReadOnlyList<string> Segments, Layer Layer, Func<KeptRow, KeptRow>? Anew = null, TaskCompletionSource<long>? Done = null);

    /// <param name="retry">Part of it may be there already.</param>
    private void Feed(Layer layer, bool retry)
    {
        using var rows = layer.Rows.GetEnumerator();
        var more = rows.MoveNext();
        do
        {
            file.InOneTransaction(database =>
            {
                List<KeyValuePair<DocumentName, Row>> fresh = [];
                for (var slice = 0; more && slice < (closing.IsSet ? LongSlices : slices); more = rows.MoveNext())
                {
                    var (name, row) = rows.Current;
                    if (!retry && layer.IsNew(name))
                    {
                        fresh.Add(rows.Current);
                    }
                    else
                    {
                        database.Put(name, row);
                    }

                    slice += 1 + row.Keys.Count;
                }

                database.PutNew(fresh);
                if (!more)
                {
                    database.Finish(layer);
                }
            });
        }
        while (more);
    }
}
