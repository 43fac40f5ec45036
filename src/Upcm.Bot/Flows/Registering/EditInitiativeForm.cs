using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>The same questions as when registering, about an initiative that exists.</summary>
public sealed class EditInitiativeForm(WorkingMethod method, DateOnly today, Initiative initiative)
    : RegisterInitiativeForm(method, today, [])
{
    public override Phrase Title { get; } = new($"{initiative.Number} bewerken", $"Edit {initiative.Number}");

    public override Answers Now => Known(initiative);
}
