using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows;

/// <summary>What the programme calls things, as it is said in a sentence.</summary>
public static class Spoken
{
    public static Phrase AsPhrase(this Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.Nl, words.En);
    }

    /// <summary><c>1 persoon</c>, <c>12 mensen</c>.</summary>
    public static string People(int count, CultureInfo culture) =>
        count.ToString(culture) + (culture.IsEnglish() ? count == 1 ? " person" : " people" : count == 1 ? " persoon" : " mensen");
}

/// <summary>At the beginning of a sentence or a line.</summary>
public static class Capital
{
    public static string Of(string text) => text is [var first, ..] ? char.ToUpperInvariant(first) + text[1..] : text;

    public static Phrase Of(Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Of(words.Nl), Of(words.En));
    }
}
