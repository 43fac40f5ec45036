using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Recording;

/// <summary><c>leerbijeenkomst 20-004</c>: that it was held, with whom, and what came of it.</summary>
public sealed class LearningFlow(FormConversation forms, Standings standings)
    : PaperFlow<LearningMeeting>(forms, standings, Kinds.LearningMeetings, LearningForm.Name, History.LearningMeetingRecorded)
{
    public override string Id => "learning-meeting";

    public override Sentence Sentence { get; } = new(
        ["leerbijeenkomst"], ["learning meeting"],
        new Phrase("een leerbijeenkomst vastleggen: leerbijeenkomst 20-004", "record a learning meeting: learning meeting 20-004"),
        new Phrase("nummer", "number"));

    protected override PaperForm<LearningMeeting> FormOf(Turn turn, Initiative initiative, LearningMeeting? newest, Stamp stamp) =>
        new LearningForm(initiative, newest, stamp, turn.Today);
}

public sealed class LearningForm(Initiative initiative, LearningMeeting? newest, Stamp stamp, DateOnly today)
    : PaperForm<LearningMeeting>(Name, initiative, newest, stamp)
{
    public static Phrase Name { get; } = new("Leerbijeenkomst", "Learning meeting");

    private readonly DateQuestion held = new("held", new("Op welke dag was de leerbijeenkomst?", "On which day was the learning meeting?"), today)
    {
        Name = new("Dag", "Day"),
        HasBeen = true,
        Rule = day => day > today ? new Phrase("Deze dag moet nog komen. Leg de bijeenkomst vast als die geweest is.", "This day is still to come. Record the meeting once it has been held.") : null,
    };

    private static readonly LinesQuestion Present = new("present", new("Welke rollen waren erbij?", "Which roles were there?"))
    {
        Name = new("Aanwezig", "Present"),
        Hint = new("Een rol per regel, of met een puntkomma ertussen.", "One role a line, or with a semicolon in between."),
        Why = new("Alle rollen uit de eerdere fasen horen erbij, ook wie alleen aan het begin meedeed.", "All roles of the earlier phases belong there, also those who only took part at the start."),
    };

    private static readonly LinesQuestion Missed = new("missed", new("Welke rollen ontbraken?", "Which roles were missed?"))
    {
        Name = new("Ontbraken", "Missed"),
        Optional = true,
    };

    private static readonly TextQuestion Outcome = new("outcome", new("Wat kwam eruit?", "What came of it?"))
    {
        Name = new("Uitkomst", "Outcome"),
        Hint = new("De belangrijkste lessen in een paar zinnen.", "The main lessons in a few sentences."),
        Paragraph = true,
        AtMost = 1500,
    };

    public override IReadOnlyList<Question> Questions(Answers answers) => [held, Present, Missed, Outcome];

    public override Answers Known(LearningMeeting paper) =>
        Fill(Fill(Fill(Fill(Answers.None, held, paper.HeldOn), Present, paper.Present), Missed, paper.Missed), Outcome, paper.Outcome);

    protected override LearningMeeting Complete(Answers answers) => new()
    {
        Number = Stamp.Number,
        Version = Stamp.Version,
        By = Stamp.By,
        At = Stamp.At,
        HeldOn = held.From(answers),
        Present = Present.From(answers),
        Missed = Missed.IsAnswered(answers) ? Missed.From(answers) : [],
        Outcome = Outcome.From(answers),
    };
}
