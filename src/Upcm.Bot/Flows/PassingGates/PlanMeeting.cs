using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>plan overleg 20-004 12 november</c>, or by the meeting's own name: sets or moves the day on which it decides.</summary>
public sealed class PlanMeeting(FormConversation forms, Standings standings, GateNews news, WorkingMethod method) : IFlow
{
    public string Id => "plan-meeting";

    public Sentence Sentence { get; } = new(
        [$"plan {Called(method.Names.SteeringMeeting.One.Nl)}", "plan overleg", $"dag van {Called(method.Names.SteeringMeeting.The.Nl)}", "dag van het overleg"],
        ["plan meeting", $"plan {Called(method.Names.SteeringMeeting.One.En)}", "day of the meeting"],
        new Phrase(
            $"de dag van {method.Names.SteeringMeeting.The.Nl} vastleggen: plan {Called(method.Names.SteeringMeeting.One.Nl)} 20-004 12 november",
            $"set the day of {method.Names.SteeringMeeting.The.En}: plan meeting 20-004 12 November"),
        new Phrase("nummer en dag", "number and day"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (await GateView.Named(turn, standings, parts is [var number, ..] ? number : "") is not { } view)
        {
            return;
        }

        if (GateCorrections.Plan(view.Review, turn.Today, view.Standing, turn.Today) is Refused<GateReview> refused)
        {
            await GateWords.Say(turn, refused.Reasons, view);
            return;
        }

        await forms.Open(
            turn, this, view.Initiative.Number.ToString(), FormOf(turn, view).Now,
            parts.Length > 1 ? new Dictionary<string, string> { [MeetingForm.Key] = parts[1] } : null);
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await GateView.Named(turn, standings, draft.Subject) is { } view ? FormOf(turn, view) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await GateView.Named(turn, standings, draft.Subject) is not { } view)
        {
            return false;
        }

        switch (GateCorrections.Plan(view.Review, ((MeetingForm)form).Finish(Meanwhile.Over(form, draft.Prefilled, draft.Answers))!.Day!.Value, view.Standing, turn.Today))
        {
            case Accepted<GateReview> accepted:
                var planned = view with { Review = accepted.Value };
                turn.Changes.Put(Kinds.GateReviews, planned.Review, view.Version);
                turn.Record(History.GateMeetingPlanned, view.Initiative.Number, view.Initiative.Team, words: Words(view.Review.Meeting, planned.Review.Meeting!.Value));
                await news.Changed(turn, planned);
                turn.Replace(await ShowGate.CardFor(turn, planned));
                return true;
            case Refused<GateReview> refused:
                await GateWords.Say(turn, refused.Reasons, view);
                return false;
            default:
                return false;
        }
    }

    private static Phrase Words(DateOnly? before, DateOnly after)
    {
        string Told(System.Globalization.CultureInfo culture) => (before is { } was ? was.ToString("ddd d MMMM yyyy", culture) + " → " : "") + after.ToString("ddd d MMMM yyyy", culture);
        return new Phrase(Told(Cultures.Dutch), Told(Cultures.English));
    }

    private static string Called(string name) => name.ToLowerInvariant();

    private static MeetingForm FormOf(Turn turn, GateView view)
    {
        var the = turn.Method.Names.SteeringMeeting.The;
        return new(turn.Method.Names, new Phrase($"De dag van {the.Nl} over {view.Initiative.Number}", $"The day of {the.En} on {view.Initiative.Number}"), turn.Today, optional: false, view.Review.Meeting);
    }
}
