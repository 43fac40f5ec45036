using FuzzySharp;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Asking;

/// <summary>Finds initiatives by words of their title and result.</summary>
public static class ByWords
{
    private const int Most = 200;
    private const int WordsLookedAt = 40;

    /// <summary>Those with the most of the words first, then the newest. A word that nothing begins with is read as the word nearest to it.</summary>
    public static async ValueTask<IReadOnlyList<Initiative>> Find(Turn turn, string text)
    {
        Dictionary<InitiativeNumber, (Initiative Initiative, int Score)> hits = [];
        foreach (var word in SearchWords.In(text))
        {
            var found = await turn.Find(Kinds.Initiatives, $"word={word}", Most);
            if (found.Count == 0 && (await Nearest(turn, word, begin: 3) ?? await Nearest(turn, word, begin: 2)) is { } meant)
            {
                found = await turn.Find(Kinds.Initiatives, $"word={meant}|", Most);
            }

            foreach (var hit in found.DistinctBy(hit => hit.Document.Number))
            {
                hits[hit.Document.Number] = (hit.Document, hits.GetValueOrDefault(hit.Document.Number).Score + 1);
            }
        }

        return [.. hits.Values.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Initiative.Number).Select(hit => hit.Initiative)];
    }

    /// <summary>Among words that begin alike: goes from word to word, a look-up each.</summary>
    private static async ValueTask<string?> Nearest(Turn turn, string word, int begin)
    {
        if (word.Length <= begin || word.Any(char.IsAsciiDigit))
        {
            return null;
        }

        (string? Word, int Score) best = (null, 79);
        string? after = null;
        for (var looked = 0; looked < WordsLookedAt; looked++)
        {
            if (await turn.Find(Kinds.Initiatives, $"word={word[..begin]}", 1, after: after) is not [{ Key: var key }, ..])
            {
                break;
            }

            var other = key["word=".Length..key.IndexOf('|', StringComparison.Ordinal)];
            best = Fuzz.Ratio(word, other) is var score && score > best.Score ? (other, score) : best;
            after = $"word={other}|~";
        }

        return best.Word;
    }
}
