using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>trek fasepoort in 20-004</c>: takes a request back, so that criteria and evidence can be corrected.</summary>
public sealed class WithdrawGate(Standings standings, GateNews news) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["trek fasepoort in", "aanvraag intrekken"], ["withdraw gate", "withdraw request"],
        new Phrase("een aanvraag intrekken: trek fasepoort in 20-004", "withdraw a request: withdraw gate 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await GateView.Named(turn, standings, rest) is not { } view)
        {
            return;
        }

        switch (GateCorrections.Withdraw(view.Review, view.Standing))
        {
            case Accepted<GateReview> accepted:
                var withdrawn = view with { Review = accepted.Value };
                turn.Changes.Put(Kinds.GateReviews, withdrawn.Review, view.Version);
                turn.Record(History.GateWithdrawn, view.Initiative.Number, view.Initiative.Team, words: new Phrase(view.Gate.Name.Nl, view.Gate.Name.En));
                await news.Changed(turn, withdrawn);
                turn.Replace(await ShowGate.CardFor(turn, withdrawn));
                break;
            case Refused<GateReview> refused:
                await GateWords.Say(turn, refused.Reasons, view);
                break;
        }
    }
}
