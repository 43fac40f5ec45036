using System.Text.Json;
using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>
/// Whom a document names. Every document can be found by everybody it names, without its kind having to say so: a person is heard
/// where their id is written (<see cref="PersonIdJson"/>).
/// </summary>
public static class PeopleNamed
{
    private const string Start = "who=";

    /// <summary>Writing is of one piece and on one thread, so what is heard here belongs to the document that is being written.</summary>
    [ThreadStatic]
    private static HashSet<PersonId>? heard;

    /// <summary>The key that every document gives that names this person; without one, the start of all such keys.</summary>
    public static string Key(PersonId person) => $"{Start}{person}|";

    /// <summary>The start of every such key.</summary>
    public static string Anybody => Start;

    /// <summary>Whom such a key is of.</summary>
    public static PersonId Of(string key) => new(key[Start.Length..^1]);

    /// <summary>The document as it is written, and whom it names.</summary>
    public static (byte[] Json, IReadOnlyCollection<PersonId> People) In<T>(Kind<T> kind, T document)
        where T : class
    {
        var people = heard = [];
        try
        {
            return (JsonSerializer.SerializeToUtf8Bytes(document, kind.Json), people);
        }
        finally
        {
            heard = null;
        }
    }

    /// <summary>Everything that the document is found by.</summary>
    public static IReadOnlyList<string> KeysOf<T>(Kind<T> kind, T document)
        where T : class => [.. kind.Keys(document).Concat(In(kind, document).People.Select(Key)).Distinct(StringComparer.Ordinal)];

    internal static void Hear(PersonId person) => heard?.Add(person);
}
