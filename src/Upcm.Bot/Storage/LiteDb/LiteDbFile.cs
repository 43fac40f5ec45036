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

    /// <summary>When it returns, what was done is on disk. Readers wait meanwhile, so it had better be short.</summary>
    public void InOneTransaction(Action<LiteDatabase> work)
    {
        if (database is null)
        {
            Reopen();
        }

        Write(() =>
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

            if (!open.Commit())
            {
                throw new InvalidOperationException("The transaction was not committed.");
            }

            open.Checkpoint(); // only now is it on disk
        });
    }

    /// <summary>Where opening fails the store stays closed, and the next transaction tries again.</summary>
    public void Reopen() => Write(() =>
    {
        var old = database;
        database = null;
        old?.Dispose();
        database = Connect(path);
    });

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
    private void Write(Action write)
    {
        using (FileTurns.Write(folder))
        {
            turnstile.Write(write);
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
