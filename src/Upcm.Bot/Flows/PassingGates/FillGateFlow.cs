using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>vul fasepoort 20-004</c>: says of each criterion where it stands, and from what that shows.</summary>
public sealed class FillGateFlow(FormConversation forms, Standings standings) : IFlow
{
    private const int MostNamed = 2;

    public string Id => "fill-gate";

    public Sentence Sentence { get; } = new(
        ["vul fasepoort", "fasepoort invullen", "vul criteria"], ["fill gate", "fill criteria"],
        new Phrase("de criteria van een fasepoort invullen: vul fasepoort 20-004", "fill in the criteria of a gate: fill gate 20-004"),
        new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await GateView.Named(turn, standings, rest) is not { } view || !await MayFill(turn, view))
        {
            return;
        }

        if (view.Review.State != GateReviewState.Collecting || view.Initiative.Status != InitiativeStatus.Active)
        {
            turn.Show(await ShowGate.CardFor(turn, view));
            return;
        }

        var form = FormOf(view);
        if (form.Questions(Answers.None).Count == 0)
        {
            turn.Show(await ShowGate.CardFor(turn, view));
            return;
        }

        await forms.Open(turn, this, view.Initiative.Number.ToString(), form.Known().With(Form.MoreKey, "ja"));
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await GateView.Named(turn, standings, draft.Subject) is { } view ? FormOf(view) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await GateView.Named(turn, standings, draft.Subject) is not { } view || !await MayFill(turn, view))
        {
            return false;
        }

        var fill = (FillGateForm)form;
        var answers = Meanwhile.Over(fill, draft.Prefilled, draft.Answers);
        if (fill.Finish(answers) is not { } filled)
        {
            return false;
        }

        var before = fill.Finish(fill.Now)?.Entries;
        var review = view.Review;
        List<string> changed = [];
        foreach (var entry in filled.Entries.Where(entry => before?.Any(old => Same(old, entry)) != true))
        {
            switch (GateLaws.Fill(review, view.Gate, entry with { By = turn.Person.Id, At = turn.Now }, view.Standing))
            {
                case Accepted<GateReview> accepted:
                    review = accepted.Value;
                    changed.Add(entry.Criterion);
                    break;
                case Refused<GateReview> refused:
                    await GateWords.Say(turn, refused.Reasons, view);
                    return false;
            }
        }

        turn.Changes.Put(Kinds.GateReviews, review, view.Version);
        if (changed.Count > 0)
        {
            turn.Record(History.GateFilled, view.Initiative.Number, view.Initiative.Team, words: InShort(view.Gate, view.Review, review, changed));
        }

        turn.Replace(await ShowGate.CardFor(turn, view with { Review = review }));
        return true;
    }

    /// <summary>A few criteria are named; many are counted by their state.</summary>
    private static Phrase InShort(Gate gate, GateReview before, GateReview review, List<string> changed)
    {
        if (changed.Count <= MostNamed)
        {
            return new(
                string.Join("; ", changed.Select(id => Change(gate.Criterion(id)!.Text.Nl, before.Entry(id), review.Entry(id), Cultures.Dutch))),
                string.Join("; ", changed.Select(id => Change(gate.Criterion(id)!.Text.En, before.Entry(id), review.Entry(id), Cultures.English))));
        }

        var states = changed.GroupBy(id => review.Entry(id).State).OrderByDescending(group => group.Count()).ToList();
        return new(
            string.Join(", ", states.Select(group => $"{group.Count()} {GateWords.Name(group.Key).Nl.ToLowerInvariant()}")),
            string.Join(", ", states.Select(group => $"{group.Count()} {GateWords.Name(group.Key).En.ToLowerInvariant()}")));
    }

    /// <summary>The state, and what was told before where it is told anew.</summary>
    private static string Change(string text, CriterionEntry before, CriterionEntry after, System.Globalization.CultureInfo culture)
    {
        var (was, now) = (before.Reason ?? before.Evidence, after.Reason ?? after.Evidence);
        var told = was is null || was == now ? "" : $" ({Shorter.Than(60, was)} → {Shorter.Than(60, now ?? "–")})";
        return $"{text.TrimEnd('.')}: {GateWords.Name(after.State).In(culture).ToLowerInvariant()}{told}";
    }

    private static FillGateForm FormOf(GateView view) => new(view.Initiative, view.Gate, view.Review, view.MayDecide);

    private static ValueTask<bool> MayFill(Turn turn, GateView view) => view.MayDecide
        ? new(true)
        : Refusals.Allows(turn, Deed.FillGate, view.Standing, view.Initiative.Team, view.Initiative);

    private static bool Same(CriterionEntry one, CriterionEntry other) =>
        one.Criterion == other.Criterion && one.State == other.State && one.Evidence == other.Evidence && one.Reason == other.Reason;
}
