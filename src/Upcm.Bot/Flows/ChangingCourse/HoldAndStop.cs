using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ChangingCourse;

/// <summary><c>zet in de wacht 20-004</c>, from any phase.</summary>
public sealed class HoldFlow(FormConversation forms, Standings standings, GateNews news) : CourseFlow(forms, standings, news)
{
    public override string Id => "hold";

    public override Sentence Sentence { get; } = new(
        ["zet in de wacht"], ["put on hold"],
        new Phrase("een initiatief in de wacht zetten: zet in de wacht 20-004", "put an initiative on hold: put on hold 20-004"), new Phrase("nummer", "number"));

    protected override Phrase TitleOf(Initiative initiative) => new($"{initiative.Number} in de wacht zetten", $"Put {initiative.Number} on hold");

    protected override IReadOnlyList<Reason> WhyNot(Turn turn, GateView view) => Reasons(Course.Hold(view.Initiative, "-", view.Standing));

    protected override async ValueTask<IReadOnlyList<Reason>> Carry(Turn turn, GateView view, CourseForm.Told told)
    {
        var verdict = Course.Hold(view.Initiative, told.Reason, view.Standing);
        if (verdict is Accepted<Initiative> held)
        {
            await Keep(turn, view, held.Value, History.InitiativeHeld, told);
        }

        return Reasons(verdict);
    }

    internal static IReadOnlyList<Reason> Reasons<T>(Verdict<T> verdict) => verdict is Refused<T> refused ? refused.Reasons : [];
}

/// <summary><c>stop initiatief 20-004</c>, from any phase.</summary>
public sealed class StopFlow(FormConversation forms, Standings standings, GateNews news) : CourseFlow(forms, standings, news)
{
    public override string Id => "stop-initiative";

    public override Sentence Sentence { get; } = new(
        ["stop initiatief", "stop project", "beëindig"], ["stop initiative", "stop project", "end initiative"],
        new Phrase("een initiatief stoppen: stop initiatief 20-004", "stop an initiative: stop initiative 20-004"), new Phrase("nummer", "number"));

    protected override Phrase TitleOf(Initiative initiative) => new($"{initiative.Number} stoppen", $"Stop {initiative.Number}");

    protected override IReadOnlyList<Reason> WhyNot(Turn turn, GateView view) => HoldFlow.Reasons(Course.Stop(view.Initiative, "-", view.Standing));

    protected override async ValueTask<IReadOnlyList<Reason>> Carry(Turn turn, GateView view, CourseForm.Told told)
    {
        var verdict = Course.Stop(view.Initiative, told.Reason, view.Standing);
        if (verdict is Accepted<Initiative> stopped)
        {
            await Keep(turn, view, stopped.Value, History.InitiativeStopped, told);
        }

        return HoldFlow.Reasons(verdict);
    }
}
