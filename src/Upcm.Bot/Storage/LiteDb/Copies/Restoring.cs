using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Privacy;

namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>
/// Puts a backup in the place of a store. What was there is set aside in the folder and never deleted; the list of who was
/// erased stays where it is, since it is newer than any backup.
/// </summary>
public static class Restoring
{
    private const string Unfinished = "restoring.part";

    /// <param name="erasures">The folder with the list of who was erased. The key that it is written with belongs to it.</param>
    /// <param name="replace">Set aside the store that is there.</param>
    /// <returns>What was restored, and where what was there is now.</returns>
    /// <exception cref="BackupRefusedException">It is no backup, it is damaged, or there is a store already.</exception>
    /// <exception cref="StoreInUseException">The store in the folder is in use.</exception>
    /// <exception cref="StoreTooNewException">A newer release wrote it.</exception>
    public static async Task<Restored> Run(string file, string data, string erasures, bool replace, DateTimeOffset now)
    {
        Directory.CreateDirectory(data);
        var scratch = Path.Combine(data, Unfinished);
        using var zip = Open(file);
        var manifest = Backup.ManifestOf(zip);
        if (manifest.Schema > Schemas.Schema.Newest)
        {
            throw new StoreTooNewException($"The backup has schema {manifest.Schema}; this release knows {Schemas.Schema.Newest}. Install the newer release.");
        }

        LiteDbFile.Claim(data).Dispose(); // first of all: nothing is to be looked at in a store that is in use
        if (!replace)
        {
            await RefuseWhereThereIsAStore(data, manifest);
        }

        Room.Check(data, 2 * manifest.Files.Values.Sum(static one => one.Bytes));
        Remove(scratch);
        try
        {
            Unpack(zip, manifest, scratch);
            var reading = await StoreReading.Of(scratch);
            if (!reading.Contents.Equals(manifest.Contents) || reading.Commit != manifest.Commit)
            {
                throw new BackupRefusedException(new(
                    "De opslag in deze reservekopie is niet wat het manifest zegt. Neem een andere.",
                    "The store in this backup is not what its manifest says. Take another one."));
            }

            return new Restored(manifest, TakeThePlace(data, scratch, erasures, manifest, now));
        }
        finally
        {
            Remove(scratch);
        }
    }

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException(new($"{file} is niet te lezen als reservekopie: {unreadable.Message}", $"{file} cannot be read as a backup: {unreadable.Message}"));
        }
    }

    private static async Task RefuseWhereThereIsAStore(string data, Manifest manifest)
    {
        if (File.Exists(Path.Combine(data, StoreFiles.Restoring)) || !StoreFiles.In(data).Any(static name => name.StartsWith("upcm", StringComparison.Ordinal)))
        {
            return;
        }

        const string HowNl = " Zeg --replace om die opzij te zetten (in dezelfde map, niets wordt weggegooid) en de reservekopie terug te zetten.";
        const string How = " Say --replace to set that aside (in the same folder, nothing is deleted) and restore the backup.";
        var taken = manifest.Taken.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        long last;
        string? name;
        try
        {
            await using var there = LiteDbStore.OpenAsItIs(data, NullLogger.Instance);
            (last, name) = (there.LastCommit, there.Name);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidOperationException or LiteDB.LiteException)
        {
            throw new BackupRefusedException(new(
                $"In {data} staat al een opslag, die niet te lezen is ({unreadable.Message}).{HowNl}", $"There is a store in {data} already, which cannot be read ({unreadable.Message}).{How}"));
        }

        throw new BackupRefusedException(
            manifest.Store is null || name != manifest.Store ? new($"In {data} staat al een andere opslag.{HowNl}", $"There is another store in {data} already.{How}")
            : last > manifest.Commit ? new(
                $"De opslag in {data} is nieuwer: na deze reservekopie ({taken} UTC) is er nog {last - manifest.Commit} keer iets vastgelegd, en dat is dan weg.{HowNl}",
                $"The store in {data} is newer: after this backup ({taken} UTC) something was recorded {last - manifest.Commit} more times, and that would be gone.{How}")
            : new($"De opslag waarvan dit de reservekopie is, staat al in {data}.{HowNl}", $"The store that this is the backup of is in {data} already.{How}"));
    }

    private static void Unpack(ZipArchive zip, Manifest manifest, string scratch)
    {
        foreach (var (name, expected) in manifest.Files)
        {
            var path = Path.GetFullPath(Path.Combine(scratch, name));
            if (!path.StartsWith(Path.GetFullPath(scratch) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || zip.GetEntry(name) is not { } entry)
            {
                throw Damaged(name);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                using var from = entry.Open();
                using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                if (Hashing.Copy(from, to) != expected)
                {
                    throw Damaged(name);
                }

                to.Flush(flushToDisk: true);
            }
            catch (InvalidDataException)
            {
                throw Damaged(name);
            }

            File.SetLastWriteTimeUtc(path, entry.LastWriteTime.UtcDateTime);
        }

        static BackupRefusedException Damaged(string name) => new(new(
            $"Deze reservekopie is beschadigd, bij {name}. Neem een andere.", $"This backup is damaged, at {name}. Take another one."));
    }

    /// <returns>Where what was there is now; null where nothing was.</returns>
    private static string? TakeThePlace(string data, string scratch, string erasures, Manifest manifest, DateTimeOffset now)
    {
        using var claim = LiteDbFile.Claim(data);
        var aside = Path.Combine(data, string.Create(CultureInfo.InvariantCulture, $"replaced-{now.UtcDateTime:yyyyMMdd-HHmmss}"));
        var keyStays = Directory.Exists(erasures) && File.Exists(Path.Combine(data, Pseudonyms.FileName));
        Exchange.Run(data, Moving(data), aside, scratch, Moving(scratch));
        RestoreMark.Write(data, new RestoreMark(manifest.Taken, now));
        return Directory.Exists(aside) ? aside : null;

        IEnumerable<string> Moving(string folder) => StoreFiles.In(folder).Where(name => !(keyStays && name == Pseudonyms.FileName));
    }

    private static void Remove(string scratch)
    {
        if (Directory.Exists(scratch))
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}

/// <param name="Aside">The folder that holds what was there before; null where nothing was.</param>
public sealed record Restored(Manifest Manifest, string? Aside);
