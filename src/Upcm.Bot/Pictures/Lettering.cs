using System.Globalization;
using System.Text;
using SkiaSharp;
using Upcm.Bot.Fonts;

namespace Upcm.Bot.Pictures;

/// <summary>The shipped font: a fresh machine may have no fonts, and no two machines may draw differently.</summary>
internal static class Lettering
{
    private static readonly Lazy<SKTypeface> LazyRegular = new(() => Typeface(ShippedFont.Regular));
    private static readonly Lazy<SKTypeface> LazySemibold = new(() => Typeface(ShippedFont.Semibold));

    public static SKTypeface Regular => LazyRegular.Value;

    public static SKTypeface Semibold => LazySemibold.Value;

    /// <summary>The words as far as the font can write them: a plain letter is better than an empty box.</summary>
    public static string Drawable(string words)
    {
        using var font = new SKFont(Regular);
        if (font.ContainsGlyphs(words))
        {
            return words;
        }

        var drawable = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            var text = rune.ToString();
            drawable.Append(font.ContainsGlyph(rune.Value)
                ? text
                : IsNoCharacter(rune) ? "" : string.Concat(text.Normalize(NormalizationForm.FormKD).EnumerateRunes()
                    .Where(part => Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark && font.ContainsGlyph(part.Value))));
        }

        return drawable.ToString();
    }

    /// <summary>How wide words are, in the unit of <paramref name="size"/>.</summary>
    public static float Width(string words, float size, bool bold = false)
    {
        using var font = Font(size, bold);
        return font.MeasureText(Drawable(words));
    }

    public static SKFont Font(float size, bool bold) => new(bold ? Semibold : Regular, size)
    {
        // Letters where their widths say, not where pixels are: a picture is shown smaller than it is drawn.
        Subpixel = true,
        LinearMetrics = true,
        Hinting = SKFontHinting.None,
    };

    /// <summary>Unicode keeps these for nobody, and refuses to take them apart.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static SKTypeface Typeface(string weight)
    {
        using var font = ShippedFont.Open(weight);
        return SKTypeface.FromStream(font) ?? throw new InvalidOperationException($"The font {weight} cannot be read.");
    }
}
