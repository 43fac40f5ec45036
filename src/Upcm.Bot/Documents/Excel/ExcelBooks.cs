using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Column = Upcm.Bot.Cards.Documents.Column;
using Sheet = Upcm.Bot.Cards.Documents.Sheet;

namespace Upcm.Bot.Documents.Excel;

/// <summary>
/// A book for Excel: real numbers and dates, the header frozen and ready to filter. Rows are written as they come: the package
/// is opened for writing alone, since one that can be read as well keeps every part in memory.
/// </summary>
public static class ExcelBooks
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly Phrase AboutName = new("Over dit bestand", "About this file");
    private static readonly Phrase What = new("Wat", "What");
    private static readonly Phrase Value = new("Waarde", "Value");

    public static async Task Write(Book book, Stream to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(book);
        using var package = Package.Open(to, FileMode.Create, FileAccess.Write);
        var main = new Uri("/xl/workbook.xml", UriKind.Relative);
        List<(string Name, Uri Part, int Columns)> parts = [];
        foreach (var sheet in book.Sheets.Append(About(book)))
        {
            var part = new Uri(string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{parts.Count + 1}.xml"), UriKind.Relative);
            await using var stream = Open(Create(package, part, "worksheet+xml"));
            await ExcelSheets.Write(sheet, stream, first: parts.Count == 0, cancel);
            parts.Add((sheet.Name, part, sheet.Columns.Count));
        }

        var styles = new Uri("/xl/styles.xml", UriKind.Relative);
        Put(package, styles, "styles+xml", ExcelStyles.All(Cultures.Of(book.Language)));
        var sheets = new Sheets(parts.Select((part, i) => new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = part.Name, SheetId = (uint)i + 1, Id = $"s{i + 1}" }));
        var titles = new DefinedNames(parts.Select((part, i) =>
            new DefinedName($"'{part.Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i }));
        var workbook = Put(package, main, "sheet.main+xml", new Workbook(new BookViews(new WorkbookView()), sheets, titles));
        for (var i = 0; i < parts.Count; i++)
        {
            workbook.CreateRelationship(parts[i].Part, TargetMode.Internal, Office + "worksheet", $"s{i + 1}");
        }

        workbook.CreateRelationship(styles, TargetMode.Internal, Office + "styles", "styles");
        package.CreateRelationship(main, TargetMode.Internal, Office + "officeDocument");
        package.PackageProperties.Title = book.Title;
        package.PackageProperties.Language = Cultures.Of(book.Language).Name;
    }

    /// <summary>What it is, when it was made and by whom, beside what it holds.</summary>
    private static Sheet About(Book book)
    {
        var culture = Cultures.Of(book.Language);
        return new Sheet(
            AboutName.In(culture),
            [new Column(What.In(culture), Width: 28), new Column(Value.In(culture), Width: 90)],
            book.About.Select(fact => (IReadOnlyList<object?>)[fact.Name, fact.Value]).ToAsyncEnumerable());
    }

    private static PackagePart Put(Package package, Uri place, string type, OpenXmlElement root)
    {
        var part = Create(package, place, type);
        using var stream = Open(part);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteElement(root);
        return part;
    }

    private static PackagePart Create(Package package, Uri part, string type) => package.CreatePart(part, Type + type, CompressionOption.Normal);

    private static Stream Open(PackagePart part) => part.GetStream(FileMode.Create, FileAccess.Write);
}
