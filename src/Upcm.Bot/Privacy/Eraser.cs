using System.Text.Json;
using Upcm.Bot.Conversation;
using Upcm.Bot.Files;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>
/// Erases people (ADR 14): what is their own is deleted, elsewhere a pseudonym takes their place, and then the store is written
/// anew, so that no byte of them stays behind. Whom a document names it is found by, so nobody else's documents are read for it;
/// only texts that mention the name alone are met while everything is copied.
/// </summary>
public sealed class Eraser(IStore store, Pseudonyms pseudonyms, Erasures erasures, KeptFiles files, TimeProvider time, ILogger<Eraser> log)
{
    private const int AtOnce = 100;
    private const int MostTries = 8;
    private const int MostHolds = 10_000;
    internal const long Layout = 1; // of keys: 1 since documents are found by whom they name
    internal const string Stamp = "keys"; // new workspaces get it at once (MarkedStore)

    /// <summary>Erases whoever asked for it since the last time, and what legal holds kept that were lifted.</summary>
    public async Task Ring(CancellationToken cancel)
    {
        foreach (var workspace in await store.Workspaces(cancel))
        {
            var wanted = await store.Find(Kinds.ErasuresWanted, workspace, "wanted=", AtOnce, null, descending: false, cancel);
            if (wanted.Count > 0)
            {
                await Erase(workspace, [.. wanted.Select(found => (Begun(workspace, found.Document), found.Document.Person))], cancel);
            }

            var lifted = await store.Find(Kinds.LegalHolds, workspace, LegalHold.Lifted, AtOnce, null, descending: false, cancel);
            if (lifted.Count > 0)
            {
                await CatchUp(workspace, lifted, cancel);
            }
        }
    }

    /// <summary>
    /// Right after the store was opened: erases again whom a backup brought back, finishes what was begun, and lets an older store
    /// find documents by whom they name. A look at a few documents where all is well.
    /// </summary>
    public async Task WhereNeeded(CancellationToken cancel)
    {
        var workspaces = await store.Workspaces(cancel);
        await FindByName(workspaces, cancel);
        var all = erasures.All().ToLookup(static one => one.Workspace, StringComparer.Ordinal);
        foreach (var workspace in workspaces)
        {
            List<Erasure> undone = [];
            foreach (var erasure in all[pseudonyms.Of(workspace)])
            {
                if (await store.Load(Kinds.ErasuresDone, workspace, erasure.Id, cancel) is null)
                {
                    undone.Add(erasure);
                }
            }

            if (undone.Count > 0)
            {
                var people = await Named(workspace, cancel);
                log.LogWarning("{Count} erasures were not done in this store; they are done again", undone.Count);
                await Erase(workspace, [.. undone.Select(erasure => (erasure, people.GetValueOrDefault(erasure.Person)))], cancel);
            }
        }
    }

    private Erasure Begun(WorkspaceId workspace, ErasureWanted wanted) =>
        erasures.All().FirstOrDefault(one => one.Id == wanted.Id)
        ?? new Erasure(pseudonyms.Of(workspace), pseudonyms.Of(workspace, wanted.Person), wanted.At) { ByThemselves = wanted.ByThemselves };

    /// <param name="whom">A person is not given where nothing of them was found.</param>
    private async Task Erase(WorkspaceId workspace, IReadOnlyList<(Erasure Erasure, PersonId Person)> whom, CancellationToken cancel)
    {
        var held = await Held(workspace, cancel);
        List<(Erasure Erasure, Redaction? Redaction)> all = [];
        foreach (var (erasure, person) in whom)
        {
            erasures.Write(erasure); // from here on it will be done, also where the service stops now
            var redaction = person.Value is null ? null : await RedactionOf(workspace, erasure, person, cancel);
            all.Add((redaction is null ? erasure : await ByKeys(workspace, erasure, redaction, held, cancel), redaction));
        }

        files.RemoveAllOf(workspace);
        var sweep = new Sweep(workspace, [.. all.Select(one => one.Redaction).OfType<Redaction>()], held);
        await store.WriteAnew(sweep.Each, cancel);
        foreach (var (erasure, _) in all)
        {
            var done = new Changes(workspace);
            done.Put(Kinds.ErasuresDone, new ErasureDone(erasure.Id), (await store.Load(Kinds.ErasuresDone, workspace, erasure.Id, cancel))?.Version ?? 0);
            if (await store.Load(Kinds.ErasuresWanted, workspace, erasure.Id, cancel) is { } wanted)
            {
                done.Delete(Kinds.ErasuresWanted, erasure.Id, wanted.Version);
            }

            await store.Commit(done, cancel);
            erasures.Write(erasure with { DoneAt = time.GetUtcNow() });
            log.LogInformation("Erasure {Erasure} is done: {Deleted} documents deleted, {Replaced} with the pseudonym, {Held} under a legal hold", erasure.Id, erasure.Deleted, erasure.Replaced, erasure.Held);
        }
    }

