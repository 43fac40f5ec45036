using LiteDB;
using Upcm.Domain;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>Copies everything of one file into another, document by document, and counts what came over.</summary>
internal sealed class Copying(LiteDbFile from, Func<KeptRow, KeptRow> each, Func<bool> stopped)
{
    private const int AtOnce = 500;
    private readonly Dictionary<string, int> copied = new(StringComparer.Ordinal);

    /// <returns>How many documents were changed.</returns>
    public long Into(LiteDatabase copy)
    {
        long changed = 0;
        foreach (var name in Read(static database => database.GetCollectionNames().Where(static one => one != Rows.AllKeys).ToList()))
        {
            var count = 0;
            BsonValue? last = null;
            while (Page(name, last) is { Count: > 0 } page)
            {
                if (stopped())
                {
                    throw new OperationCanceledException("The store closes; it stays as it is.");
                }

                copy.BeginTrans();
                foreach (var row in page)
                {
                    changed += Copy(copy, name, row) ? 1 : 0;
                }

                copy.Commit();
                copy.Checkpoint();
                count += page.Count;
                last = page[^1]["_id"];
            }

            copied[name] = count;
        }

        return changed;
    }

    /// <exception cref="StoreDamagedException">The copy does not have everything.</exception>
    public void Check(LiteDatabase copy)
    {
        foreach (var (name, count) in copied)
        {
            if (copy.GetCollection(name).Count() is var found && found != count)
            {
                throw new StoreDamagedException($"The copy has {found} of {count} documents in {name}; the file stays as it is.");
            }
        }
    }

    private bool Copy(LiteDatabase copy, string name, BsonDocument row)
    {
        if (Everything.CollectionIn(name) is not { } collection)
        {
            copy.GetCollection(name).Insert(row);
            return false;
        }

        var (read, parts) = (Rows.Read(row), row["_id"].AsString.Split(Names.Between, 2));
        var before = new KeptRow(new WorkspaceId(parts[0]), collection, parts[1], read.Json!, read.Keys);
        var after = each(before);
        var changed = after != before;
        copy.PutNew(new DocumentName(parts[0], collection, after.Id), changed ? new Row(read.Version + 1, after.Json, after.Keys) : read);
        return changed;
    }

    private List<BsonDocument> Page(string name, BsonValue? after) => Read(database =>
    {
        var query = database.GetCollection(name).Query();
        return (after is null ? query : query.Where(BsonExpression.Create("_id > @0", after))).OrderBy("_id").Limit(AtOnce).ToList();
    });

    /// <summary>On the one thread that writes, so nobody writes meanwhile and nothing is waited for.</summary>
    private T Read<T>(Func<LiteDatabase, T> read) => from.Read(read).AsTask().GetAwaiter().GetResult();
}
