using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>A kind of document, whatever its documents are: for what is done with all that is kept, such as erasing somebody.</summary>
public interface IKind
{
    string Collection { get; }

    /// <summary>As <see cref="IStore.Find"/>, in ascending order.</summary>
    ValueTask<IReadOnlyList<KeptDocument>> Find(IStore store, WorkspaceId workspace, string key, int take, string? after, CancellationToken cancel);

    /// <summary>What there is to know of a document from how it is written down.</summary>
    KeptDocument Read(byte[] json, int version = 0);

    void Put(Changes changes, byte[] json, int expected);

    /// <summary>The document once somebody who was erased does nothing any more.</summary>
    byte[] Without(byte[] json, PersonId erased, DateOnly day);

    void Delete(Changes changes, string id, int expected);
}

/// <summary>All of <see cref="Kinds"/>.</summary>
public static class EveryKind
{
    public static IReadOnlyDictionary<string, IKind> ByCollection { get; } = typeof(Kinds).GetProperties()
        .Select(static property => (IKind)property.GetValue(null)!)
        .ToDictionary(static kind => kind.Collection, StringComparer.Ordinal);

    public static IEnumerable<IKind> All => ByCollection.Values;
}

/// <summary>A document of any kind.</summary>
/// <param name="Keys">Everything it is found by.</param>
public sealed record KeptDocument(IKind Kind, string Id, int Version, byte[] Json, IReadOnlyList<string> Keys)
{
    /// <summary>The key it was found by.</summary>
    public string Key { get; init; } = "";

    /// <summary>Where to go on after it.</summary>
    public string Bookmark { get; init; } = "";

    /// <summary>Whose it is; null where it is not one person's own.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>The initiative whose archive it belongs to, if it does.</summary>
    public InitiativeNumber? Archive { get; init; }
}
