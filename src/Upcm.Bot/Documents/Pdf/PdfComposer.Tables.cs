using PdfSharp.UniversalAccessibility;
using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Documents.Pdf;

/// <summary>Tables: rows may run over a page, and the header comes back on the next.</summary>
internal sealed partial class PdfComposer
{
    private const double CellGap = 10;
    private const double CellEdge = 3;
    private const int MostLinesTogether = 12;

    private sealed record Slot(double X, double Width, bool Figures, PdfStyle Style);

    private sealed record Laid(IReadOnlyList<string> Lines, (string Sign, PdfSharp.Drawing.XColor Colour)? Light);

    private void Place(FactList facts)
    {
        const double names = 0.3;
        var at = PdfSheet.Left + (PdfSheet.Room * names);
        Slot[] columns =
        [
            new(PdfSheet.Left, (PdfSheet.Room * names) - CellGap, false, PdfStyles.CellName),
            new(at, PdfSheet.Right - at, false, PdfStyles.Cell),
        ];
        Rows(columns, null, facts.Rows.Select(row => (IReadOnlyList<Cell>)[new Cell(row.Name), new Cell(row.Value, row.Light)]), firstIsName: true);
    }

    private void Place(Grid grid)
    {
        var widths = ColumnWidths.Of(
            grid, PdfSheet.Room - (CellGap * (grid.Columns.Count - 1)), word => PdfText.Width(PdfText.Shown(word), PdfStyles.CellHead), word => PdfText.Width(PdfText.Shown(word), PdfStyles.Cell), Indent);
        List<Slot> columns = [];
        var x = PdfSheet.Left;
        foreach (var (column, width) in grid.Columns.Zip(widths))
        {
            columns.Add(new(x, width, column.Figures, PdfStyles.Cell));
            x += width + CellGap;
        }

        Rows(columns, [.. grid.Columns.Select(column => column.Name)], grid.Rows, firstIsName: false);
    }

    private void Rows(IReadOnlyList<Slot> columns, IReadOnlyList<string>? header, IEnumerable<IReadOnlyList<Cell>> rows, bool firstIsName)
    {
        List<List<Laid>> laid = [.. rows.Select(row => row.Select((cell, i) => Lay(cell, columns[i])).ToList())];

        // The header never stands alone: its first row, or the beginning of a long one, comes along.
        var first = laid.Count == 0 ? 0 : Math.Min(MostLinesTogether, laid[0].Max(cell => cell.Lines.Count));
        Need(Together + (first * columns[0].Style.Leading));
        Draw(pen => pen.Begin(PdfBlockLevelElementTag.Table));
        if (header is not null)
        {
            Header(columns, header, again: false);
        }

        foreach (var row in laid)
        {
            cancel.ThrowIfCancellationRequested();
            Row(columns, header, row, firstIsName);
        }

        Draw(pen => pen.End());
        y += Gap + 2;
    }

    private static Laid Lay(Cell cell, Slot column)
    {
        var light = PdfStyles.Of(cell.Light);
        return new(PdfText.Lines(cell.Text, column.Style, column.Width - (light is null ? 0 : Indent)), light);
    }

    private void Header(IReadOnlyList<Slot> columns, IReadOnlyList<string> names, bool again)
    {
        var style = PdfStyles.CellHead;
        List<IReadOnlyList<string>> cells = [.. names.Select((name, i) => PdfText.Lines(name, style, columns[i].Width))];
        var (top, height) = (y + CellEdge, cells.Max(lines => lines.Count) * style.Leading);
        void Names(PdfPen pen, bool tagged)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                var (column, lines) = (columns[i], cells[i]);
                if (tagged)
                {
                    pen.As(PdfBlockLevelElementTag.TableHeaderCell, () => In(pen, column, lines, top, style));
                }
                else
                {
                    In(pen, column, lines, top, style);
                }
            }
        }

        if (again)
        {
            Draw(pen => pen.Aside(() => Names(pen, tagged: false)));
        }
        else
        {
            Draw(pen => pen.As(PdfBlockLevelElementTag.TableRow, () => Names(pen, tagged: true)));
        }

        y = top + height + CellEdge;
        Line(PdfStyles.Ink);
    }

    private void Row(IReadOnlyList<Slot> columns, IReadOnlyList<string>? header, IReadOnlyList<Laid> cells, bool firstIsName)
    {
        var leading = columns[0].Style.Leading;
        var all = cells.Max(cell => cell.Lines.Count);
        for (var from = 0; from < all;)
        {
            // A row that fits on a page stands on one; only a longer one is broken.
            var left = all - from;
            var fit = (int)((Left - (2 * CellEdge)) / leading);
            if (fit < left && ((left * leading) + 60 < PdfSheet.Bottom - PdfSheet.Top || fit < 2) && !AtTop)
            {
                NewPage();
                if (header is not null)
                {
                    Header(columns, header, again: true);
                }

                fit = (int)((Left - (2 * CellEdge)) / leading);
            }

            fit = Math.Clamp(fit, 1, left);
            var (top, start) = (y + CellEdge, from);
            Draw(pen => pen.As(PdfBlockLevelElementTag.TableRow, () =>
            {
                for (var i = 0; i < cells.Count; i++)
                {
                    var (column, cell) = (columns[i], cells[i]);
                    var tag = firstIsName && i == 0 ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell;
                    pen.As(tag, () =>
                    {
                        var inset = 0d;
                        if (cell.Light is var (sign, colour))
                        {
                            inset = Indent;
                            if (start == 0)
                            {
                                pen.Words(sign, column.X, top + column.Style.Rise, column.Style with { Colour = colour });
                            }
                        }

                        In(pen, column with { X = column.X + inset }, [.. cell.Lines.Skip(start).Take(fit)], top, column.Style);
                    });
                }
            }));
            y = top + (fit * leading) + CellEdge;
            from += fit;
        }

        Line(PdfStyles.Hairline);
    }

    private static void In(PdfPen pen, Slot column, IReadOnlyList<string> lines, double top, PdfStyle style)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var at = top + style.Rise + (i * style.Leading);
            if (column.Figures)
            {
                pen.WordsTo(lines[i], column.X + column.Width, at, style);
            }
            else
            {
                pen.Words(lines[i], column.X, at, style);
            }
        }
    }

    private void Line(PdfSharp.Drawing.XColor colour)
    {
        var at = y;
        Draw(pen => pen.Aside(() => pen.Rule(PdfSheet.Left, PdfSheet.Right, at, colour)));
    }
}
