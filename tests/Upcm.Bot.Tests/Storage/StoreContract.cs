using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage;

/// <summary>What every store must do, whatever is underneath.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private protected static readonly WorkspaceId Here = new("here");
    private protected static readonly WorkspaceId There = new("there");

    private protected IStore Store { get; private set; } = null!;

    public virtual ValueTask InitializeAsync()
    {
        Store = Make();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract IStore Make();

    [Fact]
    public async Task What_was_written_is_loaded_with_its_version()
    {
        Assert.Null(await Load("1"));
        await Insert(new Note("1", "one", 1));
        Assert.Equal(("one", 1), Told(await Load("1")));
        await Put(new Note("1", "two", 2), 1);
        Assert.Equal(("two", 2), Told(await Load("1")));
    }

    [Fact]
    public async Task What_has_an_id_drawn_for_it_is_found_and_changed_like_any_other()
    {
        var drawn = new Changes(Here);
        drawn.InsertDrawn(Note.Kind, new Note("drawn", "first", 1, "key"));
        await Store.Commit(drawn, default);
        var stored = (await Store.Load(Note.Kind, Here, "drawn", default))!;
        Assert.Equal("first", stored.Document.Text);
        await Assert.ThrowsAsync<VersionConflictException>(() => Insert(new Note("drawn", "second", 2)));
        var again = new Changes(Here);
        again.InsertDrawn(Note.Kind, new Note("drawn", "third", 3));
        await Assert.ThrowsAsync<VersionConflictException>(async () => await Store.Commit(again, default));
    }

    [Fact]
    public async Task Inserting_what_exists_is_a_conflict()
    {
        await Insert(new Note("1", "first", 1));
        await Assert.ThrowsAsync<VersionConflictException>(() => Insert(new Note("1", "second", 2)));
        Assert.Equal(("first", 1), Told(await Load("1")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Writing_over_another_version_is_a_conflict(int expected)
    {
        await Insert(new Note("1", "first", 1));
        await Put(new Note("1", "second", 2), 1);
        await Assert.ThrowsAsync<VersionConflictException>(() => Put(new Note("1", "late", 3), expected));
        await Assert.ThrowsAsync<VersionConflictException>(() => Delete("1", expected));
        Assert.Equal(("second", 2), Told(await Load("1")));
    }

    [Fact]
    public async Task Writing_over_or_deleting_what_is_gone_is_a_conflict()
    {
        await Insert(new Note("1", "first", 1));
        await Delete("1", 1);
        await Assert.ThrowsAsync<VersionConflictException>(() => Put(new Note("1", "late", 3), 1));
        await Assert.ThrowsAsync<VersionConflictException>(() => Delete("1", 1));
        await Insert(new Note("1", "again", 1));
        Assert.Equal("again", (await Load("1"))!.Document.Text);
    }

    [Fact]
    public async Task What_is_made_anew_never_gets_a_version_back_that_it_had()
    {
        HashSet<int> versions = [];
        for (var life = 0; life < 5; life++)
        {
            await Insert(new Note("1", "born", life));
            var version = (await Load("1"))!.Version;
            Assert.True(versions.Add(version));
            for (var edit = 0; edit < life; edit++)
            {
                await Put(new Note("1", "lives", edit), version++);
                Assert.True(versions.Add(version));
            }

            await Delete("1", version);
            await Assert.ThrowsAsync<VersionConflictException>(() => Put(new Note("1", "late", 0), version));
        }
    }

    [Fact]
    public async Task A_conflict_leaves_nothing_of_its_commit()
    {
        await Insert(new Note("taken", "first", 1));
        var changes = new Changes(Here);
        changes.Insert(Note.Kind, new Note("new", "new", 1, "key"));
        changes.Insert(Note.Kind, new Note("taken", "second", 2, "key"));
        changes.Add("counter", 5);
        await Assert.ThrowsAsync<VersionConflictException>(() => Store.Commit(changes, default).AsTask());
        Assert.Null(await Load("new"));
        Assert.Empty(await Find(""));
        Assert.Equal(0, await Store.Count(Here, "counter", default));
    }

    [Fact]
    public async Task Documents_are_found_by_prefix_in_ordinal_order_of_the_key()
    {
        string[] keys = ["b", "a", "B", "ab", "a b", "a-b", "é", "e", "coop", "co-op", "ı", "I", "😀", "\uE000", "z"];
        foreach (var key in keys)
        {
            await Insert(new Note("id of " + key, key, 1, "all=" + key, "some=" + key));
        }

        string[] expected = [.. keys.Order(StringComparer.Ordinal)];
        Assert.Equal(expected, (await Find("all=")).Select(found => found.Document.Text));
        Assert.Equal(expected.Reverse(), (await Find("all=", descending: true)).Select(found => found.Document.Text));
        Assert.Equal(["all=a", "all=a b", "all=a-b", "all=ab"], (await Find("all=a")).Select(found => found.Key));
        Assert.Equal(2 * keys.Length, (await Find("")).Count);
        Assert.Empty(await Find("all=q"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_follow_each_other_without_gap_or_repeat(bool descending)
    {
        var numbers = Enumerable.Range(0, 25).Select(number => $"{number:D3}").ToArray();
        foreach (var number in numbers)
        {
            await Insert(new Note(number, number, 1, "n=" + number, "m=" + number, "o=" + number));
        }

        List<string> seen = [];
        IReadOnlyList<Found<Note>> page;
        string? after = null;
        do
        {
            page = await Find("n=", 10, after, descending);
            seen.AddRange(page.Select(found => found.Document.Text));
            after = page is [.., var last] ? last.Key : after;
        }
        while (page.Count == 10);
        Assert.Equal(descending ? numbers.Reverse() : numbers, seen);
        Assert.Empty(await Find("n=", 10, descending ? "n=000" : "n=024", descending));
        Assert.Empty(await Find("n=", 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_go_on_in_the_midst_of_documents_that_share_a_key(bool descending)
    {
        var ids = Enumerable.Range(0, 25).Select(number => $"{number:D2}").ToArray();
        foreach (var id in ids)
        {
            await Insert(new Note(id, id, 1, "same", id == "07" ? "sam" : "same more"));
        }

        List<string> seen = [];
        IReadOnlyList<Found<Note>> page;
        string? after = null;
        do
        {
            page = await Find("same", 4, after, descending);
            seen.AddRange(page.Where(found => found.Key == "same").Select(found => found.Document.Id));
            after = page is [.., var last] ? last.Bookmark : after;
        }
        while (page.Count == 4);
        Assert.Equal(descending ? ids.Reverse() : ids, seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Several_documents_may_give_one_key_and_after_is_past_all_of_them(bool descending)
    {
        foreach (var id in new[] { "1", "2", "3" })
        {
            await Insert(new Note(id, id, 1, "same", "same more", "sam"));
        }

        Assert.Equal(3, (await Find("same", descending: descending)).Count(found => found.Key == "same"));
        Assert.Equal(
            descending ? ["sam"] : ["same more"],
            (await Find("sam", after: "same", descending: descending)).Select(found => found.Key).Distinct());
    }

    [Fact]
    public async Task Keys_are_replaced_with_the_document_and_go_with_it()
    {
        await Insert(new Note("1", "first", 1, "old", "kept"));
        await Put(new Note("1", "second", 1, "kept", "new"), 1);
        Assert.Equal(["kept", "new"], (await Find("")).Select(found => found.Key));
        Assert.All(await Find(""), found => Assert.Equal(("second", 2), (found.Document.Text, found.Version)));
        await Delete("1", 2);
        Assert.Empty(await Find(""));
        Assert.Null(await Load("1"));
    }

    [Fact]
    public async Task Workspaces_and_kinds_never_see_each_other()
    {
        await Insert(new Note("1", "here", 1, "key"));
        await Insert(new Note("1", "there", 1, "key"), There);
        var other = new Changes(Here);
        other.Insert(Note.OtherKind, new Note("1", "other", 1, "key"));
        other.Add("counter", 2);
        await Store.Commit(other, default);
        Assert.Equal("there", (await Store.Load(Note.Kind, There, "1", default))!.Document.Text);
        Assert.Equal("here", Assert.Single(await Find("")).Document.Text);
        Assert.Equal("other", Assert.Single(await Store.Find(Note.OtherKind, Here, "", 9, null, true, default)).Document.Text);
        Assert.Equal(0, await Store.Count(There, "counter", default));
        Assert.Equal([Here, There], (await Store.Workspaces(default)).OrderBy(it => it.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Odd_characters_and_case_stay_as_they_are()
    {
        string[] odd = ["29:1AbC", "29:1aBc", " x ", "x", "", "é", "e\u0301", "'\"\\{}$.@0", "ß", "ss", "😀", "a|b=c%_*", "\uFFFD"];
        foreach (var id in odd)
        {
            await Insert(new Note(id, id, 1, id));
        }

        foreach (var id in odd)
        {
            Assert.Equal(id, (await Load(id))!.Document.Text);
            Assert.Contains(await Find(id), found => found.Key == id && found.Document.Id == id);
        }
    }

    [Fact]
    public async Task Nothing_to_write_writes_nothing()
    {
        await Store.Commit(new Changes(Here), default);
        Assert.Empty(await Store.Workspaces(default));
    }

    [Fact]
    public async Task Counters_lose_nothing_and_numbers_are_given_once()
    {
        var adds = Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            var changes = new Changes(Here);
            changes.Add("sum", 3);
            await Store.Commit(changes, default);
        }));
        var draws = Enumerable.Range(0, 200).Select(_ => Task.Run(async () => await Store.Next(Here, "draw", default))).ToArray();
        await Task.WhenAll([.. adds, .. draws]);
        Assert.Equal(600, await Store.Count(Here, "sum", default));
        Assert.Equal(Enumerable.Range(1, 200).Select(it => (long)it), (await Task.WhenAll(draws)).Order());
    }

    [Fact]
    public async Task Sixteen_hundred_edits_of_one_record_at_once_and_none_is_lost()
    {
        await Insert(new Note("1", "", 0));
        await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => Task.Run(async () =>
        {
            for (var edit = 0; edit < 20; edit++)
            {
                await EditUntilItIsIn();
            }
        })));
        var after = await Load("1");
        Assert.Equal((1600, 1601), (after!.Document.Number, after.Version));
    }

    [Fact]
    public async Task Reading_while_others_write_always_finds_the_right_document()
    {
        foreach (var id in new[] { "1", "2", "3", "4" })
        {
            await Insert(new Note(id, id, 0, "all=" + id));
        }

        var writing = Task.WhenAll(Enumerable.Range(0, 1500).Select(it => Task.Run(() => Insert(new Note($"new {it}", new string('x', it), it, $"new={it}")))));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            do
            {
                Assert.Equal("3", (await Load("3"))!.Document.Text);
                Assert.Equal(["1", "2", "3", "4"], (await Find("all=")).Select(found => found.Document.Text));
            }
            while (!writing.IsCompleted);
        })));
        await writing;
        Assert.Equal(1500, (await Find("new=", 2000)).Count);
    }

    private protected async Task Insert(Note note, WorkspaceId? workspace = null)
    {
        var changes = new Changes(workspace ?? Here);
        changes.Insert(Note.Kind, note);
        await Store.Commit(changes, default);
    }

    private protected async Task<Stored<Note>?> Load(string id) => await Store.Load(Note.Kind, Here, id, default);

    private protected async Task<IReadOnlyList<Found<Note>>> Find(string key, int take = 1000, string? after = null, bool descending = false) =>
        await Store.Find(Note.Kind, Here, key, take, after, descending, default);

    private static (string Text, int Version) Told(Stored<Note>? stored) => (stored!.Document.Text, stored.Version);

    private async Task EditUntilItIsIn()
    {
        while (true)
        {
            var (note, version) = (await Load("1"))!;
            try
            {
                await Put(note with { Number = note.Number + 1 }, version);
                return;
            }
            catch (VersionConflictException)
            {
                // somebody was first: load and decide again
            }
        }
    }

    private async Task Put(Note note, int expected)
    {
        var changes = new Changes(Here);
        changes.Put(Note.Kind, note, expected);
        await Store.Commit(changes, default);
    }

    private protected async Task Delete(string id, int expected)
    {
        var changes = new Changes(Here);
        changes.Delete(Note.Kind, id, expected);
        await Store.Commit(changes, default);
    }
}

public sealed class MemoryStoreTests : StoreContract
{
    protected override IStore Make() => new MemoryStore();
}
