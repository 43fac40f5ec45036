using System.Text;
using LiteDB;
using Upcm.Domain;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// The layout. Per kind one collection of {_id, v: version, k: keys, j: JSON}; one collection of keys whose primary key sorts
/// by workspace, kind, key and id, so that every search is a range of the primary key; counters; workspaces.
/// </summary>
internal static class Rows
{
    /// <summary>Above every name that starts with what stands before it.</summary>
    private const char Highest = '\uFFFF';

    public static ILiteCollection<BsonDocument> Documents(this LiteDatabase database, string collection) =>
        database.GetCollection("d_" + collection);

    public static BsonDocument? Document(this LiteDatabase database, WorkspaceId workspace, string collection, string id) =>
        database.Documents(collection).FindById(Names.Row(workspace, id));

    /// <summary>Names of keys that start with a prefix, in order, with the id of the document that gave each.</summary>
    public static List<(string Name, string Id)> Keys(this LiteDatabase database, Span range, bool descending, int take)
    {
        if (string.CompareOrdinal(range.Low, range.High) > 0)
        {
            return [];
        }

        // Parameters, not text: LiteDB keeps every text of an expression for good.
        var query = database.GetCollection("keys").Query()
            .Where(BsonExpression.Create("_id BETWEEN @0 AND @1", range.Low, range.High));
        var rows = (descending ? query.OrderByDescending("_id") : query.OrderBy("_id")).Limit(take).ToList();
        return [.. rows.Select(row => (row["_id"].AsString, row["d"].AsString))];
    }

    public static long Counter(this LiteDatabase database, WorkspaceId workspace, string counter) =>
        database.GetCollection("counters").FindById(Names.Row(workspace, counter)) is { } row ? row["n"].AsInt64 : 0;

    public static IReadOnlyList<WorkspaceId> Workspaces(this LiteDatabase database) =>
        [.. database.GetCollection("workspaces").FindAll().ToList().Select(row => new WorkspaceId(row["_id"].AsString))];

    /// <summary>What stands in the way of a commit, or null.</summary>
    public static string? ConflictOf(this LiteDatabase database, Changes changes)
    {
        foreach (var change in changes.Documents)
        {
            var row = database.Document(changes.Workspace, change.Collection, change.Id);
            if ((row is null ? 0 : row["v"].AsInt32) != change.Expected)
            {
                return $"{change.Collection} {change.Id} is not at version {change.Expected} any more.";
            }
        }

        return null;
    }

    public static void Apply(this LiteDatabase database, Changes changes)
    {
        var workspaces = database.GetCollection("workspaces");
        if (workspaces.FindById(changes.Workspace.Value) is null)
        {
            workspaces.Insert(new BsonDocument { ["_id"] = changes.Workspace.Value });
        }

        foreach (var change in changes.Documents)
        {
            database.Apply(changes.Workspace, change);
        }

        foreach (var (counter, delta) in changes.Added)
        {
            database.GetCollection("counters").Upsert(new BsonDocument
            {
                ["_id"] = Names.Row(changes.Workspace, counter),
                ["n"] = database.Counter(changes.Workspace, counter) + delta,
            });
        }
    }

    private static void Apply(this LiteDatabase database, WorkspaceId workspace, Change change)
    {
        var keys = database.GetCollection("keys");
        string[] before = change.Expected > 0 && database.Document(workspace, change.Collection, change.Id) is { } row
            ? [.. row["k"].AsArray.Select(key => key.AsString)]
            : [];
        foreach (var gone in before.Except(change.Keys, StringComparer.Ordinal))
        {
            keys.Delete(Names.Key(workspace, change.Collection, gone, change.Id));
        }

        foreach (var fresh in change.Keys.Except(before, StringComparer.Ordinal))
        {
            keys.Upsert(new BsonDocument { ["_id"] = Names.Key(workspace, change.Collection, fresh, change.Id), ["d"] = change.Id });
        }

        var id = Names.Row(workspace, change.Id);
        if (change.Json is null)
        {
            database.Documents(change.Collection).Delete(id);
            return;
        }

        database.Documents(change.Collection).Upsert(new BsonDocument
        {
            ["_id"] = id,
            ["v"] = change.Expected + 1,
            ["k"] = new BsonArray(change.Keys.Select(key => new BsonValue(key))),
            ["j"] = Encoding.UTF8.GetString(change.Json),
        });
    }

    /// <summary>A range of names of keys. No name equals an edge that was moved, so both edges may be inclusive.</summary>
    internal readonly record struct Span(string Low, string High)
    {
        public static Span Of(string prefix) => new(prefix, prefix + Highest);

        /// <summary>Past every document that gave this key.</summary>
        public Span After(string key, bool descending) => descending ? Before(key) : From(key + Names.Between + Highest);

        /// <summary>Past this one name only. Nothing sorts between a name and the same with U+0000 behind it.</summary>
        public Span AfterName(string name, bool descending) => descending ? Before(name[..^1] + Below(name[^1])) : From(name + '\0');

        private static string Below(char last) => $"{(char)(last - 1)}{Highest}{Highest}";

        private Span From(string low) => this with { Low = string.CompareOrdinal(low, Low) > 0 ? low : Low };

        private Span Before(string high) => this with { High = string.CompareOrdinal(high, High) < 0 ? high : High };
    }
}
