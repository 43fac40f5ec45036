namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>
/// Columns, also for tables: the Table of 1.5 is missing from older clients, and columns are read as well by a screen reader.
/// </summary>
internal sealed partial class CardWriter
{
    /// <summary>Keeps € and its amount on one line.</summary>
    private const char NoBreak = '\u00A0';

    private void Table(Table table)
    {
        var columns = Columns(table);
        TableRow(table.Header, columns, Styles.ColumnName, "Default", separator: false);
        foreach (var row in table.Rows)
        {
            TableRow(row, columns, Styles.Normal, "Small", separator: true);
        }
    }

    private void TableRow(IReadOnlyList<string> cells, List<(int Width, bool Numbers)> columns, Style style, string spacing, bool separator)
    {
        StartColumns(spacing, separator);
        for (var i = 0; i < cells.Count; i++)
        {
            StartColumn(columns[i].Width);
            if (columns[i].Numbers)
            {
                Text(cells[i].Replace(' ', NoBreak), style with { ToTheRight = true });
            }
            else
            {
                Text(cells[i], style);
            }

            EndColumn();
        }

        EndColumns();
    }

    /// <summary>How wide each column is beside the others, by what stands in it; numbers stand to the right.</summary>
    private static List<(int Width, bool Numbers)> Columns(Table table)
    {
        var columns = new List<(int Width, bool Numbers)>(3);
        foreach (var name in table.Header)
        {
            columns.Add((name.Length, table.Rows.Count > 0));
        }

        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (i == columns.Count)
                {
                    columns.Add((0, true));
                }

                columns[i] = (Math.Max(columns[i].Width, row[i].Length), columns[i].Numbers && IsNumber(row[i]));
            }
        }

        for (var i = 0; i < columns.Count; i++)
        {
            columns[i] = columns[i] with { Width = Math.Clamp(columns[i].Width, 6, 18) + 3 };
        }

        return columns;
    }

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private void StartColumns(string spacing, bool separator = false)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "ColumnSet"u8);
        json.WriteString("spacing"u8, spacing);
        if (separator)
        {
            json.WriteBoolean("separator"u8, true);
        }

        json.WriteStartArray("columns"u8);
    }

    private void EndColumns()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void StartColumn(int width)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Column"u8);
        json.WriteNumber("width"u8, width);
        json.WriteStartArray("items"u8);
    }

    private void StartColumn(string width, string? name = null, bool visible = true, bool centred = false)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Column"u8);
        json.WriteString("width"u8, width);
        if (name is not null)
        {
            json.WriteString("id"u8, name);
        }

        if (!visible)
        {
            json.WriteBoolean("isVisible"u8, false);
        }

        if (centred)
        {
            json.WriteString("verticalContentAlignment"u8, "Center"u8);
        }

        json.WriteStartArray("items"u8);
    }

    private void EndColumn()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
