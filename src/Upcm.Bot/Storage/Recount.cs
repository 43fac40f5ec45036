using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>
/// Counts anew what documents count towards, from the documents themselves: where a store was written by a release that counted
/// otherwise, and to prove that what is stored is right. For when nobody else writes.
/// </summary>
public static class Recount
{
    private const int AtOnce = 1000;

    /// <summary>The counter that says how a workspace was counted; without it, it is counted anew at the next start. New ones get it at once (<see cref="MarkedStore"/>).</summary>
    internal const string Stamp = "counting";

    /// <summary>The kinds whose documents count towards something.</summary>
    public static IReadOnlyList<ICounting> Counting { get; } = [Kinds.Initiatives, Kinds.Reports];

    /// <summary>Puts every workspace right that another release counted; a look at one counter each where all is well.</summary>
    public static async ValueTask WhereNeeded(IStore store, WorkingMethod method, CancellationToken cancel)
    {
        var wanted = Tallies.Stamp(method);
        foreach (var workspace in await store.Workspaces(cancel))
        {
            var counted = await store.Count(workspace, Stamp, cancel);
            if (counted != wanted)
            {
                await BringUp(store, workspace, method, cancel);
                var changes = new Changes(workspace);
                foreach (var wrong in await Wrong(store, workspace, cancel))
                {
                    changes.Add(wrong.Counter, wrong.Full - wrong.Stored);
                }

                changes.Add(Stamp, wanted - counted);
                await store.Commit(changes, cancel);
            }
        }
    }

    /// <summary>The counters that are not what a full count says.</summary>
    public static async ValueTask<IReadOnlyList<WrongCount>> Wrong(IStore store, WorkspaceId workspace, CancellationToken cancel)
    {
        Dictionary<string, Tally> full = [];
        foreach (var kind in Counting)
        {
            await foreach (var tally in kind.All(store, workspace, cancel))
            {
                full[tally.Counter] = tally with { Amount = tally.Amount + full.GetValueOrDefault(tally.Counter).Amount };
            }
        }

        var counted = full.Values.ToDictionary(static sum => sum.Counter, static sum => sum.Amount, StringComparer.Ordinal);
        foreach (var among in full.Values.Where(static sum => sum is { Among: not null, Amount: > 0 }).CountBy(static sum => sum.Among!))
        {
            counted[among.Key] = counted.GetValueOrDefault(among.Key) + among.Value;
        }

        var stored = (await store.Counters(workspace, Tally.Prefix, int.MaxValue, cancel))
            .Concat(await store.Counters(workspace, Tally.NamedPrefix, int.MaxValue, cancel)).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. stored.Keys.Union(counted.Keys, StringComparer.Ordinal)
                .Select(name => new WrongCount(name, stored.GetValueOrDefault(name), counted.GetValueOrDefault(name)))
                .Where(static one => one.Stored != one.Full),
        ];
    }

    /// <summary>Initiatives that do not have with them what their newest impact sheet and their stakeholder map count towards now.</summary>
    private static async ValueTask BringUp(IStore store, WorkspaceId workspace, WorkingMethod method, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        await foreach (var found in Kinds.Initiatives.Documents(store, workspace, cancel))
        {
            var before = found.Document;
            var sheets = await store.Find(Kinds.ImpactSheets, workspace, $"initiative={before.Number}|", 1, null, descending: true, cancel);
            var map = await store.Load(Kinds.StakeholderMaps, workspace, before.Number.ToString(), cancel);
            var after = before with
            {
                Impact = sheets is [var newest] && newest.Document.Version != before.Impact?.Version ? ImpactInBrief.Of(newest.Document) : before.Impact,
                Stakeholders = map is null ? null : StakeholdersInBrief.Of(map.Document, method),
            };
            if (after != before)
            {
                changes.Put(Kinds.Initiatives, after, found.Version);
            }

            if (changes.Documents.Count == AtOnce)
            {
                await store.Commit(changes, cancel);
                changes = new Changes(workspace);
            }
        }

        await store.Commit(changes, cancel);
    }
}

/// <summary>A counter that says something else than the documents do.</summary>
public sealed record WrongCount(string Counter, long Stored, long Full);

/// <summary>A kind of which documents count towards something, whatever its documents are.</summary>
public interface ICounting
{
    /// <summary>Everything its documents count towards, as they are now.</summary>
    IAsyncEnumerable<Tally> All(IStore store, WorkspaceId workspace, CancellationToken cancel);
}
