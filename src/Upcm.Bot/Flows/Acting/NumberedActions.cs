using System.Globalization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary>An action by the initiative's number and its place in the list of <see cref="ShowActions"/>: <c>20-004 2</c>.</summary>
internal static class NumberedActions
{
    /// <summary>The action, or null after having said why there is none.</summary>
    public static async ValueTask<(Initiative Initiative, AgreedAction Action)?> Named(Turn turn, string rest, Sentence sentence)
    {
        var parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (await Initiatives.Named(turn, parts is [var number, ..] ? number : "") is not { } initiative)
        {
            return null;
        }

        var actions = await ShowActions.Of(turn, initiative.Number);
        if (actions.Count == 0)
        {
            turn.Say($"Bij {initiative.Number} is nog niets afgesproken.", $"Nothing was agreed about {initiative.Number} yet.");
            return null;
        }

        var nth = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : actions.Count == 1 ? 1 : 0;
        if (nth >= 1 && nth <= actions.Count)
        {
            return (initiative, actions[nth - 1]);
        }

        turn.Say(
            $"Welke actie? Zeg \"acties {initiative.Number}\" voor de lijst, en dan bijvoorbeeld \"{sentence.Nl[0]} {initiative.Number} 1\".",
            $"Which action? Say \"actions {initiative.Number}\" for the list, and then for instance \"{sentence.En[0]} {initiative.Number} 1\".");
        return null;
    }
}
