using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>Puts a picture in a card; where nobody could fetch it (a terminal) its words stand there instead.</summary>
/// <param name="links">Null where the bot has no address of its own.</param>
public sealed class Illustrations(PictureLinks? links = null)
{
    public Element Of(RadarPicture picture) => Of(picture, links?.Address(picture));

    public Element Of(BarsPicture picture) => Of(picture, links?.Address(picture));

    public Element Of(MapPicture picture) => Of(picture, links?.Address(picture));

    public Element Of(ProfilePicture picture) => Of(picture, links?.Address(picture));

    public Element Of(TimelinePicture picture) => Of(picture, links?.Address(picture));

    public Element Of(HeatPicture picture) => Of(picture, links?.Address(picture));

    private static Element Of(IPicture picture, Uri? address) => address is null ? new Text(picture.InWords) : new Picture(address, picture.InWords);
}
