using System.Text.RegularExpressions;
using Upcm.Bot.Tests.Importing;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>
/// The programme is data (ADR 4): what it calls its people, meetings, teams, regions and claims stands in its files and in no text of
/// the code. The words are those of the programme that comes with the bot, as far as another programme calls the same otherwise:
/// what both say is plain Dutch or English.
/// </summary>
public sealed partial class NothingHardWiredTests
{
    private static readonly string[] OfThisProgrammeAlone =
        ["handboek", "handbook", .. Named(Shipped.Programme).Except(Named(Programmes.Of("warmte")), StringComparer.OrdinalIgnoreCase).Where(static word => word.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase)];

    [Fact]
    public void No_text_in_the_code_has_a_word_of_the_programme()
    {
        var word = new Regex($@"(?<![\w-])({string.Join('|', OfThisProgrammeAlone.Select(Regex.Escape))})(?![\w])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        string[] found =
        [
            .. from file in Directory.EnumerateFiles(Path.Combine(Desk.Root, "src"), "*.cs", SearchOption.AllDirectories)
               where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
               from line in File.ReadLines(file).Index()
               where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal)
               from literal in Literal().Matches(line.Item)
               where literal.Value.Contains(' ', StringComparison.Ordinal) && !literal.Value.Contains("(?", StringComparison.Ordinal) && word.IsMatch(Hole().Replace(literal.Value, " "))
               select $"{Path.GetFileName(file)}({line.Index + 1}): {literal.Value}",
        ];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("KBO")]
    [InlineData("koersbepalers")]
    [InlineData("teamtrekker")]
    [InlineData("ondersteuningsteam")]
    [InlineData("change makers")]
    [InlineData("target group")]
    [InlineData("doelgroepen")]
    [InlineData("SBI-code")]
    [InlineData("provincies")]
    [InlineData("CO₂")]
    [InlineData("kton")]
    [InlineData("2019")]
    [InlineData("Gelderland")]
    [InlineData("CESI")]
    [InlineData("Kennisintegratie")]
    public void What_is_looked_for_are_words_such_as(string word) => Assert.Contains(word, OfThisProgrammeAlone, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Named(WorkingMethod method) =>
    [
        method.Name.Nl, method.Name.En,
        .. method.Names.Offices.Values.Append(method.Names.SteeringMeeting).Append(method.Names.KeyPlayer).Append(method.Names.ChangeMaker).Append(method.Names.TargetGroup)
            .Append(method.Names.ProductCode).Append(method.Names.Region).SelectMany(static name => Both(name.One).Concat(Both(name.Many))),
        .. Both(method.Claims.Effect), .. Both(method.Claims.Unit).Concat(Both(method.Claims.ValueAgainst)).SelectMany(static text => text.Split(' ')),
        .. method.Figures.TogetherWith is { } other ? Both(other) : [],
        .. method.Teams.SelectMany(static team => Both(team.Name).Append(team.Id)),
        .. method.Teams.Select(static team => team.ProjectType).OfType<Item>().SelectMany(static type => Both(type.Name)),
        .. method.Regions.SelectMany(static item => Both(item.Name)),
    ];

    private static IEnumerable<string> Both(Words words) => [words.Nl, words.En];

    /// <summary>A text in quotes (a pattern that reads units is none); one within the hole of another is looked at as part of it.</summary>
    [GeneratedRegex(@"""(\\.|[^""\\])*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    /// <summary>What is filled in is no text.</summary>
    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
