using System.Buffers.Binary;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Pictures;

namespace Upcm.Bot.Flows.Exporting;

internal static class Figures
{
    /// <summary>A picture as it stands in a document, with its numbers in words.</summary>
    public static Figure Of(IPicture picture)
    {
        var png = picture.Png();
        // A PNG begins with its size: width and height stand at byte 16 and 20.
        return new Figure(
            png, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), picture.InWords);
    }
}
