namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// Lets many read the file at once, or one write it, and one prepare what it will write while others read. Who wants to read while
/// it is written does not wait on a thread, of which there are few: the writer reads for them as soon as it is done, before
/// anything else is written.
/// </summary>
internal sealed class Turnstile
{
    private readonly Lock writers = new();
    private readonly object gate = new(); // not a Lock: it is waited on
    private readonly Queue<Action> waiting = [];
    private int readers;
    private bool writing;

    public ValueTask<T> Read<T>(Func<T> read)
    {
        lock (gate)
        {
            if (writing)
            {
                var later = new Later<T>(read);
                waiting.Enqueue(later.Read);
                return new ValueTask<T>(later.Done);
            }

            readers++;
        }

        try
        {
            return ValueTask.FromResult(read());
        }
        finally
        {
            lock (gate)
            {
                readers--;
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Waits for who reads or writes, and keeps everybody out meanwhile.</summary>
    public void Write(Action write) => Write(static () => { }, write);

    /// <param name="prepare">Runs first, on the same thread, while others read but nobody else writes.</param>
    public void Write(Action prepare, Action write)
    {
        lock (writers)
        {
            prepare();
            Alone(write);
        }
    }

    private void Alone(Action write)
    {
        lock (gate)
        {
            writing = true;
            while (readers > 0)
            {
                Monitor.Wait(gate);
            }
        }

        try
        {
            write();
        }
        finally
        {
            ReadForThoseWhoWait();
        }
    }

    private void ReadForThoseWhoWait()
    {
        while (true)
        {
            Action[] reads;
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    writing = false;
                    Monitor.PulseAll(gate);
                    return;
                }

                reads = [.. waiting];
                waiting.Clear();
            }

            Array.ForEach(reads, static read => read());
        }
    }

    private sealed class Later<T>(Func<T> read)
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Done => done.Task;

        public void Read()
        {
            try
            {
                done.SetResult(read());
            }
#pragma warning disable CA1031 // whoever waits hears of it
            catch (Exception failure)
#pragma warning restore CA1031
            {
                done.SetException(failure);
            }
        }
    }
}
