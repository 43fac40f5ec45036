using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>vraag fasepoort aan 20-004</c>: asks for the decision once every criterion is met or waived.</summary>
public sealed class RequestGate(Standings standings) : ICommand
{
    private const int MostNamed = 3;

    public Sentence Sentence { get; } = new(
        ["vraag fasepoort aan", "fasepoort aanvragen"], ["request gate"],
        new Phrase("een besluit vragen: vraag fasepoort aan 20-004", "ask for a decision: request gate 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await GateView.Named(turn, standings, rest) is not { } view)
        {
            return;
        }

        if (view.Initiative.Status != InitiativeStatus.Active)
        {
            turn.Show(await ShowGate.CardFor(turn, view));
            return;
        }

        switch (GateLaws.Request(view.Review, view.Gate, view.Seen, turn.Person.Id, turn.Now, view.Standing))
        {
            case Accepted<GateReview> accepted:
                var requested = view with { Review = accepted.Value };
                turn.Changes.Put(Kinds.GateReviews, requested.Review, view.Version);
                turn.Record(History.GateRequested, view.Initiative.Number, view.Initiative.Team, words: new Phrase(view.Gate.Name.Nl, view.Gate.Name.En));
                await GateNews.Requested(turn, requested);
                turn.Replace(await ShowGate.CardFor(turn, requested));
                break;
            case Refused<GateReview> refused:
                await SayWhyNot(turn, refused.Reasons, view);
                turn.Show(await ShowGate.CardFor(turn, view));
                break;
        }
    }

    /// <summary>A few open criteria are named; many are counted, as the card below lists them.</summary>
    private static async ValueTask SayWhyNot(Turn turn, IReadOnlyList<Reason> reasons, GateView view)
    {
        var unmet = reasons.OfType<GateLawBroken>().Count(broken => broken.Law == GateLaw.CriterionIsMetOrWaived);
        if (unmet <= MostNamed)
        {
            await GateWords.Say(turn, reasons, view);
            return;
        }

        turn.Say(
            $"Je kunt de fasepoort nog niet aanvragen: {unmet} criteria zijn nog niet voldaan.",
            $"The gate cannot be requested yet: {unmet} criteria are not met.");
        await GateWords.Say(turn, [.. reasons.Where(reason => reason is not GateLawBroken { Law: GateLaw.CriterionIsMetOrWaived })], view);
    }
}
