namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>What of a data folder is the store: the file, its log, the keys, and files made for people.</summary>
internal static class StoreFiles
{
    public const string File = "upcm.db";
    public const string Segments = "upcm-*.log";

    /// <summary>Stands there while files take each other's places, when the folder is no store.</summary>
    public const string Restoring = "upcm.restoring";

    /// <summary>Where LiteDB puts what it has not written into the file yet; gone unless it was killed.</summary>
    private const string OfLiteDb = "upcm-log.db";
    private const string Keys = "*.key";
    private const string Made = "files";
    private const string Unfinished = ".part";

    /// <summary>Copies them as they are at one moment, whether or not another process has the store open.</summary>
    /// <returns>Their names in the folder, with a slash between folder and name.</returns>
    public static IReadOnlyList<string> Copy(string from, string to)
    {
        List<string> copied = [];
        using (FileTurns.Copy(from))
        {
            // First the file: what leaves the log meanwhile is in it. A segment that is listed is whole unless it is the last one.
            CopyOne(File);
            CopyOne(OfLiteDb);
            foreach (var segment in Directory.GetFiles(from, Segments).Order(StringComparer.Ordinal))
            {
                CopyOne(Path.GetFileName(segment));
            }
        }

        foreach (var name in Beside(from))
        {
            CopyOne(name);
        }

        return copied;

        void CopyOne(string name)
        {
            var (source, target) = (Path.Combine(from, name), Path.Combine(to, name));
            try
            {
                using var read = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                using var write = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                read.CopyTo(write, 1 << 20);
            }
            catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                return; // taken over into the file, or its day is over
            }

            System.IO.File.SetLastWriteTimeUtc(target, System.IO.File.GetLastWriteTimeUtc(source));
            copied.Add(name);
        }
    }

    /// <summary>Those that there are, as names in the folder.</summary>
    public static IEnumerable<string> In(string folder) => [.. Store(folder), .. Beside(folder)];

    /// <summary>The file and its log alone.</summary>
    public static IEnumerable<string> Store(string folder) =>
    [
        .. new[] { File, OfLiteDb }.Where(name => System.IO.File.Exists(Path.Combine(folder, name))),
        .. Directory.GetFiles(folder, Segments).Select(static path => Path.GetFileName(path)),
    ];

    private static IEnumerable<string> Beside(string folder)
    {
        var made = Path.Combine(folder, Made);
        return Directory.GetFiles(folder, Keys)
            .Concat(Directory.Exists(made) ? Directory.GetFiles(made, "*", SearchOption.AllDirectories).Where(static path => !path.EndsWith(Unfinished, StringComparison.Ordinal)) : [])
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'));
    }
}
