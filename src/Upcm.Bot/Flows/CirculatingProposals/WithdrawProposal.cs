using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.CirculatingProposals;

/// <summary><c>trek voorstel in 12</c>: a proposal that goes round goes no further; a better one can then be sent.</summary>
public sealed class WithdrawProposal(Standings standings, Circulations circulations) : ICommand
{
    public Sentence Sentence { get; } = new(
        ["trek voorstel in", "voorstel intrekken"], ["withdraw proposal"],
        new Phrase("een voorstel dat rondgaat intrekken: trek voorstel in 12", "withdraw a proposal that circulates: withdraw proposal 12"),
        new Phrase("nummer van de spanning", "number of the tension"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Circulations.Named(turn, rest) is not { } found || await turn.Load(Kinds.Tensions, found.Document.Tension.ToString()) is not { Document: { } tension })
        {
            return;
        }

        if (found.Document.By.Id != turn.Person.Id && !await Tensions.MayHandle(turn, standings, tension))
        {
            await TensionWords.Say(turn, [new TensionLawBroken(TensionLaw.HandledByRaiserOrTable)], tension);
            return;
        }

        await HaveNoObjection.Replied(turn, found, CirculationLaws.Withdraw(found.Document, turn.Now), circulations);
    }
}
