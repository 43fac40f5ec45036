namespace Upcm.Bot.Cards.Rendering;

internal sealed partial class PlainPage
{
    private void Table(Table table)
    {
        string[][] rows = [[.. table.Header.Select(OneLine)], .. table.Rows.Select(row => row.Select(OneLine).ToArray())];
        var widths = new int[rows.Max(row => row.Length)];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            Line(string.Join("  ", rows[i].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            if (i == 0 && rows.Length > 1)
            {
                Line(string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }
    }

    private void Field(Field field)
    {
        Line(field.Required ? $"{field.Label} ({Words.Needed.In(culture)})" : field.Label);
        Below(field.Problem, "! ");
        Below(field.Hint, "");
        Below(field.Why, "");
        for (var i = 0; i < field.Options.Count; i++)
        {
            Line($"  {i + 1}. {OneLine(field.Options[i].Label)}");
        }

        if (field.Kind == FieldKind.ManyOf)
        {
            Below(Words.Several.In(culture), "");
        }

        if (!string.IsNullOrEmpty(field.Value))
        {
            Below(Words.Now.In(culture, Chosen(field)), "");
        }
    }

    private void Below(string? value, string mark)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Line(mark + value, "  ");
        }
    }

    /// <summary>The labels of what was chosen; what is not in the list stands as it was typed.</summary>
    private static string Chosen(Field field) => field.Kind switch
    {
        FieldKind.Line or FieldKind.Paragraph or FieldKind.Number or FieldKind.Date => field.Value!,
        FieldKind.OneOf or FieldKind.OneOfMany => Label(field, field.Value!),
        FieldKind.ManyOf => string.Join(", ", field.Value!.Split(',').Select(id => Label(field, id))),
        _ => throw new NotSupportedException($"{field.Kind} has no rendering as plain text."),
    };

    private static string Label(Field field, string id) => field.Options.FirstOrDefault(option => option.Id == id)?.Label ?? id;
}
