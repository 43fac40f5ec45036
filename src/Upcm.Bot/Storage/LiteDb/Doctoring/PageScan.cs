using System.Buffers.Binary;
using LiteDB;

namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>
/// Reads the documents of a LiteDB 5 file from its data pages alone, past LiteDB and its indexes: so a page that is broken costs
/// what stands on it and nothing else. Needs the names of the collections, which stand on the first page.
/// </summary>
/// <remarks>
/// Pages are 8192 bytes. A page begins with its number (u32), its kind (u8: 4 is data) and, at 19, the number of its collection;
/// at 30 the highest slot that is used. From the end on go the slots of 4 bytes: length and position of an item (u16 each). An item
/// begins with whether it continues another (u8) and where it is continued (u32 page, u8 slot; page 2^32-1 for nowhere). All
/// little-endian. Taken from LiteDB 5.0.20, <c>Engine/Pages/BasePage.cs</c>, <c>HeaderPage.cs</c> and <c>Engine/Structures/DataBlock.cs</c>.
/// </remarks>
internal sealed class PageScan : IDisposable
{
    private const int Size = 8192;
    private const int Head = 32;
    private const int ItemHead = 6;
    private const int CollectionsAt = 192;
    private const byte Data = 4;
    private const int LongestChain = 3000; // 16 MB and more
    private readonly FileStream file;
    private readonly Dictionary<uint, string> names = [];

    public PageScan(string path)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            var first = Page(0) ?? throw new StoreDamagedException($"{path} has no first page.");
            foreach (var (name, page) in Document(first.AsSpan(CollectionsAt)))
            {
                names[(uint)page.AsInt32] = name;
            }
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            file.Dispose();
            throw new StoreDamagedException($"The first page of {path} cannot be read, and without it nothing on the others. Restore a backup.", broken);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The names of the collections.</summary>
    public IEnumerable<string> Collections => names.Values;

    /// <summary>What broke can show in any of these ways.</summary>
    public static bool IsDamage(Exception failure) => failure is LiteException or StoreDamagedException or InvalidCastException or FormatException or OverflowException
        or ArgumentException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException or EndOfStreamException or NotSupportedException or InvalidOperationException;

    /// <summary>Every document with the name of its collection; where one cannot be read, null and where that is.</summary>
    public IEnumerable<(string Collection, BsonDocument? Document, string Where)> Documents()
    {
        for (var number = 0u; number < file.Length / Size; number++)
        {
            var page = Page(number);
            if (page is null || page[4] != Data)
            {
                continue; // an index, or of no use any more; what an index page breaks, the walk over the indexes finds
            }

            if (BinaryPrimitives.ReadUInt32LittleEndian(page) != number || !names.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(19)), out var collection))
            {
                yield return ("", null, $"page {number}");
                continue;
            }

            for (var slot = 0; slot <= page[30] && page[30] != byte.MaxValue; slot++)
            {
                if (!Begins(page, slot, out var broken))
                {
                    if (broken)
                    {
                        yield return (collection, null, $"page {number}, item {slot}");
                    }

                    continue;
                }

                yield return (collection, Read(page, slot), $"page {number}, item {slot}");
            }
        }
    }

    public void Dispose() => file.Dispose();

    private static bool Begins(byte[] page, int slot, out bool broken)
    {
        var (at, length) = Slot(page, slot);
        broken = at != 0 && (at < Head || length < ItemHead || at + length > Size);
        return at != 0 && !broken && page[at] == 0;
    }

    private static (int At, int Length) Slot(byte[] page, int slot)
    {
        var entry = page.AsSpan(Size - ((slot + 1) * 4));
        return (BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]), BinaryPrimitives.ReadUInt16LittleEndian(entry));
    }

    private BsonDocument? Read(byte[] page, int slot)
    {
        try
        {
            using var bytes = new MemoryStream();
            for (var links = 0; links < LongestChain; links++)
            {
                var (at, length) = Slot(page, slot);
                var item = page.AsSpan(at, length);
                bytes.Write(item[ItemHead..]);
                var next = BinaryPrimitives.ReadUInt32LittleEndian(item[1..]);
                slot = item[5];
                if (next == uint.MaxValue)
                {
                    return Document(bytes.ToArray());
                }

                page = Page(next) ?? throw new EndOfStreamException();
            }
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            // told by null
        }

        return null;
    }

    private static BsonDocument Document(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return BsonSerializer.Deserialize(bytes[..length].ToArray(), utcDate: true);
    }

    private byte[]? Page(uint number)
    {
        var page = new byte[Size];
        file.Position = (long)number * Size;
        return file.ReadAtLeast(page, Size, throwOnEndOfStream: false) == Size ? page : null;
    }
}
