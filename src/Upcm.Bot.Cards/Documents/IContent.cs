namespace Upcm.Bot.Cards.Documents;

/// <summary>What a file can hold: a document, a book of tables, an agenda.</summary>
public interface IContent
{
    string Title { get; }

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    string Language { get; }
}
