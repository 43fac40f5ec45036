using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary>Tells the channel of the team whose table a tension came to lie on (method 10), and keeps what was told up to date.</summary>
public sealed class TensionNews(MeetingNews meetings, MeetingMoves moves)
{
    private const int MostCopies = 50;

    /// <summary>A meeting that runs takes it up; an agenda that was posted shows it in its place; else the channel gets a card of it.</summary>
    public async ValueTask Raised(Turn turn, Tension tension)
    {
        var forMeeting = tension.Table == Tables.RoleMeeting;
        if (!forMeeting || (!await moves.Add(turn, tension) && !await meetings.AgendaChanged(turn, tension.Team, tension: tension)))
        {
            await turn.Tell(tension.Team, "tension-raised", Occasion(tension, tension.Team), culture => Posted(turn, tension, culture));
        }
    }

    /// <param name="before">The team it lay with.</param>
    public async ValueTask Moved(Turn turn, Tension tension, string before)
    {
        await Changed(turn, tension, before);
        if ((before != tension.Team || tension.Table == Tables.RoleMeeting) && (await turn.Find(Kinds.Posts, $"occasion={Occasion(tension, tension.Team)}|", 1)).Count == 0)
        {
            await Raised(turn, tension);
        }
    }

    /// <summary>Brings what was posted about it up to date.</summary>
    /// <param name="told">The team whose channel was told.</param>
    public async ValueTask Changed(Turn turn, Tension tension, string told)
    {
        foreach (var sent in await turn.Find(Kinds.Posts, $"occasion={Occasion(tension, told)}|", MostCopies))
        {
            turn.Update(sent, Posted(turn, tension, Cultures.Of(sent.Document.Language)));
        }

        await meetings.AgendaChanged(turn, told, tension: tension);
    }

    private static string Occasion(Tension tension, string team) => $"tension-raised/{tension.Id}/{team}";

    internal static Card Posted(Turn turn, Tension tension, System.Globalization.CultureInfo culture)
    {
        var card = TensionCard.Of(tension, turn.Method, culture, turn.Now, mayHandle: false, role: null);
        var place = TensionWords.Place(tension.Table, tension.Team, turn.Method);
        return tension.State == TensionState.Open
            ? card with { Status = culture.IsEnglish() ? $"On the agenda: {place.En}" : $"Op de agenda: {place.Nl}" }
            : card;
    }
}
