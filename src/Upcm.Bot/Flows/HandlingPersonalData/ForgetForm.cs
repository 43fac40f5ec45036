using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.HandlingPersonalData;

/// <summary>Whether somebody is to be erased: asked, and confirmed after it was told what goes and what stays.</summary>
/// <param name="self">Null where an administrator erases somebody else.</param>
/// <param name="known">What stands against it or is left behind, of who is known already.</param>
public sealed class ForgetForm(Somebody? self, IReadOnlyList<Phrase> known) : Form<ForgetForm.Wish>
{
    public sealed record Wish(Somebody Person);

    public static PeopleQuestion Who { get; } = new("who", new("Wie moet ik vergeten?", "Whom must I forget?"))
    {
        Name = new("Wie", "Who"),
        Hint = new("Een naam of een @vermelding.", "A name or an @mention."),
    };

    private static readonly ChoiceQuestion Sure = new(
        "sure",
        new(
            "Wis ik alles wat van deze persoon zelf is, en zet ik in de geschiedenis een schuilnaam in plaats van de naam? Dit kan niet terug.",
            "Do I erase everything that is this person's own, and put a pseudonym in the place of the name in the history? This cannot be undone."),
        ChoiceQuestion.YesNo)
    {
        Name = new("Wissen", "Erase"),
        Why = new(
            "Wissen is voorgoed, ook uit reservekopieën die later worden teruggezet.",
            "Erasing is for good, also from backups that are restored later."),
        Rule = static answer => answer == "ja" ? null : new("Dan wis ik niets. Zeg \"stop\" om te stoppen.", "Then I erase nothing. Say \"stop\" to end this."),
    };

    public override Phrase Title => self is null ? new("Iemand vergeten", "Forget somebody") : new("Mij vergeten", "Forget me");

    public override IReadOnlyList<Question> Questions(Answers answers) => self is null ? [Who, Sure] : [Sure];

    public override IReadOnlyList<Phrase> Remarks(Answers answers) =>
    [
        new(
            "Weg gaan: naam en id, voorkeuren, begonnen formulieren, berichten, benoemingen, adressen van gesprekken.",
            "What goes: name and id, preferences, forms begun, messages, appointments, addresses of conversations."),
        new(
            "Een schuilnaam komt in de geschiedenis, besluiten, adviezen, antwoorden, acties en rollen.",
            "A pseudonym comes in the history, decisions, advice, answers, actions and roles."),
        .. known,
    ];

    protected override Wish Complete(Answers answers) =>
        new(self ?? new Somebody(new PersonId(Who.From(answers)[0].Id), Who.From(answers)[0].Name));
}
