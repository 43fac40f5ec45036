namespace Upcm.Bot.Cards.Forms;

/// <summary>More than one thing in one answer, as people write it: <c>R3, R6 en R8</c>.</summary>
public static class Listed
{
    private static readonly string[] Ands = ["en", "and", "&", "+"];

    /// <summary>Apart by commas, semicolons and line breaks: between these an "en" may belong to a name.</summary>
    public static string[] Parts(string text) => text.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A part that as a whole is nothing known, apart by "en" or "and".</summary>
    public static IReadOnlyList<string> ByAnd(string part)
    {
        List<List<string>> apart = [[]];
        foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Ands.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                apart.Add([]);
            }
            else
            {
                apart[^1].Add(word);
            }
        }

        return [.. apart.Where(static words => words.Count > 0).Select(static words => string.Join(' ', words))];
    }
}
