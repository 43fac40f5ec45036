using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Upcm.Bot.Addresses;

namespace Upcm.Bot.Pictures;

/// <summary>Addresses of pictures. An address holds what the picture shows, so nobody learns more from it than from the picture.</summary>
/// <param name="home">Where the bot is reached from outside, over https.</param>
/// <param name="key">At least 32 secret bytes, the same on every replica.</param>
/// <param name="lifetime">How long a card keeps its picture.</param>
public sealed class PictureLinks(Uri home, byte[] key, TimeProvider clock, TimeSpan lifetime)
{
    private const byte Radar = (byte)'r';
    private const byte Bars = (byte)'b';
    private const byte Map = (byte)'m';
    private const byte Profile = (byte)'p';
    private const byte Timeline = (byte)'t';
    private const byte Heat = (byte)'h';

    private readonly Uri folder = home.Below("pictures/");
    private readonly SignedTokens tokens = new(key, clock);

    /// <summary>The same picture has the same address for a while, so that a client need not fetch it twice.</summary>
    public Uri Address(IPicture picture) => picture switch
    {
        RadarPicture radar => Address(Radar, JsonSerializer.SerializeToUtf8Bytes(radar, PictureJson.Default.RadarPicture)),
        BarsPicture bars => Address(Bars, JsonSerializer.SerializeToUtf8Bytes(bars, PictureJson.Default.BarsPicture)),
        MapPicture map => Address(Map, JsonSerializer.SerializeToUtf8Bytes(map, PictureJson.Default.MapPicture)),
        ProfilePicture profile => Address(Profile, JsonSerializer.SerializeToUtf8Bytes(profile, PictureJson.Default.ProfilePicture)),
        TimelinePicture timeline => Address(Timeline, JsonSerializer.SerializeToUtf8Bytes(timeline, PictureJson.Default.TimelinePicture)),
        HeatPicture heat => Address(Heat, JsonSerializer.SerializeToUtf8Bytes(heat, PictureJson.Default.HeatPicture)),
        _ => throw new NotSupportedException(picture?.GetType().Name),
    };

    /// <summary>The picture of an address, if we made it and it has not ended.</summary>
    /// <param name="end">When it ends.</param>
    public bool TryRead(string token, [NotNullWhen(true)] out IPicture? picture, out DateTimeOffset end)
    {
        var read = tokens.Read(token);
        end = read?.End ?? default;
        picture = read is { HasEnded: false } ? Read(read.Kind, read.Content.Span) : null;
        return picture is not null;
    }

    private Uri Address(byte kind, byte[] content) => new(folder, tokens.Sign(kind, content, End()) + ".png");

    /// <summary>Whole days, so that the address changes once a day and not every second.</summary>
    private DateTimeOffset End() => new(clock.GetUtcNow().Add(lifetime).UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

    /// <summary>Null for what an older or newer version signed and this one cannot draw.</summary>
    private static IPicture? Read(byte kind, ReadOnlySpan<byte> content)
    {
        try
        {
            return kind switch
            {
                Radar => JsonSerializer.Deserialize(content, PictureJson.Default.RadarPicture),
                Bars => JsonSerializer.Deserialize(content, PictureJson.Default.BarsPicture),
                Map => JsonSerializer.Deserialize(content, PictureJson.Default.MapPicture),
                Profile => JsonSerializer.Deserialize(content, PictureJson.Default.ProfilePicture),
                Timeline => JsonSerializer.Deserialize(content, PictureJson.Default.TimelinePicture),
                Heat => JsonSerializer.Deserialize(content, PictureJson.Default.HeatPicture),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
