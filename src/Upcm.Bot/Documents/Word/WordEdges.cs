using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Upcm.Bot.Cards;
using Document = Upcm.Bot.Cards.Documents.Document;

namespace Upcm.Bot.Documents.Word;

/// <summary>The size of the page, and what stands above and below: the first page begins with its title, so it needs no header.</summary>
internal static class WordEdges
{
    private const int Right = 9420;
    private static readonly Phrase Page = new("pagina ", "page ");
    private static readonly Phrase Of = new(" van ", " of ");

    public static SectionProperties AddTo(MainDocumentPart main, Document document)
    {
        var culture = Cultures.Of(document.Language);
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(Line(document.Title, [.. WordText.Runs(document.Date.ToString("d MMMM yyyy", culture))]));
        var none = main.AddNewPart<HeaderPart>();
        none.Header = new Header(WordText.Paragraph("", WordStyles.Edge));
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(Line(document.Programme, [.. WordText.Runs(Page.In(culture)), Field("PAGE"), .. WordText.Runs(Of.In(culture)), Field("NUMPAGES")]));
        var same = main.AddNewPart<FooterPart>();
        same.Footer = (Footer)footer.Footer.CloneNode(true);
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
            new HeaderReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(none) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new FooterReference { Type = HeaderFooterValues.First, Id = main.GetIdOfPart(same) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1400, Bottom = 1400, Left = 1243, Right = 1243, Header = 700, Footer = 600, Gutter = 0 },
            new TitlePage());
    }

    /// <summary>Words on the left, the rest on the right.</summary>
    private static Paragraph Line(string left, IReadOnlyList<DocumentFormat.OpenXml.OpenXmlElement> right) => new(
    [
        new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Edge },
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = Right })),
        .. WordText.Runs(left.Length <= 75 ? left : string.Concat(left.AsSpan(0, 74).TrimEnd(), "…")),
        new Run(new TabChar()),
        .. right,
    ]);

    /// <summary>Words that Word fills in itself.</summary>
    private static SimpleField Field(string what) => new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("1"))) { Instruction = what };
}
