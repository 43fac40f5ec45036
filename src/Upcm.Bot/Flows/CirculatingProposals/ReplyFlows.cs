using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Flows.HoldingMeetings;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.CirculatingProposals;

/// <summary><c>geen bezwaar 12</c></summary>
public sealed class HaveNoObjection(Circulations circulations) : ICommand, IPlate
{
    public Sentence Sentence { get; } = new(
        ["geen bezwaar"], ["no objection"],
        new Phrase("instemmen met een voorstel dat rondgaat: geen bezwaar 12", "agree with a proposal that circulates: no objection 12"), new Phrase("nummer van de spanning", "number of the tension"));

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await Circulations.Named(turn, rest) is { } found)
        {
            await Replied(turn, found, CirculationLaws.Agree(found.Document, turn.Speaker, turn.Now), circulations);
        }
    }

    public async ValueTask<IReadOnlyList<Element>> For(Turn turn)
    {
        var en = turn.Culture.IsEnglish();
        var waiting = await turn.Find(Kinds.Circulations, $"waits-for={turn.Person.Id}|", 5);
        return waiting.Count == 0
            ? []
            :
            [
                new Text(en ? "Proposals for you to answer" : "Voorstellen waar je op kunt antwoorden", Tone.Heading),
                .. waiting.Select(hit => new Row(
                    hit.Document.Proposal,
                    (en ? "by " : "tot ") + TimeZoneInfo.ConvertTime(hit.Document.Deadline, Clock.Amsterdam).ToString("ddd d MMMM HH:mm", turn.Culture),
                    Sayings.Button(en ? "No objection" : "Geen bezwaar", $"{Sentence.Name(turn.Culture)} {hit.Document.Tension}"))),
            ];
    }

    internal static async ValueTask<bool> Replied(Turn turn, Found<Circulation> found, Verdict<Circulation> verdict, Circulations circulations)
    {
        switch (verdict)
        {
            case Accepted<Circulation> { Value: var replied }:
                var written = await circulations.Write(turn, replied, found.Version);
                turn.Replace(CirculationCard.Of(written, await Meetings.Register(turn, null, written.Team), turn.Method, turn.Culture, turn.Person.Id));
                return true;
            case Refused<Circulation> refused:
                CirculationWords.Say(turn, refused.Reasons);
                return false;
            default:
                return false;
        }
    }
}

/// <summary><c>bezwaar tegen 12: zo mist de secretaris de cijfers</c>: brings a circulated proposal to the meeting.</summary>
public sealed class ObjectToProposal(FormConversation forms, Circulations circulations) : IFlow
{
    public string Id => "object-to-proposal";

    public Sentence Sentence { get; } = new(
        ["bezwaar tegen"], ["object to"],
        new Phrase("bezwaar maken tegen een voorstel dat rondgaat: bezwaar tegen 12: zo mist de secretaris de cijfers", "object to a proposal that circulates: object to 12: the secretary then lacks the figures"),
        new Phrase("nummer en bezwaar", "number and objection"));

    public async ValueTask Run(Turn turn, string rest)
    {
        var parts = rest.Split([':', ' '], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (await Circulations.Named(turn, parts.Length > 0 ? parts[0] : "") is not { } found)
        {
            return;
        }

        if (parts.Length > 1 || found.Document.State != CirculationState.Circulating)
        {
            await HaveNoObjection.Replied(turn, found, CirculationLaws.Object(found.Document, turn.Speaker, parts.Length > 1 ? parts[1].TrimStart(':', ' ') : "?", turn.Now), circulations);
            return;
        }

        await forms.Open(turn, this, found.Document.Tension.ToString());
    }

    public ValueTask<Form?> FormFor(Turn turn, Draft draft) => new(new WhyForm(draft.Subject));

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        if (await Circulations.Named(turn, draft.Subject) is { } found)
        {
            await HaveNoObjection.Replied(turn, found, CirculationLaws.Object(found.Document, turn.Speaker, ((WhyForm)form).Finish(draft.Answers)!.Text, turn.Now), circulations);
        }

        return true;
    }
}

/// <summary>Why somebody objects.</summary>
public sealed class WhyForm(string tension) : Form<WhyForm.Why>
{
    public sealed record Why(string Text);

    private static readonly TextQuestion What = new("why", new("Wat is je bezwaar?", "What is your objection?"))
    {
        Name = new("Bezwaar", "Objection"),
        Hint = new("Zeg welke schade het voorstel doet. Liever iets anders willen is geen bezwaar.", "Say what harm the proposal does. Preferring something else is not an objection."),
        Paragraph = true,
        AtMost = 1000,
    };

    public override Phrase Title => new($"Bezwaar tegen het voorstel bij spanning {tension}", $"Objection to the proposal on tension {tension}");

    public override IReadOnlyList<Question> Questions(Answers answers) => [What];

    protected override Why Complete(Answers answers) => new(What.From(answers));
}
