using System.Globalization;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage;

/// <summary>What documents count towards, in every store.</summary>
public abstract partial class StoreContract
{
    /// <summary>A note counts itself, its number, and its keys as colours of which it matters how many there are.</summary>
    private static readonly Kind<Note> Counted = Note.Kind with
    {
        Counts = static note =>
        [
            new Tally("count/notes"),
            new Tally("count/number", note.Number),
            .. note.Keys.Select(static colour => new Tally($"count/colour/{colour}", 1, "count/colour")),
        ],
    };

    [Fact]
    public async Task Counters_follow_documents_that_are_made_changed_and_deleted()
    {
        await Write(new Note("1", "a", 5, "red", "blue"), 0);
        await Write(new Note("2", "b", 2, "red"), 0);
        Assert.Equal("colour 2, colour/blue 1, colour/red 2, notes 2, number 7", await Counts());
        await Write(new Note("1", "a", 1, "green"), await VersionOf("1"));
        Assert.Equal("colour 2, colour/green 1, colour/red 1, notes 2, number 3", await Counts());
        await Remove("2", await VersionOf("2"));
        Assert.Equal("colour 1, colour/green 1, notes 1, number 1", await Counts());
        await Remove("1", await VersionOf("1"));
        Assert.Equal("", await Counts());
    }

    [Fact]
    public async Task A_commit_that_fails_counts_nothing()
    {
        await Write(new Note("1", "a", 5, "red"), 0);
        await Assert.ThrowsAsync<VersionConflictException>(() => Write(new Note("1", "a", 7, "blue"), 0));
        await Assert.ThrowsAsync<VersionConflictException>(() => Write(new Note("1", "a", 7, "blue"), 2));
        await Assert.ThrowsAsync<VersionConflictException>(() => Remove("1", 3));
        Assert.Equal("colour 1, colour/red 1, notes 1, number 5", await Counts());
    }

    [Fact]
    public async Task Counters_stay_right_when_many_write_at_once()
    {
        string[] colours = ["red", "blue", "green"];
        await Task.WhenAll(Enumerable.Range(0, 60).Select(at => Task.Run(async () =>
        {
            var id = at.ToString(CultureInfo.InvariantCulture);
            await Write(new Note(id, "made", at, colours[at % 3]), 0);
            var version = (await Load(id))!.Version;
            await Write(new Note(id, "changed", at, colours[(at + 1) % 3]), version);
            if (at % 3 != 0)
            {
                await Remove(id, version + 1);
            }
        })));
        Assert.Equal($"colour 1, colour/blue 20, notes 20, number {Enumerable.Range(0, 20).Sum(static at => at * 3)}", await Counts());
    }

    [Fact]
    public async Task Counters_are_read_by_the_beginning_of_their_names_in_this_workspace_only()
    {
        await Write(new Note("1", "a", 5, "red", "blue", "green"), 0);
        var elsewhere = new Changes(There);
        elsewhere.Insert(Counted, new Note("1", "a", 1, "yellow"));
        await Store.Commit(elsewhere, default);
        Assert.Equal(["count/colour/blue", "count/colour/green"], (await Store.Counters(Here, "count/colour/", 2, default)).Select(static one => one.Key));
        Assert.Equal(["count/colour/yellow"], (await Store.Counters(There, "count/colour/", 9, default)).Select(static one => one.Key));
    }

    private async Task<int> VersionOf(string id) => (await Load(id))!.Version;

    private async Task<string> Counts() => string.Join(", ", (await Store.Counters(Here, "count/", 100, default)).Select(static one => $"{one.Key[6..]} {one.Value}"));

    private async Task Write(Note note, int expected)
    {
        var changes = new Changes(Here);
        changes.Put(Counted, note, expected);
        await Store.Commit(changes, default);
    }

    private async Task Remove(string id, int expected)
    {
        var changes = new Changes(Here);
        changes.Delete(Counted, id, expected);
        await Store.Commit(changes, default);
    }
}
