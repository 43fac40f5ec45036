using System.Globalization;
using System.Text;

namespace Upcm.Bot.Cards.Rendering;

/// <summary>A page of plain text that grows downwards; nothing on it is wider than what people wrote themselves.</summary>
internal sealed partial class PlainPage(CultureInfo culture)
{
    private readonly StringBuilder text = new(512);
    private bool gap;

    public override string ToString() => text.ToString().TrimEnd('\n');

    /// <summary>A blank line before whatever comes next, if anything does.</summary>
    public void Gap() => gap = text.Length > 0;

    public void Line(string value, string indent = "")
    {
        if (gap)
        {
            text.Append('\n');
            gap = false;
        }

        foreach (var line in Readable.Of(value).AsSpan().EnumerateLines())
        {
            text.Append(indent).Append(line).Append('\n');
        }
    }

    public void Elements(IReadOnlyList<Element> elements)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (i == 0 || !BelongTogether(elements[i - 1], elements[i]))
            {
                Gap();
            }

            Element(elements[i]);
        }
    }

    public void Buttons(IReadOnlyList<Button> buttons)
    {
        foreach (var button in buttons)
        {
            Line(Spoken(button));
        }
    }

    private void Element(Element element)
    {
        switch (element)
        {
            case Text { Tone: Tone.Problem or Tone.Warning } problem:
                Line("! " + problem.Value);
                break;
            case Text words:
                Line(words.Value);
                break;
            case Facts facts:
                Facts(facts.Rows);
                break;
            case Bullets bullets:
                foreach (var line in bullets.Lines)
                {
                    Line("- " + OneLine(line));
                }

                break;
            case Table table:
                Table(table);
                break;
            case Picture picture:
                Line(Words.Picture.In(culture, picture.Alternative));
                break;
            case Section section:
                Line(section.Heading.ToUpper(culture));
                gap = false;
                SectionBody(section.Body);
                break;
            case Row row:
                Row(row);
                break;
            case Choices choices:
                Buttons(choices.Buttons);
                break;
            case Field field:
                Field(field);
                break;
            default:
                throw new NotSupportedException($"{element.GetType().Name} has no rendering as plain text.");
        }
    }

    /// <summary>Lines of one list, or a text and what explains it.</summary>
    private static bool BelongTogether(Element before, Element after) =>
        (before, after) is (Cards.Row, Cards.Row) or (Text, Text { Tone: Tone.Subtle });

    private void SectionBody(IReadOnlyList<Element> body)
    {
        for (var i = 0; i < body.Count; i++)
        {
            if (i > 0 && body[i] is Section or Cards.Table or Cards.Field)
            {
                Gap();
            }

            Element(body[i]);
        }
    }

    private void Facts(IReadOnlyList<Fact> rows)
    {
        var width = rows.Select(row => row.Name.Length).DefaultIfEmpty().Max() + 1;
        foreach (var row in rows)
        {
            var value = string.IsNullOrWhiteSpace(row.Value) ? Words.Of(row.Light)?.In(culture) ?? "-" : row.Value;
            var sign = Words.Sign(row.Light);
            Line($"{(OneLine(row.Name) + ":").PadRight(width)} {(sign.Length > 0 ? sign + " " : "")}{OneLine(value)}");
        }
    }

    private void Row(Row row)
    {
        Line("- " + OneLine(row.Value));
        if (!string.IsNullOrWhiteSpace(row.Detail))
        {
            Line(row.Detail, "  ");
        }

        if (row.Button is { } button)
        {
            Line(Spoken(button), "  ");
        }
    }

    /// <summary>A button without words of its own is said by its label; one that is its own words is a choice in a list.</summary>
    private string Spoken(Button button) => button.Opens is { } address ? $"[{OneLine(button.Label)}] {address.AbsoluteUri}" : button.Say == button.Label ? "- " + OneLine(button.Label) :
        $"[{OneLine(button.Label)}] {Words.Say.In(culture, OneLine(button.Say ?? button.Label.ToLower(culture)))}";

    private static string OneLine(string value) => Readable.Of(value).ReplaceLineEndings(" ");
}
