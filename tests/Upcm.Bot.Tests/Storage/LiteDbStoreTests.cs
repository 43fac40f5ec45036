using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;

namespace Upcm.Bot.Tests.Storage;

public sealed class LiteDbStoreTests : StoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("upcm-store-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await Insert(new Note("1", "one", 1, "key"));
        await Store.Next(Here, "counter", default);
        await Store.DisposeAsync();
        await using var again = Open();
        Assert.Equal("one", (await again.Load(Note.Kind, Here, "1", default))!.Document.Text);
        Assert.Single(await again.Find(Note.Kind, Here, "k", 9, null, false, default));
        Assert.Equal(2, await again.Next(Here, "counter", default));
    }

    [Fact]
    public void A_second_opening_is_refused_and_told_which_file_is_held()
    {
        var refused = Assert.Throws<StoreInUseException>(Open);
        Assert.Contains(Path.Combine(folder, "upcm.lock"), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_the_lock_given_back()
    {
        await Store.DisposeAsync();
        SetSchema(99);
        Assert.Throws<StoreTooNewException>(Open);
        SetSchema(1);
        await Open().DisposeAsync();
    }

    [Fact]
    public async Task Another_collation_is_refused()
    {
        await Store.DisposeAsync();
        File.Delete(Database);
        using (new LiteDatabase(new ConnectionString { Filename = Database, Collation = new Collation("en-US/IgnoreCase") }))
        {
        }

        Assert.ThrowsAny<Exception>(Open);
    }

    [Fact]
    public async Task Disposing_writes_what_was_handed_over_and_takes_no_more()
    {
        var handedOver = Enumerable.Range(0, 300).Select(it => Insert(new Note($"{it}", "", it, "all"))).ToArray();
        await Store.DisposeAsync();
        await Task.WhenAll(handedOver);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Insert(new Note("late", "", 0)));
        await using var again = Open();
        Assert.Equal(300, (await again.Find(Note.Kind, Here, "all", 1000, null, false, default)).Count);
    }

    [Fact]
    public async Task Names_the_file_cannot_hold_are_refused_without_harm_to_others()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Insert(new Note(new string('x', 201), "", 0)));
        await Assert.ThrowsAsync<ArgumentException>(() => Insert(new Note("1", "", 0, new string('x', 301))));
        await Assert.ThrowsAsync<ArgumentException>(() => Insert(new Note(new string('€', 200), "", 0, new string('€', 300))));
        await Assert.ThrowsAsync<ArgumentException>(() => Insert(new Note("a\u001Fb", "", 0)));
        await Assert.ThrowsAsync<ArgumentException>(() => Insert(new Note("1", "", 0, "a\nb")));
        await Insert(new Note(new string('x', 200), "", 0, new string('y', 300)));
        Assert.Single(await Find(""));
        Assert.True(((LiteDbStore)Store).Healthy);
    }

    [Fact]
    public async Task An_unreadable_document_is_passed_over_and_the_page_is_filled_all_the_same()
    {
        foreach (var id in new[] { "1", "2", "3", "4", "5" })
        {
            await Insert(new Note(id, "", 0, "same"));
        }

        await Store.DisposeAsync();
        using (var file = new LiteDatabase(new ConnectionString { Filename = Database, Collation = new Collation("/Ordinal") }))
        {
            var notes = file.GetCollection("d_notes");
            foreach (var row in notes.FindAll().ToList().Where(row => row["_id"].AsString[^1] is '2' or '4'))
            {
                row["j"] = "{ not JSON";
                notes.Update(row);
            }
        }

        await using var again = Open();
        Assert.Null(await again.Load(Note.Kind, Here, "2", default));
        foreach (var (descending, expected) in new[] { (false, new[] { "1", "3" }), (true, ["5", "3"]) })
        {
            Assert.Equal(expected, (await again.Find(Note.Kind, Here, "s", 2, null, descending, default)).Select(found => found.Document.Id));
        }
    }

    [Fact]
    public async Task A_hundred_thousand_documents_are_one_commit()
    {
        var changes = new Changes(Here);
        for (var number = 0; number < 100_000; number++)
        {
            changes.Insert(Note.Kind, new Note($"{number:D6}", "imported", number, $"n={number:D6}"));
        }

        await Store.Commit(changes, default);
        Assert.Equal(99_999, Assert.Single(await Find("n=", 1, descending: true)).Document.Number);
        Assert.Equal(50_001, Assert.Single(await Find("n=", 1, after: "n=050000")).Document.Number);
    }

    [Fact]
    public async Task What_came_changed_and_went_before_the_file_had_it_is_there_as_it_was_left()
    {
        await Insert(new Note("changed", "one", 1, "before"));
        var change = new Changes(Here);
        change.Put(Note.Kind, new Note("changed", "two", 2, "after"), 1);
        await Store.Commit(change, default);
        await Insert(new Note("gone", "", 3, "gone"));
        await Delete("gone", 3);
        await Insert(new Note("anew", "old", 4, "old"));
        await Delete("anew", 5);
        await Insert(new Note("anew", "new", 6, "new"));
        await Store.DisposeAsync();
        await using var again = Open();
        Assert.Empty(await again.Find(Note.Kind, Here, "before", 9, null, false, default));
        Assert.Equal("two", Assert.Single(await again.Find(Note.Kind, Here, "after", 9, null, false, default)).Document.Text);
        Assert.Null(await again.Load(Note.Kind, Here, "gone", default));
        Assert.Empty(await again.Find(Note.Kind, Here, "old", 9, null, false, default));
        Assert.Equal("new", Assert.Single(await again.Find(Note.Kind, Here, "new", 9, null, false, default)).Document.Text);
    }

    [Fact]
    public async Task What_the_file_had_of_a_layer_when_feeding_failed_does_no_harm_to_the_next_attempt()
    {
        await Store.DisposeAsync();
        using var file = LiteDbFile.Open(folder);
        var overlay = new Overlay();
        var view = new FileView(file, overlay);
        var name = new DocumentName(Here.Value, Note.Kind.Collection, "1");
        var layer = new Layer { Last = 1 };
        layer.Put(name, new Row(2, "{}"u8.ToArray(), ["after"]), isNew: true);
        file.InOneTransaction(database => database.Put(name, new Row(1, "{}"u8.ToArray(), ["before"])));
        overlay.Replace(layer);
        overlay.Cover(new Layer());
        await using (var feeder = new Feeder(file, overlay, view, NullLogger.Instance))
        {
            feeder.Reserve(patience: null);
            feeder.Take([], layer);
            feeder.Reserve(patience: null);
            feeder.Reserve(patience: null); // there is a place for it again once the layer is in the file
        }

        Assert.Equal(2, (await view.Row(name))!.Version);
        Assert.Single(await view.Keys(Upcm.Bot.Storage.LiteDb.Span.Of(Names.Keys(Here.Value, Note.Kind.Collection)), false, 9));
    }

    protected override IStore Make() => Open();

    private string Database => Path.Combine(folder, "upcm.db");

    private LiteDbStore Open() => LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);

    private void SetSchema(int version)
    {
        using var file = new LiteDatabase(new ConnectionString { Filename = Database, Collation = new Collation("/Ordinal") });
        file.UserVersion = version;
    }
}

