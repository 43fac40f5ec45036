using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary>Broken laws of actions in plain words.</summary>
internal static class ActionWords
{
    public static async ValueTask Say(Turn turn, IReadOnlyList<Reason> reasons, string team)
    {
        foreach (var reason in reasons)
        {
            var said = reason is MayNot may ? await Refusals.Text(turn, may, team) : Of((ActionLawBroken)reason);
            turn.Say(said.Nl, said.En);
        }
    }

    /// <summary>What somebody reads of an action that another changed.</summary>
    /// <param name="reader">Who has it now, or had it.</param>
    public static Card Changed(AgreedAction after, Somebody by, PersonId reader, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        return new Card(after.Number is { } number ? $"{number}: {(en ? "action" : "actie")}" : en ? "Action" : "Actie")
        {
            Status = reader == after.Owner.Id ? en ? $"Changed by {by.Name}" : $"Gewijzigd door {by.Name}" : en ? $"Now {after.Owner.Name}'s" : $"Nu van {after.Owner.Name}",
            Body = [new Text(after.Text), new Text($"{after.Owner.Name} · {(en ? "by" : "uiterlijk")} {after.Due.ToString("ddd d MMMM yyyy", culture)}", Tone.Subtle)],
            Buttons = [Sayings.Button(en ? "My overview" : "Mijn overzicht", en ? "my overview" : "mijn overzicht")],
        };
    }

    private static Phrase Of(ActionLawBroken broken) => broken.Law switch
    {
        ActionLaw.IsNotDone => new("Deze actie is al gedaan. Open haar eerst weer met de knop \"Toch niet gedaan\".", "This action is done. Open it again first with the button \"Not done after all\"."),
        ActionLaw.IsDone => new("Deze actie staat al open.", "This action is open already."),
        ActionLaw.IsDueLater => new("Deze dag is al geweest.", "This day is past."),
        ActionLaw.ChangesSomething => new("Er is niets veranderd.", "Nothing has changed."),
        _ => new("Zeg wat er gedaan moet worden.", "Please say what has to be done."),
    };
}
