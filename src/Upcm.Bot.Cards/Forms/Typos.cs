namespace Upcm.Bot.Cards.Forms;

/// <summary>Tells a typing error from another word.</summary>
internal static class Typos
{
    /// <summary>
    /// One letter wrong in a word of four or more, two in eight or more; a wrong, missing, extra or swapped letter is one.
    /// A wrong digit is another number and not a typing error.
    /// </summary>
    public static bool Near(string said, string meant)
    {
        var allowed = Math.Min(said.Length, meant.Length) switch { < 4 => 0, < 8 => 1, _ => 2 };
        return !said.Any(char.IsAsciiDigit) && Math.Abs(said.Length - meant.Length) <= allowed && Distance(said.ToLowerInvariant(), meant.ToLowerInvariant()) <= allowed;
    }

    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
