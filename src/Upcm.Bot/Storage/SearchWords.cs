using System.Globalization;
using System.Text;

namespace Upcm.Bot.Storage;

/// <summary>The words that something is found by: lower case, without accents, at most twelve.</summary>
public static class SearchWords
{
    private static readonly HashSet<string> Empty =
    [
        "aan", "als", "bij", "dat", "de", "den", "der", "des", "die", "dit", "door", "een", "en", "er", "het", "hun", "in", "is", "met",
        "naar", "niet", "of", "om", "ook", "op", "over", "te", "tot", "uit", "van", "voor", "wat", "worden", "wordt", "zijn", "and", "for",
        "from", "of", "on", "that", "the", "this", "to", "with",
    ];

    public static IReadOnlyList<string> In(params ReadOnlySpan<string> texts)
    {
        List<string> words = [];
        foreach (var text in texts)
        {
            foreach (var word in Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Length >= 2 && !Empty.Contains(word) && !words.Contains(word) && words.Count < 12)
                {
                    words.Add(word.Length <= 40 ? word : word[..40]);
                }
            }
        }

        return words;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }
}
