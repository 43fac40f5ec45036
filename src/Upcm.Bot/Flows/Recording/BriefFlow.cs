using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Recording;

/// <summary><c>projectbrief 20-004</c>: the proposal worked out.</summary>
public sealed class BriefFlow(FormConversation forms, Standings standings)
    : PaperFlow<ProjectBrief>(forms, standings, Kinds.Briefs, BriefForm.Name, History.BriefRecorded)
{
    public override string Id => "project-brief";

    public override Sentence Sentence { get; } = new(
        ["projectbrief"], ["project brief", "brief"],
        new Phrase("het voorstel uitgewerkt: projectbrief 20-004", "the proposal worked out: project brief 20-004"), new Phrase("nummer", "number"));

    protected override PaperForm<ProjectBrief> FormOf(Turn turn, Initiative initiative, ProjectBrief? newest, Stamp stamp) =>
        new BriefForm(initiative, newest, stamp);
}

public sealed class BriefForm(Initiative initiative, ProjectBrief? newest, Stamp stamp) : PaperForm<ProjectBrief>(Name, initiative, newest, stamp)
{
    private static readonly Phrase What = new("Wat en hoe", "What and how");
    private static readonly Phrase With = new("Met wie en waarmee", "With whom and with what");

    public static Phrase Name { get; } = new("Projectbrief", "Project brief");

    private static readonly TextQuestion Result = new("result", new("Wat is er als het project klaar is?", "What will be there when the project is finished?"))
    {
        Name = new("Resultaat", "Result"),
        Hint = new("Zo dat iedereen er hetzelfde in leest.", "So that everyone reads the same in it."),
        Paragraph = true,
        AtMost = 1500,
        Page = What,
    };

    private static readonly TextQuestion Approach = new("approach", new("Hoe pak je het aan?", "How will you go about it?"))
    {
        Name = new("Aanpak", "Approach"),
        Hint = new("In een paar zinnen.", "In a few sentences."),
        Paragraph = true,
        AtMost = 1500,
        Page = What,
    };

    private static readonly TextQuestion Parties = new("parties", new("Welke partijen doen mee?", "Which parties take part?"))
    {
        Name = new("Partijen", "Parties"),
        Hint = new("En wat ieder doet.", "And what each of them does."),
        Paragraph = true,
        AtMost = 1000,
        Optional = true,
        Page = With,
    };

    private static readonly TextQuestion Planning = new("planning", new("Wat is de planning?", "What is the planning?"))
    {
        Name = new("Planning", "Planning"),
        Hint = new("De stappen met hun datum.", "The steps with their date."),
        Paragraph = true,
        AtMost = 1000,
        Optional = true,
        Page = With,
    };

    private static readonly TextQuestion Means = new("means", new("Welke middelen zijn nodig?", "Which means are needed?"))
    {
        Name = new("Middelen", "Means"),
        Hint = new("Bedragen, uren en wie ze inbrengt.", "Amounts, hours and who brings them."),
        Paragraph = true,
        AtMost = 1000,
        Optional = true,
        Page = With,
    };

    private static readonly TextQuestion Place = new("place", new("Waar staat de projectbrief?", "Where is the project brief?"))
    {
        Name = new("Vindplaats", "Place"),
        Hint = new("Een link.", "A link."),
        AtMost = 500,
        Optional = true,
        Page = With,
    };

    public override IReadOnlyList<Question> Questions(Answers answers) => [Result, Approach, Parties, Planning, Means, Place];

    public override Answers Known(ProjectBrief paper) =>
        Fill(Fill(Fill(Fill(Fill(Fill(Answers.None, Result, paper.Result), Approach, paper.Approach), Parties, paper.Parties), Planning, paper.Planning), Means, paper.Means), Place, paper.Place);

    protected override Answers Suggested(Initiative initiative) => Fill(Fill(Answers.None, Result, initiative.Result), Means, initiative.Means);

    protected override ProjectBrief Complete(Answers answers) => new()
    {
        Number = Stamp.Number,
        Version = Stamp.Version,
        By = Stamp.By,
        At = Stamp.At,
        Result = Result.From(answers),
        Approach = Approach.From(answers),
        Parties = Parties.Maybe(answers),
        Planning = Planning.Maybe(answers),
        Means = Means.Maybe(answers),
        Place = Place.Maybe(answers),
    };
}
