using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>besluit 20-004</c>: records what the steering meeting or the client decided, and tells who should know.</summary>
public sealed class DecideFlow(FormConversation forms, Standings standings, CarryOut carryOut) : IFlow
{
    public string Id => "decide-gate";

    public Sentence Sentence { get; } = new(
        ["besluit"], ["decide", "decision"],
        new Phrase("het besluit over een fasepoort vastleggen: besluit 20-004", "record the decision on a gate: decide 20-004"),
        new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await GateView.Named(turn, standings, rest) is not { } view
            || !await Refusals.Allows(turn, Rights.ToDecide(view.Gate.DecidedBy), view.Standing, view.Initiative.Team, view.Initiative))
        {
            return;
        }

        if (view.Review.State != GateReviewState.Requested)
        {
            turn.Say("Deze fasepoort is nog niet aangevraagd, of er is al over besloten.", "This gate was not requested yet, or was already decided on.");
            turn.Show(await ShowGate.CardFor(turn, view));
            return;
        }

        var deciders = await OfficeHolders.Of(turn, view.Initiative.Team, view.Decides);
        await forms.Open(turn, this, view.Initiative.Number.ToString(), FormOf(turn, view).Known(deciders is [var only] ? only : null));
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await GateView.Named(turn, standings, draft.Subject) is { } view ? FormOf(turn, view) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await GateView.Named(turn, standings, draft.Subject) is not { } view)
        {
            return false;
        }

        var decide = (DecideForm)form;
        var decision = decide.Finish(draft.Answers)!.As(turn.Person.Id, turn.Now);
        switch (GateLaws.Decide(view.Review, view.Gate, turn.Method.Phases, decision, view.Standing, turn.Today))
        {
            case Accepted<GateOutcome> accepted:
                await carryOut.Of(turn, view, accepted.Value, decide.Owners(draft.Answers));
                return true;
            case Refused<GateOutcome> refused:
                await GateWords.Say(turn, refused.Reasons, view);
                return view.Review.State != GateReviewState.Requested; // what can never be recorded any more is not kept
            default:
                return false;
        }
    }

    private static DecideForm FormOf(Turn turn, GateView view) => new(view.Initiative, view.Gate, turn.Method, view.OnlyRecords, turn.Today);
}
