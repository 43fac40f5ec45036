using System.Globalization;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Acting;

/// <summary>An action by the initiative's number, or its team, and its place in the list of <see cref="ShowActions"/>: <c>20-004 2</c>.</summary>
internal static class NumberedActions
{
    /// <summary>The action, with its initiative where it was named by one, or null after having said why there is none.</summary>
    public static async ValueTask<(Initiative? Initiative, AgreedAction Action)?> Named(Turn turn, string rest, Sentence sentence)
    {
        var parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = parts is [_, .., var last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var whose = string.Join(' ', said is null ? parts : parts[..^1]);
        var team = Teams.Named(turn.Method, whose, turn.Method.Teams);
        var initiative = team is null ? await Initiatives.Named(turn, whose) : null;
        if (team is null && initiative is null)
        {
            return null;
        }

        var actions = team is not null ? await ShowActions.Of(turn, team) : await ShowActions.Of(turn, initiative!.Number);
        var of = team?.Id ?? initiative!.Number.ToString();
        if (actions.Count == 0)
        {
            turn.Say($"Bij {of} is nog niets afgesproken.", $"Nothing was agreed about {of} yet.");
            return null;
        }

        var nth = said ?? (actions.Count == 1 ? 1 : 0);
        if (nth >= 1 && nth <= actions.Count)
        {
            return (initiative, actions[nth - 1]);
        }

        turn.Say(
            $"Welke actie? Zeg \"acties {of}\" voor de lijst, en dan bijvoorbeeld \"{sentence.Nl[0]} {of} 1\".",
            $"Which action? Say \"actions {of}\" for the list, and then for instance \"{sentence.En[0]} {of} 1\".");
        return null;
    }
}
