using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary>
/// The card of a meeting where somebody asked for it. It is kept, so that it follows what others do; there is one in each
/// conversation: an earlier one says that the meeting goes on elsewhere, and has no buttons any more.
/// </summary>
public static class FollowedCards
{
    private const string Kind = "answer";
    private const int MostCopies = 100;

    /// <summary>What every card of a meeting is found by.</summary>
    public static string Occasion(RoleMeeting meeting) => $"role-meeting/{meeting.Id}";

    /// <summary>True for one that was asked for, by whoever; the others were posted to channels.</summary>
    public static bool IsOne(Post post) => post.Kind == Kind;

    /// <summary>True for those of the conversation that this turn is in: it shows them itself.</summary>
    public static bool IsHere(Turn turn, Post post) =>
        IsOne(post) && (turn.IsPersonal ? post.Person == turn.Person.Id : post.Person is null && post.Address == turn.Arrival.Place.Address);

    public static async ValueTask Show(Turn turn, RoleMeeting meeting, Card card)
    {
        var pressed = turn.Arrival.What as Pressed;
        if (turn.Arrival.Surface == Surface.Text || (pressed is not null && !turn.IsPersonal))
        {
            turn.Replace(card);
            return;
        }

        var here = (await turn.Find(Kinds.Posts, $"occasion={Occasion(meeting)}|", MostCopies)).Where(found => IsHere(turn, found.Document)).ToList();
        var shown = pressed?.CardId is { Length: > 0 } id ? here.FirstOrDefault(found => found.Document.MessageId == id) : null;
        foreach (var earlier in here.Where(found => found != shown))
        {
            Leave(turn, earlier);
        }

        if (pressed is null)
        {
            turn.Keep(card, Kind, Occasion(meeting));
            return;
        }

        turn.Replace(card);
        if (shown is not null)
        {
            turn.Update(shown, card); // what others did a moment ago may still be on its way to it
        }
        else if (pressed.CardId is { Length: > 0 } message)
        {
            turn.Keep(card, Kind, Occasion(meeting), message);
        }
    }

    private static void Leave(Turn turn, Found<Post> earlier)
    {
        var en = Cultures.Of(earlier.Document.Language).IsEnglish();
        var left = new Card(en ? "The role meeting goes on" : "Het roloverleg gaat verder") { Status = en ? "on a later card in this conversation" : "op een latere kaart in dit gesprek" };
        turn.Update(earlier, left);
        var gone = earlier.Document with { Occasion = null };
        turn.Changes.Put(Kinds.Posts, gone.State is PostState.Pending or PostState.Held ? gone with { Card = left } : gone, earlier.Version);
    }
}
