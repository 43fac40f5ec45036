using System.Text;
using LiteDB;
using Upcm.Domain;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The file and its layout. Per kind one collection of {_id, v: version, k: keys, j: JSON}; one collection of keys whose
/// primary key sorts by workspace, kind and key, so that every search is a range of the primary key; counters.
/// </summary>
internal sealed class LiteDbFile : IDisposable
{
    private const int Schema = 1;
    private const char Between = '\u001F';
    private readonly string path;
    private readonly FileStream claim;

    /// <summary>Keeps readers out while a batch is written: LiteDB read a page in the midst of a checkpoint as another's (measured).</summary>
    private readonly ReaderWriterLockSlim gate = new(LockRecursionPolicy.SupportsRecursion);
    private LiteDatabase database;

    private LiteDbFile(string path, FileStream claim)
    {
        this.path = path;
        this.claim = claim;
        database = Connect(path);
    }

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

    public static string DocumentId(WorkspaceId workspace, string id) => $"{workspace}{Between}{id}";

    public static string KeyStart(WorkspaceId workspace, string collection) => $"{workspace}{Between}{collection}{Between}";

    public BsonDocument? Document(string collection, string id) => Reading(() => Documents(collection).FindById(id));

    /// <summary>Keys that start with a prefix, with the id of the document that gave each.</summary>
    public List<(string Key, string Id)> Keys(string prefix, string? after, bool descending, int take)
    {
        var (low, high) = (prefix, prefix + '\uFFFF');
        var range = (after, descending) switch
        {
            (null, _) => Query.Between("_id", low, high),
            (_, false) => Query.And(Query.GT("_id", after + Between + '\uFFFF'), Query.LTE("_id", high)),
            _ => Query.And(Query.GTE("_id", low), Query.LT("_id", after)),
        };
        var query = database.GetCollection("keys").Query().Where(range);
        return Reading(() => (List<(string, string)>)
        [
            .. (descending ? query.OrderByDescending("_id") : query.OrderBy("_id")).Limit(take).ToEnumerable()
                .Select(row => (row["_id"].AsString[..row["_id"].AsString.LastIndexOf(Between)], row["d"].AsString)),
        ]);
    }

    public long Counter(WorkspaceId workspace, string counter) =>
        Reading(() => database.GetCollection("counters").FindById(DocumentId(workspace, counter)) is { } row ? row["n"].AsInt64 : 0);

    public IReadOnlyList<WorkspaceId> Workspaces() =>
        Reading(() => (List<WorkspaceId>)[.. database.GetCollection("workspaces").FindAll().Select(row => new WorkspaceId(row["_id"].AsString))]);

    /// <summary>Runs on the writer thread only: a LiteDB transaction belongs to its thread.</summary>
    public void InOneTransaction(Action work)
    {
        gate.EnterWriteLock();
        try
        {
            if (!database.BeginTrans())
            {
                throw new InvalidOperationException("A transaction was already open.");
            }

            try
            {
                work();
            }
            catch
            {
                database.Rollback();
                throw;
            }

            if (!database.Commit())
            {
                throw new InvalidOperationException("The transaction was not committed.");
            }

            database.Checkpoint(); // only now is it on disk
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>What stands in the way of a commit, or null.</summary>
    public string? ConflictOf(Changes changes)
    {
        foreach (var change in changes.Documents)
        {
            var row = Documents(change.Collection).FindById(DocumentId(changes.Workspace, change.Id));
            if ((row is null ? 0 : row["v"].AsInt32) != change.Expected)
            {
                return $"{change.Collection} {change.Id} is not at version {change.Expected} any more.";
            }
        }

        return null;
    }

    public void Apply(Changes changes)
    {
        var keys = database.GetCollection("keys");
        database.GetCollection("workspaces").Upsert(new BsonDocument { ["_id"] = changes.Workspace.Value });
        foreach (var change in changes.Documents)
        {
            var documents = Documents(change.Collection);
            var id = DocumentId(changes.Workspace, change.Id);
            var start = KeyStart(changes.Workspace, change.Collection);
            string[] before = change.Expected == 0 ? [] : [.. documents.FindById(id)["k"].AsArray.Select(key => key.AsString)];
            foreach (var gone in before.Except(change.Keys, StringComparer.Ordinal))
            {
                keys.Delete(start + gone + Between + change.Id);
            }

            foreach (var fresh in change.Keys.Except(before, StringComparer.Ordinal))
            {
                keys.Upsert(new BsonDocument { ["_id"] = start + fresh + Between + change.Id, ["d"] = change.Id });
            }

            if (change.Json is null)
            {
                documents.Delete(id);
            }
            else
            {
                documents.Upsert(new BsonDocument
                {
                    ["_id"] = id,
                    ["v"] = change.Expected + 1,
                    ["k"] = new BsonArray(change.Keys.Select(key => new BsonValue(key))),
                    ["j"] = Encoding.UTF8.GetString(change.Json),
                });
            }
        }

        foreach (var (counter, delta) in changes.Added)
        {
            database.GetCollection("counters").Upsert(new BsonDocument
            {
                ["_id"] = DocumentId(changes.Workspace, counter),
                ["n"] = Counter(changes.Workspace, counter) + delta,
            });
        }
    }

    public void Reopen()
    {
        gate.EnterWriteLock();
        try
        {
            database.Dispose();
            database = Connect(path);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public void Dispose()
    {
        database.Dispose();
        claim.Dispose();
        gate.Dispose();
    }

    private ILiteCollection<BsonDocument> Documents(string collection) => database.GetCollection("d_" + collection);

    private T Reading<T>(Func<T> read)
    {
        gate.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    private static LiteDatabase Connect(string path)
    {
        var opened = new LiteDatabase(new ConnectionString
        {
            Filename = path,
            Connection = ConnectionType.Direct,
            Collation = new Collation("/Ordinal"),
        });
        try
        {
            if (opened.Collation.ToString() != "/Ordinal")
            {
                throw new InvalidOperationException($"The store's collation is {opened.Collation}, not ordinal: it was not made by this bot.");
            }

            opened.UtcDate = true;
            opened.Timeout = TimeSpan.FromSeconds(10);
            if (opened.UserVersion > Schema)
            {
                throw new StoreTooNewException($"The store has schema {opened.UserVersion}; this release knows {Schema}. Install the newer release.");
            }

            if (opened.UserVersion < Schema)
            {
                opened.UserVersion = Schema;
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

#pragma warning disable CA1032, RCS1194 // made here only, with a message for the administrator
public sealed class StoreInUseException(string message, Exception inner) : IOException(message, inner);

public sealed class StoreTooNewException(string message) : InvalidOperationException(message);
#pragma warning restore CA1032, RCS1194
