using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Documents.Pdf;

/// <summary>
/// A document as a tagged PDF: with its language, its title, and headings, lists, tables and pictures that say what they are.
/// First everything is laid out, and only then drawn, since every page says of how many it is one.
/// </summary>
public static class PdfDocuments
{
    private static readonly Phrase PageWords = new("pagina {0} van {1}", "page {0} of {1}");

    /// <summary>One at a time: the library keeps fonts and their subsets for the whole process.</summary>
    private static readonly Lock OneAtATime = new();

    public static void Write(Document document, Stream to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        lock (OneAtATime)
        {
            PdfFonts.Use();
            var pages = new PdfComposer(document, cancel).Pages();
            using var pdf = new PdfDocument();
            Describe(pdf, document);
            var tags = UAManager.ForDocument(pdf);
            tags.SetDocumentLanguage(CultureOf(document).Name);
            foreach (var (page, number) in pages.Select((page, index) => (page, index + 1)))
            {
                cancel.ThrowIfCancellationRequested();
                using var canvas = XGraphics.FromPdfPage(NewPage(pdf));
                var pen = new PdfPen(canvas, tags.StructureBuilder);
                page.ForEach(mark => mark(pen));
                pen.Aside(() => Edges(pen, document, number, pages.Count));
            }

            pdf.Save(to);
        }
    }

    private static CultureInfo CultureOf(Document document) => Cultures.Of(document.Language);

    private static void Describe(PdfDocument pdf, Document document)
    {
        pdf.Info.Title = document.Title;
        pdf.Info.Author = document.Programme;
        pdf.Info.Subject = document.Subtitle ?? "";
        pdf.Info.Creator = "UPCM";
        pdf.ViewerPreferences.DisplayDocTitle = true;
    }

    private static PdfPage NewPage(PdfDocument pdf)
    {
        var page = pdf.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(PdfSheet.Width), XUnit.FromPoint(PdfSheet.Height));
        return page;
    }

    /// <summary>The first page begins with its title, so it needs no header.</summary>
    private static void Edges(PdfPen pen, Document document, int number, int count)
    {
        var culture = CultureOf(document);
        var date = document.Date.ToString("d MMMM yyyy", culture);
        var page = PageWords.In(culture, number, count);
        var style = PdfStyles.Edge;
        if (number > 1)
        {
            pen.Words(PdfText.Fitting(document.Title, style, PdfSheet.Room - PdfText.Width(date, style) - 20), PdfSheet.Left, PdfSheet.HeaderLine, style);
            pen.WordsTo(date, PdfSheet.Right, PdfSheet.HeaderLine, style);
            pen.Rule(PdfSheet.Left, PdfSheet.Right, PdfSheet.HeaderLine + 7);
        }

        pen.Rule(PdfSheet.Left, PdfSheet.Right, PdfSheet.FooterLine - 14);
        pen.Words(PdfText.Fitting(document.Programme, style, PdfSheet.Room - PdfText.Width(page, style) - 20), PdfSheet.Left, PdfSheet.FooterLine, style);
        pen.WordsTo(page, PdfSheet.Right, PdfSheet.FooterLine, style);
    }
}
