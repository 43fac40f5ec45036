using System.Globalization;

namespace Upcm.Domain;

/// <summary>
/// Something a document counts towards. A counter holds the sum over all documents as they are now: whoever changes or deletes
/// one moves it by the difference.
/// </summary>
/// <param name="Counter">The name of the counter; persisted.</param>
/// <param name="Amount">What it adds.</param>
/// <param name="Among">
/// A counter of how many counters of this sort are above zero, or null: how many regions have an initiative at all.
/// </param>
public readonly record struct Tally(string Counter, long Amount = 1, string? Among = null)
{
    /// <summary>What stands before the name of every counter that documents count towards, so that they can be counted anew.</summary>
    public const string Prefix = "count/";

    /// <summary>The same for the counters of what people name as they like, which may be many.</summary>
    public const string NamedPrefix = "named/";

    private const int LongestName = 120;

    /// <summary>One more of something: <c>group/29.1</c>.</summary>
    public static Tally One(string what, string which) => new($"{Prefix}{what}/{which}");

    /// <summary>A figure with at most three decimals, kept in thousandths.</summary>
    public static Tally Sum(string what, decimal figure) => new(Prefix + what, (long)decimal.Round(figure * 1000m, MidpointRounding.AwayFromZero));

    /// <summary>
    /// One more of something of which it matters how many different ones there are, and that people name as they like: capitals
    /// and spaces make no difference.
    /// </summary>
    public static Tally Different(string what, string name)
    {
        var same = string.Join(' ', new string([.. name.Select(static c => char.IsControl(c) ? ' ' : c)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLower(CultureInfo.InvariantCulture);
        var end = Math.Min(same.Length, LongestName);
        return new($"{NamedPrefix}{what}/{same[..(end > 0 && char.IsHighSurrogate(same[end - 1]) ? end - 1 : end)]}", 1, Prefix + what);
    }

    /// <summary>What a sum of <see cref="Sum"/> stands for.</summary>
    public static decimal FromThousandths(long kept) => kept / 1000m;
}
