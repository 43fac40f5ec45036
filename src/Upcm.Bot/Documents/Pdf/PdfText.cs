using PdfSharp.Drawing;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Pictures;

namespace Upcm.Bot.Documents.Pdf;

/// <summary>Text in lines of a width.</summary>
internal static class PdfText
{
    private const int MostRemembered = 20_000;
    private static readonly XGraphics Measure = XGraphics.CreateMeasureContext(new XSize(PdfSheet.Width, PdfSheet.Height), XGraphicsUnit.Point, XPageDirection.Downwards);

    /// <summary>Words come back again and again, and asking the library is slow.</summary>
    private static readonly Dictionary<(string, XFont), double> Widths = [];

    public static double Width(string text, PdfStyle style)
    {
        if (Widths.TryGetValue((text, style.Font), out var width))
        {
            return width;
        }

        if (Widths.Count > MostRemembered)
        {
            Widths.Clear();
        }

        return Widths[(text, style.Font)] = text.Length == 0 ? 0 : Measure.MeasureString(text, style.Font).Width;
    }

    /// <summary>One line of text as the font can write it.</summary>
    public static string Shown(string line) => Lettering.Drawable(Readable.Of(line).Replace('\t', ' '));

    /// <summary>The text as the font can write it, in lines; a word wider than the line is broken where it must.</summary>
    public static IReadOnlyList<string> Lines(string text, PdfStyle style, double width)
    {
        List<string> lines = [];
        var space = Width(" ", style);
        foreach (var said in Readable.Of(text).Split('\n').Select(Shown))
        {
            var (line, used) = ("", 0d);
            foreach (var word in said.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, style, width)))
            {
                var wide = Width(word, style);
                if (line.Length > 0 && used + space + wide > width)
                {
                    lines.Add(line);
                    (line, used) = ("", 0);
                }

                used += (line.Length > 0 ? space : 0) + wide;
                line = line.Length > 0 ? $"{line} {word}" : word;
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The text, or as much of it as fits.</summary>
    public static string Fitting(string text, PdfStyle style, double width)
    {
        text = Lettering.Drawable(Readable.Of(text).ReplaceLineEndings(" "));
        if (Width(text, style) <= width)
        {
            return text;
        }

        while (text.Length > 1 && Width(text + "…", style) > width)
        {
            text = text[..^1].TrimEnd();
        }

        return text + "…";
    }

    /// <summary>A word, or its parts where it is wider than a line: after a hyphen or a slash where it has one, else with a hyphen between syllables.</summary>
    private static IEnumerable<string> Pieces(string word, PdfStyle style, double width)
    {
        while (Width(word, style) > width)
        {
            var length = 1;
            while (length < word.Length - 1 && Width(word[..(length + 1)], style) <= width)
            {
                length++;
            }

            var gentle = word.AsSpan(0, length).LastIndexOfAny('-', '/', '_') + 1;
            if (gentle > length / 2)
            {
                length = gentle;
            }
            else if (Syllables.Before(word, length) is { } syllable)
            {
                yield return word[..syllable] + "-";
                word = word[syllable..];
                continue;
            }

            if (char.IsHighSurrogate(word[length - 1]) && length > 1)
            {
                length--;
            }

            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }
}
