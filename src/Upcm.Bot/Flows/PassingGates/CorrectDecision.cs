using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>
/// <c>corrigeer besluit 20-004</c>: puts right what was recorded of the last decision, also what it decided: phase, conditions and
/// cards follow, and what stood there before stays visible.
/// </summary>
public sealed class CorrectDecision(FormConversation forms, Standings standings, CarryOutAgain carryOutAgain) : IFlow
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
        var answers = Meanwhile.Over(correct, draft.Prefilled, draft.Answers);
        var revision = correct.Finish(answers)!;
        switch (GateCorrections.Correct(last.Document, gate, turn.Method.Phases, revision, turn.Person.Id, turn.Now, await standings.Towards(turn, initiative), turn.Today))
        {
            case Accepted<GateOutcome> accepted:
                await carryOutAgain.Of(turn, initiative.Number, gate, last, accepted.Value, correct.Owners(answers));
                return true;
            case Refused<GateOutcome> refused:
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

    private static async ValueTask<CorrectionForm> FormOf(Turn turn, Initiative initiative, GateReview review, Gate gate) =>
        new(initiative, gate, review, await PeopleOn.All(turn.Reader, [review]), turn.Method, turn.Today);
}

/// <summary>What can be put right of a decision, and what was wrong with it.</summary>
public sealed class CorrectionForm(Initiative initiative, Gate gate, GateReview review, IReadOnlyDictionary<PersonId, string> names, WorkingMethod method, DateOnly today)
    : Form<DecisionRevision>
{
    private static readonly TextQuestion Why = new("why", new("Wat klopte er niet?", "What was wrong?"))
    {
        Name = new("Wat niet klopte", "What was wrong"),
        Hint = new("Dit blijft bij het besluit staan.", "This stays with the decision."),
        AtMost = 500,
        Paragraph = true,
    };

    private readonly DecideForm decide = new(initiative, gate, method, onBehalf: true, today, review.Decision, isFixed: review.RequestedAt is null);

    public override Phrase Title => new($"Besluit over {initiative.Number} corrigeren", $"Correct the decision on {initiative.Number}");

    public override Answers Now => decide.As(review.Decision!, person => names.GetValueOrDefault(person) ?? person.Value);

    public override IReadOnlyList<Question> Questions(Answers answers) => [.. decide.Questions(answers), Why];

    /// <summary>The owners by name, in the order of the conditions.</summary>
    public ImmutableArray<Somebody> Owners(Answers answers) => decide.Owners(Relevant(answers));

    /// <summary>What follows where something else is decided than was recorded.</summary>
    public override IReadOnlyList<Phrase> Derived(Answers answers) => decide.Finish(answers) is { } decided && decided.Kind != review.Decision!.Kind
        ?
        [
            new(
                $"{GateWords.Name(review.Decision.Kind).Nl} wordt {GateWords.Name(decided.Kind).Nl}. De fase, de voorwaarden en de kaarten gaan mee. Een aanvraag die intussen liep, vervalt.",
                $"{GateWords.Name(review.Decision.Kind).En} becomes {GateWords.Name(decided.Kind).En}. The phase, the conditions and the cards follow. A request that was made since lapses."),
        ]
        : [];

    public override bool IsAsBefore(Question question, Answers answers) => Now[question.Key] is { } before && answers[question.Key] == before;

    protected override DecisionRevision Complete(Answers answers)
    {
        var decided = decide.Finish(answers)!;
        return new DecisionRevision(decided.Meeting, decided.Reason, decided.OnBehalfOf, Why.From(answers))
        {
            Kind = decided.Kind,
            BackTo = decided.BackTo,
            Conditions = decided.Conditions,
        };
    }
}
