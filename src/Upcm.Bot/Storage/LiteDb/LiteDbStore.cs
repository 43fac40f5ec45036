using LiteDB;
using Upcm.Domain;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>The embedded store: one file, one process, one writer thread; reads on the caller's thread (ADR 3).</summary>
public sealed class LiteDbStore : IStore
{
    private readonly LiteDbFile file;
    private readonly Writer writer;
    private readonly ILogger log;

    private LiteDbStore(LiteDbFile file, ILogger log)
    {
        this.file = file;
        this.log = log;
        writer = new Writer(file, log);
    }

    /// <summary>False after three batches in a row that could not be written.</summary>
    public bool Healthy => writer.Healthy;

    /// <summary>Opens or creates the store in a folder.</summary>
    /// <exception cref="StoreInUseException">Another process has it open.</exception>
    /// <exception cref="StoreTooNewException">A newer release wrote it.</exception>
    public static LiteDbStore Open(string folder, ILogger<LiteDbStore> log) => new(LiteDbFile.Open(folder), log);

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class
    {
        cancel.ThrowIfCancellationRequested();
        var row = file.Read(database => database.Document(workspace, kind.Collection, id));
        return ValueTask.FromResult(row is not null && Read(kind, row) is { } document ? new Stored<T>(document, row["v"].AsInt32) : null);
    }

    public ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class
    {
        var start = Names.Keys(workspace, kind.Collection);
        var range = Rows.Span.Of(start + key);
        if (after is not null)
        {
            range = range.After(start + after, descending);
        }

        List<Found<T>> found = [];
        while (found.Count < take) // again where a row was passed over: a short page means there is no more
        {
            cancel.ThrowIfCancellationRequested();
            var wanted = take - found.Count;
            var names = file.Read(database => database.Keys(range, descending, wanted));
            foreach (var (name, id) in names)
            {
                var full = name[start.Length..^(id.Length + 1)];
                var row = file.Read(database => database.Document(workspace, kind.Collection, id));
                // The document may have been changed or deleted since its key was read.
                if (row is not null && row["k"].AsArray.Any(given => given.AsString == full) && Read(kind, row) is { } document)
                {
                    found.Add(new Found<T>(full, document, row["v"].AsInt32));
                }
            }

            if (names.Count < wanted)
            {
                break;
            }

            range = range.AfterName(names[^1].Name, descending);
        }

        return ValueTask.FromResult<IReadOnlyList<Found<T>>>(found);
    }

    public ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(file.Read(database => database.Counter(workspace, counter)));
    }

    public ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        changes.Add(counter, 1);
        return writer.Write(changes, counter, cancel);
    }

    public ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(file.Read(static database => database.Workspaces()));
    }

    public async ValueTask Commit(Changes changes, CancellationToken cancel)
    {
        if (changes.Any)
        {
            await writer.Write(changes, null, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.Drain();
        file.Dispose();
    }

    private T? Read<T>(Kind<T> kind, BsonDocument row)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(row["j"].AsString, kind.Json);
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or NotSupportedException)
        {
            log.LogError(unreadable, "A document in {Collection} cannot be read and is passed over", kind.Collection);
            return null;
        }
    }
}
