using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Upcm.Bot.Addresses;

namespace Upcm.Bot.Pictures;

/// <summary>Addresses of pictures. An address holds what the picture shows, so nobody learns more from it than from the picture.</summary>
/// <param name="home">Where the bot is reached from outside, over https.</param>
/// <param name="key">At least 32 secret bytes, the same on every replica.</param>
/// <param name="lifetime">How long a card keeps its picture; afterwards its words stand there.</param>
/// <param name="erased">Stands for all that was erased so far. After each erasure every address of before opens nothing any more: what it shows may name who was erased, and it is kept where nobody can erase it.</param>
public sealed class PictureLinks(Uri home, byte[] key, TimeProvider clock, TimeSpan lifetime, Func<string>? erased = null)
{
    private const byte Radar = (byte)'r';
    private const byte Bars = (byte)'b';
    private const byte Map = (byte)'m';
    private const byte Profile = (byte)'p';
    private const byte Timeline = (byte)'t';
    private const byte Heat = (byte)'h';

    private readonly Uri folder = home.Below("pictures/");
    private volatile Signing signing = new("", new SignedTokens(key, clock));

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
        var read = Tokens.Read(token);
        end = read?.End ?? default;
        picture = read is { HasEnded: false } ? Read(read.Kind, read.Content.Span) : null;
        return picture is not null;
    }

    private Uri Address(byte kind, byte[] content) => new(folder, Tokens.Sign(kind, content, End()) + ".png");

    private SignedTokens Tokens
    {
        get
        {
            var now = erased?.Invoke() ?? "";
            if (signing.Erased != now)
            {
                signing = new Signing(now, new SignedTokens(now.Length == 0 ? key : HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(now)), clock));
            }

            return signing.Tokens;
        }
    }

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

    private sealed record Signing(string Erased, SignedTokens Tokens);
}
