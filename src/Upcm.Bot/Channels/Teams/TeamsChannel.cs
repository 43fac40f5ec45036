using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Channels.Teams;

/// <summary>Speaking first in Teams.</summary>
internal sealed class TeamsChannel(Connector connector) : IChannel
{
    public const string ChannelName = "msteams";

    public string Name => ChannelName;

    public async ValueTask<Delivery> Send(Outgoing message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        Place? opened = null;
        if (TeamsAddress.Parse(message.Address) is not { } address)
        {
            if (message.Person is not { } person || TeamsAddress.Parse(message.AnyAddress) is not { } via)
            {
                return new Refused("no address");
            }

            var opening = await connector.OpenPersonal(via, person.ChannelId, cancel);
            if (opening is not Sent { MessageId: { Length: > 0 } conversation })
            {
                return opening is Sent ? new NotYet("the conversation was opened without an id") : opening;
            }

            address = via with { Conversation = conversation, Channel = null };
            opened = new Place(conversation, PlaceKind.Personal, address.ToJson());
        }

        var body = ConnectorMessage.Card(address, message.Card, Cultures.Of(message.Language));
        var delivery = message.Replaces is { } replaced && opened is null
            ? await connector.Put(address, replaced, body, cancel)
            : await connector.Post(address, body, cancel);
        return delivery is Sent sent ? sent with { Place = opened } : delivery;
    }

    public async ValueTask<IReadOnlyList<Sender>> Members(string address, CancellationToken cancel) =>
        TeamsAddress.Parse(address) is { } place ? await connector.Members(place, cancel) : [];
}
