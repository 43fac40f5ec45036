using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage;

public sealed class CommitLogTests : IDisposable
{
    private static readonly WorkspaceId Here = new("here");
    private readonly string folder = Directory.CreateTempSubdirectory("upcm-log-").FullName;
    private readonly List<int> dropped = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_appended_is_replayed_as_it_was_left()
    {
        Write(Batch(1, "a", "one", "k1", "k2"), Batch(2, "b", "two"), Batch(3, "a", "three", "k2", "k3"), Batch(4, "b", null));
        var (layer, segments) = Replay();
        Assert.Single(segments);
        Assert.Equal(4, layer.Last);
        Assert.Equal("three", Text(layer, "a"));
        Assert.Null(layer.Row(Name("b"))!.Json);
        Assert.Equal(["k2", "k3"], layer.Row(Name("a"))!.Keys);
        Assert.Equal(2, layer.Keys(Upcm.Bot.Storage.LiteDb.Span.Of(Names.Keys("here", "notes")), false, 9).Count);
        Assert.Equal(4, layer.Counter(new CounterName("here", "n")));
        Assert.Empty(dropped);
    }

    [Fact]
    public void Segments_follow_each_other_and_commits_the_file_has_are_passed_over()
    {
        using (var log = new CommitLog(folder, 0))
        {
            log.Append(Batch(1, "a", "one"));
            log.Append(Batch(2, "b", "two"));
            log.Rotate();
            log.Append(Batch(3, "c", "three"));
        }

        var (layer, segments) = Replay(written: 1);
        Assert.Equal(2, segments.Count);
        Assert.Null(layer.Row(Name("a")));
        Assert.Equal("two", Text(layer, "b"));
        Assert.Equal("three", Text(layer, "c"));
        Assert.Empty(Replay(written: 3).Layer.Rows);

        File.Delete(segments[0]);
        Assert.Throws<StoreDamagedException>(() => Replay(written: 1));
        Assert.Equal("three", Text(Replay(written: 2).Layer, "c"));
    }

    [Fact]
    public void A_last_record_cut_anywhere_is_dropped_and_those_before_it_stay()
    {
        var path = Write(Batch(1, "a", "one"), Batch(2, "b", "two"), Batch(3, "c", "three", "key"));
        var whole = File.ReadAllBytes(path);
        var last = whole.Length - LogRecord.Of(2, Batch(3, "c", "three", "key"), new()).Length;
        for (var length = last; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var layer = Replay().Layer;
            Assert.Equal((2, 2), (layer.Rows.Count, layer.Last));
            Assert.Equal(last, new FileInfo(path).Length); // and cut off, so that the next segment may follow
        }

        Assert.Equal(Enumerable.Range(1, whole.Length - last - 1), dropped);
        for (var length = 0; length < 8; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Empty(Replay().Layer.Rows);
        }
    }

    [Fact]
    public void A_flipped_byte_is_never_taken_for_what_was_written()
    {
        var path = Write(Batch(1, "a", "one"), Batch(2, "b", "two"), Batch(3, "c", "three"));
        var whole = File.ReadAllBytes(path);
        var last = whole.Length - LogRecord.Of(2, Batch(3, "c", "three"), new()).Length;
        for (var at = 0; at < whole.Length; at++)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x40;
            File.WriteAllBytes(path, flipped);
            if (at < last)
            {
                Assert.Throws<StoreDamagedException>(() => Replay()); // acknowledged commits stand behind it
            }
            else
            {
                Assert.Equal(2, Replay().Layer.Rows.Count);
            }
        }
    }

    [Fact]
    public void A_tail_of_zeros_or_noise_is_dropped()
    {
        var path = Write(Batch(1, "a", "one"));
        var whole = File.ReadAllBytes(path);
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        foreach (var tail in new[] { new byte[4096], noise })
        {
            File.WriteAllBytes(path, [.. whole, .. tail]);
            Assert.Equal("one", Text(Replay().Layer, "a"));
            Assert.Equal(whole.Length, new FileInfo(path).Length);
        }
    }

    [Fact]
    public async Task A_log_beside_the_file_is_replayed_at_opening_any_number_of_times()
    {
        Write(Batch(1, "a", "one", "key"), Batch(2, "b", "two", "key"), Batch(3, "a", null));
        var segment = Assert.Single(Directory.GetFiles(folder, "*.log"));
        var bytes = await File.ReadAllBytesAsync(segment);
        for (var opening = 0; opening < 3; opening++)
        {
            await File.WriteAllBytesAsync(segment, bytes); // as if the process had died before it was removed
            await using var store = LiteDbStore.Open(folder, NullLogger.Instance, feedAt: 1);
            Assert.Null(await store.Load(Note.Kind, Here, "a", default));
            var found = Assert.Single(await store.Find(Note.Kind, Here, "key", 9, null, false, default));
            Assert.Equal(("two", opening + 2), (found.Document.Text, found.Version));
            Assert.Equal(3 + opening, await store.Next(Here, "n", default) - 1);
            var changes = new Changes(Here);
            changes.Put(Note.Kind, found.Document, found.Version);
            await store.Commit(changes, default);
        }

        Assert.Empty(Directory.GetFiles(folder, "*-*.log"));
    }

    [Fact]
    public async Task While_the_log_cannot_be_written_every_commit_fails_and_after_that_none()
    {
        await using var store = LiteDbStore.Open(folder, NullLogger.Instance, feedAt: 1_000_000);
        var inTheWay = Path.Combine(folder, $"upcm-{1:D19}.log");
        Directory.CreateDirectory(inTheWay);
        for (var failure = 1; failure <= 3; failure++)
        {
            await Assert.ThrowsAsync<StoreUnwritableException>(() => store.Next(Here, "n", default).AsTask());
            Assert.Equal(failure < 3, store.Healthy);
        }

        Directory.Delete(inTheWay);
        Assert.Equal(1, await store.Next(Here, "n", default));
        Assert.True(store.Healthy);
    }

    private static DocumentName Name(string id) => new("here", "notes", id);

    private static string Text(Layer layer, string id) => layer.Row(Name(id))!.Document(NoteJson.Default.Note).Text;

    private static Layer Batch(long number, string id, string? text, params string[] keys)
    {
        var note = new Changes(Here);
        note.Insert(Note.Kind, new Note(id, text ?? "", (int)number, keys));
        var layer = new Layer { Last = number };
        layer.Put(Name(id), new Row((int)number, text is null ? null : note.Documents.Single().Json, text is null ? [] : keys));
        layer.Set(new CounterName("here", "n"), number);
        return layer;
    }

    private string Write(params Layer[] batches)
    {
        using var log = new CommitLog(folder, 0);
        foreach (var batch in batches)
        {
            log.Append(batch);
        }

        return log.Segment!;
    }

    private (Layer Layer, IReadOnlyList<string> Segments) Replay(long written = 0) =>
        CommitLog.Replay(folder, written, (_, bytes) => dropped.Add(bytes));
}
