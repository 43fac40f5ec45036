using System.Globalization;
using System.Text;

using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>
/// docs/glossary.md is the list of words for people who read rather than ask. It is written from the programme: run the
/// tests with WRITE_GLOSSARY=1 after changing a word.
/// </summary>
public sealed class GlossaryTests
{
    private const string Head = """
        # Glossary

        The words of the programme, as the bot explains them. Written from `words.yaml` in `src/Upcm.Bot/Programme/upcm`; change
        a word there, then run the tests of Upcm.Bot with `WRITE_GLOSSARY=1`.

        | Nederlands | English | Ook | Betekenis | Meaning |
        |---|---|---|---|---|

        """;

    [Fact]
    public void The_glossary_says_what_the_programme_says()
    {
        var path = Path.Combine(Root(), "docs", "glossary.md");
        var wanted = Written(Shipped.Programme.Terms);
        if (Environment.GetEnvironmentVariable("WRITE_GLOSSARY") == "1")
        {
            File.WriteAllText(path, wanted);
        }

        Assert.Equal(wanted, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Written(IEnumerable<Term> terms)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var term in terms.OrderBy(term => term.Name.Nl, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(CultureInfo.InvariantCulture, $"| **{term.Name.Nl}** | {term.Name.En} | {string.Join(", ", term.Also)} | {term.Meaning.Nl} | {term.Meaning.En} |\n");
        }

        return text.ToString();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The root of the repository.");
        }

        return folder;
    }
}
