using PdfSharp.Drawing;
using Upcm.Bot.Cards;
using Upcm.Bot.Fonts;

namespace Upcm.Bot.Documents.Pdf;

/// <param name="Leading">From one line to the next, in points.</param>
internal sealed record PdfStyle(XFont Font, XColor Colour, double Leading)
{
    /// <summary>From the top of a line to where its letters stand.</summary>
    public double Rise => ((Leading - Font.Size) / 2) + (Font.Size * 0.82);
}

/// <summary>How things look: the colours differ for every eye and stand out enough on white to be read.</summary>
internal static class PdfStyles
{
    public static readonly XColor Ink = XColor.FromArgb(0x25, 0x24, 0x23);
    public static readonly XColor Quiet = XColor.FromArgb(0x60, 0x5E, 0x5C);
    public static readonly XColor Blue = XColor.FromArgb(0x15, 0x42, 0x73);
    public static readonly XColor Hairline = XColor.FromArgb(0xD2, 0xD0, 0xCE);
    public static readonly XColor Orange = XColor.FromArgb(0xB8, 0x56, 0x00);
    public static readonly XColor Red = XColor.FromArgb(0xB1, 0x0E, 0x1E);
    public static readonly XColor Green = XColor.FromArgb(0x00, 0x7A, 0x5A);

    public static readonly PdfStyle Title = Style(22, 27, Blue, bold: true);
    public static readonly PdfStyle Subtitle = Style(12, 17, Quiet);
    public static readonly PdfStyle Above = Style(9.5, 13, Quiet);
    public static readonly PdfStyle Section = Style(14.5, 19, Blue, bold: true);
    public static readonly PdfStyle Part = Style(11.5, 16, Ink, bold: true);
    public static readonly PdfStyle Body = Style(10.5, 15, Ink);
    public static readonly PdfStyle Strong = Style(10.5, 15, Ink, bold: true);
    public static readonly PdfStyle Small = Style(9, 12.5, Quiet);
    public static readonly PdfStyle Cell = Style(9.5, 13, Ink);
    public static readonly PdfStyle CellName = Style(9.5, 13, Quiet);
    public static readonly PdfStyle CellHead = Style(9.5, 13, Ink, bold: true);
    public static readonly PdfStyle Edge = Style(8.5, 12, Quiet);

    public static PdfStyle Of(Tone tone) => tone switch
    {
        Tone.Strong => Strong,
        Tone.Subtle => Small,
        Tone.Heading => Part,
        _ => Body,
    };

    /// <summary>The bar beside a text that should not be missed.</summary>
    public static XColor? Bar(Tone tone) => tone switch
    {
        Tone.Good => Green,
        Tone.Warning => Orange,
        Tone.Problem => Red,
        _ => null,
    };

    /// <summary>A sign that differs in shape too, for who does not see the colours.</summary>
    public static (string Sign, XColor Colour)? Of(Light light) => light switch
    {
        Light.Green => ("●", Green),
        Light.Amber => ("▲", Orange),
        Light.Red => ("■", Red),
        _ => null,
    };

    private static PdfStyle Style(double size, double leading, XColor colour, bool bold = false)
    {
        PdfFonts.Use();
        return new(new XFont(ShippedFont.Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular), colour, leading);
    }
}
