using System.Text;
using LiteDB;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The layout. Per kind one collection of {_id, v: version, k: keys, j: JSON}; one collection of keys whose primary key sorts
/// by workspace, kind, key and id, so that every search is a range of the primary key; counters; workspaces; and in
/// <c>state</c> the number of the last commit that is wholly there.
/// </summary>
internal static class Rows
{
    private const string StateId = "commits";
    public const string Documented = "d_"; // what the names of collections of documents begin with
    public const string AllKeys = "keys";

    public static Row? Row(this LiteDatabase database, DocumentName name) =>
        database.Documents(name).FindById(Names.Row(name)) is not { } row ? null : IsRow(row) ? Read(row) : Misshapen;

    /// <summary>Stands for a row that is there and cannot be read: it is no JSON, and passed over as such.</summary>
    private static readonly Row Misshapen = new(int.MaxValue, [], []);

    /// <summary>A row from the collection of its kind.</summary>
    /// <exception cref="InvalidCastException">It is none.</exception>
    public static Row Read(BsonDocument row) =>
        IsRow(row)
            ? new(row["v"].AsInt32, Encoding.UTF8.GetBytes(row["j"].AsString), [.. row["k"].AsArray.Select(static key => key.AsString)])
            : throw new InvalidCastException("A row has not the fields it must have.");

    private static bool IsRow(BsonDocument row) =>
        row["v"].IsInt32 && row["j"].IsString && row["k"].IsArray && row["k"].AsArray.All(static key => key.IsString);

    /// <summary>Names of keys in a range, in order.</summary>
    public static IReadOnlyList<string> Keys(this LiteDatabase database, Span range, bool descending, int take)
    {
        if (range.IsEmpty)
        {
            return [];
        }

        // Parameters, not text: LiteDB keeps every text of an expression for good.
        var query = database.GetCollection(AllKeys).Query()
            .Where(BsonExpression.Create("_id BETWEEN @0 AND @1", range.Low, range.High));
        var rows = (descending ? query.OrderByDescending("_id") : query.OrderBy("_id")).Limit(take).ToList();
        return [.. rows.Select(static row => row["_id"].AsString)];
    }

    public static long Counter(this LiteDatabase database, CounterName name) =>
        database.GetCollection("counters").FindById(Names.Row(name)) is { } row ? row["n"].AsInt64 : 0;

    /// <summary>The counters in a range that are not 0, in order.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Counters(this LiteDatabase database, Span range, int take)
    {
        var rows = database.GetCollection("counters").Query()
            .Where(BsonExpression.Create("_id BETWEEN @0 AND @1", range.Low, range.High))
            .Where("n != 0").OrderBy("_id").Limit(take).ToList();
        return [.. rows.Select(static row => KeyValuePair.Create(row["_id"].AsString, row["n"].AsInt64))];
    }

    public static IReadOnlyList<string> Workspaces(this LiteDatabase database) =>
        [.. database.GetCollection("workspaces").FindAll().ToList().Select(static row => row["_id"].AsString)];

    /// <summary>The number of the last commit that is wholly there.</summary>
    public static long Last(this LiteDatabase database) => database.GetCollection("state").FindById(StateId) is { } row ? row["n"].AsInt64 : 0;

    /// <summary>Sets down a row where there is none, for half the work; fails where there is.</summary>
    public static void PutNew(this LiteDatabase database, DocumentName name, Row row) => database.PutNew([KeyValuePair.Create(name, row)]);

    /// <summary>The same for many: their keys in order, so that one lands beside the other and few pages of the file are touched.</summary>
    public static void PutNew(this LiteDatabase database, IReadOnlyCollection<KeyValuePair<DocumentName, Row>> rows)
    {
        var there = rows.Where(static one => one.Value.Json is not null);
        var keys = there.SelectMany(static one => one.Value.Keys.Select(key => Names.Key(one.Key, key))).Order(StringComparer.Ordinal);
        database.GetCollection(AllKeys).Insert(keys.Select(static key => new BsonDocument { ["_id"] = key }));
        foreach (var documents in there.GroupBy(static one => one.Key.Collection, StringComparer.Ordinal))
        {
            database.GetCollection(Documented + documents.Key).Insert(documents.Select(static one => Document(one.Key, one.Value)));
        }
    }

    /// <summary>Sets down a row as it is, whatever was there; the same row twice is the same as once.</summary>
    public static void Put(this LiteDatabase database, DocumentName name, Row row)
    {
        var id = Names.Row(name);
        var documents = database.Documents(name);
        string[] before = documents.FindById(id) is { } old ? [.. old["k"].AsArray.Select(static key => key.AsString)] : [];
        var keys = database.GetCollection(AllKeys);
        foreach (var gone in before.Except(row.Keys, StringComparer.Ordinal))
        {
            keys.Delete(Names.Key(name, gone));
        }

        foreach (var fresh in row.Keys.Except(before, StringComparer.Ordinal))
        {
            keys.Upsert(new BsonDocument { ["_id"] = Names.Key(name, fresh) });
        }

        if (row.Json is null)
        {
            documents.Delete(id);
            return;
        }

        documents.Upsert(Document(name, row));
    }

    /// <summary>Sets down all that a layer has besides its rows.</summary>
    public static void Finish(this LiteDatabase database, Layer layer)
    {
        database.GetCollection("counters").Upsert(layer.Counters.Select(static one => new BsonDocument { ["_id"] = Names.Row(one.Key), ["n"] = one.Value }));
        database.GetCollection("workspaces").Upsert(layer.Workspaces().Select(static workspace => new BsonDocument { ["_id"] = workspace }));

        database.GetCollection("state").Upsert(new BsonDocument { ["_id"] = StateId, ["n"] = layer.Last });
    }

    private static BsonDocument Document(DocumentName name, Row row) => new()
    {
        ["_id"] = Names.Row(name),
        ["v"] = row.Version,
        ["k"] = new BsonArray(row.Keys.Select(static key => new BsonValue(key))),
        ["j"] = Encoding.UTF8.GetString(row.Json!),
    };

    private static ILiteCollection<BsonDocument> Documents(this LiteDatabase database, DocumentName name) =>
        database.GetCollection(Documented + name.Collection);
}
