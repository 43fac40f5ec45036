using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>
/// <c>corrigeer besluit 20-004</c>: puts right what was recorded of the last decision. What it decided stays: where that was wrong,
/// the initiative is taken back, held, stopped or resumed.
/// </summary>
public sealed class CorrectDecision(FormConversation forms, Standings standings) : IFlow
{
    private const int MostDecisions = 200;

    public string Id => "correct-decision";

    public Sentence Sentence { get; } = new(
        ["corrigeer besluit", "besluit corrigeren"], ["correct decision"],
        new Phrase("een vastgelegd besluit corrigeren: corrigeer besluit 20-004", "correct a recorded decision: correct decision 20-004"),
        new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Initiatives.Named(turn, rest) is not { } initiative)
        {
            return;
        }

        if (await LastOf(turn, initiative.Number) is not { } last)
        {
            turn.Say($"Over {initiative.Number} is nog niets besloten.", $"Nothing was decided on {initiative.Number} yet.");
            return;
        }

        var gate = turn.Method.Gate(last.Document.Gate)!;
        if (await Refusals.Allows(turn, Rights.ToDecide(gate.DecidedBy), await standings.Towards(turn, initiative), initiative.Team, initiative))
        {
            var form = await FormOf(turn, initiative, last.Document, gate);
            await forms.Open(turn, this, initiative.Number.ToString(), form.Now);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await Initiatives.Named(turn, draft.Subject) is { } initiative
        && await LastOf(turn, initiative.Number) is { } last
        && turn.Method.Gate(last.Document.Gate) is { } gate
            ? await FormOf(turn, initiative, last.Document, gate)
            : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Initiatives.Named(turn, draft.Subject) is not { } initiative || await LastOf(turn, initiative.Number) is not { } last)
        {
            return false;
        }

        var gate = turn.Method.Gate(last.Document.Gate)!;
        var correct = (CorrectionForm)form;
        var revision = correct.Finish(Meanwhile.Over(correct, draft.Prefilled, draft.Answers))!;
        switch (GateCorrections.Correct(last.Document, gate, revision, turn.Person.Id, turn.Now, await standings.Towards(turn, initiative), turn.Today))
        {
            case Accepted<GateReview> accepted:
                turn.Changes.Put(Kinds.GateReviews, accepted.Value, last.Version);
                turn.Record(History.GateDecisionCorrected, initiative.Number, initiative.Team, words: new Phrase(
                    $"{gate.Name.Nl}: {revision.Why}", $"{gate.Name.En}: {revision.Why}"));
                await GateNews.Corrected(turn, initiative, gate, accepted.Value);
                turn.Replace(await DecisionCard.Of(turn.Reader, initiative, gate, accepted.Value, turn.Method, turn.Culture));
                return true;
            case Refused<GateReview> refused:
                foreach (var reason in refused.Reasons)
                {
                    var said = reason is MayNot may ? await Refusals.Text(turn, may, initiative.Team, initiative) : GateWords.Of((GateLawBroken)reason, gate, turn.Method);
                    turn.Say(said.Nl, said.En);
                }

                return false;
            default:
                return false;
        }
    }

    private static async ValueTask<Found<GateReview>?> LastOf(Turn turn, InitiativeNumber number) =>
        (await turn.Find(Kinds.GateReviews, $"initiative={number}|", MostDecisions)).Where(found => found.Document.Decision is not null).MaxBy(found => found.Document.Decision!.At);

    private static async ValueTask<CorrectionForm> FormOf(Turn turn, Initiative initiative, GateReview review, Gate gate)
    {
        var behalf = review.Decision!.OnBehalfOf is { } id ? new Somebody(id, (await turn.Load(Kinds.People, id.Value))?.Document.Name ?? id.Value) : null;
        return new CorrectionForm(initiative, gate, review.Decision, behalf, turn.Today);
    }
}

/// <summary>What can be put right of a decision, and what was wrong with it.</summary>
public sealed class CorrectionForm(Initiative initiative, Gate gate, GateDecision decision, Somebody? behalfOf, DateOnly today) : Form<DecisionRevision>
{
    private static readonly TextQuestion Why = new("why", new("Wat klopte er niet?", "What was wrong?"))
    {
        Name = new("Wat niet klopte", "What was wrong"),
        Hint = new("Dit blijft bij het besluit staan.", "This stays with the decision."),
        AtMost = 500,
        Paragraph = true,
    };

    private readonly DateQuestion meeting = new("meeting", new("Op welke dag was het overleg?", "On which day was the meeting?"), today)
    {
        Name = new("Overleg", "Meeting"),
        HasBeen = true,
        Optional = gate.DecidedBy != Decider.SteeringMeeting,
        Rule = day => day > today ? new Phrase("Deze dag moet nog komen.", "This day is still to come.") : null,
    };

    private readonly TextQuestion reason = new("reason", new("Wat is de reden?", "What is the reason?"))
    {
        Name = new("Reden", "Reason"),
        Paragraph = true,
        AtMost = 1000,
        Optional = !decision.NeedsReason,
    };

    private readonly PeopleQuestion behalf = new("behalf", new("Namens wie is het besluit vastgelegd?", "On whose behalf was the decision recorded?"))
    {
        Name = new("Namens", "On behalf of"),
        Optional = behalfOf is null,
    };

    public override Phrase Title => new($"Besluit over {initiative.Number} corrigeren", $"Correct the decision on {initiative.Number}");

    public override Answers Now
    {
        get
        {
            var answers = decision.MeetingDate is { } day ? meeting.Prefill(Answers.None, day) : Answers.None;
            answers = decision.Reason is { } told ? reason.Prefill(answers, told) : answers;
            return behalfOf is null ? answers : behalf.Prefill(answers, [new Named(behalfOf.Id.Value, behalfOf.Name)]);
        }
    }

    public override IReadOnlyList<Question> Questions(Answers answers) => [meeting, reason, behalf, Why];

    public override bool IsAsBefore(Question question, Answers answers) => Now[question.Key] is { } before && answers[question.Key] == before;

    protected override DecisionRevision Complete(Answers answers) => new(
        meeting.IsAnswered(answers) ? meeting.From(answers) : null,
        reason.Maybe(answers),
        behalf.IsAnswered(answers) ? new PersonId(behalf.From(answers)[0].Id) : null,
        Why.From(answers));
}
