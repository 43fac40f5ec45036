using System.Text.RegularExpressions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>
/// What people wrote stays in the language they wrote it in; where a document holds such text in the other language, it says so. No
/// text knows its language, so it is told by the small words that the other language has not.
/// </summary>
internal static partial class WrittenIn
{
    private const int LongestInName = 3;

    private static readonly Phrase Note = new(
        "Wat mensen hebben ingevuld, staat er in de taal waarin zij het schreven. Niet alles is daarom Nederlands.",
        "What people filled in is shown in the language they wrote it in, so not everything is in English.");

    /// <summary>No words that English has too, such as "door", "met" and "die".</summary>
    private static readonly HashSet<string> Dutch =
    [
        "aan", "als", "bij", "dat", "de", "dit", "een", "en", "er", "geen", "het", "hun", "ik", "maar", "meer", "minder", "naar", "niet", "nog", "om", "onder", "ook", "op", "te", "tegen", "tot",
        "tussen", "uit", "van", "voor", "waar", "wat", "wel", "welke", "werd", "wij", "wordt", "worden", "zijn", "zonder", "zou", "zullen",
    ];

    /// <summary>No words that Dutch has too, such as "of", "we" and "was".</summary>
    private static readonly HashSet<string> English =
    [
        "and", "are", "be", "been", "but", "by", "can", "for", "from", "has", "have", "how", "into", "its", "less", "more", "not", "on", "or", "our", "should", "than", "that", "the", "their", "there",
        "these", "this", "to", "were", "what", "when", "which", "who", "will", "with", "without",
    ];

    /// <summary>The document, beginning with that note where it is needed.</summary>
    public static IContent Told(IContent content) => content is Document document && Texts(document).Any(text => IsForeign(text, document.Language))
        ? document with { Body = [new Paragraph(Note.In(Cultures.Of(document.Language)), Tone.Subtle), .. document.Body] }
        : content;

    private static IEnumerable<string> Texts(Document document) => document.Body.SelectMany(block => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        Listing listing => listing.Lines,
        FactList facts => facts.Rows.Select(row => row.Value),
        Grid grid => grid.Rows.SelectMany(row => row.Select(cell => cell.Text)),
        _ => Array.Empty<string>(),
    }).Append(document.Title);

    /// <summary>True where more words are of the other language than of the document's own.</summary>
    private static bool IsForeign(string text, string language)
    {
        List<string> words = [.. Words().Matches(text).Select(static word => word.Value)];
        List<string> told = [.. words.Where((_, at) => !IsInName(words, at)).Select(static word => word.ToLowerInvariant())];
        var (dutch, english) = (told.Count(Dutch.Contains), told.Count(English.Contains));
        return language == "en" ? dutch > english : english > dutch;
    }

    /// <summary>True for the small words of a name: <c>Jan van de Velde</c>, <c>Bank of America</c>.</summary>
    private static bool IsInName(List<string> words, int at)
    {
        while (at < words.Count && words[at].Length <= LongestInName && char.IsLower(words[at][0]))
        {
            at++;
            if (at < words.Count && char.IsUpper(words[at][0]))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
