namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

internal sealed partial class CardWriter
{
    /// <summary>A text, each line on its own: markdown would run lines together, and a TextRun shows no line breaks.</summary>
    private void Text(string? value, Style style)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        var text = Literal.Shown(value);
        if (!text.AsSpan().ContainsAny('\n', '\r'))
        {
            Line(text, style);
            return;
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                style = style with { Spacing = "Small" };
                continue;
            }

            Line(line, style);
            style = style with { Spacing = "None" };
        }
    }

    private void Line(ReadOnlySpan<char> line, Style style)
    {
        if (!Literal.IsPlain(line))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "RichTextBlock"u8);
            Place(style);
            json.WriteStartArray("inlines"u8);
            Run(line, style);
            json.WriteEndArray();
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "TextBlock"u8);
        json.WriteString("text"u8, line);
        json.WriteBoolean("wrap"u8, true);
        Look(style);
        if (style.Heading)
        {
            json.WriteString("style"u8, "heading"u8);
        }

        Place(style);
        json.WriteEndObject();
    }

    /// <summary>A light and its word on one line; just the words where there is no light.</summary>
    private void Lit(string? words, Light light, Style style)
    {
        var said = string.IsNullOrWhiteSpace(words) ? Words.Of(light)?.In(culture) : words;
        if (light == Light.None || said is null)
        {
            Text(said, style);
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "RichTextBlock"u8);
        Place(style);
        json.WriteStartArray("inlines"u8);
        Run(Words.Sign(light), style with { Colour = Styles.Colour(light), Bold = true });
        Run(" " + Literal.Shown(said).ReplaceLineEndings(" "), style);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Run(ReadOnlySpan<char> text, Style style)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TextRun"u8);
        json.WriteString("text"u8, text);
        Look(style);
        json.WriteEndObject();
    }

    private void Look(Style style)
    {
        if (style.Size is not null)
        {
            json.WriteString("size"u8, style.Size);
        }

        if (style.Bold)
        {
            json.WriteString("weight"u8, "Bolder"u8);
        }

        if (style.Colour is not null)
        {
            json.WriteString("color"u8, style.Colour);
        }

        if (style.Subtle)
        {
            json.WriteBoolean("isSubtle"u8, true);
        }
    }

    private void Place(Style style)
    {
        if (style.Spacing is not null)
        {
            json.WriteString("spacing"u8, style.Spacing);
        }

        if (style.ToTheRight)
        {
            json.WriteString("horizontalAlignment"u8, "Right"u8);
        }
    }
}
