using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Pictures;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>dossier 20-004</c>: everything the gate is decided on.</summary>
public sealed class ShowDossier(Standings standings, Illustrations illustrations) : ICommand, IButton
{
    public string Verb => DossierCard.ViewVerb;

    public Sentence Sentence { get; } = new(
        ["dossier", "poortdossier"], ["gate dossier", "dossier"],
        new Phrase("alles waarop een fasepoort wordt besloten: dossier 20-004", "all that a gate is decided on: gate dossier 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative)
        {
            return;
        }

        if (await GateView.Of(turn.Reader, turn.Method, turn.Now, initiative.Number) is { } found)
        {
            var view = found with { Standing = await standings.Towards(turn, initiative) };
            ShowGate.Keep(turn, view, GateNews.DossierKind, await CardFor(turn, view));
        }
        else if (await GateDossier.Of(turn.Reader, turn.Method, turn.Now, initiative.Number) is { } closed)
        {
            turn.Replace(new DossierCard(closed, null, turn.Method, turn.Culture, illustrations).ForReading());
        }
        else
        {
            turn.Say(
                $"{initiative.Number} {initiative.Title} is afgesloten zonder besluiten die ik ken.",
                $"{initiative.Number} {initiative.Title} is closed without decisions that I know of.");
        }
    }

    /// <summary>The view that a card fetches for those who see more, or anew.</summary>
    public async ValueTask Press(Turn turn, Pressed pressed)
    {
        if (await GateView.Named(turn, standings, pressed.Press.Data.GetValueOrDefault("initiative") ?? "") is { } view)
        {
            turn.Replace(await CardFor(turn, view));
        }
    }

    private async ValueTask<Card> CardFor(Turn turn, GateView view)
    {
        var card = new DossierCard(await GateDossier.Of(turn.Reader, turn.Method, turn.Now, view), view, turn.Method, turn.Culture, illustrations);
        return ShowGate.IsAlone(turn) ? card.For(view.Standing) : card.ForChannel(await OfficeHolders.Reachable(turn, view.Initiative.Team, view.Decides));
    }
}
