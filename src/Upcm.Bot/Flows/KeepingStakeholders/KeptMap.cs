using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>Writes a map, and keeps count of how many different stakeholders of each kind there are.</summary>
public static class KeptMap
{
    /// <summary>The counter of a kind: names, so that who is on the maps of three initiatives counts once.</summary>
    public static string Counter(string kind) => $"stakeholders/{kind}";

    public static async ValueTask Put(Turn turn, Stored<StakeholderMap> before, StakeholderMap after)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(before);
        turn.Changes.Put(Kinds.StakeholderMaps, after, before.Version);
        var (then, now) = (Named(before.Document), Named(after));
        foreach (var come in now.Except(then))
        {
            turn.Changes.Add(Counter(come.Kind), await IsElsewhere(turn, after.Number, come) ? 0 : 1);
        }

        foreach (var gone in then.Except(now))
        {
            turn.Changes.Add(Counter(gone.Kind), await IsElsewhere(turn, after.Number, gone) ? 0 : -1);
        }
    }

    private static HashSet<(string Kind, string Name)> Named(StakeholderMap map) =>
        [.. map.Stakeholders.Where(one => one.Kind is not null).Select(one => (one.Kind!, StakeholderMap.Plain(one.Name)))];

    private static async ValueTask<bool> IsElsewhere(Turn turn, InitiativeNumber number, (string Kind, string Name) one) =>
        (await turn.Find(Kinds.StakeholderMaps, $"kind={one.Kind}|{one.Name}|", 2)).Any(hit => hit.Document.Number != number);
}
