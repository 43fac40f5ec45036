using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;

namespace Upcm.Bot.People;

/// <summary>Writes down who left, so that lists of people can say so. Who speaks again is back.</summary>
public static class Departures
{
    public static async ValueTask Note(Turn turn, PeopleLeft left)
    {
        if (turn.Arrival.Place.Kind != PlaceKind.Channel)
        {
            return; // leaving a group chat is not leaving the programme
        }

        foreach (var gone in left.People)
        {
            if (gone.Id == turn.Person.Id)
            {
                turn.Person = turn.Person with { LeftAt = turn.Now };
            }
            else if (await turn.Load(Kinds.People, gone.Id.Value) is { } stored)
            {
                turn.Changes.Put(Kinds.People, stored.Document with { LeftAt = turn.Now }, stored.Version);
            }
        }
    }
}
