using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

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
            Keep(turn, view, GateNews.RequestedKind, await CardFor(turn, view));
        }
    }

    /// <summary>The view that a channel's card fetches for those who decide.</summary>
    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await GateView.Named(turn, standings, pressed.Press.Data.GetValueOrDefault("initiative") ?? "") is { } view)
        {
            turn.Replace(await CardFor(turn, view));
        }
    }

    /// <summary>
    /// In a channel a message is read by everyone, so the buttons of one person stand only on a card that replaces itself for
    /// that person alone.
    /// </summary>
    public static async ValueTask<Card> CardFor(Turn turn, GateView view)
    {
        var card = await GateCard.Of(turn, view, turn.Culture);
        return IsAlone(turn) ? card.For(view.Standing) : card.ForChannel(await OfficeHolders.Reachable(turn, view.Initiative.Team, view.Decides));
    }

    /// <summary>True where only the speaker sees the answer.</summary>
    public static bool IsAlone(Turn turn) => turn.IsPersonal || turn.Arrival.What is Pressed { CanReplace: true };

    /// <summary>What many see while a decision is awaited is kept up to date; what one person sees fetches itself anew.</summary>
    public static void Keep(Turn turn, GateView view, string kind, Card card)
    {
        if (view.Review.State != GateReviewState.Requested)
        {
            turn.Replace(card);
        }
        else if (IsAlone(turn))
        {
            var verb = kind == GateNews.DossierKind ? DossierCard.ViewVerb : GateCard.ViewVerb;
            turn.Replace(turn.IsPersonal && turn.Arrival.Surface == Surface.Cards
                ? card with { Personal = new PersonalView([turn.Person.ChannelId], new Press(verb, ("initiative", view.Initiative.Number.ToString()))) }
                : card);
        }
        else
        {
            turn.Keep(card, kind, GateNews.ShownOccasion(view.Review));
        }
    }
}
