using System.Text;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// How rows are named, and what names are refused. Refused on the caller's thread, before anything is queued: what LiteDB
/// refuses itself would fail every commit of the batch.
/// </summary>
internal static class Names
{
    public const char Between = '\u001F';
    private const int MostIdCharacters = 200;
    private const int MostKeyCharacters = 300;
    private const int MostBytes = 1000; // LiteDB: less than 1023 with its own overhead
    private const int MostJsonBytes = 15_000_000; // LiteDB: 16 MB for the whole row
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Row(DocumentName name) => $"{name.Workspace}{Between}{name.Id}";

    public static string Row(CounterName name) => $"{name.Workspace}{Between}{name.Counter}";

    /// <summary>What the names of all keys in a collection start with.</summary>
    public static string Keys(string workspace, string collection) => $"{workspace}{Between}{collection}{Between}";

    public static string Key(DocumentName name, string key) => $"{name.Workspace}{Between}{name.Collection}{Between}{key}{Between}{name.Id}";

    /// <summary>The id at the end of the name of a key.</summary>
    public static string IdOf(string key) => key[(key.LastIndexOf(Between) + 1)..];

    public static void Check(Changes changes)
    {
        Plain(changes.Workspace.Value, "workspace", MostIdCharacters);
        foreach (var change in changes.Documents)
        {
            var name = new DocumentName(changes.Workspace.Value, change.Collection, change.Id);
            CheckCollection(change.Collection);
            Plain(change.Id, $"id in {change.Collection}", MostIdCharacters);
            Fits(Row(name), $"id in {change.Collection}");
            foreach (var key in change.Keys)
            {
                Plain(key, $"key in {change.Collection}", MostKeyCharacters);
                Fits(Key(name, key), $"key in {change.Collection}");
            }

            // The row repeats every key, so they count too.
            if ((change.Json?.Length ?? 0) + change.Keys.Sum(key => Strict.GetByteCount(key)) > MostJsonBytes)
            {
                throw new ArgumentException($"A document in {change.Collection} is larger than {MostJsonBytes} bytes.", nameof(changes));
            }
        }

        foreach (var added in changes.Added)
        {
            Plain(added.Counter, "counter", MostKeyCharacters);
            Fits(Row(new CounterName(changes.Workspace.Value, added.Counter)), "counter");
        }
    }

    private static void CheckCollection(string collection)
    {
        if (collection.Length is 0 or > 40 || !collection.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException($"'{collection}' cannot be the name of a collection.", nameof(collection));
        }
    }

    private static void Plain(string? text, string what, int most)
    {
        if (text is null || text.Length > most || text.Any(char.IsControl))
        {
            throw new ArgumentException($"This {what} is missing, is longer than {most} characters or has control characters.", nameof(text));
        }
    }

    private static void Fits(string name, string what)
    {
        try
        {
            if (Strict.GetByteCount(name) > MostBytes)
            {
                throw new ArgumentException($"This {what} is longer than {MostBytes} bytes with its workspace and id.", nameof(name));
            }
        }
        catch (EncoderFallbackException half)
        {
            throw new ArgumentException($"This {what} has half a surrogate pair.", nameof(name), half);
        }
    }
}
