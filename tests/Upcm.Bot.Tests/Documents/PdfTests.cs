using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Tokens;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Documents.Pdf;

namespace Upcm.Bot.Tests.Documents;

/// <summary>What was written is read back by a library that knows nothing of who wrote it.</summary>
public sealed class PdfTests
{
    [Fact]
    public void Everything_that_is_said_can_be_selected_and_searched()
    {
        var text = string.Join('\n', Read(SampleDocument.Short()));
        Assert.All(
            (string[])["Impactsheet 20-004 Batterijen", "Versie 1", "26 kton CO₂ per jaar", "De banden tellen niet op.", "Wat eerst", "Tweede", "€ 1.234.567", "Groen: op tijd", "maandag 5 oktober 2026", "pagina 1 van 1"],
            said => Assert.Contains(said, text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_English_document_says_its_date_and_pages_in_English()
    {
        var text = string.Join('\n', Read(SampleDocument.Short("en")));
        Assert.Contains("page 1 of 1", text, StringComparison.Ordinal);
        Assert.Contains("Monday 5 October 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_its_title_language_and_what_each_part_is()
    {
        using var pdf = PdfDocument.Open(Written(SampleDocument.Short()));
        Assert.Equal("Impactsheet 20-004 Batterijen", pdf.Information.Title);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        Assert.Equal("nl-NL", Assert.IsType<StringToken>(catalog.Data["Lang"], exactMatch: false).Data);
        Assert.True(catalog.ContainsKey(NameToken.Create("StructTreeRoot")));
        var tags = Tags(pdf).ToList();
        Assert.All((string[])["H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure"], tag => Assert.Contains(tag, tags));
        Assert.Contains(Dictionaries(pdf), one => one.Data.TryGetValue("Alt", out var words) && Assert.IsAssignableFrom<IDataToken<string>>(words).Data.Contains("R3-R7", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_document_runs_over_pages_and_loses_nothing()
    {
        var pages = Read(SampleDocument.Long(12));
        Assert.InRange(pages.Count, 20, 60);
        Assert.Contains($"pagina {pages.Count} van {pages.Count}", pages[^1], StringComparison.Ordinal);
        var text = string.Join('\n', pages);
        for (var part = 1; part <= 12; part++)
        {
            Assert.All(Enumerable.Range(1, 30), row => Assert.Contains($"Criterium {part}.{row} ", text, StringComparison.Ordinal));
        }

        Assert.All(Enumerable.Range(1, 150), line => Assert.Contains($"Regel {line}", text, StringComparison.Ordinal));
        Assert.Equal(400, text.Count(letter => letter == 'x'));
        Assert.Contains("Ж, Ω, ő en", text, StringComparison.Ordinal);
        // A page that begins inside a table says its header again.
        Assert.All(pages.Skip(1).Where(page => page.Contains("Criterium 3.15 ", StringComparison.Ordinal)), page => Assert.Contains("Wat we zagen", page, StringComparison.Ordinal));
        Assert.All(pages.Skip(1), page => Assert.Contains("Evaluatie 20-004", page, StringComparison.Ordinal));
    }

    [Fact]
    public void An_evaluation_of_three_hundred_pages_is_made_whole()
    {
        var pages = Read(SampleDocument.Long(150));
        Assert.InRange(pages.Count, 300, 600);
        Assert.Contains($"pagina {pages.Count} van {pages.Count}", pages[^1], StringComparison.Ordinal);
        Assert.Contains(pages, page => page.Contains("Criterium 150.30 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_gives_way_a_little_before_it_leaves_a_page_half_empty()
    {
        var figure = SampleDocument.Short().Body.OfType<Figure>().First();
        List<double> heights = [];
        foreach (var lines in Enumerable.Range(1, 60))
        {
            using var pdf = PdfDocument.Open(Written(SampleDocument.Short() with { Body = [.. Enumerable.Range(1, lines).Select(line => new Paragraph($"Regel {line}")), figure] }));
            heights.Add(pdf.GetPages().SelectMany(page => page.GetImages()).Single().BoundingBox.Height);
        }

        Assert.Contains(heights, height => height < heights.Max() - 1);
        Assert.All(heights, height => Assert.InRange(height, (heights.Max() * 0.75) - 0.5, heights.Max()));
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_margins()
    {
        using var pdf = PdfDocument.Open(Written(SampleDocument.Long(3)));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value.Trim().Length > 0), letter =>
        {
            Assert.InRange(letter.BoundingBox.Left, 60, 536);
            Assert.InRange(letter.BoundingBox.Right, 60, 536);
        });
    }

    [Fact]
    public void Making_it_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var to = new MemoryStream();
        Assert.ThrowsAny<OperationCanceledException>(() => PdfDocuments.Write(SampleDocument.Long(2), to, stop.Token));
    }

    private static byte[] Written(Document document)
    {
        using var to = new MemoryStream();
        PdfDocuments.Write(document, to, CancellationToken.None);
        return to.ToArray();
    }

    private static List<string> Read(Document document)
    {
        using var pdf = PdfDocument.Open(Written(document));
        return [.. pdf.GetPages().Select(page => string.Join(' ', ContentOrderTextExtractor.GetText(page).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }

    private static IEnumerable<string> Tags(PdfDocument pdf) =>
        Dictionaries(pdf).Select(one => one.Data.TryGetValue("S", out var tag) && tag is NameToken name ? name.Data : "").Where(tag => tag.Length > 0);

    private static IEnumerable<DictionaryToken> Dictionaries(PdfDocument pdf) =>
        pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(key => pdf.Structure.GetObject(key).Data).OfType<DictionaryToken>();
}