    private async ValueTask<Redaction> RedactionOf(WorkspaceId workspace, Erasure erasure, PersonId person, CancellationToken cancel)
    {
        var known = (await store.Load(Kinds.People, workspace, person.Value, cancel))?.Document;
        var namesakes = known is null || SearchWords.In(known.Name) is not [.., var last]
            ? []
            : await store.Find(Kinds.People, workspace, $"name={last}", AtOnce, null, descending: false, cancel);
        return new Redaction(erasure.Person, person, known, namesakes.All(one => one.Document.Id == person || one.Document.Name != known!.Name));
    }

    private async ValueTask<Erasure> ByKeys(WorkspaceId workspace, Erasure erasure, Redaction redaction, IReadOnlySet<InitiativeNumber> held, CancellationToken cancel)
    {
        await ForgetPlace(workspace, redaction, cancel);
        var today = LocalTime.DayOf(time.GetUtcNow(), Clock.Amsterdam);
        foreach (var kind in EveryKind.All.Where(static kind => kind.Collection != Kinds.ErasuresWanted.Collection))
        {
            string? after = null;
            IReadOnlyList<KeptDocument> page;
            do
            {
                page = await InCommits(
                    () => kind.Find(store, workspace, PeopleNamed.Key(redaction.Person), AtOnce, after, cancel),
                    found =>
                    {
                        var changes = new Changes(workspace);
                        foreach (var document in found.Where(one => !IsHeld(one, held)))
                        {
                            Redact(changes, document, redaction, today);
                        }

                        return changes;
                    },
                    cancel);
                var free = page.Where(one => !IsHeld(one, held)).ToList();
                var deleted = free.Count(one => one.Owner == redaction.Person);
                erasure = erasure with { Deleted = erasure.Deleted + deleted, Replaced = erasure.Replaced + free.Count - deleted, Held = erasure.Held + page.Count - free.Count };
                after = page is [.., var last] ? last.Bookmark : null;
            }
            while (page.Count == AtOnce);
        }

        return erasure;
    }

    private static bool IsHeld(KeptDocument document, IReadOnlySet<InitiativeNumber> held) => document.Archive is { } number && held.Contains(number);

    private static void Redact(Changes changes, KeptDocument document, Redaction redaction, DateOnly today)
    {
        var (kind, version) = (document.Kind, document.Version);
        if (document.Owner == redaction.Person)
        {
            kind.Delete(changes, document.Id, version);
            return;
        }

        var json = kind.Without(redaction.Of(document.Json, written: true) ?? document.Json, redaction.Id, today);
        if (kind.Read(json).Id != document.Id)
        {
            kind.Delete(changes, document.Id, version);
            version = 0;
        }

        kind.Put(changes, json, version);
    }

    /// <summary>What is kept of the conversation with the person alone.</summary>
    private async ValueTask ForgetPlace(WorkspaceId workspace, Redaction redaction, CancellationToken cancel)
    {
        if ((await store.Load(Kinds.People, workspace, redaction.Person.Value, cancel))?.Document.PersonalPlace is not { } place)
        {
            return;
        }

        await InCommits(
            async () => (Heard: await store.Load(Kinds.HeardLately, workspace, HeardLately.IdOf(place), cancel), Welcomed: await store.Load(Kinds.Heard, workspace, Welcome.MarkOf(place), cancel)),
            found =>
            {
                var changes = new Changes(workspace);
                if (found.Heard is { } heard)
                {
                    changes.Delete(Kinds.HeardLately, heard.Document.Id, heard.Version);
                }

                if (found.Welcomed is { } welcomed)
                {
                    changes.Delete(Kinds.Heard, welcomed.Document.Place, welcomed.Version);
                }

                return changes;
            },
            cancel);
    }

