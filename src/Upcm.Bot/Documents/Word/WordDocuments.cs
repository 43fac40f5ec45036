using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Document = Upcm.Bot.Cards.Documents.Document;

namespace Upcm.Bot.Documents.Word;

/// <summary>A document for Word: headings, lists and tables are real ones, so that people and screen readers find their way.</summary>
public static class WordDocuments
{
    public static void Write(Document document, Stream to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var word = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        word.PackageProperties.Title = XmlText.Valid(document.Title);
        word.PackageProperties.Creator = XmlText.Valid(document.Programme);
        word.PackageProperties.Subject = XmlText.Valid(document.Subtitle ?? "");
        word.PackageProperties.Language = Cultures.Of(document.Language).Name;
        word.PackageProperties.Created = document.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var main = word.AddMainDocumentPart();
        WordStyles.AddTo(main, Cultures.Of(document.Language));
        var body = new Body();
        Title(body, document);
        var pictures = new WordPictures(main);
        foreach (var block in document.Body)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var element in Of(block, pictures))
            {
                body.Append(element);
            }
        }

        body.Append(WordEdges.AddTo(main, document));
        main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(body);
    }

    private static void Title(Body body, Document document)
    {
        var culture = Cultures.Of(document.Language);
        body.Append(WordText.Paragraph($"{document.Programme} · {document.Date.ToString("dddd d MMMM yyyy", culture)}", WordStyles.Above));
        body.Append(WordText.Paragraph(document.Title, WordStyles.Title));
        body.Append(WordText.Paragraph(document.Subtitle ?? "", WordStyles.Subtitle));
    }

    private static IEnumerable<OpenXmlElement> Of(Block block, WordPictures pictures) => block switch
    {
        Heading heading => [WordText.Paragraph(heading.Text, heading.Level <= 1 ? WordStyles.Section : WordStyles.Part)],
        Cards.Documents.Paragraph paragraph => [WordText.Paragraph(paragraph.Text, WordStyles.Of(paragraph.Tone))],
        Listing listing => listing.Lines.Select(line => WordText.Paragraph(line, WordStyles.Bullet)),
        FactList facts => [WordTables.Of(facts), After()],
        Grid grid => [WordTables.Of(grid), After()],
        Figure figure => [pictures.Of(figure), WordText.Paragraph(figure.Alternative, WordStyles.Caption)],
        _ => throw new NotSupportedException($"{block.GetType().Name} cannot be written for Word."),
    };

    /// <summary>Two tables under each other would become one.</summary>
    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph After() => WordText.Paragraph("", WordStyles.Spacer);
}
