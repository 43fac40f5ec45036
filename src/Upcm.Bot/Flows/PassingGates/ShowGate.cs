using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>fasepoort 20-004</c></summary>
public sealed class ShowGate(Standings standings) : ICommand, IButton
{
    public string Verb => GateCard.ViewVerb;

    public Sentence Sentence { get; } = new(
        ["fasepoort", "poort"], ["gate"],
        new Phrase("waar een fasepoort staat: fasepoort 20-004", "where a gate stands: gate 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await GateView.Named(turn, standings, rest) is { } view)
        {
            turn.Replace(await CardFor(turn, view));
        }
    }

    /// <summary>The view that a channel's card fetches for those who decide.</summary>
    public ValueTask Press(Turn turn, Pressed pressed) => Run(turn, pressed.Press.Data.GetValueOrDefault("initiative") ?? "");

    /// <summary>
    /// In a channel a message is read by everyone, so the buttons of one person stand only on a card that replaces itself for
    /// that person alone.
    /// </summary>
    public static async ValueTask<Card> CardFor(Turn turn, GateView view)
    {
        var alone = turn.IsPersonal || turn.Arrival.What is Pressed { CanReplace: true };
        var card = await GateCard.Of(turn, view, turn.Culture);
        return alone
            ? card.For(view.Standing)
            : card.ForChannel(await OfficeHolders.Reachable(turn, view.Initiative.Team, view.Decides));
    }
}
