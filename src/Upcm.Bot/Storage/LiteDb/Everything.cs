using LiteDB;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>All there is in the file, row by row in the order of the primary keys: for copies and examinations, never for answering anybody.</summary>
internal static class Everything
{
    private const string Documented = "d_";
    private const string NameId = "store";

    /// <summary>The collections of documents, in order.</summary>
    public static IReadOnlyList<string> Collections(this LiteDatabase database) =>
        [.. database.GetCollectionNames().Where(static name => name.StartsWith(Documented, StringComparison.Ordinal)).Select(static name => name[Documented.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The collection of documents that one of LiteDB's collections holds; null where it holds something else.</summary>
    public static string? CollectionIn(string name) => name.StartsWith(Documented, StringComparison.Ordinal) ? name[Documented.Length..] : null;

    public static IEnumerable<(DocumentName Name, Row Row)> All(this LiteDatabase database, string collection) =>
        database.AllRaw(collection).Select(document => (NameOf(collection, document), Rows.Read(document)));

    public static IEnumerable<BsonDocument> AllRaw(this LiteDatabase database, string collection) =>
        database.GetCollection(Documented + collection).Query().OrderBy("_id").ToEnumerable();

    public static IEnumerable<KeyValuePair<string, long>> AllCounters(this LiteDatabase database) =>
        database.GetCollection("counters").Query().OrderBy("_id").ToEnumerable().Select(static row => KeyValuePair.Create(row["_id"].AsString, row["n"].AsInt64));

    public static IEnumerable<string> AllKeys(this LiteDatabase database) =>
        database.GetCollection("keys").Query().OrderBy("_id").ToEnumerable().Select(static row => row["_id"].AsString);

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
