using FuzzySharp;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>Existing initiatives whose title resembles a new one; looked up by word, never by scanning.</summary>
public static class LookAlikes
{
    private const int LooksAlikeFrom = 70;

    public static async ValueTask<IReadOnlyList<Initiative>> Of(Turn turn, string title)
    {
        Dictionary<InitiativeNumber, Initiative> candidates = [];
        foreach (var word in SearchWords.In(title).Where(word => word.Length >= 4))
        {
            foreach (var hit in await turn.Find(Kinds.Initiatives, $"word={word[..Math.Min(word.Length, 7)]}", 40))
            {
                candidates[hit.Document.Number] = hit.Document;
            }
        }

        return
        [
            .. candidates.Values
                .Select(initiative => (initiative, score: Fuzz.TokenSetRatio(title.ToLowerInvariant(), initiative.Title.ToLowerInvariant())))
                .Where(candidate => candidate.score >= LooksAlikeFrom)
                .OrderByDescending(candidate => candidate.score)
                .Take(3)
                .Select(candidate => candidate.initiative),
        ];
    }
}