/// <summary>The same where nearly every commit is handed on to the file at once, so that readers look at every place.</summary>
public sealed class LiteDbStoreThatFeedsAtOnceTests : StoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("upcm-store-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Assert.Equal(["upcm.db", "upcm.file.lock", "upcm.lock", "upcm.next.lock"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    protected override IStore Make() => LiteDbStore.Open(folder, NullLogger.Instance, feedAt: 1);

    [Fact]
    public async Task Nobody_who_commits_waits_for_who_wants_everything_written_anew_and_must_wait()
    {
        using var go = new ManualResetEventSlim();
        await Insert(new Note("first", "", 0));
        var writings = new List<Task<long>>();
        for (var n = 0; n < 4; n++) // the first stands still, and for what was committed after it there are two places
        {
            writings.Add(Store.WriteAnew(
                row =>
                {
                    go.Wait();
                    return row;
                },
                CancellationToken.None).AsTask());
            await Insert(new Note($"meanwhile-{n}", "", n)).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        }

        Assert.All(writings, static one => Assert.False(one.IsCompleted));
        go.Set();
        await Task.WhenAll(writings);
        Assert.NotNull(await Load("meanwhile-3"));
    }

    [Fact]
    public async Task Who_reads_beside_a_transaction_finds_whole_rows_that_were_committed()
    {
        const int Rounds = 15;
        await Store.DisposeAsync();
        using var file = LiteDbFile.Open(folder);
        var written = -1;
        static DocumentName Name(int round, int at) => new("w", at % 3 == 0 ? "notes" : "tales", $"{round:000}-{at:000}");
        static string Json(int round, int at) => $"{{\"round\":{round},\"at\":{at},\"text\":\"{new string((char)('a' + (round % 26)), 40 + (at * 37 % 3000))}\"}}";
        var writing = Task.Run(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                file.InOneTransaction(database =>
                {
                    for (var at = 0; at < 60; at++)
                    {
                        var name = Name(round, at);
                        database.PutNew(name, new Row(1, System.Text.Encoding.UTF8.GetBytes(Json(round, at)), [$"at={at:000}|{round:000}", $"round={round:000}"]));
                        if (round > 0 && at % 2 == 0)
                        {
                            database.Put(Name(round - 1, at), new Row(2, System.Text.Encoding.UTF8.GetBytes(Json(round - 1, at)), [$"at={at:000}|{round - 1:000}"]));
                        }
                    }
                });
                Volatile.Write(ref written, round);
            }
        });
        await Task.WhenAll(Enumerable.Range(1, 4).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            while (!writing.IsCompleted)
            {
                var known = Volatile.Read(ref written);
                var (round, at) = (random.Next(known + 1), random.Next(60));
                if (known < 0)
                {
                    continue;
                }

                var row = await file.Read(database => database.Row(Name(round, at)));
                Assert.Equal(Json(round, at), System.Text.Encoding.UTF8.GetString(row!.Json!));
                var name = Name(0, at);
                var keys = await file.Read(database => database.Keys(Span.Of(Names.Keys(name.Workspace, name.Collection) + $"at={at:000}|"), descending: false, 1000));
                Assert.InRange(keys.Count, known + 1, Rounds);
            }
        })));
        await writing;
    }
}
