using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Overseeing;
using Upcm.Bot.Flows.Sending;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Flows.Notifying.Examples;

/// <summary>Messages to who keeps the programme and the bot: the dashboard every month, and what does not work.</summary>
public sealed class KeepingExamples(IStore store) : INoticeExamples
{
    public IReadOnlyDictionary<string, Func<Turn, ValueTask<Example?>>> ByKind => new Dictionary<string, Func<Turn, ValueTask<Example?>>>
    {
        ["snapshot"] = async turn => new(SnapshotCard.Of(
            await DashboardReading.Before(store, turn.Workspace, turn.Now, turn.Cancel), await DashboardReading.Values(store, turn.Workspace, turn.Method, null, turn.Cancel), turn.Now, turn.Method, turn.Culture)),
        ["channel-gone"] = async turn => new(ChannelNews.Card(turn.Method, await Channel(turn), [], turn.Culture), MadeUp: true),
        ["alarm"] = turn => new(new Example(TroubleWords.Card([new Trouble(TroubleKind.Stuck, "posts", turn.Now, 3)], turn.Culture), MadeUp: true)),
    };

    private static async ValueTask<BoundChannel> Channel(Turn turn) =>
        await turn.Find(Kinds.Channels, "team=", 1) is [{ Document: var bound }] ? bound
        : new BoundChannel("example", turn.Person.Channel, "", turn.Culture.IsEnglish() ? "News" : "Nieuws", turn.Method.ExampleTeam, turn.Speaker, turn.Now);
}
