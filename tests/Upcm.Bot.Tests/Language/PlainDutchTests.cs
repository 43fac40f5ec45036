using System.Text.RegularExpressions;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Importing;
using Upcm.Bot.Tests.Programme;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Language;

/// <summary>
/// Dutch on the screen is read at level B1. Every Dutch text of the code and of the programme is held to a list of our own
/// (<c>plain-dutch.txt</c>): words with a plain twin, and words of the programme that someone can ask the meaning of.
/// </summary>
public sealed partial class PlainDutchTests
{
    /// <summary>In the code a sentence is cut where a value comes in, so it is longer on the screen than here.</summary>
    private const int LongestSentence = 25;

    /// <summary>What tells a Dutch text: words that English does not have.</summary>
    private static readonly HashSet<string> Dutch = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "het", "een", "en", "je", "niet", "dat", "die", "voor", "van", "op", "met", "zijn", "wordt", "er", "nog", "kan", "wat", "ook", "maar", "om", "wie", "waar",
    };

    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase) { "the", "and", "you", "not", "what", "who", "this", "your", "that", "to" };

    private static readonly string[] List = File.ReadAllLines(Path.Combine(Desk.Root, "tests", "Upcm.Bot.Tests", "Language", "plain-dutch.txt"));

    private static readonly IReadOnlyDictionary<string, string> Plain = Under("[gewoon]").Select(static line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .SelectMany(static pair => pair[0].Split(',', StringSplitOptions.TrimEntries), static (pair, word) => (word, twin: pair[1]))
        .ToDictionary(static one => one.word, static one => one.twin, StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<IReadOnlyList<(string Where, string Text)>> Texts = new(static () =>
    [
        .. Shipped.Texts().Select(static text => (text.Where, text.Text.Nl)),
        .. PlainWordsTests.Texts(typeof(Router).Assembly).Concat(PlainWordsTests.Texts(typeof(Card).Assembly)).Concat(PlainWordsTests.Texts(typeof(Initiative).Assembly))
            .Where(IsDutch).Select(static text => ("the code", text)),
    ]);

    [Fact]
    public void A_word_above_B1_has_a_plain_twin_and_that_is_what_is_said() =>
        Assert.Empty(Texts.Value.SelectMany(static text => Hard(text.Text).Select(word => $"\"{word}\", say \"{Plain[word]}\": {text.Text} ({text.Where})")));

    [Fact]
    public void Sentences_are_of_25_words_at_most() =>
        Assert.Empty(Texts.Value.SelectMany(static text => Sentences(text.Text).Where(static sentence => WordsOf(sentence).Count() > LongestSentence)));

    public static TheoryData<string> Explained() => [.. Under("[uitgelegd]")];

    [Theory]
    [MemberData(nameof(Explained))]
    public async Task A_word_of_the_programme_that_stays_is_explained_to_who_asks(string word)
    {
        await using var bot = new Talker();
        var answer = await bot.Say($"wat is een {word}");
        var term = Assert.Single(Shipped.Programme.Terms, term => term.Name.Nl.Equals(word, StringComparison.OrdinalIgnoreCase) || term.Also.Contains(word, StringComparer.OrdinalIgnoreCase));
        Assert.Contains(term.Meaning.Nl, answer, StringComparison.Ordinal);
        Assert.Empty(Hard(term.Meaning.Nl));
    }

    [Fact]
    public void The_list_and_the_texts_are_there()
    {
        Assert.InRange(Plain.Count, 150, 1000);
        Assert.InRange(Texts.Value.Count, 1500, 50_000);
        Assert.Equal(["Indien"], Hard("Indien dit klopt, zeg dan ja."));
        Assert.Empty(Hard("De primaire-kleurenkaart"));
        Assert.True(IsDutch("Dit is een zin van het programma."));
        Assert.False(IsDutch("This is one of the programme."));
    }

    private static IEnumerable<string> Hard(string text) => HardWord.Matches(text).Select(static match => match.Value);

    private static bool IsDutch(string text) => WordsOf(text).Count(Dutch.Contains) >= 2 && !WordsOf(text).Any(English.Contains);

    private static IEnumerable<string> WordsOf(string text) => AnyWord().Matches(text).Select(static match => match.Value);

    private static string[] Sentences(string text) => text.Split(['.', '?', ':', ';', '\n'], StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Under(string heading) => List.SkipWhile(line => line != heading).Skip(1)
        .TakeWhile(static line => !line.StartsWith('[')).Where(static line => line.Length > 0 && line[0] != '#');

    private static readonly Regex HardWord = new(
        $@"(?<![\w-])({string.Join('|', Plain.Keys.Select(Regex.Escape))})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"[\p{L}\p{N}'’-]+")]
    private static partial Regex AnyWord();
}
