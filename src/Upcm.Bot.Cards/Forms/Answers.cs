using System.Collections.Immutable;

namespace Upcm.Bot.Cards.Forms;

/// <summary>
/// The answers so far, by question key: the only state of a conversation that is ever stored.
/// </summary>
/// <param name="ByKey">What was understood, in canonical form: <c>12.5</c>, <c>2026-10-12</c>, the ids of choices.</param>
/// <param name="Unread">What was typed and not understood, kept so that nobody types it twice.</param>
public sealed record Answers(ImmutableSortedDictionary<string, string> ByKey, ImmutableSortedDictionary<string, string> Unread)
{
    public static readonly Answers None = new(ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, string>.Empty);

    public static Answers Of(params ReadOnlySpan<(string Key, string Value)> given)
    {
        var answers = None;
        foreach (var (key, value) in given)
        {
            answers = answers.With(key, value);
        }

        return answers;
    }

    public string? this[string key] => ByKey.GetValueOrDefault(key);

    public Answers With(string key, string canonical) => new(ByKey.SetItem(key, canonical), Unread.Remove(key));

    public Answers WithUnread(string key, string typed) => new(ByKey, Unread.SetItem(key, typed));

    public Answers Without(string key) => new(ByKey.Remove(key), Unread.Remove(key));
}
