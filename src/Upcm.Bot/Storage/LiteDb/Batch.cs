namespace Upcm.Bot.Storage.LiteDb;

/// <summary>One commit that waits, and what becomes of it.</summary>
/// <param name="Seen">What the file said of the documents, looked up before it was handed over.</param>
internal sealed record Work(Changes Changes, string? Counter, FileView.Look Seen)
{
    /// <summary>Set where nothing is committed, but everything is to be written anew.</summary>
    public Func<KeptRow, KeptRow>? Anew { get; init; }

    public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? Conflict { get; set; }

    /// <summary>The counter's value, where one was asked for.</summary>
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

/// <summary>Commits that are written together; each sees what those before it changed.</summary>
/// <param name="last">The number of the last commit before it.</param>
internal sealed class Batch(Overlay overlay, FileView file, long last)
{
    private long number = last;

    public Layer Layer { get; } = new();

    public void Take(Work work)
    {
        var workspace = work.Changes.Workspace.Value;
        foreach (var change in work.Changes.Documents)
        {
            var name = new DocumentName(workspace, change.Collection, change.Id);
            if (VersionOf(name, change, work.Seen) != change.Expected)
            {
                work.Conflict = $"A document of {change.Collection} is not at version {change.Expected} any more.";
                return;
            }
        }

        number++;
        foreach (var change in work.Changes.Documents)
        {
            // A document that is made anew never gets a version back that it had before: commits only count up.
            var version = change.Expected > 0 ? change.Expected + 1 : checked((int)number);
            var name = new DocumentName(workspace, change.Collection, change.Id);
            Layer.Put(name, new Row(version, change.Json, change.Keys), isNew: change.Expected == 0 && overlay.Row(name) is null);
        }

        foreach (var added in work.Changes.Added)
        {
            var value = Add(new CounterName(workspace, added.Counter), added.Amount);
            if (added.Counter == work.Counter)
            {
                work.Value = value;
            }

            if (added.Among is { } among && value > 0 != value - added.Amount > 0)
            {
                Add(new CounterName(workspace, among), value > 0 ? 1 : -1);
            }
        }

        Layer.Last = number;
    }

    private long Add(CounterName name, long amount)
    {
        var value = (Layer.Counter(name) ?? overlay.Counter(name) ?? Now(file.Counter(name))) + amount;
        Layer.Set(name, value);
        return value;
    }

    private int VersionOf(DocumentName name, Change change, FileView.Look seen) =>
        (Layer.Row(name) ?? overlay.Row(name)) is { } row ? (row.Json is null ? 0 : row.Version)
        : change.IsDrawn ? 0
        : Now(file.VersionOf(name, seen));

    /// <summary>On the writer's own thread, which has nothing else to do meanwhile.</summary>
    private static T Now<T>(ValueTask<T> asked) => asked.AsTask().GetAwaiter().GetResult();
}
