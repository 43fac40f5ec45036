using Upcm.Domain;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The embedded store: a LiteDB file, a log of the commits that are not in it yet, and those commits in memory, laid over the
/// file for whoever reads (ADR 3 and 5). One folder, one process.
/// </summary>
public sealed class LiteDbStore : IStore
{
    private const long FeedAt = 4_000_000;
    private const long FeedMuchAt = 32_000_000;
    private readonly Overlay overlay = new();
    private readonly LiteDbFile file;
    private readonly FileView view;
    private readonly Feeder feeder;
    private readonly Writer writer;
    private readonly ILogger log;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Collection, string Id), byte> unreadable = new();
    private int closed;

    private LiteDbStore(LiteDbFile file, string folder, ILogger log, long feedAt, int slices)
    {
        this.file = file;
        this.log = log;
        var (layer, segments) = CommitLog.Replay(folder, file.Last(), (path, bytes) =>
            log.LogWarning("The last {Bytes} bytes of {Path} were not written to their end; nobody was told they were", bytes, path));
        view = new FileView(file, overlay);
        feeder = new Feeder(file, overlay, view, log, slices);
        if (segments.Count > 0)
        {
            overlay.Cover(layer);
            feeder.Reserve(TimeSpan.Zero);
            feeder.Take(segments, layer);
            overlay.Cover(new Layer());
        }

        writer = new Writer(new CommitLog(folder, layer.Last), overlay, view, feeder, log, feedAt);
    }

    /// <summary>The number of the last commit.</summary>
    internal long LastCommit => writer.LastCommit;

    /// <summary>The store's own name; null where its schema is older than 3.</summary>
    internal string? Name => file.Look(static database => database.StoreName());

    /// <summary>False after three failures in a row to write the log, or the file behind it.</summary>
    public bool Healthy => writer.Healthy && feeder.Healthy;

    /// <summary>Documents that were asked for and could not be read, since the start; at most a thousand.</summary>
    internal IReadOnlyCollection<(string Collection, string Id)> Unreadable => (IReadOnlyCollection<(string, string)>)unreadable.Keys;

    /// <summary>Opens or creates the store in a folder.</summary>
    /// <exception cref="StoreInUseException">Another process has it open.</exception>
    /// <exception cref="StoreTooNewException">A newer release wrote it.</exception>
    /// <exception cref="StoreDamagedException">What was acknowledged cannot be read any more.</exception>
    public static LiteDbStore Open(string folder, ILogger<LiteDbStore> log) => Open(folder, log, FeedAt);

    /// <summary>The same for who writes much and has the store alone, such as an import: more in memory, longer transactions.</summary>
    public static LiteDbStore OpenToFill(string folder, ILogger<LiteDbStore> log) => Open(folder, log, FeedMuchAt, Feeder.LongSlices);

    /// <param name="feedAt">About how many bytes of commits are kept in memory before the file gets them.</param>
    /// <param name="slices">How many documents and keys the file gets in one transaction.</param>
    internal static LiteDbStore Open(string folder, ILogger log, long feedAt, int slices = Feeder.ShortSlices) =>
        Open(LiteDbFile.Open(folder), folder, log, feedAt, slices);

    /// <summary>The same without bringing it up to the newest schema: for taking the log over into a copy.</summary>
    internal static LiteDbStore OpenAsItIs(string folder, ILogger log) => Open(LiteDbFile.Open(folder, bringUp: false), folder, log, FeedAt, Feeder.LongSlices);

    private static LiteDbStore Open(LiteDbFile opened, string folder, ILogger log, long feedAt, int slices)
    {
        try
        {
            return new(opened, folder, log, feedAt, slices);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public async ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class
    {
        cancel.ThrowIfCancellationRequested();
        file.CheckOpen();
        var row = await Row(new DocumentName(workspace.Value, kind.Collection, id));
        return row is not null && Read(kind, id, row) is { } document ? new Stored<T>(document, row.Version) : null;
    }

    public async ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class
    {
        file.CheckOpen();
        var start = Names.Keys(workspace.Value, kind.Collection);
        var range = Span.Of(start + key);
        if (after is not null)
        {
            range = after.Contains(Names.Between, StringComparison.Ordinal)
                ? range.AfterName(start + after, descending)
                : range.After(start + after, descending);
        }

        List<Found<T>> found = [];
        while (found.Count < take) // again where a name was passed over: a short page means there is no more
        {
            cancel.ThrowIfCancellationRequested();
            var wanted = take - found.Count;
            var names = await Keys(range, descending, wanted);
            foreach (var name in names)
            {
                var id = Names.IdOf(name);
                var full = name[start.Length..^(id.Length + 1)];
                var row = await Row(new DocumentName(workspace.Value, kind.Collection, id));
                // The document may have been changed or deleted since its key was written where it was found.
                if (row is not null && row.Keys.Contains(full, StringComparer.Ordinal) && Read(kind, id, row) is { } document)
                {
                    found.Add(new Found<T>(full, document, row.Version) { Bookmark = name[start.Length..] });
                }
            }

            if (names.Count < wanted)
            {
                break;
            }

            range = range.AfterName(names[^1], descending);
        }

        return found;
    }

    public async ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        file.CheckOpen();
        var name = new CounterName(workspace.Value, counter);
        return overlay.Counter(name) ?? await view.Counter(name);
    }

    public async ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(WorkspaceId workspace, string start, int take, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        file.CheckOpen();
        var range = Span.Of(Names.Row(new CounterName(workspace.Value, start)));
        var above = overlay.Counters(workspace.Value, start); // first: what leaves it is in the file
        var all = new SortedDictionary<string, long>(above, StringComparer.Ordinal);
        foreach (var (name, value) in await view.Counters(range, take < int.MaxValue - above.Count ? take + above.Count : int.MaxValue))
        {
            all.TryAdd(name[(workspace.Value.Length + 1)..], value);
        }

        return [.. all.Where(static one => one.Value != 0).Take(take)];
    }

    public ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        changes.Add(counter, 1);
        return writer.Write(changes, counter, cancel);
    }

    public async ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        file.CheckOpen();
        List<string> above = [.. overlay.Workspaces()];
        return [.. above.Union(await view.Workspaces(), StringComparer.Ordinal).Select(static it => new WorkspaceId(it))];
    }

    public async ValueTask Commit(Changes changes, CancellationToken cancel)
    {
        if (changes.Any)
        {
            await changes.Tally(this, cancel);
            await writer.Write(changes, null, cancel);
        }
    }

    public ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel) => writer.WriteAnew(each, cancel);

    /// <summary>Everything goes into the file; the log is gone unless that failed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) == 0)
        {
            await writer.Drain();
            await feeder.DisposeAsync();
            file.Dispose();
        }
    }

    /// <summary>First the overlay, then the file: what leaves the one is in the other.</summary>
    private ValueTask<Row?> Row(DocumentName name) => overlay.Row(name) is { } row ? ValueTask.FromResult(row.Json is null ? null : row) : view.Row(name);

    private async ValueTask<List<string>> Keys(Span range, bool descending, int take)
    {
        List<string> names = [.. overlay.Keys(range, descending, take).SelectMany(static it => it)];
        var above = names.Count;
        names.AddRange(await view.Keys(range, descending, take));
        if (above > 0)
        {
            names = [.. (descending ? names.OrderDescending(StringComparer.Ordinal) : names.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Take(take)];
        }

        return names;
    }

    private T? Read<T>(Kind<T> kind, string id, Row row)
        where T : class
    {
        try
        {
            return row.Document(kind.Json);
        }
        catch (Exception wrong) when (wrong is System.Text.Json.JsonException or NotSupportedException)
        {
            log.LogError(wrong, "A document in {Collection} cannot be read and is passed over", kind.Collection);
            if (unreadable.Count < 1000)
            {
                unreadable.TryAdd((kind.Collection, id), 0);
            }

            return null;
        }
    }
}
