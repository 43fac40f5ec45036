using System.Globalization;
using FuzzySharp;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.KeepingStakeholders;

/// <summary>Finding a stakeholder map, and somebody on it by what a person typed.</summary>
public static class Stakeholders
{
    private const int TypoFrom = 85;
    private const int TypoLetters = 5;

    /// <summary>The map of an initiative; a fresh one, with version 0, where nobody was put on it yet.</summary>
    public static async ValueTask<Stored<StakeholderMap>> Of(Turn turn, InitiativeNumber number) =>
        await turn.Load(Kinds.StakeholderMaps, number.ToString()) ?? new Stored<StakeholderMap>(new StakeholderMap { Number = number }, 0);

    /// <summary>Writes a map; what of it counts on the dashboard stands with its initiative from then on.</summary>
    public static async ValueTask Keep(Turn turn, Stored<StakeholderMap> before, StakeholderMap after)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        turn.Changes.Put(Kinds.StakeholderMaps, after, before.Version);
        var (initiative, brief) = ((await turn.Load(Kinds.Initiatives, after.Number.ToString()))!, StakeholdersInBrief.Of(after, turn.Method));
        if (initiative.Document.Stakeholders != brief)
        {
            turn.Changes.Put(Kinds.Initiatives, initiative.Document with { Stakeholders = brief }, initiative.Version);
        }
    }

    /// <summary>The initiative that a sentence begins with, and what follows it; null after having said why there is none.</summary>
    public static async ValueTask<(Initiative Initiative, string After)?> Named(Turn turn, string rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        var words = rest.Split([' ', '\n', '\r'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = words.Length > 0 && InitiativeNumber.TryParse(words[0], CultureInfo.InvariantCulture, out _);
        return await Initiatives.Named(turn, known ? words[0] : rest) is { } initiative
            ? (initiative, known && words.Length > 1 ? words[1] : "")
            : null;
    }

    /// <summary>The stakeholder meant by a number in the map or a name; null where none, or more than one, is.</summary>
    public static Stakeholder? Find(StakeholderMap map, string text)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return map.Of(id);
        }

        var near = text.Trim().Length == 0 ? [] : Near(map, text);
        return map.Named(text) ?? (near is [var only] ? only : null);
    }

    /// <summary>
    /// Those whose name is this one or close to it: every word of the shorter name comes back in the longer, whole, shortened or
    /// with a typing error.
    /// </summary>
    public static IReadOnlyList<Stakeholder> Near(StakeholderMap map, string name)
    {
        ArgumentNullException.ThrowIfNull(map);
        return [.. map.Stakeholders.Where(one => AreNear(one.Name, name))];
    }

    public static bool AreNear(string one, string other)
    {
        var (a, b) = (StakeholderMap.Plain(one).Split(' '), StakeholderMap.Plain(other).Split(' '));
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return shorter.All(word => longer.Any(with => IsNear(word, with)));
    }

    private static bool IsNear(string a, string b) =>
        a == b
        || (Math.Min(a.Length, b.Length) >= 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))
        || (Math.Min(a.Length, b.Length) >= TypoLetters && !a.Any(char.IsAsciiDigit) && Fuzz.Ratio(a, b) >= TypoFrom);
}
