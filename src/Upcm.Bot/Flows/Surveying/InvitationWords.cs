using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;

namespace Upcm.Bot.Flows.Surveying;

/// <summary>What the one who invites hears: who was written to, and who could not be.</summary>
internal static class InvitationWords
{
    public static IReadOnlyList<Element> Sent(Turn turn, IReadOnlyList<Person> people, IReadOnlyList<string> unreachable)
    {
        var en = turn.Culture.IsEnglish();
        var names = string.Join(", ", people.Where(person => person.Id != turn.Person.Id).Select(person => person.Name));
        List<Element> said = [];
        if (names.Length > 0)
        {
            said.Add(new Text(en ? $"I sent a personal message to: {names}." : $"Ik stuurde een persoonlijk bericht aan: {names}.", Tone.Good));
        }

        if (unreachable.Count > 0)
        {
            said.Add(new Text(CannotReach(unreachable).In(turn.Culture), Tone.Warning));
        }

        return said;
    }

    public static void NobodyReached(Turn turn, IReadOnlyList<string> unreachable)
    {
        var words = CannotReach(unreachable);
        turn.Say(words.Nl + " Noem ten minste een ander. Zeg daarvoor \"wijzig genodigden\".", words.En + " Name at least one other person. Say \"change invited\".");
    }

    private static Phrase CannotReach(IReadOnlyList<string> names) => new(
        $"Niet uitgenodigd, want ik kan deze mensen niet bereiken: {string.Join(", ", names)}. Vraag hun om eerst eens \"hoi\" tegen mij te zeggen en nodig ze daarna uit.",
        $"Not invited, because I cannot reach these people: {string.Join(", ", names)}. Ask them to say \"hello\" to me first and invite them afterwards.");
}
