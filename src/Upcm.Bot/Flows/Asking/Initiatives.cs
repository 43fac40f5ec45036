using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>Finding one initiative by what a person typed, and showing several.</summary>
public static class Initiatives
{
    /// <summary>The initiative, or null after having said why there is none.</summary>
    public static async ValueTask<Initiative?> Named(Turn turn, string text)
    {
        if (!InitiativeNumber.TryParse(text, CultureInfo.InvariantCulture, out var number))
        {
            turn.Say(
                "Noem het nummer van het initiatief, zoals 20-004. Weet je het niet? Zeg \"zoek\" met een woord uit de titel.",
                "Give the initiative's number, such as 20-004. Not sure? Say \"search\" with a word from its title.");
            return null;
        }

        if (await turn.Load(Kinds.Initiatives, number.ToString()) is { } stored)
        {
            return stored.Document;
        }

        turn.Say(
            $"Initiatief {number} ken ik niet. Zeg \"zoek\" met een woord uit de titel, of \"portfolio\" voor de lijst van een team.",
            $"I do not know initiative {number}. Say \"search\" with a word from its title, or \"portfolio\" for a team's list.");
        return null;
    }

    public static Card List(Turn turn, string title, string? status, IReadOnlyList<Initiative> initiatives) => new(title)
    {
        Status = status,
        Body = [.. initiatives.Select(it => Row(turn, it))],
    };

    public static Row Row(Turn turn, Initiative it) => new(
        $"{it.Number} {it.Title}",
        InitiativeCard.StatusOf(it, turn.Method, turn.Culture),
        Sayings.Button(turn.Culture.IsEnglish() ? "Show" : "Toon", $"{(turn.Culture.IsEnglish() ? "show" : "toon")} {it.Number}"));
}
