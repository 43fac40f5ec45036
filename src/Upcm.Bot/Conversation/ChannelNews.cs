using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Conversation;

/// <summary>What happens to a bound channel on the platform: renamed it is known by its new name, deleted it is bound no longer.</summary>
internal static class ChannelNews
{
    public static async ValueTask Changed(Turn turn, ChannelChanged changed)
    {
        if (await turn.Load(Kinds.Channels, changed.ChannelId) is not { } bound)
        {
            return;
        }

        if (changed.Gone)
        {
            turn.Changes.Delete(Kinds.Channels, changed.ChannelId, bound.Version);
            turn.Record(History.ChannelGone, null, bound.Document.Team, bound.Document.Name);
        }
        else if (changed.Name is { } name && name != bound.Document.Name)
        {
            turn.Changes.Put(Kinds.Channels, bound.Document with { Name = name }, bound.Version);
        }
    }
}
