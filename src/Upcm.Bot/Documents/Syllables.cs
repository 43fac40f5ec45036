namespace Upcm.Bot.Documents;

/// <summary>
/// Where a word may be broken when it must: before the consonants that a syllable can begin with, as Dutch does and English bears.
/// No dictionary, so a compound may part beside its seam.
/// </summary>
internal static class Syllables
{
    /// <summary>No shorter beginning or end stands alone.</summary>
    private const int Least = 3;

    private const string Vowels = "aeiouyáàäâéèëêíìïîóòöôúùüû";

    /// <summary>Consonants that begin a syllable together.</summary>
    private static readonly string[] Together =
        ["sch", "ch", "th", "ph", "sh", "tr", "dr", "br", "pr", "cr", "kr", "gr", "fr", "vr", "bl", "pl", "cl", "kl", "gl", "fl"];

    /// <summary>The last place to break a word of letters so that at most so many stand before it, the hyphen among them; null where there is none.</summary>
    public static int? Before(string word, int most)
    {
        if (!word.All(char.IsLetter))
        {
            return null;
        }

        for (var at = Math.Min(most - 1, word.Length - Least); at >= Least; at--)
        {
            if (Begins(word, at) && word[..at].Any(IsVowel))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>True where a syllable begins here: at the one consonant before a vowel, or at the first of several that belong together.</summary>
    private static bool Begins(string word, int at)
    {
        var vowel = at;
        while (vowel < word.Length && !IsVowel(word[vowel]))
        {
            vowel++;
        }

        return vowel > at && vowel < word.Length && vowel - at == Onset(word[..vowel]);
    }

    /// <summary>How many of the last letters begin the syllable whose vowel comes next.</summary>
    private static int Onset(string before) =>
        Together.FirstOrDefault(one => before.EndsWith(one, StringComparison.OrdinalIgnoreCase))?.Length ?? 1;

    private static bool IsVowel(char letter) => Vowels.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal);
}
