using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>What follows where a decision is put right: the phase, the conditions, a request that it overtakes, and who hears.</summary>
public sealed class CarryOutAgain(GateNews news)
{
    private const int Most = 1000;

    /// <param name="last">The review as it was.</param>
    /// <param name="owners">Of the conditions, in their order.</param>
    public async ValueTask Of(Turn turn, InitiativeNumber number, Gate gate, Found<GateReview> last, GateOutcome outcome, ImmutableArray<Somebody> owners)
    {
        var (before, after) = (last.Document, outcome.Review);
        var stored = (await turn.Load(Kinds.Initiatives, number.ToString()))!;
        var decided = (await turn.Find(Kinds.GateReviews, $"initiative={number}|", Most)).Select(found => found.Document).Where(review => review.Decision is not null).ToList();
        var initiative = GateCorrections.Follow(stored.Document, before, outcome, decided, turn.Method);
        turn.Changes.Put(Kinds.GateReviews, after, last.Version);
        if (initiative != stored.Document)
        {
            await Overtake(turn, before, initiative);
            turn.Changes.Put(Kinds.Initiatives, initiative, stored.Version);
        }

        var actions = await turn.Find(Kinds.Actions, $"initiative={number}|", Most);
        var dropped = Conditions(turn, initiative, before, after, actions, owners);
        Settled(turn, gate, stored.Document, before, after, actions);
        Record(turn, initiative, gate, before.Decision!, after.Decision!, dropped);
        await news.Corrected(turn, initiative, gate, before, after);
        turn.Replace(await DecisionCard.Of(turn.Reader, initiative, gate, after, turn.Method, turn.Culture));
    }

    /// <summary>A request at the gate that the initiative no longer stands before is taken back.</summary>
    private async ValueTask Overtake(Turn turn, GateReview before, Initiative initiative)
    {
        if (await GateView.Of(turn.Reader, turn.Method, turn.Now, initiative.Number) is { Review.State: GateReviewState.Requested } view && view.Review != before)
        {
            var withdrawn = view with { Review = GateCorrections.Withdrawn(view.Review), Dossier = view.Dossier.With(initiative) };
            turn.Changes.Put(Kinds.GateReviews, withdrawn.Review, view.Version);
            turn.Record(History.GateWithdrawn, initiative.Number, initiative.Team, words: new Phrase(view.Gate.Name.Nl, view.Gate.Name.En));
            await news.Changed(turn, withdrawn);
        }
    }

    /// <summary>Each condition that was put right is, becomes or no longer is an action. What is done already stays done.</summary>
    /// <returns>The actions that are no longer asked.</returns>
    private static List<AgreedAction> Conditions(
        Turn turn, Initiative initiative, GateReview before, GateReview after, IReadOnlyList<Found<AgreedAction>> actions, ImmutableArray<Somebody> owners)
    {
        var (was, now) = (before.Decision!.Conditions, after.Decision!.Conditions);
        List<AgreedAction> dropped = [];
        for (var index = 0; index < Math.Max(was.Length, now.Length); index++)
        {
            var kept = actions.FirstOrDefault(found => GateConditions.IndexIn(after, found.Document) == index);
            var id = kept?.Document.Id ?? GateConditions.ActionId(after, index);
            if (index >= now.Length)
            {
                if (kept is { Document.DoneAt: null })
                {
                    turn.Changes.Delete(Kinds.Actions, id, kept.Version);
                    dropped.Add(kept.Document);
                }
            }
            else if (kept is null || index >= was.Length || was[index] != now[index])
            {
                var same = kept is not null && kept.Document.Text == now[index].Text;
                turn.Changes.Put(
                    Kinds.Actions,
                    new AgreedAction
                    {
                        Id = id,
                        Number = initiative.Number,
                        Team = initiative.Team,
                        Text = now[index].Text,
                        Owner = owners[index],
                        Due = now[index].Due,
                        DoneAt = same ? kept!.Document.DoneAt : null,
                        DoneBy = same ? kept!.Document.DoneBy : null,
                    },
                    kept?.Version ?? 0);
            }
        }

        return dropped;
    }

    /// <summary>Earlier conditions are behind the initiative where it left the phase, and before it again where it did not.</summary>
    private static void Settled(Turn turn, Gate gate, Initiative initiative, GateReview before, GateReview after, IReadOnlyList<Found<AgreedAction>> actions)
    {
        if (before.Left == after.Left)
        {
            return;
        }

        var earlier = actions.Where(found => GateConditions.IndexIn(after, found.Document) is null).ToList();
        var settled = after.Left
            ? GateConditions.Settled(after, GateConditions.Over(gate, initiative, earlier.Select(found => found.Document))).Select(action => action with { DoneAt = after.Decision!.At, DoneBy = turn.Speaker })
            : earlier.Select(found => found.Document).Where(action => action.DoneAt == after.Decision!.At).Select(action => action with { DoneAt = null, DoneBy = null });
        foreach (var action in settled.ToList())
        {
            turn.Changes.Put(Kinds.Actions, action, earlier.First(found => found.Document.Id == action.Id).Version);
        }
    }

    private static void Record(Turn turn, Initiative initiative, Gate gate, GateDecision before, GateDecision after, List<AgreedAction> dropped)
    {
        var why = after.Corrections[^1].Why;
        var lapsed = string.Join("; ", dropped.Select(action => $"{action.Text} ({action.Owner.Name})"));
        var other = before.Kind != after.Kind;
        turn.Record(
            other ? History.GateDecisionRevised : History.GateDecisionCorrected,
            initiative.Number,
            initiative.Team,
            words: new Phrase(
                $"{gate.Name.Nl}: {(other ? $"{GateWords.Name(before.Kind).Nl} → {GateWords.Name(after.Kind).Nl}. " : "")}{why}{(dropped.Count > 0 ? $" (vervallen: {lapsed})" : "")}",
                $"{gate.Name.En}: {(other ? $"{GateWords.Name(before.Kind).En} → {GateWords.Name(after.Kind).En}. " : "")}{why}{(dropped.Count > 0 ? $" (lapsed: {lapsed})" : "")}"));
    }
}
