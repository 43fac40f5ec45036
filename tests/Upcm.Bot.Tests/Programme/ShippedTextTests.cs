using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

public sealed class ShippedTextTests
{
    /// <summary>Names and codes, and words that Dutch and English share.</summary>
    private static readonly HashSet<string> SameInBoth = new(StringComparer.Ordinal)
    {
        "KIA-CM", "Regieteam", "PACE", "CIRCO", "Holland Circular Hotspot", "Human Capital Agenda",
        "Groningen", "Friesland", "Drenthe", "Overijssel", "Flevoland", "Gelderland", "Utrecht", "Zeeland", "Limburg",
        "project", "portfolio", "cluster", "stakeholder", "linking pin", "change maker", "commitment", "sweet spot", "issue",
        "UPCM", "linking pins", "CO₂", "CESI", "Business cases", "Change makers", "change makers", "euro per kg", "index (2019 = 100)", "dashboard", "holacracy", "check-in", "recycling", "urban mining", "smart industry", "S-curve", "X-curve",
    };

    [Fact]
    public void Every_text_is_there_in_two_languages_that_differ_unless_it_is_a_name_or_a_shared_word() =>
        Refuse(text => text.Text.Nl == text.Text.En && !SameInBoth.Contains(text.Text.Nl));

    [Fact]
    public void Nothing_is_allowed_that_no_longer_occurs() =>
        Assert.Subset(Shipped.Texts().Where(text => text.Text.Nl == text.Text.En).Select(text => text.Text.Nl).ToHashSet(), SameInBoth);

    [Fact]
    public void No_text_raises_its_voice() =>
        Refuse(text => (text.Text.Nl + text.Text.En).Contains('!'));

    [Fact]
    public void Dutch_is_said_to_je() =>
        Refuse(text => WordsIn(text.Text.Nl).Intersect(["u", "uw"], StringComparer.OrdinalIgnoreCase).Any());

    /// <summary>Reading level B1: short sentences, one thing at a time.</summary>
    [Fact]
    public void Sentences_are_short() =>
        Refuse(text => new[] { text.Text.Nl, text.Text.En }
            .SelectMany(said => said.Split(['.', '?'], StringSplitOptions.TrimEntries))
            .Any(sentence => WordsIn(sentence).Length > 24));

    /// <summary>Both languages say as much: a text half as long as its counterpart has lost something.</summary>
    [Fact]
    public void Neither_language_says_much_more_than_the_other() =>
        Refuse(text =>
            text.Text.Nl.Length > 60 && (text.Text.En.Length < text.Text.Nl.Length * 0.6 || text.Text.En.Length > text.Text.Nl.Length * 1.5));

    [Fact]
    public void A_text_that_is_a_sentence_ends_like_one() =>
        Refuse(text =>
            (text.Where.EndsWith("Explanation", StringComparison.Ordinal) || text.Where.EndsWith("Meaning", StringComparison.Ordinal)
                || text.Where.EndsWith("Purpose", StringComparison.Ordinal) || text.Where.EndsWith("Obliges", StringComparison.Ordinal))
            && (text.Text.Nl[^1] is not ('.' or '?') || text.Text.En[^1] is not ('.' or '?')));

    private static void Refuse(Func<(string Where, Words Text), bool> wrong)
    {
        var refused = Shipped.Texts().Where(wrong).Select(text => $"{text.Where}: {text.Text.Nl} / {text.Text.En}").ToList();
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    private static string[] WordsIn(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
