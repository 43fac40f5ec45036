using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>Puts a picture in a card; where nobody could fetch it (a terminal) its words stand there instead.</summary>
/// <param name="links">Null where the bot has no address of its own.</param>
public sealed class Illustrations(PictureLinks? links = null)
{
    public Element Of(IPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return links is null ? new Text(picture.InWords) : new Picture(links.Address(picture), picture.InWords);
    }

    /// <summary>Pictures whose numbers stand beside them already; nothing where nobody could fetch them.</summary>
    public IEnumerable<Element> Beside(params IEnumerable<IPicture> pictures) => links is null ? [] : pictures.Select(Of);
}
