using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Column = Upcm.Bot.Cards.Documents.Column;
using Sheet = Upcm.Bot.Cards.Documents.Sheet;

namespace Upcm.Bot.Documents.Excel;

/// <summary>Writes the rows of one sheet as they come.</summary>
internal static class ExcelSheets
{
    /// <summary>What a cell of Excel takes (support.microsoft.com: Excel specifications and limits).</summary>
    private const int LongestText = 32_767;

    private const int WidestOnA4 = 180;
    private const int WidestOnA3 = 320;
    private const uint A3 = 8;
    private const uint A4 = 9;

    /// <summary>In points.</summary>
    private const int LineHeight = 16;

    /// <summary>A row is at most 409 points tall (support.microsoft.com: Excel specifications and limits).</summary>
    private const int MostLines = 25;

    /// <summary>Characters that the button to filter takes, and bold letters more than others.</summary>
    private const int RoomOfFilter = 4;

    private static readonly DateOnly Epoch = new(1899, 12, 30);

    public static async Task Write(Sheet sheet, Stream to, bool first, CancellationToken cancel)
    {
        using var writer = OpenXmlWriter.Create(to);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" } })
        { WorkbookViewId = 0, TabSelected = first }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = ExcelStyles.Of(column),
        })));
        string[] letters = [.. Enumerable.Range(0, sheet.Columns.Count).Select(Letters)];
        writer.WriteStartElement(new SheetData());
        Row(writer, 1, [.. sheet.Columns.Select(column => column.Name)], sheet.Columns, letters, header: true);
        var rows = 1;
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            Row(writer, ++rows, row, sheet.Columns, letters, header: false);
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{letters[^1]}{rows}") });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        var width = sheet.Columns.Sum(column => column.Width);
        var paper = width > WidestOnA4 ? A3 : A4;
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = paper, FitToWidth = (uint)((width / WidestOnA3) + 1), FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&L&A&R&P / &N")));
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, int number, IReadOnlyList<object?> values, IReadOnlyList<Column> columns, string[] letters, bool header)
    {
        var row = number.ToString(CultureInfo.InvariantCulture);
        List<OpenXmlAttribute> attributes = [new("r", "", row)];
        var lines = header ? columns.Max(static column => Lines(column.Name, column.Width - RoomOfFilter)) : values.Select((value, i) => Lines(value, columns[i])).Max();
        if (header || lines > 1)
        {
            var height = Math.Min(lines, MostLines) * LineHeight;
            attributes.AddRange([new("ht", "", height.ToString(CultureInfo.InvariantCulture)), new("customHeight", "", "1")]);
        }

        writer.WriteStartElement(new Row(), attributes);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                Cell(writer, letters[i] + row, value, (header ? ExcelStyles.Header : ExcelStyles.Of(columns[i])).ToString(CultureInfo.InvariantCulture));
            }
        }

        writer.WriteEndElement();
    }

    /// <summary>A text is written as a text, whatever it begins with: it is never read as a formula.</summary>
    private static void Cell(OpenXmlWriter writer, string place, object value, string style)
    {
        List<OpenXmlAttribute> attributes = [new("r", "", place), new("s", "", style)];
        if (value is string text)
        {
            attributes.Add(new("t", "", "inlineStr"));
            writer.WriteStartElement(new Cell(), attributes);
            writer.WriteStartElement(new InlineString());
            writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Text(Fitting(XmlText.Valid(text))) { Space = SpaceProcessingModeValues.Preserve });
            writer.WriteEndElement();
        }
        else
        {
            writer.WriteStartElement(new Cell(), attributes);
            writer.WriteElement(new CellValue(value switch
            {
                decimal number => number.ToString(CultureInfo.InvariantCulture),
                int number => number.ToString(CultureInfo.InvariantCulture),
                DateOnly day => (day.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture),
                _ => throw new NotSupportedException($"{value.GetType().Name} cannot be written for Excel."),
            }));
        }

        writer.WriteEndElement();
    }

    private static int Lines(object? value, Column column) => value is string text && ExcelStyles.Wraps(column) ? Lines(text, column.Width) : 1;

    /// <summary>
    /// Lines that a text takes in so many characters. Not every program makes a row as tall as what is in it, and what is cut off
    /// or runs over the next row cannot be read.
    /// </summary>
    private static int Lines(string text, int room)
    {
        var (lines, width) = (0, Math.Max(1, room));
        foreach (var line in text.Split('\n'))
        {
            var on = 0;
            lines++;
            foreach (var word in line.Split(' ').Select(static word => word.Length))
            {
                if (on > 0 && on + 1 + word > width)
                {
                    (lines, on) = (lines + 1, 0);
                }

                lines += Math.Max(0, word - 1) / width;
                on += word + (on > 0 ? 1 : 0);
            }
        }

        return lines;
    }

    private static string Fitting(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText - 1), "…");

    private static string Letters(int column)
    {
        var letters = "";
        for (column++; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }
}
