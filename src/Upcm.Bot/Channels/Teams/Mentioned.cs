using System.Collections.Concurrent;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Channels.Teams;

/// <summary>
/// Finds out who was mentioned. A mention has the id by which Teams addresses somebody for this bot and not the directory's id
/// by which the person is known when speaking
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions).
/// </summary>
internal sealed class Mentioned(Connector connector, ILogger<Mentioned> log)
{
    private const int MostKept = 10_000;

    /// <summary>Each is a request while somebody waits; more than this is a call to everyone and no list of people.</summary>
    private const int MostAtOnce = 20;

    private readonly ConcurrentDictionary<(string Tenant, string Id), Sender> known = new();

    /// <summary>The same with everybody by the directory's id; who cannot be found is left as a name in the text.</summary>
    public async ValueTask<Arrival> Identify(Arrival arrival, TeamsAddress where, CancellationToken cancel)
    {
        if (arrival.What is not Said { Mentions.Count: > 0 } said)
        {
            return arrival;
        }

        var mentions = new List<Mention>();
        foreach (var mention in said.Mentions.Take(MostAtOnce))
        {
            if (await Identified(mention.Person, where, cancel) is { } person)
            {
                mentions.Add(mention with { Person = person });
            }
        }

        return arrival with { What = said with { Mentions = mentions } };
    }

    private async ValueTask<Sender?> Identified(Sender person, TeamsAddress where, CancellationToken cancel)
    {
        if (person.Id.Value != person.ChannelId)
        {
            return person;
        }

        if (known.TryGetValue((where.Tenant, person.ChannelId), out var before))
        {
            return before;
        }

        if (await connector.Member(where, person.ChannelId, cancel) is not { } member || member.Id.Value == member.ChannelId)
        {
            log.LogWarning("Somebody who was mentioned could not be found among the members of the conversation");
            return null;
        }

        if (known.Count >= MostKept)
        {
            known.Clear();
        }

        return known[(where.Tenant, person.ChannelId)] = member with { Name = member.Name.Length > 0 ? member.Name : person.Name };
    }
}
