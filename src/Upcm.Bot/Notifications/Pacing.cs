using Upcm.Bot.Channels;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>A conversation in which the platform wants silence until a moment; kept, so that a restart does not speak too early.</summary>
public sealed record SendingHold(string Lane, DateTimeOffset Until);

/// <summary>When which conversation and which workspace may be written to: the platform's limits and what it asked for.</summary>
internal sealed class Pacing(IStore store)
{
    private const int TidiesAt = 2000;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);
    private readonly Dictionary<(WorkspaceId Workspace, string Lane), Pace> lanes = [];
    private readonly Dictionary<(WorkspaceId Workspace, string Channel), Pace> workspaces = [];
    private readonly Dictionary<(WorkspaceId Workspace, string Lane), DateTimeOffset> holds = [];
    private readonly HashSet<WorkspaceId> known = [];
    private readonly Lock gate = new();

    /// <summary>Reads what the platform asked for before a restart, once.</summary>
    public async ValueTask Know(WorkspaceId workspace, DateTimeOffset now, CancellationToken cancel)
    {
        if (known.Contains(workspace))
        {
            return;
        }

        var over = new Changes(workspace);
        foreach (var found in await store.Find(Kinds.SendingHolds, workspace, "until=", 1000, null, descending: false, cancel))
        {
            if (found.Document.Until <= now)
            {
                over.Delete(Kinds.SendingHolds, found.Document.Lane, found.Version);
            }
            else
            {
                Pause(workspace, found.Document.Lane, found.Document.Until);
            }
        }

        if (over.Any)
        {
            await store.Commit(over, cancel);
        }

        known.Add(workspace);
    }

    /// <summary>From when the conversation may be written to.</summary>
    public DateTimeOffset Lane(WorkspaceId workspace, string lane)
    {
        lock (gate)
        {
            var held = holds.GetValueOrDefault((workspace, lane));
            var paced = lanes.GetValueOrDefault((workspace, lane))?.Next ?? default;
            return held > paced ? held : paced;
        }
    }

    /// <summary>Until when the platform wants silence in a conversation; it may have passed.</summary>
    public DateTimeOffset HeldUntil(WorkspaceId workspace, string lane)
    {
        lock (gate)
        {
            return holds.GetValueOrDefault((workspace, lane));
        }
    }

    /// <summary>From when anybody in the workspace may be written to.</summary>
    public DateTimeOffset Workspace(WorkspaceId workspace, string channel)
    {
        lock (gate)
        {
            return workspaces.GetValueOrDefault((workspace, channel))?.Next ?? default;
        }
    }

    /// <summary>One request to a conversation goes now; written down before it does, so that none slips by beside it.</summary>
    public void Note(WorkspaceId workspace, string lane, string channel, SendingLimits limits, DateTimeOffset now)
    {
        lock (gate)
        {
            (lanes.TryGetValue((workspace, lane), out var pace) ? pace : lanes[(workspace, lane)] = new Pace(limits.PerConversation)).Note(now);
            (workspaces.TryGetValue((workspace, channel), out var all) ? all : workspaces[(workspace, channel)] = new Pace(limits.PerWorkspace)).Note(now);
            if (lanes.Count > TidiesAt)
            {
                foreach (var idle in lanes.Where(one => one.Value.Last < now - LongestWindow).Select(one => one.Key).ToList())
                {
                    lanes.Remove(idle);
                }
            }
        }
    }

    /// <summary>Nothing to this conversation until a moment, for as long as this process lives.</summary>
    public void Pause(WorkspaceId workspace, string lane, DateTimeOffset until)
    {
        lock (gate)
        {
            holds[(workspace, lane)] = until;
        }
    }

    /// <summary>The platform wants silence in a conversation: in the same commit as what became of the message.</summary>
    public async ValueTask Hold(Changes changes, string lane, DateTimeOffset until)
    {
        var stored = await store.Load(Kinds.SendingHolds, changes.Workspace, lane, CancellationToken.None);
        changes.Put(Kinds.SendingHolds, new SendingHold(lane, until), stored?.Version ?? 0);
        Pause(changes.Workspace, lane, until);
    }

    /// <summary>The hold is over.</summary>
    public async ValueTask Release(Changes changes, string lane, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!holds.TryGetValue((changes.Workspace, lane), out var until) || until > now)
            {
                return;
            }

            holds.Remove((changes.Workspace, lane));
        }

        if (await store.Load(Kinds.SendingHolds, changes.Workspace, lane, CancellationToken.None) is { } stored)
        {
            changes.Delete(Kinds.SendingHolds, lane, stored.Version);
        }
    }
}
