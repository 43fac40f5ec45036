using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Recording;

/// <summary><c>profiel 20-004</c>: what the project leader has to be.</summary>
public sealed class ProfileFlow(FormConversation forms, Standings standings)
    : PaperFlow<LeaderProfile>(forms, standings, Kinds.Profiles, ProfileForm.Name, History.ProfileRecorded)
{
    public override string Id => "leader-profile";

    public override Sentence Sentence { get; } = new(
        ["profiel", "profiel projectleider"], ["profile", "leader profile"],
        new Phrase("wat de projectleider moet kunnen: profiel 20-004", "what the project leader must be able to do: profile 20-004"),
        new Phrase("nummer", "number"));

    protected override PaperForm<LeaderProfile> FormOf(Turn turn, Initiative initiative, LeaderProfile? newest, Stamp stamp) =>
        new ProfileForm(initiative, newest, stamp);
}

public sealed class ProfileForm(Initiative initiative, LeaderProfile? newest, Stamp stamp)
    : PaperForm<LeaderProfile>(Name, initiative, newest, stamp)
{
    public static Phrase Name { get; } = new("Profiel van de projectleider", "Project leader's profile");

    private static readonly TextQuestion Skills = new("skills", new("Wat moet de projectleider weten en kunnen?", "What does the project leader have to know and be able to do?"))
    {
        Name = new("Kennis en kunde", "Knowledge and skills"),
        Hint = new("Bijvoorbeeld: kent de batterijketen, kan partijen verbinden.", "For instance: knows the battery chain, can bring parties together."),
        Paragraph = true,
        AtMost = 1000,
    };

    private static readonly TextQuestion Time = new("time", new("Hoeveel tijd vraagt het?", "How much time does it take?"))
    {
        Name = new("Tijd", "Time"),
        Hint = new("Bijvoorbeeld: twee dagen per week.", "For instance: two days a week."),
        Optional = true,
    };

    public override IReadOnlyList<Question> Questions(Answers answers) => [Skills, Time];

    public override Answers Known(LeaderProfile paper) => Fill(Fill(Answers.None, Skills, paper.Skills), Time, paper.Time);

    protected override LeaderProfile Complete(Answers answers) => new()
    {
        Number = Stamp.Number,
        Version = Stamp.Version,
        By = Stamp.By,
        At = Stamp.At,
        Skills = Skills.From(answers),
        Time = Time.Maybe(answers),
    };
}
