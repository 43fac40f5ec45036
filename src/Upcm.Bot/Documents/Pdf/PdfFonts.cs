using PdfSharp.Fonts;
using Upcm.Bot.Fonts;

namespace Upcm.Bot.Documents.Pdf;

/// <summary>The shipped font, which every PDF carries as far as it is used; never one that a machine happens to have.</summary>
internal sealed class PdfFonts : IFontResolver
{
    /// <summary>The library asks one resolver for the whole process.</summary>
    public static void Use() => GlobalFontSettings.FontResolver ??= new PdfFonts();

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? ShippedFont.Semibold : ShippedFont.Regular);

    public byte[] GetFont(string faceName)
    {
        using var font = ShippedFont.Open(faceName);
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return bytes.ToArray();
    }
}
