using FuzzySharp;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Registering;

/// <summary>Existing initiatives whose title resembles a new one; looked up by word, never by scanning.</summary>
public static class LookAlikes
{
    private const int LooksAlikeFrom = 70;
    private const int PerWord = 25;
    private const int Weighed = 8;

    /// <summary>At most three, the most alike first. Only those that share the most words are weighed letter by letter.</summary>
    public static async ValueTask<IReadOnlyList<Initiative>> Of(Turn turn, string title)
    {
        Dictionary<InitiativeNumber, (Initiative Initiative, int Words)> candidates = [];
        foreach (var word in SearchWords.In(title).Where(word => word.Length >= 4))
        {
            foreach (var hit in await turn.Find(Kinds.Initiatives, $"word={word[..Math.Min(word.Length, 7)]}", PerWord))
            {
                candidates[hit.Document.Number] = (hit.Document, candidates.GetValueOrDefault(hit.Document.Number).Words + 1);
            }
        }

        var wanted = title.ToLowerInvariant();
        return
        [
            .. candidates.Values
                .OrderByDescending(candidate => candidate.Words)
                .Take(Weighed)
                .Select(candidate => (candidate.Initiative, Score: Fuzz.TokenSetRatio(wanted, candidate.Initiative.Title.ToLowerInvariant())))
                .Where(candidate => candidate.Score >= LooksAlikeFrom)
                .OrderByDescending(candidate => candidate.Score)
                .Take(3)
                .Select(candidate => candidate.Initiative),
        ];
    }
}
