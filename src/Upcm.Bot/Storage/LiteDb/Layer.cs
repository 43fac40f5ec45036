namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The last state of everything that some commits wrote: rows by name, the keys they give in order, and counters. Any thread
/// may read; one thread at a time may write, and only until the layer is handed on to be written to the file.
/// </summary>
internal sealed class Layer
{
    private readonly Lock gate = new();
    private readonly Dictionary<DocumentName, Row> rows = [];
    private readonly HashSet<DocumentName> fresh = [];
    private readonly SortedSet<GivenKey> keys = new(GivenKey.InOrder);
    private readonly Dictionary<CounterName, long> counters = [];

    /// <summary>The number of the last commit in it.</summary>
    public long Last { get; set; }

    /// <summary>About how much memory it takes.</summary>
    public long Bytes { get; private set; }

    public bool Any => rows.Count + counters.Count > 0;

    public IReadOnlyDictionary<DocumentName, Row> Rows => rows;

    public IReadOnlyDictionary<CounterName, long> Counters => counters;

    /// <summary>True where the file had no such document before this layer; false where it may have had.</summary>
    public bool IsNew(DocumentName name) => fresh.Contains(name);

    public Row? Row(DocumentName name)
    {
        lock (gate)
        {
            return rows.GetValueOrDefault(name);
        }
    }

    public long? Counter(CounterName name)
    {
        lock (gate)
        {
            return counters.TryGetValue(name, out var value) ? value : null;
        }
    }

    public IReadOnlyList<KeyValuePair<string, long>> CountersOf(string workspace, string start)
    {
        lock (gate)
        {
            return
            [
                .. counters.Where(one => one.Key.Workspace == workspace && one.Key.Counter.StartsWith(start, StringComparison.Ordinal))
                    .Select(static one => KeyValuePair.Create(one.Key.Counter, one.Value)),
            ];
        }
    }

    public IReadOnlyList<string> Workspaces()
    {
        lock (gate)
        {
            return [.. rows.Keys.Select(static name => name.Workspace).Concat(counters.Keys.Select(static name => name.Workspace)).Distinct()];
        }
    }

    /// <summary>The first names of keys in a range, in order.</summary>
    public IReadOnlyList<string> Keys(Span range, bool descending, int take)
    {
        lock (gate)
        {
            if (keys.Count == 0 || range.IsEmpty)
            {
                return [];
            }

            var between = keys.GetViewBetween(GivenKey.Edge(range.Low), GivenKey.Edge(range.High));
            return [.. (descending ? between.Reverse() : between).Take(take).Select(static key => key.Name)];
        }
    }

    /// <param name="isNew">Neither the file nor a layer below has such a document.</param>
    public void Put(DocumentName name, Row row, bool isNew = false)
    {
        lock (gate)
        {
            PutInside(name, row, isNew);
        }
    }

    public void Set(CounterName name, long value)
    {
        lock (gate)
        {
            SetInside(name, value);
        }
    }

    /// <summary>Takes over everything of a layer that came after this one, at once for whoever reads.</summary>
    public void Absorb(Layer newer)
    {
        lock (gate)
        {
            foreach (var (name, row) in newer.rows)
            {
                PutInside(name, row, newer.IsNew(name));
            }

            foreach (var (name, value) in newer.counters)
            {
                SetInside(name, value);
            }

            Last = newer.Last;
        }
    }

    private void PutInside(DocumentName name, Row row, bool isNew)
    {
        if (rows.Remove(name, out var before))
        {
            Bytes -= before.Bytes;
            foreach (var key in before.Keys)
            {
                keys.Remove(new GivenKey(name, key));
            }
        }
        else if (isNew)
        {
            fresh.Add(name);
        }

        rows.Add(name, row);
        Bytes += row.Bytes;
        foreach (var key in row.Keys)
        {
            keys.Add(new GivenKey(name, key));
        }
    }

    private void SetInside(CounterName name, long value)
    {
        counters[name] = value;
        Bytes += 50; // a few too many where one is set again
    }
}
