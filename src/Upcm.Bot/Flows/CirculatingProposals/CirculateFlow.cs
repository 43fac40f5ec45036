using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.Flows.RaisingTensions;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.CirculatingProposals;

/// <summary><c>stuur voorstel rond 12</c>: what the proposal of a tension would change, to everybody it concerns, with a deadline.</summary>
public sealed class CirculateFlow(FormConversation forms, Standings standings, CirculationNews news) : IFlow
{
    public string Id => "circulate";

    public Sentence Sentence { get; } = new(
        ["stuur voorstel rond", "voorstel rondsturen"], ["circulate proposal", "circulate"],
        new Phrase("een voorstel buiten het overleg voorleggen: stuur voorstel rond 12", "put a proposal to people between meetings: circulate proposal 12"),
        new Phrase("nummer van de spanning", "number of the tension"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Tensions.Named(turn, rest) is not { } stored)
        {
            return;
        }

        var tension = stored.Document;
        if (!await Tensions.MayHandle(turn, standings, tension))
        {
            await TensionWords.Say(turn, [new TensionLawBroken(TensionLaw.HandledByRaiserOrTable)], tension);
        }
        else if (tension.State != TensionState.Open || await Circulations.Running(turn, tension.Id) is not null)
        {
            CirculationWords.Say(turn, [new CirculationLawBroken(tension.State != TensionState.Open ? CirculationLaw.TensionIsOpen : CirculationLaw.IsNotCirculatingYet)]);
        }
        else
        {
            await forms.Open(turn, this, tension.Id.ToString(), said: tension.Proposal is { } proposal ? new Dictionary<string, string> { [CirculateForm.What.Key] = proposal } : null);
        }
    }

    public async ValueTask<Form?> FormFor(Turn turn, Draft draft) => await turn.Load(Kinds.Tensions, draft.Subject) is { Document: var tension }
        ? new CirculateForm(
            tension,
            new OutcomePart(
                turn.Method, tension.Team, [.. (await Meetings.Register(turn, null, tension.Team)).Values.OrderBy(role => role.Name.Nl, StringComparer.Ordinal)],
                [.. Enum.GetValues<OutcomeKind>().Except([OutcomeKind.PassedOn, OutcomeKind.Dropped])], turn.Today,
                new("Wat verandert er dan?", "What would change?")),
            turn.Today,
            turn.Method.Meetings)
        : null;

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Tensions.Named(turn, draft.Subject) is not { Document: var tension })
        {
            return true;
        }

        var (proposal, outcome, day) = ((CirculateForm)form).Finish(draft.Answers)!;
        var earlier = await turn.Find(Kinds.Circulations, $"tension={tension.Id}|", 100);
        var wish = new Circulation
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{tension.Id}/{earlier.Count + 1}"),
            Tension = tension.Id,
            Team = tension.Team,
            Text = tension.Text,
            Proposal = proposal,
            Outcome = outcome,
            By = turn.Speaker,
            At = turn.Now,
            Deadline = LocalTime.At(day, new TimeOnly(17, 0), Clock.Amsterdam),
            SilenceIsConsent = turn.Method.Meetings.SilenceIsConsent,
            Asked = [.. await Circulations.Concerned(turn, tension.Team)],
        };
        var register = await Meetings.Register(turn, null, tension.Team);
        switch (CirculationLaws.Send(wish, tension.State, await Circulations.Running(turn, tension.Id) is not null, register, turn.Today))
        {
            case Accepted<Circulation> { Value: var sent }:
                turn.Changes.Insert(Kinds.Circulations, sent);
                turn.Record(History.ProposalCirculated, null, sent.Team, words: Phrase.Same(sent.Proposal), subject: TensionCard.SubjectOf(sent.Tension));
                await news.Sent(turn, sent, register);
                turn.Replace(CirculationCard.Of(sent, register, turn.Method, turn.Culture, turn.Person.Id));
                return true;
            case Refused<Circulation> refused:
                CirculationWords.Say(turn, refused.Reasons);
                return false;
            default:
                return false;
        }
    }
}

/// <summary>The proposal, what it would change, and until when people can object.</summary>
public sealed class CirculateForm(Tension tension, OutcomePart part, DateOnly today, MeetingRules rules) : Form<CirculateForm.Wish>
{
    public sealed record Wish(string Proposal, Outcome Outcome, DateOnly Deadline);

    public static TextQuestion What { get; } = new("proposal", new("Wat is het voorstel?", "What is the proposal?"))
    {
        Name = new("Voorstel", "Proposal"),
        Paragraph = true,
        AtMost = 1000,
    };

    private readonly DateQuestion deadline = new("deadline", new("Tot wanneer kan iemand bezwaar maken?", "Until when can somebody object?"), today)
    {
        Name = new("Reageren tot", "Answer by"),
        Hint = new($"Om 17:00 uur. Laat je dit open, dan is het over {rules.ProposalDays} dagen.", $"At 17:00. Where you leave it open it is in {rules.ProposalDays} days."),
        Optional = true,
        Rule = day => day <= today ? new Phrase("Kies een dag die nog komt.", "Choose a day that is still to come.") : null,
    };

    public override Phrase Title => new($"Voorstel rondsturen bij spanning {tension.Id}", $"Circulate a proposal on tension {tension.Id}");

    public override IReadOnlyList<Question> Questions(Answers answers) => [What, .. part.Questions(answers), deadline];

    public override IReadOnlyList<Phrase> Derived(Answers answers) =>
    [
        rules.SilenceIsConsent
            ? new Phrase("Wie niets zegt voor die dag, is het eens.", "Who says nothing by that day agrees.")
            : new Phrase("Wie niets zegt, heeft niet ingestemd: dan komt het op de agenda.", "Who says nothing has not agreed: it then comes on the agenda."),
    ];

    protected override Wish Complete(Answers answers) =>
        new(What.From(answers), part.Complete(answers), deadline.IsAnswered(answers) ? deadline.From(answers) : today.AddDays(rules.ProposalDays));
}
