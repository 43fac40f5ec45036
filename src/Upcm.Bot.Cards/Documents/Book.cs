namespace Upcm.Bot.Cards.Documents;

/// <summary>Tables to reckon with, in one language, knowing no format. The rows of a table may be more than fit in memory.</summary>
/// <param name="Title">What it is: <c>Portfolio Realisatie</c>.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="About">What it is, of when, for whom, and how to read it.</param>
/// <param name="Sheets">The first is what it is about.</param>
public sealed record Book(string Title, string Language, IReadOnlyList<Fact> About, IReadOnlyList<Sheet> Sheets) : IContent;

/// <param name="Name">At most 31 characters, which is what spreadsheets take.</param>
/// <param name="Rows">A value for each column: text, a number, a <see cref="DateOnly"/>, or null where nothing is known.</param>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows);

/// <param name="Width">In characters.</param>
public sealed record Column(string Name, ColumnKind Kind = ColumnKind.Text, int Width = 16);

/// <summary>How the values of a column are written.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>A number, with decimals where it has them.</summary>
    Number,

    /// <summary>An amount of whole euros.</summary>
    Euro,
    Day,
}
