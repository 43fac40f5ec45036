using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Upcm.Bot.Storage.LiteDb;

/// <summary>
/// One batch in the log, as the state it left behind: applying it twice is applying it once. All numbers little-endian, all texts
/// UTF-8 after their length in seven-bit groups (as <see cref="BinaryWriter"/> writes them).
/// <code>
/// length    u32   of the body
/// checksum  u64   XXH3 of the body
/// body      i64   the number of the last commit before this batch
///           i64   the number of the last commit in it
///           u32   how many documents, and for each: workspace, collection, id, i32 version,
///                 i32 how many keys, the keys, i32 length of the JSON or -1 where it is deleted, the JSON
///           u32   how many counters, and for each: workspace, counter, i64 value
/// </code>
/// </summary>
internal readonly ref struct LogRecord
{
    private const int Head = 12;
    private const int Least = 24; // a body without documents and counters
    private readonly ReadOnlySpan<byte> body;

    private LogRecord(ReadOnlySpan<byte> body) => this.body = body;

    /// <summary>The number of the last commit before it.</summary>
    public long Before => BinaryPrimitives.ReadInt64LittleEndian(body);

    public long Last => BinaryPrimitives.ReadInt64LittleEndian(body[8..]);

    /// <param name="stream">Written over; the record stays there until the next one.</param>
    public static ReadOnlySpan<byte> Of(long before, Layer batch, MemoryStream stream)
    {
        stream.SetLength(Head);
        stream.Position = Head;
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(before);
        writer.Write(batch.Last);
        writer.Write(batch.Rows.Count);
        foreach (var (name, row) in batch.Rows)
        {
            writer.Write(name.Workspace);
            writer.Write(name.Collection);
            writer.Write(name.Id);
            writer.Write(row.Version);
            writer.Write(row.Keys.Count);
            foreach (var key in row.Keys)
            {
                writer.Write(key);
            }

            writer.Write(row.Json?.Length ?? -1);
            writer.Write(row.Json ?? []);
        }

        writer.Write(batch.Counters.Count);
        foreach (var (name, value) in batch.Counters)
        {
            writer.Write(name.Workspace);
            writer.Write(name.Counter);
            writer.Write(value);
        }

        var record = stream.GetBuffer().AsSpan(0, (int)stream.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)(record.Length - Head));
        BinaryPrimitives.WriteUInt64LittleEndian(record[4..], XxHash3.HashToUInt64(record[Head..]));
        return record;
    }

    /// <summary>True where a whole record begins here.</summary>
    public static bool TryRead(ReadOnlySpan<byte> log, out LogRecord record, out int length)
    {
        record = default;
        length = 0;
        if (log.Length < Head
            || BinaryPrimitives.ReadUInt32LittleEndian(log) is var size && (size < Least || size > log.Length - Head)
            || BinaryPrimitives.ReadUInt64LittleEndian(log[4..]) != XxHash3.HashToUInt64(log.Slice(Head, (int)size)))
        {
            return false;
        }

        record = new LogRecord(log.Slice(Head, (int)size));
        length = Head + (int)size;
        return true;
    }

    /// <summary>True where a whole record begins anywhere in here.</summary>
    public static bool AnyIn(ReadOnlySpan<byte> log)
    {
        for (var at = 0; at < log.Length; at++)
        {
            if (TryRead(log[at..], out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    public void AddTo(Layer layer)
    {
        using var reader = new BinaryReader(new MemoryStream(body.ToArray()), Encoding.UTF8);
        reader.ReadInt64();
        var last = reader.ReadInt64();
        for (var documents = reader.ReadInt32(); documents > 0; documents--)
        {
            var name = new DocumentName(reader.ReadString(), reader.ReadString(), reader.ReadString());
            var version = reader.ReadInt32();
            var keys = new string[reader.ReadInt32()];
            for (var key = 0; key < keys.Length; key++)
            {
                keys[key] = reader.ReadString();
            }

            var json = reader.ReadInt32();
            layer.Put(name, new Row(version, json < 0 ? null : reader.ReadBytes(json), keys));
        }

        for (var counters = reader.ReadInt32(); counters > 0; counters--)
        {
            layer.Set(new CounterName(reader.ReadString(), reader.ReadString()), reader.ReadInt64());
        }

        layer.Last = last;
    }
}
