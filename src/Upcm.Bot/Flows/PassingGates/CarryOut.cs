using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>What follows from a decision: the phase, the actions, the history, and who hears.</summary>
public sealed class CarryOut(GateNews news)
{
    private const int MostRounds = 1000;

    /// <param name="owners">Of the conditions, in their order.</param>
    public async ValueTask Of(Turn turn, GateView view, GateOutcome outcome, ImmutableArray<Somebody> owners)
    {
        var initiative = outcome.On(view.Initiative, await TimesLeft(turn, view.Initiative.Number, outcome.Phase));
        var decision = outcome.Review.Decision!;
        turn.Changes.Put(Kinds.Initiatives, initiative, view.InitiativeVersion);
        turn.Changes.Put(Kinds.GateReviews, outcome.Review, view.Version);
        foreach (var (index, condition) in decision.Conditions.Index())
        {
            turn.Changes.Insert(Kinds.Actions, new AgreedAction
            {
                Id = GateConditions.ActionId(outcome.Review, index),
                Number = initiative.Number,
                Team = initiative.Team,
                Text = condition.Text,
                Owner = owners[index],
                Due = condition.Due,
            });
        }

        if (outcome.Review.Left)
        {
            await Settle(turn, view, outcome.Review);
        }

        var (name, gate, reason) = (GateWords.Name(decision.Kind), view.Gate.Name, decision.Reason is { } why ? $". {why}" : "");
        turn.Record(History.GateDecided, initiative.Number, initiative.Team, words: new Phrase($"{gate.Nl}: {name.Nl}{reason}", $"{gate.En}: {name.En}{reason}"));
        var decided = view with { Review = outcome.Review, Dossier = view.Dossier.With(initiative) };
        await news.Decided(turn, decided);
        turn.Replace(await ShowGate.CardFor(turn, decided));
    }

    /// <summary>How often the initiative already left the phase it now enters.</summary>
    private static async ValueTask<int> TimesLeft(Turn turn, InitiativeNumber number, string phase) =>
        turn.Method.GateFrom(phase) is { } gate
            ? (await turn.Find(Kinds.GateReviews, $"initiative={number}|{gate.Id}|", MostRounds)).Count(found => found.Document.Left)
            : 0;

    /// <summary>Earlier conditions that were met or waived at this gate are behind it.</summary>
    private static async ValueTask Settle(Turn turn, GateView view, GateReview review)
    {
        foreach (var action in GateConditions.Settled(review, view.Gate))
        {
            if (await turn.Load(Kinds.Actions, action.Id) is { } stored)
            {
                turn.Changes.Put(Kinds.Actions, stored.Document with { DoneAt = turn.Now, DoneBy = turn.Speaker }, stored.Version);
            }
        }
    }
}
