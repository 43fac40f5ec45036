using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Documents.Csv;
using Upcm.Bot.Documents.Excel;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Column = Upcm.Bot.Cards.Documents.Column;
using Sheet = Upcm.Bot.Cards.Documents.Sheet;

namespace Upcm.Bot.Tests.Documents;

/// <summary>Tables as Excel and CSV, read back.</summary>
public sealed class TableFileTests
{
    private static readonly IReadOnlyList<object?>[] Rows =
    [
        ["20-004", "Batterijen; \"tweede\" leven,\nin de keten", 1_234_567.5m, new DateOnly(2026, 10, 5)],
        ["20-005", "=HYPERLINK(\"http://kwaad.example\")", null, null],
        ["20-006", "@SUM(A1)", -12m, new DateOnly(2030, 12, 31)],
        ["20-007", "-1+2", 0m, null],
        ["20-008", "+31 6\u0001", null, null],
    ];

    [Fact]
    public async Task The_workbook_is_valid_and_ready_to_reckon_with()
    {
        using var excel = await Excel("nl");
        Assert.Empty(new OpenXmlValidator().Validate(excel).Select(problem => $"{problem.Description} {problem.Path?.XPath}"));
        var sheet = First(excel);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("A1:D6", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        var cells = sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        Assert.Equal("1234567.5", cells["C2"].CellValue!.Text);
        Assert.Equal(new DateTime(2026, 10, 5), DateTime.FromOADate(double.Parse(cells["D2"].CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.False(cells.ContainsKey("C3"), "What is not known is an empty cell.");
        Assert.Equal(40, sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().ElementAt(1).Width!.Value);
    }

    [Fact]
    public async Task On_paper_it_is_as_wide_as_the_page_and_no_header_is_cut_off()
    {
        var book = Of("nl");
        var sheet = book.Sheets[0] with { Columns = [.. book.Sheets[0].Columns.Take(2), new Column("Toegevoegde waarde (€ mln)", ColumnKind.Number, 14), new Column("Datum", ColumnKind.Day)] };
        var to = new MemoryStream();
        await ExcelBooks.Write(book with { Sheets = [sheet] }, to, CancellationToken.None);
        using var excel = SpreadsheetDocument.Open(new MemoryStream(to.ToArray()), isEditable: false);
        var written = First(excel);
        Assert.True(written.GetFirstChild<SheetProperties>()!.PageSetupProperties!.FitToPage!.Value);
        Assert.Equal((1u, 0u), (written.GetFirstChild<PageSetup>()!.FitToWidth!.Value, written.GetFirstChild<PageSetup>()!.FitToHeight!.Value));
        Assert.Equal(2 * 16, written.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ElementAt(1).Height!.Value);
        Assert.Equal(4 * 16, written.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().First().Height!.Value);
    }

    [Fact]
    public async Task No_text_becomes_a_formula_in_the_workbook()
    {
        using var excel = await Excel("nl");
        Assert.Empty(First(excel).Descendants<CellFormula>());
        Assert.All(First(excel).Descendants<Cell>().Where(cell => cell.CellReference!.Value!.StartsWith('B')), cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
    }

    [Fact]
    public async Task A_sheet_tells_what_it_is_of_when_and_for_whom()
    {
        using var excel = await Excel("nl");
        var sheets = excel.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.Equal(["Portfolio", "Over dit bestand"], sheets.Select(sheet => sheet.Name!.Value));
        var about = ((WorksheetPart)excel.WorkbookPart.GetPartById(sheets[1].Id!.Value!)).Worksheet!.InnerText;
        Assert.Contains("Sanne", about, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", ";", "1234567,5")]
    [InlineData("en", ",", "1234567.5")]
    public async Task The_text_file_is_read_back_as_it_was_and_runs_nothing(string language, string delimiter, string number)
    {
        using var to = new MemoryStream();
        await CsvSheets.Write(Of(language), to, CancellationToken.None);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), to.ToArray()[..3]);
        var text = Encoding.UTF8.GetString(to.ToArray());
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal).Replace(",\nin", "", StringComparison.Ordinal), StringComparison.Ordinal);

        to.Position = 0;
        using var reader = new StreamReader(to);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, HasHeaderRecord = false });
        List<string[]> read = [];
        while (await csv.ReadAsync())
        {
            read.Add([.. Enumerable.Range(0, 4).Select(i => csv.GetField(i)!)]);
        }

        Assert.Equal(["20-004", "Batterijen; \"tweede\" leven,\nin de keten", number, "2026-10-05"], read[1]);
        Assert.Equal(["20-005", "'=HYPERLINK(\"http://kwaad.example\")", "", ""], read[2]);
        Assert.Equal(["20-006", "'@SUM(A1)", "-12", "2030-12-31"], read[3]);
        Assert.StartsWith("'-1+2", read[4][1], StringComparison.Ordinal);
        Assert.StartsWith("'+31 6", read[5][1], StringComparison.Ordinal);
    }

    private static Worksheet First(SpreadsheetDocument excel) =>
        ((WorksheetPart)excel.WorkbookPart!.GetPartById(excel.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!.Value!)).Worksheet!;

    private static async Task<SpreadsheetDocument> Excel(string language)
    {
        var to = new MemoryStream();
        await ExcelBooks.Write(Of(language), to, CancellationToken.None);
        return SpreadsheetDocument.Open(new MemoryStream(to.ToArray()), isEditable: false);
    }

    private static Book Of(string language) => new(
        "Portfolio",
        language,
        [new Fact("Gevraagd door", "Sanne")],
        [new Sheet("Portfolio", [new Column("Nummer", Width: 10), new Column("Titel", Width: 40), new Column("Bedrag", ColumnKind.Euro), new Column("Datum", ColumnKind.Day)], Rows.ToAsyncEnumerable())]);
}
