using LiteDB;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>All there is in the file, row by row in the order of the primary keys: for copies and examinations, never for answering anybody.</summary>
internal static class Everything
{
    private const string Documented = Rows.Documented;
    private const string NameId = "store";
    private const int AtOnce = 2000;

    /// <summary>The collections of documents, in order.</summary>
    public static IReadOnlyList<string> Collections(this LiteDatabase database) =>
        [.. database.GetCollectionNames().Where(static name => name.StartsWith(Documented, StringComparison.Ordinal)).Select(static name => name[Documented.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The collection of documents that one of LiteDB's collections holds; null where it holds something else.</summary>
    public static string? CollectionIn(string name) => name.StartsWith(Documented, StringComparison.Ordinal) ? name[Documented.Length..] : null;

    public static IEnumerable<(DocumentName Name, Row Row)> All(this LiteDatabase database, string collection) =>
        database.AllRaw(collection).Select(document => (NameOf(collection, document), Rows.Read(document)));

    public static IEnumerable<BsonDocument> AllRaw(this LiteDatabase database, string collection) =>
        database.RowByRow(Documented + collection);

    public static IEnumerable<KeyValuePair<string, long>> AllCounters(this LiteDatabase database) =>
        database.RowByRow("counters").Select(static row => KeyValuePair.Create(row["_id"].AsString, row["n"].AsInt64));

    public static IEnumerable<string> AllKeys(this LiteDatabase database) =>
        database.RowByRow(Rows.AllKeys).Select(static row => row["_id"].AsString);

    /// <summary>
    /// Every row of one of LiteDB's collections, in order and so many at a time: one long query keeps every page it went over in memory,
    /// up to 800 MB of them (measured).
    /// </summary>
    /// <exception cref="StoreDamagedException">The index leads back to where it was.</exception>
    public static IEnumerable<BsonDocument> RowByRow(this LiteDatabase database, string name)
    {
        BsonValue? last = null;
        while (true)
        {
            var query = database.GetCollection(name).Query();
            var page = (last is null ? query : query.Where(BsonExpression.Create("_id > @0", last))).OrderBy("_id").Limit(AtOnce).ToList();
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < AtOnce)
            {
                yield break;
            }

            if (last is not null && page[^1]["_id"] <= last)
            {
                throw new StoreDamagedException($"The index of {name} leads back to where it was.");
            }

            last = page[^1]["_id"];
        }
    }

    /// <summary>The store's own name, given once; null before schema 3.</summary>
    public static string? StoreName(this LiteDatabase database) => database.GetCollection("state").FindById(NameId)?["s"].AsString;

    public static void NameStore(this LiteDatabase database, string name) =>
        database.GetCollection("state").Upsert(new BsonDocument { ["_id"] = NameId, ["s"] = name });

    public static void NameStore(this LiteDatabase database)
    {
        if (database.StoreName() is null)
        {
            database.GetCollection("state").Insert(new BsonDocument { ["_id"] = NameId, ["s"] = Guid.NewGuid().ToString("N") });
        }
    }

    public static DocumentName NameOf(string collection, BsonDocument document)
    {
        var parts = document["_id"].AsString.Split(Names.Between, 2);
        return new DocumentName(parts[0], collection, parts[^1]);
    }
}
