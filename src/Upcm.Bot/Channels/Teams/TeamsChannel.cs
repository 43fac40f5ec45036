using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Channels.Teams;

/// <summary>Speaking first in Teams.</summary>
internal sealed class TeamsChannel(Connector connector) : IChannel
{
    public const string ChannelName = "msteams";

    /// <summary>
    /// Half of what Teams allows a bot: 7 in 1 s, 8 in 2 s, 60 in 30 s and 1800 in an hour per conversation, 50 a second per tenant.
    /// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
    /// </summary>
    internal static SendingLimits TeamsLimits { get; } = new(
        [new(3, TimeSpan.FromSeconds(1)), new(4, TimeSpan.FromSeconds(2)), new(30, TimeSpan.FromSeconds(30)), new(900, TimeSpan.FromHours(1))],
        [new(25, TimeSpan.FromSeconds(1))]);

    public string Name => ChannelName;

    public SendingLimits Limits => TeamsLimits;

    public async ValueTask<Delivery> Open(Sender person, string via, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (TeamsAddress.Parse(via) is not { } address)
        {
            return new Refused("no address");
        }

        var opening = await connector.OpenPersonal(address, person.ChannelId, cancel);
        return opening is not Sent sent ? opening
            : sent.MessageId is { Length: > 0 } opened ? new Opened(new Place(opened, PlaceKind.Personal, (address with { Conversation = opened, Channel = null }).ToJson()))
            : new NotYet("the conversation was opened without an id");
    }

    public async ValueTask<Delivery> Send(Outgoing message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (TeamsAddress.Parse(message.Address) is not { } address)
        {
            return new Refused("no address");
        }

        var body = ConnectorMessage.Card(address, message.Card, Cultures.Of(message.Language));
        return message.Replaces is { } replaced
            ? await connector.Put(address, replaced, body, cancel)
            : await connector.Post(address, body, cancel);
    }

    public async ValueTask<IReadOnlyList<Sender>> Members(string address, CancellationToken cancel) =>
        TeamsAddress.Parse(address) is { } place ? await connector.Members(place, cancel) : [];
}
