using LiteDB;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Storage.LiteDb.Schemas;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The file, held by this process alone: opened, checked, written in one transaction at a time, opened anew after a failure.
/// Any thread may read; <see cref="InOneTransaction"/> and <see cref="Reopen"/> are for one thread at a time.
/// </summary>
internal sealed class LiteDbFile : IDisposable
{
    private const string Ordinal = "/Ordinal";
    private const string FreshName = "upcm-new.db";

    /// <summary>
    /// Keeps readers out while a transaction is written: LiteDB read a page in the midst of a checkpoint as another's, and failed
    /// readers beside a transaction that had not come to its checkpoint yet (both measured).
    /// </summary>
    private readonly Turnstile turnstile = new();
    private readonly string folder;
    private readonly string path;
    private readonly FileStream claim;
    private LiteDatabase? database;
    private volatile bool disposed;

    private LiteDbFile(string folder, FileStream claim)
    {
        this.folder = folder;
        this.claim = claim;
        path = Path.Combine(folder, StoreFiles.File);
        using (FileTurns.Write(folder))
        {
            database = Connect(path);
        }
    }

    public void CheckOpen() => ObjectDisposedException.ThrowIf(disposed, this);

    /// <summary>The number of the last commit that is wholly in the file; to be asked before anything is written.</summary>
    public long Last() => database!.Last();

    /// <summary>For who has just opened it and shares it with nobody.</summary>
    public T Look<T>(Func<LiteDatabase, T> look) => look(database!);

    /// <param name="bringUp">False to leave the file at the schema it has: for looking at it only.</param>
    public static LiteDbFile Open(string folder, bool bringUp = true)
    {
        var held = Claim(folder);
        try
        {
            if (File.Exists(Path.Combine(folder, StoreFiles.Restoring)))
            {
                throw new StoreDamagedException($"A backup was being restored in {folder}, and that did not come to its end. Restore it again; until then there is no store.");
            }

            RemoveFresh(Path.Combine(folder, FreshName)); // a copy that did not come to its end
            var opened = new LiteDbFile(folder, held);
            try
            {
                if (bringUp)
                {
                    opened.BringUp();
                }

                return opened;
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Keeps every other process out of the folder until it is disposed of.</summary>
    /// <exception cref="StoreInUseException">Another process has it.</exception>
    public static FileStream Claim(string folder)
    {
        Directory.CreateDirectory(folder);
        var claimed = Path.Combine(folder, "upcm.lock");
        try
        {
            return new FileStream(claimed, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse)
        {
            throw new StoreInUseException($"Another process has the store open ({claimed}). Stop it first, or use another --data folder.", inUse);
        }
    }

    /// <summary>Reads at once, or after the transaction that is being written; whatever is returned must be in memory.</summary>
    public ValueTask<TResult> Read<TResult>(Func<LiteDatabase, TResult> read) => turnstile.Read(() =>
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return read(database ?? throw new IOException("The store could not be opened anew after a failure."));
    });

    /// <summary>
    /// When it returns, what was done is on disk. Others read on what was there before, and wait only while it becomes part of the
    /// file: a reader may take a page for another's then.
    /// </summary>
    public void InOneTransaction(Action<LiteDatabase> work)
    {
        if (database is null)
        {
            Reopen();
        }

        Write(() => Prepare(work), () =>
        {
            if (!database!.Commit())
            {
                throw new InvalidOperationException("The transaction was not committed.");
            }

            database.Checkpoint(); // only now is it on disk
        });
    }

    private void Prepare(Action<LiteDatabase> work)
    {
        var open = database!;
        if (!open.BeginTrans())
        {
            throw new InvalidOperationException("A transaction was already open.");
        }

        try
        {
            work(open);
        }
        catch
        {
            open.Rollback();
            throw;
        }
    }

    /// <summary>Where opening fails the store stays closed, and the next transaction tries again.</summary>
    public void Reopen() => Write(() =>
    {
        var old = database;
        database = null;
        old?.Dispose();
        database = Connect(path);
    });

    /// <summary>
    /// Copies everything into a new file and takes that in the old one's place: LiteDB leaves what was changed or deleted where it
    /// stood until something else happens to be written over it. Readers go on in the old file until then.
    /// </summary>
    /// <param name="stopped">Asked now and then; where it is true, the old file stays.</param>
    /// <param name="taken">Done when the new file is there and nobody has read it yet.</param>
    /// <returns>How many documents were changed.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public long WriteAnew(Func<KeptRow, KeptRow> each, Func<bool> stopped, Action taken)
    {
        var fresh = Path.Combine(Path.GetDirectoryName(path)!, FreshName);
        RemoveFresh(fresh);
        long changed;
        try
        {
            var copying = new Copying(this, each, stopped);
            using (var copy = Connect(fresh))
            {
                changed = copying.Into(copy);
                copy.UserVersion = database!.UserVersion;
                copy.Checkpoint();
            }

            using (var copy = Connect(fresh))
            {
                copying.Check(copy);
            }
        }
        catch
        {
            RemoveFresh(fresh);
            throw;
        }

        Write(() =>
        {
            database?.Dispose();
            database = null;
            File.Move(fresh, path, overwrite: true);
            File.Delete(LogOf(path));
            database = Connect(path);
            taken();
        });
        return changed;
    }

    public void Dispose() => Write(() =>
    {
        if (!disposed)
        {
            disposed = true;
            using (claim) // given back last
            {
                database?.Dispose();
            }
        }
    });

    /// <summary>First waits until nobody copies the file, which readers do not mind, and only then keeps readers out.</summary>
    private void Write(Action write) => Write(static () => { }, write);

    private void Write(Action prepare, Action write)
    {
        using (FileTurns.Write(folder))
        {
            turnstile.Write(prepare, write);
        }
    }

    /// <summary>Brings an older file up to what this release writes, after a backup of it was made beside it.</summary>
    private void BringUp()
    {
        var schema = database!.UserVersion;
        if (schema == Schema.Newest)
        {
            return;
        }

        if (schema > 0) // else it was made just now
        {
            Write(Close);
            Backup.BeforeSchema(folder, schema);
            Write(() => database = Connect(path));
        }

        Write(() => Schema.BringUp(database!));
    }

    private void Close()
    {
        database?.Dispose();
        database = null;
    }

    private static void RemoveFresh(string fresh)
    {
        File.Delete(fresh);
        File.Delete(LogOf(fresh));
    }

    /// <summary>Where LiteDB puts what it has not written into the file itself yet.</summary>
    private static string LogOf(string file) => Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + "-log" + Path.GetExtension(file));

    private static LiteDatabase Connect(string path)
    {
        var opened = new LiteDatabase(new ConnectionString
        {
            Filename = path,
            Connection = ConnectionType.Direct,
            Collation = new Collation(Ordinal),
        });
        try
        {
            if (opened.Collation.ToString() != Ordinal)
            {
                throw new InvalidOperationException($"The store's collation is {opened.Collation}, not ordinal: it was not made by this bot.");
            }

            opened.UtcDate = true;
            opened.Timeout = TimeSpan.FromSeconds(10);
            opened.CheckpointSize = 0; // never by itself: readers are kept out of a checkpoint
            Schema.Check(opened);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
