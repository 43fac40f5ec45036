using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Upcm.Bot.Addresses;

/// <summary>
/// Addresses that open something without signing in, as clients fetch pictures and browsers fetch files. What they open is in
/// them, so nothing is looked up; they are signed, so that nobody else makes one; and they end.
/// </summary>
/// <param name="key">At least 32 secret bytes, the same on every replica.</param>
public sealed class SignedTokens(byte[] key, TimeProvider clock)
{
    /// <summary>The longest token we make; clients and proxies stop at addresses of about 2000 characters.</summary>
    public const int Longest = 1900;

    private const int SignatureLength = HMACSHA256.HashSizeInBytes;
    private const int HeaderLength = SignatureLength + 1 + sizeof(long);

    private readonly byte[] key = key.Length >= AddressKey.Length ? key : throw new ArgumentException($"The key for addresses needs {AddressKey.Length} bytes.", nameof(key));

    /// <param name="kind">What is opened; a token of one kind opens nothing of another.</param>
    /// <exception cref="ArgumentException">The content is too long for an address.</exception>
    public string Sign(byte kind, ReadOnlySpan<byte> content, DateTimeOffset end)
    {
        var bytes = new byte[HeaderLength + content.Length];
        bytes[SignatureLength] = kind;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(SignatureLength + 1), end.ToUnixTimeSeconds());
        content.CopyTo(bytes.AsSpan(HeaderLength));
        HMACSHA256.HashData(key, bytes.AsSpan(SignatureLength), bytes);
        var token = Base64Url.EncodeToString(bytes);
        return token.Length <= Longest
            ? token
            : throw new ArgumentException($"This is too long for an address ({token.Length} characters).", nameof(content));
    }

    /// <summary>What a token of ours holds, also after it ended; null for what we did not sign.</summary>
    public SignedToken? Read(string token)
    {
        if (token.Length > Longest || !Decoded(token, out var bytes) || bytes.Length < HeaderLength)
        {
            return null;
        }

        Span<byte> signature = stackalloc byte[SignatureLength];
        HMACSHA256.HashData(key, bytes.AsSpan(SignatureLength), signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, bytes.AsSpan(0, SignatureLength)))
        {
            return null;
        }

        var end = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(SignatureLength + 1)));
        return new SignedToken(bytes[SignatureLength], bytes.AsMemory(HeaderLength), end, end <= clock.GetUtcNow());
    }

    private static bool Decoded(string token, out byte[] bytes)
    {
        // Asked first, since Try… throws for characters that are not of the alphabet.
        bytes = Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        // One address for one thing: other spellings of the same bytes are not ours.
        return string.Equals(Base64Url.EncodeToString(bytes), token, StringComparison.Ordinal);
    }
}

/// <param name="End">When it ends.</param>
public sealed record SignedToken(byte Kind, ReadOnlyMemory<byte> Content, DateTimeOffset End, bool HasEnded);
