using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>What is asked for "now, to me only".</summary>
internal static class Alone
{
    /// <summary>Shows it here where nobody else reads along, and in person otherwise.</summary>
    public static void Tell(Turn turn, string kind, Card card)
    {
        if (turn.IsPersonal)
        {
            turn.Replace(card);
            return;
        }

        turn.Write(turn.Person, kind, $"{kind}/now/{Kinds.Sortable(turn.Now)}", card);
        turn.Say("Ik stuur het je persoonlijk.", "I am sending it to you in person.");
    }

    /// <summary>The last time the occasion ran in this workspace, or null.</summary>
    public static async ValueTask<OccasionRun?> LastRun(Turn turn, OccasionKind kind) =>
        (await turn.Find(Kinds.Occasions, $"kind={kind}|", 1, descending: true)).Select(found => found.Document).FirstOrDefault();

    /// <summary>Splits "realisatie alles 2" into the team's name, whether all is wanted, and which page, counted from 0.</summary>
    public static (string Team, bool Whole, int Page) Read(string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var page = words.Count > 1 && int.TryParse(words[^1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (page > 0)
        {
            words.RemoveAt(words.Count - 1);
        }

        var whole = words.Count > 0 && words[^1].ToLowerInvariant() is "alles" or "all";
        return (string.Join(' ', whole ? words.SkipLast(1) : words), whole, Math.Max(0, page - 1));
    }
}
