using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Flows.Sending;

/// <summary>The log of one occasion: who got it, who did not and why.</summary>
internal static class RunCard
{
    private const int Page = 20;
    private const int Most = 1000;

    /// <param name="asked">The occasion's id, perhaps with the number of a page.</param>
    public static async ValueTask<Card> Of(Turn turn, string asked)
    {
        var en = turn.Culture.IsEnglish();
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var page = words.Length > 1 && int.TryParse(words[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
        var run = (await turn.Load(Kinds.Occasions, words[0]))?.Document;
        var posts = (await turn.Find(Kinds.Posts, $"occasion={words[0]}|", Most)).Select(found => found.Document)
            .OrderBy(post => post.State is Notifications.PostState.Sent).ThenBy(post => post.Id, StringComparer.Ordinal).ToList();
        if (run is null && posts.Count == 0)
        {
            return new Card(en ? $"Nothing is known of \"{asked}\"" : $"Van \"{asked}\" is niets bekend")
            {
                Buttons = [Sayings.Button(en ? "What was sent" : "Wat is er verzonden", en ? "sent" : "verzonden")],
            };
        }

        List<string> lines = [];
        foreach (var post in posts.Skip((page - 1) * Page).Take(Page))
        {
            lines.Add($"{await PostWords.Recipient(turn, post)}: {PostWords.Became(post, turn.Culture)}");
        }

        var unreached = page == 1 ? run?.Unreached.Select(name => en ? $"{name}: not sent · never met the bot" : $"{name}: niet verzonden · sprak de bot nog nooit") ?? [] : [];
        return new Card($"{PostWords.Name(words[0].Split('/')[0]).In(turn.Culture)} {words[0].Split('/', 2)[^1]}")
        {
            Status = string.Join(" · ", posts.GroupBy(post => post.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {PostWords.State(group.Key).In(turn.Culture)}")
                .Append(run is null ? null : PostWords.Ran(run with { Unreached = [] }, turn.Culture)).OfType<string>()),
            Body = [new Bullets([.. unreached, .. lines])],
            Buttons = posts.Count > page * Page
                ? [Sayings.Button(en ? "Next" : "Volgende", $"{(en ? "sent" : "verzonden")} {words[0]} {page + 1}")]
                : [],
        };
    }
}
