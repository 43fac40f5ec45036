using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>What waited for somebody who blocked the bot, or for a channel it was removed from: it goes out once they act.</summary>
internal static class HeldPosts
{
    private const int MostAtOnce = 50;

    /// <summary>The person spoke with the bot again.</summary>
    public static ValueTask Release(Turn turn, PersonId person) => Release(turn, $"held=person/{person}|");

    /// <summary>The bot is back in a team: every channel is tried again.</summary>
    public static ValueTask ReleaseChannels(Turn turn) => Release(turn, "held=place/");

    private static async ValueTask Release(Turn turn, string key)
    {
        foreach (var held in await turn.Find(Kinds.Posts, key, MostAtOnce))
        {
            if (held.Document.Cause is PostCause.Blocked || held.Document.Cause?.StartsWith("403", StringComparison.Ordinal) == true)
            {
                turn.Changes.Put(Kinds.Posts, held.Document.Again(turn.Now), held.Version);
            }
        }
    }
}
