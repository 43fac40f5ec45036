using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.ChangingCourse;

/// <summary>Why an initiative is held, stopped or taken back a phase.</summary>
/// <param name="earlier">The phases it can go back to; empty where it does not go back.</param>
/// <param name="onBehalf">True where the speaker records what another decided.</param>
public sealed class CourseForm(Phrase title, IReadOnlyList<Phase> earlier, bool onBehalf) : Form<CourseForm.Told>
{
    public sealed record Told(string Reason, string? BackTo, Somebody? OnBehalfOf);

    public static TextQuestion Reason { get; } = new("reason", new("Wat is de reden?", "What is the reason?"))
    {
        Name = new("Reden", "Reason"),
        Hint = new("De projectleider en het team lezen dit.", "The project leader and the team read this."),
        Paragraph = true,
        AtMost = 1000,
    };

    private readonly ChoiceQuestion backTo = new(
        "back-to", new("Naar welke fase gaat het terug?", "To which phase does it go back?"), [.. earlier.Select(phase => new Choice(phase.Id, new Phrase(phase.Name.Nl, phase.Name.En)))])
    {
        Name = new("Terug naar", "Back to"),
        OnlyIf = _ => earlier.Count > 0,
    };

    private readonly PeopleQuestion behalf = new("behalf", new("Namens wie leg je dit vast?", "On whose behalf do you record this?"))
    {
        Name = new("Namens", "On behalf of"),
        OnlyIf = _ => onBehalf,
    };

    public override Phrase Title => title;

    public override IReadOnlyList<Question> Questions(Answers answers) => [backTo, Reason, behalf];

    /// <summary>Where there is one phase to go back to, it is that.</summary>
    public Answers Known(Somebody? decider)
    {
        var answers = earlier is [var only] ? backTo.Prefill(Answers.None, only.Id) : Answers.None;
        return onBehalf && decider is not null ? behalf.Prefill(answers, [new Named(decider.Id.Value, decider.Name)]) : answers;
    }

    protected override Told Complete(Answers answers) => new(
        Reason.From(answers),
        backTo.Maybe(answers),
        behalf.IsAnswered(answers) ? new Somebody(new PersonId(behalf.From(answers)[0].Id), behalf.From(answers)[0].Name) : null);
}
