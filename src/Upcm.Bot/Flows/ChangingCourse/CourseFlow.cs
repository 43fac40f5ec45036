using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ChangingCourse;

/// <summary>Changes the course of an initiative outside a decision at its gate, with a reason that all who follow it hear.</summary>
public abstract class CourseFlow(FormConversation forms, Standings standings, GateNews news) : IFlow
{
    public abstract string Id { get; }

    public abstract Sentence Sentence { get; }

    protected abstract Phrase TitleOf(Initiative initiative);

    /// <summary>The phases it can go back to.</summary>
    protected virtual IReadOnlyList<Phase> Earlier(WorkingMethod method, Initiative initiative) => [];

    /// <summary>Whether it can be done at all, whatever the reason will be.</summary>
    protected abstract IReadOnlyList<Reason> WhyNot(Turn turn, GateView view);

    /// <summary>Carries it out; the reasons where it may not be.</summary>
    protected abstract ValueTask<IReadOnlyList<Reason>> Carry(Turn turn, GateView view, CourseForm.Told told);

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (await GateView.Named(turn, standings, parts is [var number, ..] ? number : "") is not { } view)
        {
            return;
        }

        if (WhyNot(turn, view) is { Count: > 0 } refusals)
        {
            await GateWords.Say(turn, refusals, view);
            return;
        }

        var deciders = await OfficeHolders.Of(turn, view.Initiative.Team, Offices.TeamLead);
        await forms.Open(
            turn, this, view.Initiative.Number.ToString(), FormOf(turn, view).Known(deciders is [var only] ? only : null),
            parts.Length > 1 ? new Dictionary<string, string> { [CourseForm.Reason.Key] = parts[1] } : null);
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await GateView.Named(turn, standings, draft.Subject) is { } view ? FormOf(turn, view) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await GateView.Named(turn, standings, draft.Subject) is not { } view)
        {
            return false;
        }

        var refusals = await Carry(turn, view, ((CourseForm)form).Finish(draft.Answers)!);
        await GateWords.Say(turn, refusals, view);
        return refusals.Count == 0;
    }

    /// <summary>Writes the initiative, takes back a request that it overtakes, and shows the outcome.</summary>
    protected async ValueTask Keep(Turn turn, GateView view, Initiative initiative, string what, CourseForm.Told told)
    {
        turn.Changes.Put(Kinds.Initiatives, initiative, view.InitiativeVersion);
        var behalf = told.OnBehalfOf is { } other ? new Phrase($" (namens {other.Name})", $" (on behalf of {other.Name})") : Phrase.Same("");
        var words = new Phrase(told.Reason + behalf.Nl, told.Reason + behalf.En);
        turn.Record(what, initiative.Number, initiative.Team, words: words);
        var changed = view with { Dossier = view.Dossier.With(initiative), Review = GateCorrections.Withdrawn(view.Review) };
        if (view.Review.State == GateReviewState.Requested)
        {
            turn.Changes.Put(Kinds.GateReviews, changed.Review, view.Version);
            await news.Changed(turn, changed);
        }

        await CourseNews.Tell(turn, initiative);
        turn.Replace(InitiativeCard.Of(changed.Dossier, turn.Method, turn.Culture, changed.Dossier.LightsOn(turn.Today, turn.Method)));
    }

    private CourseForm FormOf(Turn turn, GateView view) => new(
        TitleOf(view.Initiative),
        Earlier(turn.Method, view.Initiative),
        onBehalf: !view.Standing.Is(Offices.TeamLead) && !view.Standing.Is(Offices.LinkingPin));
}
