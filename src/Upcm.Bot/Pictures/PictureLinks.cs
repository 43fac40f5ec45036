using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace Upcm.Bot.Pictures;

/// <summary>
/// Addresses of pictures. An address holds what the picture shows, so nothing is looked up and nobody learns more from it than
/// from the picture; it is signed, so that nobody else makes one; and it ends. Teams fetches pictures without signing in.
/// </summary>
/// <param name="home">Where the bot is reached from outside, over https.</param>
/// <param name="key">At least 32 secret bytes, the same on every replica.</param>
/// <param name="lifetime">How long a card keeps its picture.</param>
public sealed class PictureLinks(Uri home, byte[] key, TimeProvider clock, TimeSpan lifetime)
{
    /// <summary>The longest address we make; clients and proxies stop at about 2000 characters, a picture needs about 500.</summary>
    internal const int LongestToken = 1900;

    private const int SignatureLength = HMACSHA256.HashSizeInBytes;
    private const int EndLength = sizeof(long);
    private const int HeaderLength = SignatureLength + 1 + EndLength;
    private const byte Radar = (byte)'r';
    private const byte Bars = (byte)'b';

    private readonly Uri folder = new(home.AbsoluteUri.EndsWith('/') ? home : new Uri(home.AbsoluteUri + "/"), "pictures/");
    private readonly byte[] key = key.Length >= 32 ? key : throw new ArgumentException("The key for pictures needs 32 bytes.", nameof(key));

    /// <summary>The same picture has the same address for a while, so that a client need not fetch it twice.</summary>
    public Uri Address(RadarPicture picture) => Address(Radar, JsonSerializer.SerializeToUtf8Bytes(picture, PictureJson.Default.RadarPicture));

    /// <inheritdoc cref="Address(RadarPicture)"/>
    public Uri Address(BarsPicture picture) => Address(Bars, JsonSerializer.SerializeToUtf8Bytes(picture, PictureJson.Default.BarsPicture));

    /// <summary>The picture of an address, if we made it and it has not ended.</summary>
    /// <param name="end">When it ends.</param>
    public bool TryRead(string token, [NotNullWhen(true)] out IPicture? picture, out DateTimeOffset end)
    {
        (picture, end) = (null, default);
        if (token.Length > LongestToken || !Decoded(token, out var bytes) || bytes.Length < HeaderLength)
        {
            return false;
        }

        Span<byte> signature = stackalloc byte[SignatureLength];
        HMACSHA256.HashData(key, bytes.AsSpan(SignatureLength), signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, bytes.AsSpan(0, SignatureLength)))
        {
            return false;
        }

        end = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(SignatureLength + 1)));
        picture = end > clock.GetUtcNow() ? Read(bytes[SignatureLength], bytes.AsSpan(HeaderLength)) : null;
        return picture is not null;
    }

    private Uri Address(byte kind, byte[] content)
    {
        var bytes = new byte[HeaderLength + content.Length];
        bytes[SignatureLength] = kind;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(SignatureLength + 1), End().ToUnixTimeSeconds());
        content.CopyTo(bytes, HeaderLength);
        HMACSHA256.HashData(key, bytes.AsSpan(SignatureLength), bytes);
        var token = Base64Url.EncodeToString(bytes);
        return token.Length <= LongestToken
            ? new Uri(folder, token + ".png")
            : throw new ArgumentException($"The words of this picture are too long for an address ({token.Length} characters).", nameof(content));
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
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Decoded(string token, out byte[] bytes)
    {
        // Asked first, since Try… throws for characters that are not of the alphabet.
        bytes = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        // One address for one picture: other spellings of the same bytes are not ours.
        return string.Equals(Base64Url.EncodeToString(bytes), token, StringComparison.Ordinal);
    }
}
