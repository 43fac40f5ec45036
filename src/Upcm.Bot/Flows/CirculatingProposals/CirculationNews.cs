using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.CirculatingProposals;

/// <summary>Puts a proposal to everybody it concerns, and keeps every card of it up to date.</summary>
public sealed class CirculationNews
{
    private const int MostCopies = 100;

    public async ValueTask Sent(Turn turn, Circulation circulation, ImmutableDictionary<RoleId, Role> register)
    {
        foreach (var asked in circulation.Asked)
        {
            if (await turn.Load(Kinds.People, asked.Id.Value) is { Document: { } person })
            {
                turn.Write(person, "proposal", Occasion(circulation), CirculationCard.Of(circulation, register, turn.Method, Cultures.Of(person.Language), person.Id));
            }
        }

        await turn.Tell(circulation.Team, "proposal", Occasion(circulation), culture => CirculationCard.Of(circulation, register, turn.Method, culture, null));
    }

    public async ValueTask Changed(Turn turn, Circulation circulation, ImmutableDictionary<RoleId, Role> register)
    {
        foreach (var sent in await turn.Find(Kinds.Posts, $"occasion={Occasion(circulation)}|", MostCopies))
        {
            turn.Update(sent, CirculationCard.Of(circulation, register, turn.Method, Cultures.Of(sent.Document.Language), sent.Document.Person));
        }
    }

    private static string Occasion(Circulation circulation) => $"proposal/{circulation.Id}";
}
