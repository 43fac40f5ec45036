using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Programme;

namespace Upcm.Bot.Importing;

/// <summary>Something in a portfolio file that has to be put right before any of it is written.</summary>
/// <param name="Field">Where in the structure: <c>initiatives[3].reports[0].finance.spent</c>.</param>
internal sealed record ImportProblem(Place At, string Field, Phrase Message)
{
    /// <summary>In the form editors and terminals make clickable: <c>portfolio.yaml(12,5): …</c></summary>
    public string In(CultureInfo culture) => $"{At.File}({At.Line},{At.Column}): {(Field.Length > 0 ? $"{Field}: " : "")}{Message.In(culture)}";
}

/// <summary>Every problem is counted, the first ones are kept: a file with a wrong column has as many as it has rows.</summary>
internal sealed class ImportProblems
{
    public const int Most = 50;

    private readonly List<ImportProblem> kept = [];

    public int Count { get; private set; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ImportProblem> Kept => [.. kept.OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)];

    public void Report(Place at, string field, Phrase message)
    {
        Count++;
        if (kept.Count < Most)
        {
            kept.Add(new ImportProblem(at, field, message));
        }
    }

    public void Report(Place at, string field, string nl, string en) => Report(at, field, new Phrase(nl, en));
}
