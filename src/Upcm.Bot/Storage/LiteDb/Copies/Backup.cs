using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>
/// Makes a backup of a store, whether or not it is in use: a zip with its files and what they hold (ADR 13). It is there only
/// when the copy was opened, read and counted, and the zip read back.
/// </summary>
public static class Backup
{
    public const string ManifestName = "manifest.json";
    private const string Unfinished = ".part";
    private const string Pattern = "upcm-????????-??????.zip";

    /// <summary>Whoever can read the store may read its backup, and nobody else.</summary>
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="to">A file that is not there yet, or a folder in which it gets a name by the moment.</param>
    /// <returns>Where it is, and what is in it.</returns>
    /// <exception cref="BackupRefusedException">There is no store, no room, or the file is there already.</exception>
    /// <exception cref="StoreDamagedException">The copy cannot be read: look at the store with <c>doctor</c>.</exception>
    public static async Task<(string Path, Manifest Manifest)> Make(string data, string to, DateTimeOffset now, CancellationToken cancel)
    {
        var path = Path.GetFullPath(Directory.Exists(to) || Path.EndsInDirectorySeparator(to) ? Path.Combine(to, NameAt(now)) : to);
        Check(data, path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var scratch = path + Unfinished + ".d";
        var part = path + Unfinished;
        Remove(scratch, part); // of one that did not come to its end
        try
        {
            Directory.CreateDirectory(scratch);
            var files = StoreFiles.Copy(data, scratch);
            cancel.ThrowIfCancellationRequested();
            var packed = Pack(scratch, files, part);
            cancel.ThrowIfCancellationRequested();
            var reading = await StoreReading.Of(scratch);
            var manifest = new Manifest
            {
                Schema = reading.Schema,
                Store = reading.Name,
                Taken = now,
                Commit = reading.Commit,
                Contents = reading.Contents,
                Files = packed,
            };
            Add(part, manifest);
            CheckPacked(part, packed);
            File.Move(part, path);
            return (path, manifest);
        }
        finally
        {
            Remove(scratch, part);
        }
    }

    /// <summary>Beside the store, before it is brought up to a newer schema.</summary>
    internal static void BeforeSchema(string data, int schema)
    {
        var now = TimeProvider.System.GetUtcNow();
        var path = Path.Combine(data, string.Create(CultureInfo.InvariantCulture, $"before-schema-{schema + 1}-{now.UtcDateTime:yyyyMMdd-HHmmss}.zip"));
        Task.Run(() => Make(data, path, now, CancellationToken.None)).GetAwaiter().GetResult(); // while opening, which is of one piece
    }

    public static string NameAt(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"upcm-{now.UtcDateTime:yyyyMMdd-HHmmss}.zip");

    /// <summary>The backups in a folder that were named by the moment, the newest first.</summary>
    public static IReadOnlyList<(string Path, DateTimeOffset At)> In(string folder) => !Directory.Exists(folder)
        ? []
        :
        [
            .. Directory.GetFiles(folder, Pattern)
                .Select(static path => (path, At: DateTimeOffset.TryParseExact(
                    Path.GetFileNameWithoutExtension(path)[5..], "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default))
                .Where(static one => one.At != default)
                .OrderByDescending(static one => one.At),
        ];

    /// <exception cref="BackupRefusedException">This is no backup, or one of a newer release.</exception>
    public static Manifest ManifestOf(ZipArchive zip)
    {
        using var stream = (zip.GetEntry(ManifestName)
            ?? throw new BackupRefusedException(new("Dit is geen reservekopie van deze bot: er zit geen manifest.json in.", "This is no backup of this bot: it has no manifest.json."))).Open();
        var manifest = JsonSerializer.Deserialize(stream, ManifestJson.Default.Manifest)!;
        return manifest.Format <= Manifest.NewestFormat
            ? manifest
            : throw new BackupRefusedException(new(
                $"Deze reservekopie heeft vorm {manifest.Format}; deze versie kent {Manifest.NewestFormat}. Installeer de nieuwere versie.",
                $"This backup has form {manifest.Format}; this release knows {Manifest.NewestFormat}. Install the newer release."));
    }

    private static void Check(string data, string path)
    {
        if (!File.Exists(Path.Combine(data, StoreFiles.File)))
        {
            throw new BackupRefusedException(new($"Er is geen opslag in {Path.GetFullPath(data)}.", $"There is no store in {Path.GetFullPath(data)}."));
        }

        if (File.Exists(path))
        {
            throw new BackupRefusedException(new($"{path} is er al. Een reservekopie gaat nooit over een andere heen.", $"{path} is there already. A backup never takes the place of another."));
        }

        var needed = 2 * StoreFiles.In(data).Sum(name => Length(Path.Combine(data, name))); // the copy that is read, and the zip at its largest
        Room.Check(Path.GetDirectoryName(path)!, needed);
    }

    private static ImmutableDictionary<string, ManifestFile> Pack(string scratch, IReadOnlyList<string> names, string part)
    {
        var files = ImmutableDictionary.CreateBuilder<string, ManifestFile>(StringComparer.Ordinal);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        using var stream = new FileStream(part, options);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                using var from = File.OpenRead(Path.Combine(scratch, name));
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(scratch, name)), TimeSpan.Zero);
                using var to = entry.Open();
                files[name] = Hashing.Copy(from, to);
            }
        }

        stream.Flush(flushToDisk: true);
        return files.ToImmutable();
    }

    private static void Add(string part, Manifest manifest)
    {
        using var stream = new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var to = zip.CreateEntry(ManifestName, CompressionLevel.NoCompression).Open();
            JsonSerializer.Serialize(to, manifest, ManifestJson.Default.Manifest);
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Reads back what was packed.</summary>
    private static void CheckPacked(string part, ImmutableDictionary<string, ManifestFile> files)
    {
        using var zip = ZipFile.OpenRead(part);
        foreach (var (name, expected) in files)
        {
            using var from = zip.GetEntry(name)!.Open();
            if (Hashing.Copy(from, Stream.Null) != expected)
            {
                throw new IOException($"{name} does not come back from the backup as it was put in. Is the disk all right?");
            }
        }
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static void Remove(string scratch, string part)
    {
        if (Directory.Exists(scratch))
        {
            Directory.Delete(scratch, recursive: true);
        }

        File.Delete(part);
    }
}
