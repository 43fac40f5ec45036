using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Exporting;

internal static class AboutBook
{
    /// <summary>What a book of tables is, of when and for whom.</summary>
    public static IReadOnlyList<Fact> Of(Turn turn, string what, params ReadOnlySpan<Fact> more)
    {
        var en = turn.Culture.IsEnglish();
        return
        [
            new(en ? "What" : "Wat", what),
            new(en ? "Programme" : "Programma", turn.Method.Name.In(turn.Culture)),
            new(en ? "Of when" : "Van wanneer", TimeZoneInfo.ConvertTime(turn.Now, Clock.Amsterdam).ToString("dddd d MMMM yyyy HH:mm", turn.Culture)),
            new(en ? "Asked by" : "Gevraagd door", turn.Person.Name),
            .. more,
        ];
    }
}
