using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>The same questions as when registering, about an initiative that exists.</summary>
/// <param name="moved">Fields that somebody else changed since the person began.</param>
public sealed class EditInitiativeForm(WorkingMethod method, DateOnly today, Initiative initiative, IReadOnlyList<Phrase> moved)
    : RegisterInitiativeForm(method, today, [])
{
    public Initiative Initiative { get; } = initiative;

    public override Phrase Title { get; } = new($"{initiative.Number} bewerken", $"Edit {initiative.Number}");

    public override IReadOnlyList<Phrase> Remarks(Cards.Forms.Answers answers) => [.. moved, .. base.Remarks(answers)];
}
