using System.Globalization;
using Upcm.Bot.Cards.Forms;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>A group of questions that repeats: those told, and one more with room for the next.</summary>
internal static class Groups
{
    /// <summary>As many as one report holds.</summary>
    public const int Most = 20;

    /// <summary>The numbers of the groups to show, from 1.</summary>
    /// <param name="prefix">Before the number in the keys: <c>risk.</c></param>
    public static IEnumerable<int> Shown(Answers answers, string prefix) => Enumerable.Range(1, Math.Min(Most, Told(answers, prefix) + 1));

    /// <summary>The number of the last group with anything in it; 0 where there is none.</summary>
    public static int Told(Answers answers, string prefix) => answers.ByKey.Keys.Concat(answers.Unread.Keys)
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => int.TryParse(key[prefix.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0)
        .DefaultIfEmpty()
        .Max();
}
