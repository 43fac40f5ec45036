using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HoldingMeetings;

/// <summary><c>bezwaar: zo mist de secretaris de cijfers</c>: an objection, tested by the usual questions.</summary>
public sealed class ObjectFlow(FormConversation forms, MeetingMoves moves) : IFlow
{
    public string Id => "object";

    public Sentence Sentence { get; } = new(
        ["bezwaar", "ik heb bezwaar"], ["objection", "i object"],
        new Phrase("bezwaar maken in het roloverleg: bezwaar: zo mist de secretaris de cijfers", "object in the role meeting: objection: the secretary then lacks the figures"),
        new Phrase("tekst", "text"))
    { Colon = true };

    public async ValueTask Run(Turn turn, string rest)
    {
        if (await moves.Meant(turn, "") is not { } view)
        {
            return;
        }

        var probe = MeetingLaws.Object(view.Meeting, turn.Speaker, "?", []);
        if (probe is Refused<MeetingFact>)
        {
            await moves.Make(turn, view, probe);
            return;
        }

        await forms.Open(turn, this, $"{view.Team.Id}", said: rest.Length == 0 ? null : new Dictionary<string, string> { [ObjectionForm.What.Key] = rest });
    }

    public ValueTask<Form?> FormFor(Turn turn, Draft draft) => new(new ObjectionForm(turn.Method));

    public async ValueTask<bool> Finish(Turn turn, Draft draft, Form form)
    {
        var (text, failed) = ((ObjectionForm)form).Finish(draft.Answers)!;
        if (await moves.Meant(turn, draft.Subject) is { } view
            && await moves.Make(turn, view, MeetingLaws.Object(view.Meeting, turn.Speaker, text, failed)) && failed.Length > 0)
        {
            turn.Say(
                "Je bezwaar staat genoteerd, maar het geldt niet: niet alles is met ja beantwoord. Het voorstel kan doorgaan.",
                "Your objection is noted, but it does not stand: not everything was answered with yes. The proposal can go on.");
        }

        return true; // after its round an objection has its own way, which was said
    }
}

/// <summary>What the objection is, and the questions it is tested by.</summary>
public sealed class ObjectionForm(WorkingMethod method) : Form<ObjectionForm.Told>
{
    public sealed record Told(string Text, ImmutableArray<string> Failed);

    public static TextQuestion What { get; } = new("objection", new("Wat is het bezwaar?", "What is the objection?"))
    {
        Name = new("Bezwaar", "Objection"),
        AtMost = 1000,
    };

    private readonly List<ChoiceQuestion> tests =
        [.. method.Meetings.Tests.Select(test => new ChoiceQuestion($"test-{test.Id}", new Phrase(test.Name.Nl, test.Name.En), ChoiceQuestion.YesNo) { Name = new(test.Name.Nl.TrimEnd('?'), test.Name.En.TrimEnd('?')) })];

    public override Phrase Title => new("Bezwaar", "Objection");

    public override IReadOnlyList<Question> Questions(Answers answers) => [What, .. tests];

    protected override Told Complete(Answers answers) =>
        new(What.From(answers), [.. tests.Where(test => test.From(answers) != "ja").Select(test => test.Key["test-".Length..])]);
}
