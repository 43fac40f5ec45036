using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Upcm.Bot.Documents.Word;

/// <summary>Plain text in paragraphs of a style.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string text, string style, JustificationValues? align = null)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (align is { } where)
        {
            properties.Append(new Justification { Val = where });
        }

        return new Paragraph([properties, .. Runs(text)]);
    }

    /// <summary>A line feed becomes a new line in the same paragraph.</summary>
    public static IEnumerable<Run> Runs(string text, string? colour = null)
    {
        var lines = XmlText.Valid(text).Split('\n');
        var run = new Run();
        if (colour is not null)
        {
            run.Append(new RunProperties(new Color { Val = colour }));
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return [run];
    }
}
