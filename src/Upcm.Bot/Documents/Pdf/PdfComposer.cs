using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Documents.Pdf;

/// <summary>Lays a document out on pages: what is drawn on each, in the order in which it is read.</summary>
internal sealed partial class PdfComposer(Document document, CancellationToken cancel)
{
    private const double Gap = 8;
    private const double Indent = 14;
    private const double TallestFigure = 250;
    private const double SmallestFigure = 0.75;

    /// <summary>A heading stays with this much of what it is about, and a text leaves no single line behind.</summary>
    private const double Together = 52;

    private readonly List<List<Action<PdfPen>>> pages = [[]];
    private double y = PdfSheet.Top;

    private double Left => PdfSheet.Bottom - y;

    /// <summary>True where nothing stands on the page yet.</summary>
    private bool AtTop => y <= PdfSheet.Top;

    public IReadOnlyList<List<Action<PdfPen>>> Pages()
    {
        Title();
        for (var i = 0; i < document.Body.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (document.Body[i] is Heading heading)
            {
                Place(heading, document.Body.ElementAtOrDefault(i + 1));
            }
            else
            {
                Place(document.Body[i]);
            }
        }

        return pages;
    }

    private void Draw(Action<PdfPen> mark) => pages[^1].Add(mark);

    private void NewPage()
    {
        pages.Add([]);
        y = PdfSheet.Top;
    }

    /// <summary>Goes on to the next page where there is not this much room, unless there will never be.</summary>
    private void Need(double height)
    {
        if (height > Left && !AtTop)
        {
            NewPage();
        }
    }

    private void Space(double height) => y += AtTop ? 0 : height;

    private void Title()
    {
        var culture = Cultures.Of(document.Language);
        y = PdfSheet.Top - 20;
        Text($"{document.Programme} · {document.Date.ToString("dddd d MMMM yyyy", culture)}", PdfStyles.Above, PdfBlockLevelElementTag.Paragraph);
        y += 6;
        Text(document.Title, PdfStyles.Title, PdfBlockLevelElementTag.Heading1);
        if (document.Subtitle is { } subtitle)
        {
            y += 2;
            Text(subtitle, PdfStyles.Subtitle, PdfBlockLevelElementTag.Paragraph);
        }

        var at = y + Gap;
        Draw(pen => pen.Aside(() => pen.Rule(PdfSheet.Left, PdfSheet.Right, at, PdfStyles.Blue, 1.5)));
        y = at + (2 * Gap);
    }

    private void Place(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Text(paragraph.Text, PdfStyles.Of(paragraph.Tone), PdfBlockLevelElementTag.Paragraph, PdfStyles.Bar(paragraph.Tone));
                y += Gap;
                break;
            case Listing listing:
                Place(listing);
                break;
            case FactList facts:
                Place(facts);
                break;
            case Grid grid:
                Place(grid);
                break;
            case Figure figure:
                Place(figure);
                break;
            default:
                throw new NotSupportedException($"{block.GetType().Name} cannot be written as PDF.");
        }
    }

    /// <param name="next">What it is the heading of.</param>
    private void Place(Heading heading, Block? next)
    {
        var (style, tag) = heading.Level <= 1 ? (PdfStyles.Section, PdfBlockLevelElementTag.Heading2) : (PdfStyles.Part, PdfBlockLevelElementTag.Heading3);
        Need(style.Leading + 20 + (next is Figure figure ? LeastOf(figure) : next is Heading or Grid ? 2 * Together : Together));
        Space(heading.Level <= 1 ? 14 : 6);
        Text(heading.Text, style, tag);
        y += heading.Level <= 1 ? 6 : 3;
    }

    /// <summary>Lines one under the other, over as many pages as they take.</summary>
    private void Text(string text, PdfStyle style, PdfBlockLevelElementTag tag, XColor? bar = null)
    {
        var x = PdfSheet.Left + (bar is null ? 0 : Indent);
        IReadOnlyList<string> lines = PdfText.Lines(text, style, PdfSheet.Right - x);
        for (var from = 0; from < lines.Count;)
        {
            var fit = Fit(lines.Count - from, style.Leading);
            var (some, top) = (lines.Skip(from).Take(fit).ToList(), y);
            Draw(pen => pen.As(tag, () => Stack(pen, some, x, top, style)));
            y += fit * style.Leading;
            if (bar is { } colour)
            {
                var bottom = y;
                Draw(pen => pen.Aside(() => pen.Bar(PdfSheet.Left, top + 2, bottom - 1, colour)));
            }

            from += fit;
        }
    }

    /// <summary>How many of the lines that are left stand on this page, or on the next one after turning to it.</summary>
    private int Fit(int lines, double leading)
    {
        var fit = (int)(Left / leading);
        if (fit >= lines)
        {
            return lines;
        }

        // Not one line here, and not one line there.
        fit = lines - fit == 1 ? fit - 1 : fit;
        if (fit >= 2 || AtTop)
        {
            return Math.Max(1, fit);
        }

        NewPage();
        return Fit(lines, leading);
    }

    private static void Stack(PdfPen pen, List<string> lines, double x, double top, PdfStyle style)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            pen.Words(lines[i], x, top + style.Rise + (i * style.Leading), style);
        }
    }

    private void Place(Listing listing)
    {
        var style = PdfStyles.Body;
        Draw(pen => pen.Begin(PdfBlockLevelElementTag.List));
        foreach (var line in listing.Lines)
        {
            IReadOnlyList<string> lines = PdfText.Lines(line, style, PdfSheet.Room - Indent);
            for (var from = 0; from < lines.Count;)
            {
                var fit = Fit(lines.Count - from, style.Leading);
                var (some, top, first) = (lines.Skip(from).Take(fit).ToList(), y, from == 0);
                Draw(pen => pen.As(PdfBlockLevelElementTag.ListItem, () =>
                {
                    if (first)
                    {
                        pen.As(PdfBlockLevelElementTag.Label, () => pen.Words("•", PdfSheet.Left + 3, top + style.Rise, style));
                    }

                    pen.As(PdfBlockLevelElementTag.ListBody, () => Stack(pen, some, PdfSheet.Left + Indent, top, style));
                }));
                y += fit * style.Leading;
                from += fit;
            }

            y += 2;
        }

        Draw(pen => pen.End());
        y += Gap;
    }

    private void Place(Figure figure)
    {
        Need(LeastOf(figure));
        var (width, height) = SizeOf(figure);
        var shrink = Math.Min(1, (Left - Caption) / height);
        (width, height) = (width * shrink, height * shrink);
        var place = new XRect(PdfSheet.Left, y, width, height);
        Draw(pen => pen.Picture(figure.Png, figure.Alternative, place));
        y += height + 4;
        Text(figure.Alternative, PdfStyles.Small, PdfBlockLevelElementTag.Paragraph);
        y += Gap;
    }

    /// <summary>What it takes at its smallest: a picture gives way a little before it leaves a page half empty.</summary>
    private static double LeastOf(Figure figure) => (SizeOf(figure).Height * SmallestFigure) + Caption;

    private static double Caption => 4 + (2 * PdfStyles.Small.Leading);

    private static (double Width, double Height) SizeOf(Figure figure)
    {
        var scale = Math.Min(PdfSheet.Room / figure.Width, TallestFigure / figure.Height);
        return (figure.Width * scale, figure.Height * scale);
    }
}
