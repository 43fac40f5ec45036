using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Upcm.Bot.Documents.Pdf;

/// <summary>Draws on one page, and says what it draws: everything is part of something, or is told not to matter.</summary>
internal sealed class PdfPen(XGraphics canvas, StructureBuilder tags)
{
    public void As(PdfBlockLevelElementTag tag, Action draw)
    {
        tags.BeginElement(tag);
        draw();
        tags.End();
    }

    public void Begin(PdfBlockLevelElementTag tag) => tags.BeginElement(tag);

    public void End() => tags.End();

    /// <summary>What is no part of what the document says: rules, page numbers, a header that comes back.</summary>
    public void Aside(Action draw)
    {
        tags.BeginArtifact();
        draw();
        tags.End();
    }

    /// <param name="y">Where the letters stand.</param>
    public void Words(string words, double x, double y, PdfStyle style)
    {
        if (words.Length > 0)
        {
            canvas.DrawString(words, style.Font, new XSolidBrush(style.Colour), x, y);
        }
    }

    /// <summary>The same, ending at <paramref name="right"/>.</summary>
    public void WordsTo(string words, double right, double y, PdfStyle style) => Words(words, right - PdfText.Width(words, style), y, style);

    public void Rule(double from, double to, double y, XColor? colour = null, double width = 0.5) =>
        canvas.DrawLine(new XPen(colour ?? PdfStyles.Hairline, width), from, y, to, y);

    public void Bar(double x, double top, double bottom, XColor colour) =>
        canvas.DrawRectangle(new XSolidBrush(colour), x, top, 2.5, bottom - top);

    public void Picture(ReadOnlyMemory<byte> png, string alternative, XRect place)
    {
        tags.BeginElement(PdfIllustrationElementTag.Figure, alternative, place);
        using var bytes = new MemoryStream(png.ToArray());
        using var picture = XImage.FromStream(bytes);
        canvas.DrawImage(picture, place);
        tags.End();
    }
}
