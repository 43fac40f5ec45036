using System.Buffers;
using System.Text;

namespace Upcm.Bot.Cards.Rendering;

/// <summary>What people typed, fit to be shown: whole characters only, and nothing that steers a screen or a terminal.</summary>
public static class Readable
{
    // Everything but tab and line feed that is a control character; an escape sequence must not reach a terminal.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Where(c => c < 0x20 || c > 0x7E).Select(c => (char)c).Where(c => c is not ('\t' or '\n'))]);

    public static string Of(string text)
    {
        var span = text.AsSpan();
        return span.ContainsAny(Controls) || span.ContainsAnyInRange('\uD800', '\uDFFF') ? Mended(text) : text;
    }

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' || !Rune.IsControl(rune))
            {
                mended.Append(rune);
            }
        }

        return mended.ToString();
    }
}
