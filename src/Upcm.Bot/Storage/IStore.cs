using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>
/// All that the service knows of storage: documents by id, the keys they can be found by, counters, and one commit.
/// Nothing here scans: whatever a query wants must have been given as a key when the document was written.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>False where writing failed again and again, so that somebody must act.</summary>
    bool Healthy => true;

    /// <summary>The document with its version, or null. Reads what every acknowledged commit wrote.</summary>
    ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class;

    /// <summary>
    /// The documents that gave a key starting with <paramref name="key"/>, in ordinal order of the whole key (or the
    /// reverse), at most <paramref name="take"/> of them. A document found by two keys comes once for each.
    /// </summary>
    /// <param name="after">
    /// Where to go on, exclusive: the <see cref="Found{T}.Bookmark"/> of the last one found, or a whole key to pass over every
    /// document that gave it; null for the first page.
    /// </param>
    ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class;

    /// <summary>The counter's value; 0 where nothing was added yet.</summary>
    ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel);

    /// <summary>The counters whose names start with <paramref name="start"/> and that are not 0, at most <paramref name="take"/>, in ordinal order.</summary>
    ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(WorkspaceId workspace, string start, int take, CancellationToken cancel);

    /// <summary>Adds one and returns the new value, durably. A number drawn for work that then fails leaves a gap.</summary>
    ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel);

    /// <summary>Every workspace that ever wrote anything.</summary>
    ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel);

    /// <summary>All of the changes or none; returns only when they are durable.</summary>
    /// <exception cref="VersionConflictException">A document was changed, created or deleted in the meantime.</exception>
    ValueTask Commit(Changes changes, CancellationToken cancel);

    /// <summary>
    /// Writes everything down anew, so that nothing of what was changed or deleted before stays behind on disk. Meanwhile others read
    /// and commit as always.
    /// </summary>
    /// <param name="each">What becomes of a document, perhaps under another id; the same where nothing does. A changed one gets the next version.</param>
    /// <returns>How many documents were changed.</returns>
    ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel);
}

/// <summary>A document as it is written down, whatever kind it is of.</summary>
public sealed record KeptRow(WorkspaceId Workspace, string Collection, string Id, byte[] Json, IReadOnlyList<string> Keys);

/// <summary>
/// What storage must know of a kind of document, so that the documents themselves know nothing of storage. Documents are
/// immutable: one that was read is given to others as well.
/// </summary>
/// <param name="Collection">The persisted name its documents are stored under.</param>
/// <param name="TypeInfo">Turns it into JSON and back (source generated). Asked for at first use: all of them at once were a quarter of a start.</param>
/// <param name="Id">Unique within workspace and collection; at most 200 characters, no control characters.</param>
/// <param name="Keys">What it can be found by; at most 300 characters each, no control characters.</param>
public sealed record Kind<T>(string Collection, Func<JsonTypeInfo<T>> TypeInfo, Func<T, string> Id, Func<T, IEnumerable<string>> Keys) : ICounting, IKind
    where T : class
{
    private const int AtOnce = 500;

    public JsonTypeInfo<T> Json => TypeInfo();

    /// <summary>
    /// What a document counts towards. Nobody adds to these counters by hand: with every commit each moves by the difference
    /// between the document as it was and as it is then, so that edits, imports and deletions stay right.
    /// </summary>
    public Func<T, IEnumerable<Tally>>? Counts { get; init; }

    /// <summary>The beginning of a key that every document gives exactly once; needed where they count, to count them anew.</summary>
    public string? Each { get; init; }

    /// <summary>Whose a document is, where it is one person's own and of no use to anybody without them: it goes when they are erased.</summary>
    public Func<T, PersonId?>? Owner { get; init; }

    /// <summary>The initiative whose archive a document belongs to: under a legal hold it stays as it is.</summary>
    public Func<T, InitiativeNumber?>? Archive { get; init; }

    /// <summary>What a document is once somebody who was erased does nothing any more: fills no role, is waited for by nobody.</summary>
    public Func<T, PersonId, DateOnly, T>? Without { get; init; }

    /// <summary>Every document there is, page by page. For counting anew, never for answering anybody.</summary>
    public async IAsyncEnumerable<Found<T>> Documents(IStore store, WorkspaceId workspace, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? after = null;
        do
        {
            var page = await store.Find(this, workspace, Each!, AtOnce, after, descending: false, cancel);
            foreach (var found in page)
            {
                yield return found;
            }

            after = page.Count == AtOnce ? page[^1].Bookmark : null;
        }
        while (after is not null);
    }

    public async IAsyncEnumerable<Tally> All(IStore store, WorkspaceId workspace, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var found in Documents(store, workspace, cancel))
        {
            foreach (var tally in Counts!(found.Document))
            {
                yield return tally;
            }
        }
    }

    public KeptDocument Read(byte[] json, int version = 0) => Kept(JsonSerializer.Deserialize(json, Json)!, version, json);

    async ValueTask<IReadOnlyList<KeptDocument>> IKind.Find(IStore store, WorkspaceId workspace, string key, int take, string? after, CancellationToken cancel) =>
    [
        .. (await store.Find(this, workspace, key, take, after, descending: false, cancel)).Select(found =>
            Kept(found.Document, found.Version, JsonSerializer.SerializeToUtf8Bytes(found.Document, Json)) with { Key = found.Key, Bookmark = found.Bookmark }),
    ];

    void IKind.Put(Changes changes, byte[] json, int expected) => changes.Put(this, JsonSerializer.Deserialize(json, Json)!, expected);

    byte[] IKind.Without(byte[] json, PersonId erased, DateOnly day) =>
        Without is null ? json : JsonSerializer.SerializeToUtf8Bytes(Without(JsonSerializer.Deserialize(json, Json)!, erased, day), Json);

    void IKind.Delete(Changes changes, string id, int expected) => changes.Delete(this, id, expected);

    private KeptDocument Kept(T document, int version, byte[] json) =>
        new(this, Id(document), version, json, PeopleNamed.KeysOf(this, document)) { Owner = Owner?.Invoke(document), Archive = Archive?.Invoke(document) };
}

/// <summary>
/// A document as the store has it. The version goes up by one with each commit that changes it, and is never given twice to
/// one id, also not after it was deleted and made anew.
/// </summary>
public sealed record Stored<T>(T Document, int Version)
    where T : class;

/// <summary>A document found, and the key it was found by.</summary>
public sealed record Found<T>(string Key, T Document, int Version)
    where T : class
{
    /// <summary>This key of this document and no other, to go on after.</summary>
    public required string Bookmark { get; init; }
}

/// <summary>Nothing can be recorded right now, and what was to be recorded was not.</summary>
#pragma warning disable CA1032, RCS1194 // made by stores only, with the cause
public sealed class StoreUnwritableException(string message, Exception inner) : IOException(message, inner);
#pragma warning restore CA1032, RCS1194

/// <summary>Somebody else was first. Load again, decide again.</summary>
public sealed class VersionConflictException : Exception
{
    public VersionConflictException(string message)
        : base(message)
    {
    }

    public VersionConflictException()
    {
    }

    public VersionConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
