namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// What is committed and not in the file yet, in layers: the newest takes commits, the others wait to be written to the file,
/// and a layer goes when all of it is there. So whoever looks here first and in the file after that misses nothing.
/// </summary>
internal sealed class Overlay
{
    private readonly Lock swap = new();
    private volatile Layer[] layers = [new Layer()]; // the newest first
    private volatile int dropped;

    public Layer Newest => layers[0];

    /// <summary>How many layers have gone: as long as it is the same, what the file said of a name still holds beneath the layers.</summary>
    public int Dropped => dropped;

    public Row? Row(DocumentName name)
    {
        foreach (var layer in layers)
        {
            if (layer.Row(name) is { } row)
            {
                return row;
            }
        }

        return null;
    }

    public long? Counter(CounterName name)
    {
        foreach (var layer in layers)
        {
            if (layer.Counter(name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The counters that begin so, by name without the workspace, each as the newest layer that has it says; 0 is said too.</summary>
    public Dictionary<string, long> Counters(string workspace, string start)
    {
        var counters = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            foreach (var (name, value) in layer.CountersOf(workspace, start))
            {
                counters.TryAdd(name, value);
            }
        }

        return counters;
    }

    /// <summary>The first names of keys of each layer, each in order. A document of that name may have been changed in a newer layer.</summary>
    public IEnumerable<IReadOnlyList<string>> Keys(Span range, bool descending, int take) =>
        layers.Select(layer => layer.Keys(range, descending, take)).Where(static found => found.Count > 0);

    public IEnumerable<string> Workspaces() => layers.SelectMany(static layer => layer.Workspaces());

    /// <summary>Lays a new layer on top; the one below takes no more.</summary>
    public void Cover(Layer newest)
    {
        lock (swap)
        {
            layers = [newest, .. layers];
        }
    }

    /// <summary>Puts a layer with commits in the place of the newest, which has none yet.</summary>
    public void Replace(Layer newest)
    {
        lock (swap)
        {
            layers = [newest, .. layers.AsSpan(1)];
        }
    }

    /// <summary>Takes a layer away that the file has now.</summary>
    /// <param name="forget">Must forget what the file said of it before; done when the count is up and the layer still there.</param>
    public void Drop(Layer written, Action<Layer> forget)
    {
        lock (swap)
        {
            dropped++;
            forget(written);
            layers = [.. layers.Where(layer => layer != written)];
        }
    }
}
