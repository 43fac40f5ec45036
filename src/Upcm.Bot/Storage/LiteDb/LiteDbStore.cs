using System.Threading.Channels;
using LiteDB;
using Upcm.Domain;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The embedded store: one file, one process, one writer thread. Commits that wait are taken together: checked, applied,
/// committed and checkpointed before any caller hears of it, because LiteDB's own commit alone can be lost (ADR 3).
/// </summary>
public sealed class LiteDbStore : IStore
{
    private const int MostAtOnce = 128;
    private readonly Channel<Work> waiting = Channel.CreateBounded<Work>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly LiteDbFile file;
    private readonly Thread writer;
    private readonly ILogger log;
    private int failures;

    private LiteDbStore(LiteDbFile file, ILogger log)
    {
        this.file = file;
        this.log = log;
        writer = new Thread(WriteAll) { IsBackground = true, Name = "store writer" };
        writer.Start();
    }

    /// <summary>False after three batches in a row that could not be written.</summary>
    public bool Healthy => Volatile.Read(ref failures) < 3;

    /// <summary>Opens or creates the store in a folder.</summary>
    /// <exception cref="StoreInUseException">Another process has it open.</exception>
    /// <exception cref="StoreTooNewException">A newer release wrote it.</exception>
    public static LiteDbStore Open(string folder, ILogger<LiteDbStore> log) => new(LiteDbFile.Open(folder), log);

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class
    {
        var row = file.Document(kind.Collection, LiteDbFile.DocumentId(workspace, id));
        return ValueTask.FromResult(row is not null && Read(kind, row) is { } document ? new Stored<T>(document, row["v"].AsInt32) : null);
    }

    public ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class
    {
        var start = LiteDbFile.KeyStart(workspace, kind.Collection);
        List<Found<T>> found = [];
        foreach (var (full, id) in file.Keys(start + key, after is null ? null : start + after, descending, take))
        {
            var row = file.Document(kind.Collection, LiteDbFile.DocumentId(workspace, id));
            if (row is not null && Read(kind, row) is { } document)
            {
                found.Add(new Found<T>(full[start.Length..], document, row["v"].AsInt32));
            }
        }

        return ValueTask.FromResult<IReadOnlyList<Found<T>>>(found);
    }

    public ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel) => ValueTask.FromResult(file.Counter(workspace, counter));

    public async ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        changes.Add(counter, 1);
        return await Enqueue(changes, counter, cancel);
    }

    public ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel) => ValueTask.FromResult(file.Workspaces());

    public async ValueTask Commit(Changes changes, CancellationToken cancel) => await Enqueue(changes, null, cancel);

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await Task.Run(writer.Join);
        file.Dispose();
    }

    private async ValueTask<long> Enqueue(Changes changes, string? counter, CancellationToken cancel)
    {
        var work = new Work(changes, counter);
        await waiting.Writer.WriteAsync(work, cancel);
        return await work.Done.Task; // once handed over it may be written: waiting on is the only honest answer
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

    private void Write(List<Work> batch)
    {
        try
        {
            file.InOneTransaction(() =>
            {
                foreach (var work in batch)
                {
                    work.Conflict = file.ConflictOf(work.Changes);
                    if (work.Conflict is null)
                    {
                        file.Apply(work.Changes);
                        work.Value = work.Counter is null ? 0 : file.Counter(work.Changes.Workspace, work.Counter);
                    }
                }
            });
            Volatile.Write(ref failures, 0);
            foreach (var work in batch)
            {
                work.Complete();
            }
        }
        catch (Exception failure) when (failure is LiteException or IOException or InvalidOperationException)
        {
            log.LogError(failure, "A batch of {Count} commits could not be written; the store is opened anew", batch.Count);
            Interlocked.Increment(ref failures);
            batch.ForEach(work => work.Done.TrySetException(new IOException("The store could not write.", failure)));
            file.Reopen();
        }
    }

    private T? Read<T>(Kind<T> kind, BsonDocument row)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(row["j"].AsString, kind.Json);
        }
        catch (System.Text.Json.JsonException unreadable)
        {
            log.LogError(unreadable, "A document in {Collection} cannot be read and is passed over", kind.Collection);
            return null;
        }
    }

    private sealed record Work(Changes Changes, string? Counter)
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string? Conflict { get; set; }

        public long Value { get; set; }

        public void Complete()
        {
            if (Conflict is { } conflict)
            {
                Done.SetException(new VersionConflictException(conflict));
            }
            else
            {
                Done.SetResult(Value);
            }
        }
    }
}