    /// <summary>Whoever was erased and is still named in records that a hold kept; who came back since is left alone.</summary>
    private async ValueTask CatchUp(WorkspaceId workspace, IReadOnlyList<Found<LegalHold>> lifted, CancellationToken cancel)
    {
        var numbers = lifted.Select(one => one.Document.Number).ToHashSet();
        var people = await Named(workspace, cancel);
        foreach (var erasure in erasures.All().Where(one => one.Workspace == pseudonyms.Of(workspace)).DistinctBy(static one => one.Person))
        {
            if (people.TryGetValue(erasure.Person, out var person) && await store.Load(Kinds.People, workspace, person.Value, cancel) is null)
            {
                var held = await Held(workspace, cancel);
                var redaction = await RedactionOf(workspace, erasure, person, cancel);
                var again = await ByKeys(workspace, erasure with { Deleted = 0, Replaced = 0, Held = 0 }, redaction, held, cancel);
                erasures.Write(erasure with { Replaced = erasure.Replaced + again.Replaced, Held = again.Held });
                await store.WriteAnew(new Sweep(workspace, [redaction], held).Each, cancel);
            }
        }

        var changes = new Changes(workspace);
        foreach (var hold in lifted)
        {
            changes.Delete(Kinds.LegalHolds, hold.Document.Number.ToString(), hold.Version);
        }

        await store.Commit(changes, cancel);
        log.LogInformation("What {Count} legal holds kept of people who were erased is erased now", numbers.Count);
    }

    private async ValueTask<IReadOnlySet<InitiativeNumber>> Held(WorkspaceId workspace, CancellationToken cancel) =>
        (await store.Find(Kinds.LegalHolds, workspace, LegalHold.Held, MostHolds, null, descending: false, cancel)).Select(static found => found.Document.Number).ToHashSet();

    /// <summary>Everybody that anything names, by pseudonym: from one name to the next, without reading what lies between.</summary>
    private async ValueTask<Dictionary<string, PersonId>> Named(WorkspaceId workspace, CancellationToken cancel)
    {
        Dictionary<string, PersonId> people = [];
        foreach (var kind in EveryKind.All)
        {
            string? after = null;
            while (await kind.Find(store, workspace, PeopleNamed.Anybody, 1, after, cancel) is [var found])
            {
                var person = PeopleNamed.Of(found.Key);
                people[pseudonyms.Of(workspace, person)] = person;
                after = found.Key;
            }
        }

        return people;
    }

    /// <summary>Lets a store of an earlier release find documents by whom they name.</summary>
    private async ValueTask FindByName(IReadOnlyList<WorkspaceId> workspaces, CancellationToken cancel)
    {
        List<WorkspaceId> old = [];
        foreach (var workspace in workspaces)
        {
            if (await store.Count(workspace, Stamp, cancel) != Layout)
            {
                old.Add(workspace);
            }
        }

        if (old.Count == 0)
        {
            return;
        }

        await store.WriteAnew(
            static row => EveryKind.ByCollection.TryGetValue(row.Collection, out var kind) && Readable(kind, row) is { } document && !document.Keys.ToHashSet().SetEquals(row.Keys)
                ? row with { Keys = document.Keys }
                : row,
            cancel);
        foreach (var workspace in old)
        {
            var changes = new Changes(workspace);
            changes.Add(Stamp, Layout - await store.Count(workspace, Stamp, cancel));
            await store.Commit(changes, cancel);
        }
    }

    /// <summary>Null for what this release cannot read.</summary>
    internal static KeptDocument? Readable(IKind kind, KeptRow row)
    {
        try
        {
            return kind.Read(row.Json);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Finds, changes and commits; again where somebody else was first.</summary>
    private async ValueTask<T> InCommits<T>(Func<ValueTask<T>> find, Func<T, Changes> change, CancellationToken cancel)
    {
        for (var tries = MostTries; ; tries--)
        {
            var found = await find();
            try
            {
                var changes = change(found);
                if (changes.Any)
                {
                    await store.Commit(changes, cancel);
                }

                return found;
            }
            catch (VersionConflictException) when (tries > 1)
            {
                // It is looked up again, as it is now.
            }
        }
    }
}
