using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Bot.Flows.Surveying;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Fingerprinting;

/// <summary>Who is asked to fill in a round.</summary>
/// <param name="starts">True where the round begins with it; false where more people are asked.</param>
public sealed class InviteForm(InitiativeNumber number, int round, bool starts) : Form<Guests>
{
    /// <summary>At most this many names at a time.</summary>
    private const int MostAtATime = 20;

    private static readonly PeopleQuestion Who = new("who", new("Wie nodig je uit om de vingerafdruk in te vullen?", "Whom do you ask to fill in this fingerprint?"))
    {
        Name = new("Genodigden", "Invited"),
        Hint = new($"Namen of @vermeldingen met komma's ertussen, hoogstens {MostAtATime}.", $"Names or @mentions with commas in between, {MostAtATime} at most."),
        Why = new(
            "Kies mensen die het project elk van een andere kant zien. Iedereen vult apart in en ziet de anderen pas daarna.",
            "Choose people who each see the project from another side. Everybody answers alone and sees the others only afterwards."),
        AtMost = MostAtATime,
    };

    private static readonly ChoiceQuestion Myself = new("self", new("Doe je zelf ook mee?", "Do you take part yourself?"), ChoiceQuestion.YesNo)
    {
        Name = new("Zelf meedoen", "Take part"),
    };

    public override Phrase Title { get; } = starts
        ? new($"Vingerafdruk {number} · ronde {round} starten", $"Start fingerprint {number} · round {round}")
        : new($"Vingerafdruk {number} · ronde {round}: meer mensen uitnodigen", $"Fingerprint {number} · round {round}: invite more people");

    public override IReadOnlyList<Question> Questions(Answers answers) => starts ? [Who, Myself] : [Who];

    protected override Guests Complete(Answers answers) => new([.. Who.From(answers).Select(person => new Guest(person))], starts && Myself.From(answers) == "ja");
}
