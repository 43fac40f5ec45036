using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Upcm.Bot.Conversation;

/// <summary>
/// Which messages and presses were taken in a place lately, to recognise a resend: the last hundred, each for a day. Platforms
/// send again within a minute. It is written anew at every turn, so it has to stay small.
/// </summary>
/// <param name="Id">The place, as a digest: the ids of platforms may be long.</param>
/// <param name="Taken">For each, the newest first: 8 bytes of digest of its id, and when it came, in UTC ticks; little-endian.</param>
public sealed record HeardLately(string Id, ReadOnlyMemory<byte> Taken)
{
    public const int Most = 100;
    private const int Size = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public static HeardLately Nothing(string place) => new(IdOf(place), ReadOnlyMemory<byte>.Empty);

    public static string IdOf(string place) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 16));

    public bool Has(string message, DateTimeOffset now)
    {
        var digest = DigestOf(message);
        for (var taken = Taken.Span; taken.Length >= Size; taken = taken[Size..])
        {
            if (BinaryPrimitives.ReadUInt64LittleEndian(taken) == digest && IsKept(taken, now))
            {
                return true;
            }
        }

        return false;
    }

    public HeardLately With(string message, DateTimeOffset now)
    {
        var before = Taken.Span;
        var kept = 0;
        while (kept < Most - 1 && before.Length >= (kept + 1) * Size && IsKept(before[(kept * Size)..], now))
        {
            kept++;
        }

        var taken = new byte[(kept + 1) * Size];
        BinaryPrimitives.WriteUInt64LittleEndian(taken, DigestOf(message));
        BinaryPrimitives.WriteInt64LittleEndian(taken.AsSpan(8), now.UtcTicks);
        before[..(kept * Size)].CopyTo(taken.AsSpan(Size));
        return this with { Taken = taken };
    }

    private static ulong DigestOf(string message) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(message));

    private static bool IsKept(ReadOnlySpan<byte> taken, DateTimeOffset now) =>
        now.UtcTicks - BinaryPrimitives.ReadInt64LittleEndian(taken[8..]) < Kept.Ticks;
}
