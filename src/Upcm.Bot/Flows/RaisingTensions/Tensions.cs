using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.RaisingTensions;

/// <summary>Tensions as flows need them.</summary>
public static class Tensions
{
    /// <summary>The tension with this number, or null after having said that there is none.</summary>
    public static async ValueTask<Stored<Tension>?> Named(Turn turn, string text)
    {
        var said = text.Trim().TrimStart('#');
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await turn.Load(Kinds.Tensions, new TensionId(number).ToString()) is { } stored)
        {
            return stored;
        }

        turn.Say(
            said.Length == 0 ? "Welke spanning? Noem het nummer; je vindt het onder \"mijn spanningen\"." : $"Spanning {Shorter.Than(40, said)} ken ik niet. De nummers staan onder \"mijn spanningen\" en \"spanningen\" met een team.",
            said.Length == 0 ? "Which tension? Give its number; you find it under \"my tensions\"." : $"I know no tension {Shorter.Than(40, said)}. The numbers stand under \"my tensions\" and \"tensions\" with a team.");
        return null;
    }

    public static async ValueTask<bool> MayHandle(Turn turn, Standings standings, Tension tension) =>
        Rights.May(Deed.TriageTension, await standings.InTeam(turn, tension.Team) with { Registrant = tension.By.Id == turn.Person.Id });

    public static async ValueTask<Card> CardOf(Turn turn, Standings standings, Tension tension, int page = 0) => TensionCard.Of(
        tension, turn.Method, turn.Culture, turn.Now, await MayHandle(turn, standings, tension), await RoleName(turn, tension, turn.Culture), page);

    /// <summary>The name of the role it was raised from, or null.</summary>
    public static async ValueTask<string?> RoleName(Turn turn, Tension tension, CultureInfo culture) =>
        tension.Role is { } id && await new RoleRegister(turn.Reader, turn.Method).Load(id) is { } kept ? kept.Role.Name.In(culture) : null;
}
