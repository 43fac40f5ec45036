namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The file as readers see it beneath the overlay, remembering what it said. What it said of a name or a range holds until a
/// layer is dropped; then the rows of that layer take the place of what was remembered, and ranges are asked anew.
/// </summary>
internal sealed class FileView(LiteDbFile file, Overlay overlay)
{
    private const int MostRanges = 256;
    private readonly Lock gate = new();
    private readonly Remembered rows = new(mostBytes: 4_000_000);
    private readonly Dictionary<(Span Range, bool Descending, int Take), IReadOnlyList<string>> ranges = [];

    public async ValueTask<Row?> Row(DocumentName name)
    {
        lock (gate)
        {
            if (rows.Find(name) is { } remembered)
            {
                return remembered;
            }
        }

        var dropped = overlay.Dropped;
        var row = await file.Read(database => database.Row(name));
        lock (gate)
        {
            if (row is not null && dropped == overlay.Dropped)
            {
                rows.Add(name, row);
            }
        }

        return row;
    }

    /// <summary>Names of keys in a range, in order, at most so many.</summary>
    public async ValueTask<IReadOnlyList<string>> Keys(Span range, bool descending, int take)
    {
        lock (gate)
        {
            if (ranges.TryGetValue((range, descending, take), out var remembered))
            {
                return remembered;
            }
        }

        var dropped = overlay.Dropped;
        var found = await file.Read(database => database.Keys(range, descending, take));
        lock (gate)
        {
            if (dropped == overlay.Dropped && take <= 100)
            {
                if (ranges.Count >= MostRanges)
                {
                    ranges.Clear();
                }

                ranges[(range, descending, take)] = found;
            }
        }

        return found;
    }

    public ValueTask<long> Counter(CounterName name) => file.Read(database => database.Counter(name));

    public ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(Span range, int take) => file.Read(database => database.Counters(range, take));

    public ValueTask<IReadOnlyList<string>> Workspaces() => file.Read(static database => database.Workspaces());

    /// <summary>Looks up before a commit is handed over what the writer must know of the documents in it: all at once, so as to wait once.</summary>
    public async ValueTask<Look> LookUp(Changes changes)
    {
        var look = new Look(overlay.Dropped, []);
        List<DocumentName> unknown = [];
        foreach (var change in changes.Documents.Where(static change => !change.IsDrawn))
        {
            var name = new DocumentName(changes.Workspace.Value, change.Collection, change.Id);
            if (overlay.Row(name) is null)
            {
                lock (gate)
                {
                    if (rows.Find(name) is { } remembered)
                    {
                        look.Versions[name] = remembered.Version;
                        continue;
                    }
                }

                unknown.Add(name);
            }
        }

        return unknown.Count == 0 ? look : await file.Read(database =>
        {
            unknown.ForEach(name => look.Versions[name] = database.Row(name)?.Version ?? 0);
            return look;
        });
    }

    /// <summary>For the writer, after the overlay had no such document: what was looked up where it still holds, else the file's word.</summary>
    public async ValueTask<int> VersionOf(DocumentName name, Look look) =>
        look.Dropped == overlay.Dropped && look.Versions.TryGetValue(name, out var version) ? version : (await Row(name))?.Version ?? 0;

    /// <summary>What the file said before does not hold any more where this layer says otherwise.</summary>
    public void Forget(Layer written)
    {
        lock (gate)
        {
            ranges.Clear();
            foreach (var (name, row) in written.Rows)
            {
                rows.Remove(name);
                if (row.Json is not null)
                {
                    rows.Add(name, row); // what was written lately is likely to be read soon
                }
            }
        }
    }

    /// <summary>Nothing of what the file said holds any more.</summary>
    public void ForgetAll()
    {
        lock (gate)
        {
            ranges.Clear();
            rows.Clear();
        }
    }

    /// <param name="Dropped">How many layers had gone when the file was asked.</param>
    /// <param name="Versions">Of the documents that were in the file alone; 0 where there was none.</param>
    internal readonly record struct Look(int Dropped, Dictionary<DocumentName, int> Versions);

    /// <summary>Rows that were asked for lately: the young, and those that were young before. What is asked for again stays.</summary>
    private sealed class Remembered(long mostBytes)
    {
        private Dictionary<DocumentName, Row> young = [];
        private Dictionary<DocumentName, Row> old = [];
        private long bytes;

        public Row? Find(DocumentName name)
        {
            if (young.TryGetValue(name, out var row))
            {
                return row;
            }

            if (old.TryGetValue(name, out row))
            {
                Add(name, row);
            }

            return row;
        }

        public void Add(DocumentName name, Row row)
        {
            young[name] = row;
            bytes += row.Bytes;
            if (bytes > mostBytes / 2)
            {
                (old, young, bytes) = (young, [], 0);
            }
        }

        public void Clear() => (old, young, bytes) = ([], [], 0);

        public void Remove(DocumentName name)
        {
            young.Remove(name);
            old.Remove(name);
        }
    }
}
