using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ChangingCourse;

/// <summary>
/// <c>stap terug 20-004</c>: to an earlier phase without waiting for a decision, so that definition and commitment can be walked
/// in a cycle. The round is closed as it stands and kept.
/// </summary>
public sealed class StepBackFlow(FormConversation forms, Standings standings, GateNews news, CarryOut carryOut) : CourseFlow(forms, standings, news)
{
    public override string Id => "step-back";

    public override Sentence Sentence { get; } = new(
        ["stap terug", "ga terug"], ["step back", "go back"],
        new Phrase("terug naar een eerdere fase: stap terug 20-004", "back to an earlier phase: step back 20-004"), new Phrase("nummer", "number"));

    protected override Phrase TitleOf(Initiative initiative) =>
        new($"{initiative.Number} terug naar een eerdere fase", $"{initiative.Number} back to an earlier phase");

    /// <summary>The nearest first.</summary>
    protected override IReadOnlyList<Phase> Earlier(WorkingMethod method, Initiative initiative) =>
        [.. method.Phases.TakeWhile(phase => phase.Id != initiative.Phase).Reverse()];

    protected override IReadOnlyList<Reason> WhyNot(Turn turn, GateView view)
    {
        if (view.Initiative.Status != InitiativeStatus.Active)
        {
            return [new CourseLawBroken(CourseLaw.IsActive)];
        }

        var phase = Earlier(turn.Method, view.Initiative) is [var nearest, ..] ? nearest.Id : null;
        return HoldFlow.Reasons(Verdict(turn, view, new CourseForm.Told("-", phase, null)));
    }

    protected override async ValueTask<IReadOnlyList<Reason>> Carry(Turn turn, GateView view, CourseForm.Told told)
    {
        if (view.Initiative.Status != InitiativeStatus.Active)
        {
            return [new CourseLawBroken(CourseLaw.IsActive)];
        }

        var verdict = Verdict(turn, view, told);
        if (verdict is Accepted<GateOutcome> back)
        {
            await carryOut.Of(turn, view, back.Value, []);
        }

        return HoldFlow.Reasons(verdict);
    }

    private static Verdict<GateOutcome> Verdict(Turn turn, GateView view, CourseForm.Told told) => GateLaws.StepBack(
        view.Review,
        view.Gate,
        turn.Method.Phases,
        new GateDecision { Kind = DecisionKind.Back, By = turn.Person.Id, OnBehalfOf = told.OnBehalfOf?.Id, At = turn.Now, Reason = told.Reason, BackTo = told.BackTo },
        view.Standing);
}
