using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>What one turn wants written, all or nothing.</summary>
public sealed class Changes(WorkspaceId workspace)
{
    private readonly Dictionary<(string Collection, string Id), Change> byId = [];
    private readonly Dictionary<string, Tally> added = [];
    private Dictionary<string, Tally> tallied = [];

    public WorkspaceId Workspace { get; } = workspace;

    public IReadOnlyCollection<Change> Documents => byId.Values;

    /// <summary>What is added to which counter. Counters never conflict.</summary>
    public IEnumerable<Tally> Added => added.Values.Concat(tallied.Values);

    public bool Any => byId.Count > 0 || added.Count > 0;

    /// <summary>Writes a document that must not exist yet.</summary>
    public void Insert<T>(Kind<T> kind, T document)
        where T : class => Put(kind, document, expected: 0);

    /// <summary>The same for an id that was drawn for this document alone, from <see cref="IStore.Next"/> or at random: the store need not look whether it is taken.</summary>
    public void InsertDrawn<T>(Kind<T> kind, T document)
        where T : class
    {
        Insert(kind, document);
        var name = (kind.Collection, kind.Id(document));
        byId[name] = byId[name] with { IsDrawn = true };
    }

    /// <summary>Writes a document over the version that was loaded; 0 where it must not exist yet.</summary>
    public void Put<T>(Kind<T> kind, T document, int expected)
        where T : class
    {
        var id = kind.Id(document);
        var (json, people) = PeopleNamed.In(kind, document);
        byId[(kind.Collection, id)] = new Change(
            kind.Collection,
            id,
            expected,
            json,
            [.. kind.Keys(document).Concat(people.Select(PeopleNamed.Key)).Distinct(StringComparer.Ordinal)])
        {
            Counts = kind.Counts?.Invoke(document) ?? [],
            Counted = Before(kind, id, expected),
        };
    }

    public void Delete<T>(Kind<T> kind, string id, int expected)
        where T : class => byId[(kind.Collection, id)] = new Change(kind.Collection, id, expected, null, []) { Counted = Before(kind, id, expected) };

    public void Add(string counter, long delta) => Sum(added, new Tally(counter, delta));

    /// <summary>
    /// Works out how far this moves the counters that documents count towards. Every store does this in a commit, before it is
    /// written; since the commit fails unless the documents still are as they were loaded, so is what they counted.
    /// </summary>
    /// <exception cref="VersionConflictException">A document is not as it was when the change was decided on.</exception>
    public async ValueTask Tally(IStore store, CancellationToken cancel)
    {
        Dictionary<string, Tally> sums = [];
        foreach (var change in byId.Values)
        {
            foreach (var tally in change.Counts)
            {
                Sum(sums, tally);
            }

            foreach (var tally in change.Counted is null ? [] : await change.Counted(store, cancel))
            {
                Sum(sums, tally with { Amount = -tally.Amount });
            }
        }

        tallied = sums.Where(static one => one.Value.Amount != 0).ToDictionary();
    }

    private Func<IStore, CancellationToken, ValueTask<IEnumerable<Tally>>>? Before<T>(Kind<T> kind, string id, int expected)
        where T : class => kind.Counts is not { } counts || expected == 0 ? null : async (store, cancel) =>
    {
        var stored = await store.Load(kind, Workspace, id, cancel);
        return stored is not null && stored.Version == expected
            ? counts(stored.Document)
            : throw new VersionConflictException($"A document of {kind.Collection} is not at version {expected} any more.");
    };

    private static void Sum(Dictionary<string, Tally> sums, Tally tally) =>
        sums[tally.Counter] = tally with { Amount = tally.Amount + sums.GetValueOrDefault(tally.Counter).Amount };
}

/// <param name="Expected">The version the change was decided on; 0 where the document must not exist.</param>
/// <param name="Json">Null where the document is to be deleted.</param>
public sealed record Change(string Collection, string Id, int Expected, byte[]? Json, IReadOnlyList<string> Keys)
{
    /// <summary>True where the id was drawn for this document, so that no other can have it.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>What the document counts towards as it will be.</summary>
    public IEnumerable<Tally> Counts { get; init; } = [];

    /// <summary>What it counted towards as it was; null where it was not there or counts for nothing.</summary>
    public Func<IStore, CancellationToken, ValueTask<IEnumerable<Tally>>>? Counted { get; init; }
}
