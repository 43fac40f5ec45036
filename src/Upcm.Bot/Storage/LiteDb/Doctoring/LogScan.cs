namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>Reads what can be read of a commit log, whatever is broken between.</summary>
internal sealed class LogScan
{
    private readonly List<(string Segment, long At, long Bytes)> broken = [];
    private readonly List<(long First, long Last)> missing = [];

    private LogScan(long written) => Layer = new Layer { Last = written };

    /// <summary>What all records that can be read leave behind.</summary>
    public Layer Layer { get; }

    public int Records { get; private set; }

    /// <summary>Stretches that cannot be read. The end of the last segment is not among them where only the last record is cut.</summary>
    public IReadOnlyList<(string Segment, long At, long Bytes)> Broken => broken;

    /// <summary>The numbers of commits that are in no record and not in the file either.</summary>
    public IReadOnlyList<(long First, long Last)> Missing => missing;

    public bool IsWhole => broken.Count == 0 && missing.Count == 0;

    /// <param name="written">The number of the last commit that the file has.</param>
    public static LogScan Of(string folder, long written)
    {
        var scan = new LogScan(written);
        var paths = Directory.GetFiles(folder, Copies.StoreFiles.Segments).Order(StringComparer.Ordinal).ToList();
        foreach (var path in paths)
        {
            scan.Read(path, isLast: path == paths[^1]);
        }

        return scan;
    }

    private void Read(string path, bool isLast)
    {
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().StartsWith(CommitLog.Magic) ? CommitLog.Magic.Length : 0;
        var from = at > 0 || bytes.Length == 0 ? -1 : 0;
        while (at < bytes.Length)
        {
            if (!LogRecord.TryRead(bytes.AsSpan(at), out var record, out var length))
            {
                from = from < 0 ? at : from;
                at++;
                continue;
            }

            if (from >= 0)
            {
                broken.Add((Path.GetFileName(path), from, at - from));
                from = -1;
            }

            Take(record);
            at += length;
        }

        if (from >= 0 && !isLast)
        {
            broken.Add((Path.GetFileName(path), from, bytes.Length - from));
        }
    }

    private void Take(LogRecord record)
    {
        Records++;
        if (record.Last <= Layer.Last)
        {
            return; // the file has it
        }

        if (record.Before > Layer.Last)
        {
            missing.Add((Layer.Last + 1, record.Before));
        }

        record.AddTo(Layer);
    }
}
