using LiteDB;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The file, held by this process alone: opened, checked, written in one transaction at a time, opened anew after a failure.
/// Any thread may read; <see cref="InOneTransaction"/> and <see cref="Reopen"/> are for one thread at a time.
/// </summary>
internal sealed class LiteDbFile : IDisposable
{
    private const int Schema = 2; // 2: a commit log beside the file, which an earlier release would overlook
    private const string Ordinal = "/Ordinal";

    /// <summary>
    /// Keeps readers out while a transaction is written: LiteDB read a page in the midst of a checkpoint as another's, and failed
    /// readers beside a transaction that had not come to its checkpoint yet (both measured).
    /// </summary>
    private readonly Turnstile turnstile = new();
    private readonly string path;
    private readonly FileStream claim;
    private LiteDatabase? database;
    private volatile bool disposed;

    private LiteDbFile(string path, FileStream claim)
    {
        this.path = path;
        this.claim = claim;
        database = Connect(path);
    }

    public void CheckOpen() => ObjectDisposedException.ThrowIf(disposed, this);

    /// <summary>The number of the last commit that is wholly in the file; to be asked before anything is written.</summary>
    public long Last() => database!.Last();

    public static LiteDbFile Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var claimed = Path.Combine(folder, "upcm.lock");
        FileStream held;
        try
        {
            held = new FileStream(claimed, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse)
        {
            throw new StoreInUseException($"Another process has the store open ({claimed}). Stop it first, or use another --data folder.", inUse);
        }

        try
        {
            return new LiteDbFile(Path.Combine(folder, "upcm.db"), held);
        }
        catch
        {
            held.Dispose();
            throw;
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

        turnstile.Write(() =>
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
    public void Reopen() => turnstile.Write(() =>
    {
        var old = database;
        database = null;
        old?.Dispose();
        database = Connect(path);
    });

    public void Dispose() => turnstile.Write(() =>
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
            if (opened.UserVersion > Schema)
            {
                throw new StoreTooNewException($"The store has schema {opened.UserVersion}; this release knows {Schema}. Install the newer release.");
            }

            if (opened.UserVersion < Schema)
            {
                opened.UserVersion = Schema;
                opened.Checkpoint();
            }

            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
