using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Pictures;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Notifying.Examples;

/// <summary>Messages about gates: of one that waits or was decided where the speaker has one, else of the gate that comes next.</summary>
public sealed class GateExamples(Illustrations illustrations) : INoticeExamples
{
    private const int Most = 10;

    public IReadOnlyDictionary<string, Func<Turn, ValueTask<Example?>>> ByKind => new Dictionary<string, Func<Turn, ValueTask<Example?>>>
    {
        [GateNews.RequestedKind] = async turn => await View(turn) is { } view
            ? new((await GateCard.Of(turn, view, turn.Culture)).For(Standing.None), view.Review.State != GateReviewState.Requested)
            : null,
        [GateNews.DossierKind] = async turn => await View(turn) is { } view
            ? new(new DossierCard(await GateDossier.Of(turn.Reader, turn.Method, turn.Now, view), view, turn.Method, turn.Culture, illustrations).For(Standing.None), view.Review.State != GateReviewState.Requested)
            : null,
        ["gate-decided"] = Decided,
    };

    /// <summary>One that waits for a decision where there is one; null where there is no initiative yet.</summary>
    private static async ValueTask<GateView?> View(Turn turn)
    {
        GateView? any = null;
        foreach (var initiative in await Some(turn))
        {
            var view = await GateView.Of(turn.Reader, turn.Method, turn.Now, initiative.Number);
            if (view is { Review.State: GateReviewState.Requested })
            {
                return view;
            }

            any ??= view;
        }

        return any;
    }

    private static async ValueTask<Example?> Decided(Turn turn)
    {
        var some = await Some(turn);
        foreach (var initiative in some)
        {
            foreach (var found in await turn.Find(Kinds.GateReviews, $"initiative={initiative.Number}|", Most, descending: true))
            {
                if (found.Document is { Decision: not null } review && turn.Method.Gate(review.Gate) is { } gate)
                {
                    return new(await DecisionCard.Of(turn.Reader, initiative, gate, review, turn.Method, turn.Culture));
                }
            }
        }

        var (it, next) = some.Select(one => (one, turn.Method.GateFrom(one.Phase))).FirstOrDefault(pair => pair.Item2 is not null);
        if (next is null)
        {
            (it, next) = ((await ProjectExamples.Newest(turn)).Initiative, turn.Method.Gates[0]);
        }

        var go = new GateReview
        {
            Number = it.Number,
            Team = it.Team,
            Gate = next.Id,
            Round = 1,
            State = GateReviewState.Decided,
            Decision = new GateDecision { Kind = DecisionKind.Go, By = turn.Person.Id, At = turn.Now },
        };
        return new(await DecisionCard.Of(turn.Reader, it, next, go, turn.Method, turn.Culture), MadeUp: true);
    }

    /// <summary>The speaker's own, else the newest of each team.</summary>
    private static async ValueTask<IReadOnlyList<Initiative>> Some(Turn turn)
    {
        List<Initiative> some = [.. await Initiatives.Of(turn, Most)];
        foreach (var team in some.Count > 0 ? [] : Teams.WithPortfolio(turn.Method))
        {
            some.AddRange((await turn.Find(Kinds.Initiatives, $"team={team.Id}|", 1, descending: true)).Select(found => found.Document));
        }

        return some;
    }
}
