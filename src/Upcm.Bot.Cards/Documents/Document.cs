namespace Upcm.Bot.Cards.Documents;

/// <summary>
/// A document to hand over, in one language, knowing no format: what it says and in which order. Every text is plain. A
/// renderer adds the page header and footer, with the number, name, date and programme, and "page x of y".
/// </summary>
/// <param name="Title">What it is and of what: <c>Impactsheet 20-004 Batterijkast</c>.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>: what it is written in, for who has it read aloud.</param>
public sealed record Document(string Title, string Language) : IContent
{
    /// <summary>One line under the title: version, phase, what a reader should know first.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The programme it was made for; also its author.</summary>
    public required string Programme { get; init; }

    /// <summary>The day it was made.</summary>
    public required DateOnly Date { get; init; }

    public IReadOnlyList<Block> Body { get; init; } = [];
}

/// <summary>A part of a document.</summary>
public abstract record Block;

/// <summary>The name of what follows.</summary>
/// <param name="Level">1 under the title, 2 under a heading of level 1.</param>
public sealed record Heading(string Text, int Level = 1) : Block;

/// <summary>Some lines of text; a line feed in it starts a new line.</summary>
public sealed record Paragraph(string Text, Tone Tone = Tone.Normal) : Block;

public sealed record Listing(IReadOnlyList<string> Lines) : Block;

/// <summary>Name and value, one under the other.</summary>
public sealed record FactList(IReadOnlyList<Fact> Rows) : Block;

/// <summary>A table; its header comes back on every page that it runs over.</summary>
/// <param name="Name">What it shows, for who does not see it.</param>
public sealed record Grid(string Name, IReadOnlyList<GridColumn> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <param name="Share">Its part of the width, beside the others'.</param>
/// <param name="Figures">True for numbers and amounts, which stand right under each other.</param>
public sealed record GridColumn(string Name, double Share = 1, bool Figures = false);

/// <param name="Light">Shown beside the text, which names it: a light is never a colour alone.</param>
public sealed record Cell(string Text, Light Light = Light.None)
{
    public static implicit operator Cell(string text) => new(text);

    public static Cell FromString(string text) => new(text);
}

/// <summary>A picture with what it shows in words, which stand under it too.</summary>
/// <param name="Png">The picture itself.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record Figure(ReadOnlyMemory<byte> Png, int Width, int Height, string Alternative) : Block;
