using System.Text;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Written_anew_it_says_the_same()
    {
        await Insert(new Note("1", "one", 1));
        await Put(new Note("1", "two", 2), 1);
        await Insert(new Note("2", "gone", 2));
        await Delete("2", (await Load("2"))!.Version);
        var added = new Changes(Here);
        added.Add("counter", 7);
        await Store.Commit(added, CancellationToken.None);

        Assert.Equal(0, await Store.WriteAnew(static row => row, CancellationToken.None));

        Assert.Equal(("two", 2), Told(await Load("1")));
        Assert.Null(await Load("2"));
        Assert.Equal(7, await Store.Count(Here, "counter", CancellationToken.None));
        Assert.Equal([Here], await Store.Workspaces(CancellationToken.None));
    }

    [Fact]
    public async Task What_is_changed_while_it_is_written_anew_has_the_next_version()
    {
        await Insert(new Note("1", "one", 1));
        await Insert(new Note("2", "two", 1));
        var (first, second) = ((await Load("1"))!.Version, (await Load("2"))!.Version);

        Assert.Equal(1, await Store.WriteAnew(static row => row.Id == "1" ? row with { Json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Json).Replace("one", "other", StringComparison.Ordinal)) } : row, CancellationToken.None));

        Assert.Equal(("other", first + 1), Told(await Load("1")));
        await Assert.ThrowsAsync<VersionConflictException>(() => Put(new Note("1", "late", 3), first));
        await Put(new Note("1", "next", 3), first + 1);
        Assert.Equal(("two", second), Told(await Load("2")));
    }

    [Fact]
    public async Task Commits_go_on_while_it_is_written_anew_and_none_is_lost()
    {
        for (var n = 0; n < 300; n++)
        {
            await Insert(new Note($"before-{n}", "text", n));
        }

        var writing = Store.WriteAnew(static row => row with { Keys = [.. row.Keys] }, CancellationToken.None).AsTask();
        for (var n = 0; n < 300; n++)
        {
            await Insert(new Note($"meanwhile-{n}", "text", n));
        }

        Assert.True(await writing >= 300);
        for (var n = 0; n < 300; n++)
        {
            Assert.NotNull(await Load($"before-{n}"));
            Assert.NotNull(await Load($"meanwhile-{n}"));
        }
    }
}
