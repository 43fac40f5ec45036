using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Documents.Excel;

/// <summary>How cells look; Excel itself writes numbers and dates as its reader's settings say.</summary>
internal static class ExcelStyles
{
    public const uint Header = 1;

    private const uint DayFormat = 164;
    private const uint EuroFormat = 165;

    /// <summary>Text from this width on is more than a word or two, and runs on under itself.</summary>
    private const int WrapsFrom = 30;

    public static bool Wraps(Upcm.Bot.Cards.Documents.Column column) => column is { Kind: ColumnKind.Text, Width: >= WrapsFrom };

    public static uint Of(Upcm.Bot.Cards.Documents.Column column) => column.Kind switch
    {
        ColumnKind.Number => 3,
        ColumnKind.Euro => 4,
        ColumnKind.Day => 5,
        _ => Wraps(column) ? 6u : 2u,
    };

    public static Stylesheet All(CultureInfo culture) => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = culture.IsEnglish() ? "d mmm yyyy" : "d-m-yyyy" },
            new NumberingFormat { NumberFormatId = EuroFormat, FormatCode = culture.IsEnglish() ? "\"€\"#,##0" : "\"€ \"#,##0" }),
        new DocumentFormat.OpenXml.Spreadsheet.Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new Color { Rgb = "FFFFFFFF" }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FF154273" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            new CellFormat(Top()) { ApplyAlignment = true },
            new CellFormat(Top()) { ApplyAlignment = true },
            new CellFormat(Top()) { NumberFormatId = EuroFormat, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(Top()) { NumberFormatId = DayFormat, ApplyNumberFormat = true, ApplyAlignment = true },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }) { ApplyAlignment = true }));

    private static Alignment Top() => new() { Vertical = VerticalAlignmentValues.Top };
}
