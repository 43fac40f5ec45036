using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.PassingGates;

/// <summary><c>adviseer 20-004 akkoord</c>: a steering member's advice; a later one replaces the earlier.</summary>
public sealed class AdviseFlow(FormConversation forms, Standings standings, GateNews news) : IFlow
{
    public string Id => "advise-gate";

    public Sentence Sentence { get; } = new(
        ["adviseer"], ["advise"],
        new Phrase("advies geven als {steering-member}: adviseer 20-004 akkoord", "advise as a {steering-member}: advise 20-004 agree"),
        new Phrase("nummer en advies", "number and advice"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (await GateView.Named(turn, standings, parts is [var number, ..] ? number : "") is not { } view)
        {
            return;
        }

        var kind = parts.Length > 1 && AdviseForm.Kind.Hear(parts[1], turn.Culture) is { Understood: true } heard ? heard.Value : null;
        var probe = new Advice(turn.Person.Id, AdviceKind.Agree, null, turn.Now);
        if (GateLaws.Advise(view.Review, probe, view.Standing) is Refused<GateReview> refused)
        {
            await GateWords.Say(turn, refused.Reasons, view);
        }
        else if (kind == nameof(AdviceKind.Agree))
        {
            await Keep(turn, view, probe);
        }
        else
        {
            await forms.Open(turn, this, view.Initiative.Number.ToString(), kind is null ? null : Answers.Of((AdviseForm.Kind.Key, kind)));
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) =>
        await Initiatives.Named(turn, draft.Subject) is { } initiative ? new AdviseForm(initiative) : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form) =>
        await GateView.Named(turn, standings, draft.Subject) is { } view
        && await Keep(turn, view, ((AdviseForm)form).Finish(draft.Answers)!.As(turn.Person.Id, turn.Now));

    private async ValueTask<bool> Keep(Turn turn, GateView view, Advice advice)
    {
        switch (GateLaws.Advise(view.Review, advice, view.Standing))
        {
            case Accepted<GateReview> accepted:
                var advised = view with { Review = accepted.Value };
                turn.Changes.Put(Kinds.GateReviews, advised.Review, view.Version);
                var name = GateWords.Name(advice.Kind);
                var text = advice.Text is { } told ? $": {told}" : "";
                turn.Record(History.GateAdvised, view.Initiative.Number, view.Initiative.Team, words: new Phrase(name.Nl + text, name.En + text));
                await news.Changed(turn, advised);
                turn.Replace(await ShowGate.CardFor(turn, advised));
                return true;
            case Refused<GateReview> refused:
                await GateWords.Say(turn, refused.Reasons, view);
                return false;
            default:
                return false;
        }
    }
}

/// <summary>Agree, agree if, or object because.</summary>
public sealed class AdviseForm(Initiative initiative) : Form<AdviseForm.Told>
{
    public sealed record Told(AdviceKind Kind, string? Text)
    {
        public Advice As(PersonId person, DateTimeOffset at) => new(person, Kind, Text, at);
    }

    public static ChoiceQuestion Kind { get; } = new(
        "kind", new("Wat is je advies?", "What is your advice?"),
        [.. Enum.GetValues<AdviceKind>().Select(kind => new Choice(kind.ToString(), GateWords.Name(kind)))])
    {
        Name = new("Advies", "Advice"),
    };

    private static readonly TextQuestion Because = new("text", new("Onder welke voorwaarde, of waarom niet?", "On which condition, or why not?"))
    {
        Name = new("Toelichting", "Explanation"),
        Hint = new("In een of twee zinnen. De voorzitter en de projectleider lezen dit.", "In one or two sentences. The chair and the project leader read this."),
        Paragraph = true,
        AtMost = 1000,
        OnlyIf = static answers => answers["kind"] is { } kind && kind != nameof(AdviceKind.Agree),
    };

    public override Phrase Title => new($"Advies bij {initiative.Number} {initiative.Title}", $"Advice on {initiative.Number} {initiative.Title}");

    public override IReadOnlyList<Question> Questions(Answers answers) => [Kind, Because];

    protected override Told Complete(Answers answers) => new(Enum.Parse<AdviceKind>(Kind.From(answers)), Because.Maybe(answers));
}
