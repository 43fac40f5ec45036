namespace Upcm.Bot.Storage.LiteDb;

/// <summary>A range of names of keys. No name equals an edge that was moved, so both edges may be inclusive.</summary>
internal readonly record struct Span(string Low, string High)
{
    /// <summary>Above every name that starts with what stands before it.</summary>
    private const char Highest = '\uFFFF';

    public bool IsEmpty => string.CompareOrdinal(Low, High) > 0;

    public static Span Of(string prefix) => new(prefix, prefix + Highest);

    /// <summary>Past every document that gave this key.</summary>
    public Span After(string key, bool descending) => descending ? Before(key) : From(key + Names.Between + Highest);

    /// <summary>Past this one name only. Nothing sorts between a name and the same with U+0000 behind it.</summary>
    public Span AfterName(string name, bool descending) => descending ? Before(name[..^1] + Below(name[^1])) : From(name + '\0');

    private static string Below(char last) => $"{(char)(last - 1)}{Highest}{Highest}";

    private Span From(string low) => this with { Low = string.CompareOrdinal(low, Low) > 0 ? low : Low };

    private Span Before(string high) => this with { High = string.CompareOrdinal(high, High) < 0 ? high : High };
}
