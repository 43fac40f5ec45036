using System.Globalization;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// What was committed and is not in the file yet, on disk: segments of records, one segment per <see cref="Layer"/>, one record
/// per batch (<see cref="LogRecord"/>). A batch counts once its record is whole and flushed.
/// </summary>
/// <remarks>
/// A segment is named after the first commit in it, begins with <c>UPCMLOG1</c> and is only ever appended to. A last record that
/// is not whole was never acknowledged and is dropped. Anything else that is not whole is damage: what follows it was
/// acknowledged, and the store does not open as if it had not been.
/// </remarks>
internal sealed class CommitLog(string folder, long last) : IDisposable
{
    private const string Pattern = "upcm-*.log";
    private const int MostKept = 1 << 20;
    public static readonly byte[] Magic = "UPCMLOG1"u8.ToArray();
    private MemoryStream record = new(); // used again: a new one for every batch lets large objects pile up
    private FileStream? segment;
    private long whole; // the length up to which the segment's records are whole
    private bool torn; // a record was begun and may be half there

    /// <summary>The number of the last commit in the log.</summary>
    public long Last { get; private set; } = last;

    /// <summary>The file that is appended to; null before the first record.</summary>
    public string? Segment => segment?.Name;

    /// <summary>How long that file is.</summary>
    public long Length => segment is null ? 0 : whole;

    /// <summary>Reads what an earlier process left, as one layer, and the segments it came from.</summary>
    /// <param name="written">The number of the last commit that the file has for certain.</param>
    /// <param name="dropped">Hears how many bytes of a torn last record were passed over, and where.</param>
    /// <exception cref="StoreDamagedException">Something that was acknowledged cannot be read.</exception>
    public static (Layer Layer, IReadOnlyList<string> Segments) Replay(string folder, long written, Action<string, int> dropped)
    {
        var layer = new Layer { Last = written };
        var paths = Directory.GetFiles(folder, Pattern);
        Array.Sort(paths, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var bytes = File.ReadAllBytes(path);
            var at = bytes.AsSpan().StartsWith(Magic) ? Magic.Length : 0;
            while (at > 0 && LogRecord.TryRead(bytes.AsSpan(at), out var record, out var length))
            {
                at += length;
                if (record.Before > layer.Last)
                {
                    throw new StoreDamagedException($"Commits {layer.Last + 1} to {record.Before} are missing before {path}. Say doctor to see what can be read, or restore a backup.");
                }

                if (record.Last > layer.Last) // else the file had it before the segment was removed
                {
                    record.AddTo(layer);
                }
            }

            if (at < bytes.Length)
            {
                if (path != paths[^1] || LogRecord.AnyIn(bytes.AsSpan(at)))
                {
                    throw new StoreDamagedException($"{path} is damaged at byte {at}, with commits after it. Say doctor to see what can be read, or restore a backup.");
                }

                dropped(path, bytes.Length - at);
                Cut(path, at);
            }
        }

        return (layer, paths);
    }

    /// <summary>Appends a batch; when it returns, the batch is on disk. Where it throws, it is cut off again before the next one.</summary>
    public void Append(Layer batch)
    {
        if (torn)
        {
            Mend();
        }

        segment ??= Begin();
        torn = true;
        segment.Write(LogRecord.Of(Last, batch, record));
        segment.Flush(flushToDisk: true);
        torn = false;
        whole = segment.Position;
        Last = batch.Last;
        if (record.Capacity > MostKept)
        {
            record = new();
        }
    }

    /// <summary>Ends the segment; the next record begins another.</summary>
    public void Rotate()
    {
        if (torn)
        {
            Mend();
        }

        segment?.Dispose();
        segment = null;
    }

    public void Dispose() => segment?.Dispose();

    private FileStream Begin()
    {
        // Flushing a new file makes its entry in the folder durable too, on the journalling file systems in use.
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"upcm-{Last + 1:D19}.log"));
        var begun = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            begun.Write(Magic);
        }
        catch
        {
            begun.Dispose();
            throw;
        }

        whole = Magic.Length;
        return begun;
    }

    private static void Cut(string path, int length)
    {
        using var left = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
        left.SetLength(length);
        left.Flush(flushToDisk: true);
    }

    /// <summary>Cuts off what a failed append may have left: behind it, nothing would be found again.</summary>
    private void Mend()
    {
        segment!.SetLength(whole);
        segment.Position = whole;
        segment.Flush(flushToDisk: true);
        torn = false;
    }
}
