using Upcm.Bot.Cards;
using Upcm.Bot.People;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Conversation;

/// <summary>Greets a place once for every time that the bot is installed there.</summary>
public sealed class Welcome
{
    public async ValueTask Greet(Turn turn)
    {
        var mark = MarkOf(turn.Arrival.Place.Id);
        if (await turn.Load(Kinds.Heard, mark) is not null)
        {
            return;
        }

        turn.Changes.Insert(Kinds.Heard, new HeardBefore(mark));
        turn.Show(Card(turn));
    }

    /// <summary>The bot was taken out: who installs it again is greeted again.</summary>
    public static async ValueTask Forget(Turn turn)
    {
        var mark = MarkOf(turn.Arrival.Place.Id);
        if (await turn.Load(Kinds.Heard, mark) is { } greeted)
        {
            turn.Changes.Delete(Kinds.Heard, mark, greeted.Version);
        }
    }

    /// <summary>What is written down once a place was greeted.</summary>
    public static string MarkOf(string place) => $"welcome~{place}";

    public static Card Card(Turn turn) => turn.Culture.IsEnglish()
        ? new Card($"Welcome to {turn.Method.Short.En}")
        {
            Body = [new Text($"I keep the initiatives of the {turn.Method.Name.En}: register one, see where it stands, and hear what changes. You can use the buttons or just say what you want. Say \"taal nl\" for Dutch.")],
            Buttons = [Sayings.Button("Register an initiative", "register initiative", ButtonTone.Main), Sayings.Button("My overview", "my overview"), Sayings.Button("Help", "help")],
        }
        : new Card($"Welkom bij {turn.Method.Short.Nl}")
        {
            Body = [new Text($"Ik houd de initiatieven bij van het {turn.Method.Name.Nl}: je meldt er een aan, je ziet waar het staat en je hoort wat er verandert. Gebruik de knoppen of zeg gewoon wat je wilt. Zeg \"taal en\" voor Engels.")],
            Buttons = [Sayings.Button("Meld een initiatief aan", "meld initiatief", ButtonTone.Main), Sayings.Button("Mijn overzicht", "mijn overzicht"), Sayings.Button("Help", "help")],
        };
}
