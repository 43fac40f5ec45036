using System.Buffers;
using System.Text;

namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>
/// Keeps what people typed from being read as anything but text. A TextBlock is read as markdown and clients disagree on
/// backslashes in it (github.com/microsoft/AdaptiveCards/issues/5590), so nothing is escaped: a line that could be read
/// as markdown goes into a RichTextBlock, which never is
/// (learn.microsoft.com/adaptive-cards/authoring-cards/text-features). A TextBlock is kept for the rest: it can be a heading.
/// </summary>
internal static class Literal
{
    /// <summary>Seen by no one; it only stands between two characters that mean something together.</summary>
    public const char Nothing = '\u200B';

    private const char HairSpace = '\u200A';

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_[]\\`<>&#~|{}^=+@$\t");

    private static readonly SearchValues<char> Steering = SearchValues.Create("<{");

    /// <summary>True where markdown, however a client reads it, leaves the line as it is.</summary>
    public static bool IsPlain(ReadOnlySpan<char> line) =>
        !line.ContainsAny(Marks)
        && !line.Contains("://", StringComparison.Ordinal)
        && !line.Contains("www.", StringComparison.OrdinalIgnoreCase)
        && !StartsList(line)
        && (line.IsEmpty || (!char.IsWhiteSpace(line[0]) && !char.IsWhiteSpace(line[^1])));

    /// <summary>
    /// The text for where no markdown is read. Functions such as <c>{{DATE(…)}}</c> work even there
    /// (learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-formatting-and-localization), and
    /// <c>&lt;at&gt;</c> names a mention (…/cards-format#mention-support-within-adaptive-cards): both are taken apart.
    /// </summary>
    public static string Shown(string text)
    {
        text = Readable.Of(text);
        return text.AsSpan().ContainsAny(Steering) ? Apart(text, static (before, after) =>
            (before == '{' && after == '{') || (before == '<' && (char.IsAsciiLetter(after) || after is '/' or '!' or '?'))) : text;
    }

    /// <summary>
    /// The label of a choice: plain in a list that opens, but markdown beside a radio button or a check box in the reference
    /// renderer (useMarkdownInRadioButtonAndCheckbox), so neither a mark nor a backslash may stand as it is. A hair space
    /// beside a mark keeps it from opening or closing anything.
    /// </summary>
    public static string Choice(string text)
    {
        text = Shown(text.ReplaceLineEndings(" "));
        if (IsPlain(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 8);
        shown.Append(Nothing);
        foreach (var c in text)
        {
            _ = c switch
            {
                '*' or '_' or '~' or '=' => shown.Append(HairSpace).Append(c).Append(HairSpace),
                // A pair of these is code whatever stands beside them, so a look-alike takes their place.
                '`' => shown.Append('\u02CB'),
                '[' or ']' or '\\' or '&' or '<' or '!' or ':' => shown.Append(c).Append(Nothing),
                _ => shown.Append(c),
            };
        }

        return shown.ToString();
    }

    private static bool StartsList(ReadOnlySpan<char> line)
    {
        var start = line.TrimStart();
        if (start.StartsWith('-'))
        {
            return true;
        }

        var digits = start.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && start[digits] is '.' or ')' && (digits + 1 == start.Length || char.IsWhiteSpace(start[digits + 1]));
    }

    private static string Apart(string text, Func<char, char, bool> together)
    {
        var shown = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && together(text[i - 1], text[i]))
            {
                shown.Append(Nothing);
            }

            shown.Append(text[i]);
        }

        return shown.ToString();
    }
}
