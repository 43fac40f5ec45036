using System.Globalization;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using LiteDB;

namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>What a file holds, counted and hashed in an order that does not depend on how it lies on disk.</summary>
/// <param name="Documents">How many there are of each collection.</param>
/// <param name="Hash">SHA-256 over every document with its version and keys, and over every counter.</param>
/// <param name="KeysAgree">The keys that documents give are the keys there are.</param>
public sealed record Contents(IReadOnlyDictionary<string, long> Documents, long Keys, long Counters, string Hash, bool KeysAgree)
{
    public long Total => Documents.Values.Sum();

    public bool Equals(Contents? other) =>
        other is not null && (Keys, Counters, Hash) == (other.Keys, other.Counters, other.Hash)
        && Documents.OrderBy(Name, StringComparer.Ordinal).SequenceEqual(other.Documents.OrderBy(Name, StringComparer.Ordinal));

    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);

    /// <summary>Reads all of it, row by row.</summary>
    internal static Contents Of(LiteDatabase database)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var documents = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var (given, keysGiven) = (0L, 0UL);
        foreach (var collection in database.Collections())
        {
            documents[collection] = 0;
            foreach (var (name, row) in database.All(collection))
            {
                documents[collection]++;
                Add(collection, Names.Row(name), row.Version.ToString(CultureInfo.InvariantCulture));
                hash.AppendData(row.Json!);
                foreach (var key in row.Keys)
                {
                    Add(key);
                    given++;
                    keysGiven += Mark(Names.Key(name, key));
                }
            }
        }

        var counters = 0L;
        foreach (var (counter, value) in database.AllCounters())
        {
            counters++;
            Add(counter, value.ToString(CultureInfo.InvariantCulture));
        }

        var (keys, keysThere) = (0L, 0UL);
        foreach (var key in database.AllKeys())
        {
            keys++;
            keysThere += Mark(key);
        }

        return new Contents(documents, keys, counters, Convert.ToHexStringLower(hash.GetHashAndReset()), given == keys && keysGiven == keysThere);

        void Add(params ReadOnlySpan<string> texts)
        {
            foreach (var text in texts)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(text));
                hash.AppendData([0]);
            }
        }
    }

    /// <summary>Summed up they tell whether two piles hold the same, in whatever order each comes.</summary>
    private static ulong Mark(string name) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(name));

    private static string Name(KeyValuePair<string, long> one) => one.Key;
}
