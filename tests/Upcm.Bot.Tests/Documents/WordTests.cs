using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Upcm.Bot.Documents.Word;
using Document = Upcm.Bot.Cards.Documents.Document;

namespace Upcm.Bot.Tests.Documents;

public sealed class WordTests
{
    [Fact]
    public void It_is_valid_whatever_people_typed()
    {
        using var word = Written(SampleDocument.Long(2));
        Assert.Empty(Problems(word));
        using var other = Written(SampleDocument.Short("en"));
        Assert.Empty(Problems(other));
    }

    [Fact]
    public void Headings_lists_and_tables_are_real_ones()
    {
        using var word = Written(SampleDocument.Short());
        var body = word.MainDocumentPart!.Document!.Body!;
        string[] styles = [.. body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!)];
        Assert.Contains("Title", styles);
        Assert.Contains("Heading1", styles);
        Assert.Contains("Heading2", styles);
        Assert.Equal(2, styles.Count(style => style == "ListBullet"));
        var table = body.Elements<Table>().Last();
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>());
        Assert.Contains("▲\u00A0Oranje", table.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_its_title_and_language_and_what_a_picture_shows()
    {
        using var word = Written(SampleDocument.Short());
        Assert.Equal("Impactsheet 20-004 Batterijen", word.PackageProperties.Title);
        Assert.Equal("nl-NL", word.PackageProperties.Language);
        Assert.Equal("nl-NL", word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val);
        Assert.Contains("R3-R7", word.MainDocumentPart.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single().Description!.Value!, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_says_which_it_is_of_how_many()
    {
        using var word = Written(SampleDocument.Short());
        Assert.All(word.MainDocumentPart!.FooterParts, footer =>
        {
            string[] fields = [.. footer.Footer!.Descendants<SimpleField>().Select(field => field.Instruction!.Value!)];
            Assert.Equal(["PAGE", "NUMPAGES"], fields);
        });
        Assert.Contains(word.MainDocumentPart.HeaderParts, header => header.Header!.InnerText.Contains("20-004", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Problems(WordprocessingDocument word) =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word).Select(problem => $"{problem.Description} {problem.Path?.XPath}");

    private static WordprocessingDocument Written(Document document)
    {
        var to = new MemoryStream();
        WordDocuments.Write(document, to, CancellationToken.None);
        to.Position = 0;
        return WordprocessingDocument.Open(to, isEditable: false);
    }
}
