using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary>
/// <c>vraag fasepoort aan 20-004 12 november</c>: asks for the decision once every criterion is met or waived. Where the steering
/// meeting decides, its day is asked, so that the dossier can go out ahead of it.
/// </summary>
public sealed class RequestGate(FormConversation forms, Standings standings, GateNews news) : IFlow
{
    private const int MostNamed = 3;

    public string Id => "request-gate";

    public Sentence Sentence { get; } = new(
        ["vraag fasepoort aan", "fasepoort aanvragen"], ["request gate"],
        new Phrase("een besluit vragen: vraag fasepoort aan 20-004", "ask for a decision: request gate 20-004"), new Phrase("nummer", "number"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (await GateView.Named(turn, standings, parts is [var number, ..] ? number : "") is not { } view)
        {
            return;
        }

        if (view.Initiative.Status != InitiativeStatus.Active)
        {
            turn.Show(await ShowGate.CardFor(turn, view));
        }
        else if (Request(turn, view, null) is Refused<GateReview> refused)
        {
            await SayWhyNot(turn, refused.Reasons, view);
            turn.Show(await ShowGate.CardFor(turn, view));
        }
        else if (view.Gate.DecidedBy == Decider.SteeringMeeting)
        {
            await forms.Open(
                turn, this, view.Initiative.Number.ToString(), Answers.None.With(Form.MoreKey, "ja"),
                parts.Length > 1 ? new Dictionary<string, string> { [MeetingForm.Key] = parts[1] } : null);
        }
        else
        {
            await Keep(turn, view, null);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await GateView.Named(turn, standings, draft.Subject) is { } view
        ? new MeetingForm(turn.Method.Names, new Phrase($"Fasepoort aanvragen voor {view.Initiative.Number}", $"Request the gate for {view.Initiative.Number}"), turn.Today, optional: true)
        : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form) =>
        await GateView.Named(turn, standings, draft.Subject) is { } view && await Keep(turn, view, ((MeetingForm)form).Finish(draft.Answers)!.Day);

    private static Verdict<GateReview> Request(Turn turn, GateView view, DateOnly? meeting) =>
        GateLaws.Request(view.Review, view.Gate, view.Seen, turn.Person.Id, turn.Now, view.Standing, meeting, turn.Today);

    private async ValueTask<bool> Keep(Turn turn, GateView view, DateOnly? meeting)
    {
        switch (Request(turn, view, meeting))
        {
            case Accepted<GateReview> accepted:
                var requested = view with { Review = accepted.Value };
                turn.Changes.Put(Kinds.GateReviews, requested.Review, view.Version);
                turn.Record(History.GateRequested, view.Initiative.Number, view.Initiative.Team, words: new Phrase(view.Gate.Name.Nl, view.Gate.Name.En));
                await news.Requested(turn, requested);
                turn.Replace(await ShowGate.CardFor(turn, requested));
                return true;
            case Refused<GateReview> refused:
                await SayWhyNot(turn, refused.Reasons, view);
                return view.Review.State != GateReviewState.Collecting; // what can never be requested any more is not kept
            default:
                return false;
        }
    }

    /// <summary>A few open criteria are named; many are counted, as the card below lists them.</summary>
    private static async ValueTask SayWhyNot(Turn turn, IReadOnlyList<Reason> reasons, GateView view)
    {
        var unmet = reasons.OfType<GateLawBroken>().Count(broken => broken.Law == GateLaw.CriterionIsMetOrWaived);
        if (unmet <= MostNamed)
        {
            await GateWords.Say(turn, reasons, view);
            return;
        }

        turn.Say(
            $"Je kunt de fasepoort nog niet aanvragen: {unmet} criteria zijn nog niet voldaan.",
            $"The gate cannot be requested yet: {unmet} criteria are not met.");
        await GateWords.Say(turn, [.. reasons.Where(reason => reason is not GateLawBroken { Law: GateLaw.CriterionIsMetOrWaived })], view);
    }
}

/// <summary>The day on which the steering meeting decides.</summary>
/// <param name="optional">True where it may not be known yet.</param>
/// <param name="planned">The day that is planned now; null where none is.</param>
public sealed class MeetingForm(ProgrammeNames names, Phrase title, DateOnly today, bool optional, DateOnly? planned = null) : Form<MeetingForm.Planned>
{
    public const string Key = "meeting";

    public sealed record Planned(DateOnly? Day);

    private readonly DateQuestion day = new(Key, new($"Op welke dag is {names.SteeringMeeting.The.Nl}?", $"On which day is {names.SteeringMeeting.The.En}?"), today)
    {
        Name = Capital.Of(names.SteeringMeeting.One),
        Hint = new("Bijvoorbeeld 12 november.", "For instance 12 November."),
        Why = new($"De {names.SteeringMember.Many.Nl} krijgen het dossier een paar dagen vooraf.", $"The {names.SteeringMember.Many.En} get the dossier a few days ahead."),
        Optional = optional,
        Rule = day => day < today ? new Phrase("Deze dag is al geweest.", "This day is past.") : null,
    };

    public override Phrase Title => title;

    public override IReadOnlyList<Question> Questions(Answers answers) => [day];

    public override Answers Now => planned is { } known ? day.Prefill(Answers.None, known) : Answers.None;

    protected override Planned Complete(Answers answers) => new(day.IsAnswered(answers) ? day.From(answers) : null);
}
