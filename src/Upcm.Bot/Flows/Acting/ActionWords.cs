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

    private static Phrase Of(ActionLawBroken broken) => broken.Law switch
    {
        ActionLaw.IsNotDone => new("Deze actie is al gedaan. Open haar eerst weer met de knop \"Toch niet gedaan\".", "This action is done. Open it again first with the button \"Not done after all\"."),
        ActionLaw.IsDone => new("Deze actie staat al open.", "This action is open already."),
        ActionLaw.IsDueLater => new("Deze dag is al geweest.", "This day is past."),
        ActionLaw.ChangesSomething => new("Er is niets veranderd.", "Nothing has changed."),
        _ => new("Zeg wat er gedaan moet worden.", "Please say what has to be done."),
    };
}
