using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Pictures;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Upcm.Bot.Documents.Word;

/// <summary>Tables with hairlines; the header comes back on every page and is told as one.</summary>
internal static class WordTables
{
    /// <summary>The room between the margins, in twentieths of a point: see <see cref="WordEdges"/>.</summary>
    private const int Room = 9420;

    /// <summary>Between a column and the next.</summary>
    private const int Gap = 120;

    private const int LongestTogether = 1000;

    private const string Hairline = "D2D0CE";

    public static Table Of(FactList facts)
    {
        int[] widths = [(int)(Room * 0.3), (int)(Room * 0.7)];
        return new Table([
            Properties(null, header: false), Grid(widths),
            .. facts.Rows.Select(row => Row(
                [row.Value],
                [Cell([WordText.Paragraph(row.Name, WordStyles.CellName)], widths[0]), Cell([Value(new Cell(row.Value, row.Light), figures: false)], widths[1])])),
        ]);
    }

    public static Table Of(Grid grid)
    {
        var gaps = Gap * grid.Columns.Count;
        int[] widths = [.. ColumnWidths.Of(grid, Room - gaps, word => Width(word, bold: true), word => Width(word), Width("● ")).Select(width => (int)width + Gap)];
        var header = new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()),
            .. grid.Columns.Select((column, i) => Cell([WordText.Paragraph(column.Name, WordStyles.CellHead, Align(column.Figures))], widths[i], head: true))]);
        return new Table([
            Properties(grid.Name, header: true), Grid(widths), header,
            .. grid.Rows.Select(row => Row(row.Select(cell => cell.Text), row.Select((cell, i) => Cell([Value(cell, grid.Columns[i].Figures)], widths[i])))),
        ]);
    }

    /// <summary>A row stands on one page, unless it may need more than one.</summary>
    private static TableRow Row(IEnumerable<string> texts, IEnumerable<TableCell> cells) => texts.Max(text => text.Length) <= LongestTogether
        ? new([new TableRowProperties(new CantSplit()), .. cells])
        : new(cells);

    /// <summary>As the shipped font writes it, and some more: nobody knows which font stands in where a machine has not the document's own.</summary>
    private static double Width(string word, bool bold = false) => 20 * 1.15 * Lettering.Width(word, WordStyles.CellSize, bold);

    private static TableProperties Properties(string? name, bool header)
    {
        var properties = new TableProperties(
            new TableWidth { Width = Room.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 4, Color = Hairline },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Hairline }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = Gap, Type = TableWidthValues.Dxa }),
            new TableLook { Val = header ? "0020" : "0080", FirstRow = header, FirstColumn = !header, NoHorizontalBand = true, NoVerticalBand = true });
        if (name is not null)
        {
            properties.Append(new TableCaption { Val = XmlText.Valid(name) });
        }

        return properties;
    }

    private static TableGrid Grid(int[] widths) =>
        new(widths.Select(width => new DocumentFormat.OpenXml.Wordprocessing.GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) }));

    private static TableCell Cell(IEnumerable<Paragraph> paragraphs, int width, bool head = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (head)
        {
            properties.Append(new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 8, Color = "252423" }));
            properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom });
        }

        return new TableCell([properties, .. paragraphs]);
    }

    private static Paragraph Value(Cell cell, bool figures)
    {
        var paragraph = WordText.Paragraph(cell.Text, WordStyles.Cell, Align(figures));
        if (Sign(cell.Light) is var (sign, colour))
        {
            paragraph.InsertAfter(WordText.Runs(sign + "\u00A0", colour).Single(), paragraph.ParagraphProperties!);
        }

        return paragraph;
    }

    private static JustificationValues? Align(bool figures) => figures ? JustificationValues.Right : null;

    private static (string Sign, string Colour)? Sign(Light light) => light switch
    {
        Light.Green => ("●", WordStyles.Green),
        Light.Amber => ("▲", WordStyles.Orange),
        Light.Red => ("■", WordStyles.Red),
        _ => null,
    };
}
