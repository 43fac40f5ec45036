using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Conversation;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Storage;

/// <summary>A workspace that begins is one of this release from its first commit on.</summary>
public sealed class MarkedStoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm");

    [Fact]
    public async Task A_workspace_that_begins_while_the_bot_runs_is_neither_counted_nor_written_anew_at_the_next_start()
    {
        await using (var first = Services())
        {
            await Bot.PutRight(first, default);
            await Meet(first, "ministerie");
            await Meet(first, "provincie");
        }

        await using var next = Services();
        var last = next.GetRequiredService<LiteDbStore>().LastCommit;
        await Bot.PutRight(next, default);
        Assert.Equal(last, next.GetRequiredService<LiteDbStore>().LastCommit); // whoever counts or writes anew says so in a commit
        Assert.Equal((Tallies.Stamp(Talker.Method), Eraser.Layout), (await Count(next, "provincie", Recount.Stamp), await Count(next, "provincie", Eraser.Stamp)));
    }

    [Fact]
    public async Task A_check_leaves_nothing_to_put_right()
    {
        await StoreCheck.Of(folder.FullName, default);
        await using var next = Services();
        Assert.Equal(Eraser.Layout, await Count(next, "check", Eraser.Stamp));
    }

    [Fact]
    public async Task Many_first_commits_at_once_mark_a_workspace_once()
    {
        await using var store = Bot.Marked(LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance), Talker.Method);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(async () =>
        {
            var changes = new Changes(new WorkspaceId("w"));
            changes.Insert(Note.Kind, new Note($"{number}", "", number));
            await store.Commit(changes, default);
            await store.Next(new WorkspaceId("w"), "notes", default);
        })));
        Assert.Equal((Eraser.Layout, 30), (await store.Count(new WorkspaceId("w"), Eraser.Stamp, default), await store.Count(new WorkspaceId("w"), "notes", default)));
    }

    [Fact]
    public async Task A_workspace_of_an_earlier_release_is_not_taken_for_a_new_one()
    {
        await using var lite = LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance);
        await lite.Next(new WorkspaceId("w"), "notes", default);
        var store = Bot.Marked(lite, Talker.Method);
        await store.Next(new WorkspaceId("w"), "notes", default);
        Assert.Equal(0, await store.Count(new WorkspaceId("w"), Eraser.Stamp, default));
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_changes()
    {
        await using var store = Bot.Marked(LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance), Talker.Method);
        await store.Commit(new Changes(new WorkspaceId("w")), default);
        Assert.Empty(await store.Workspaces(default));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationManager { ["Data"] = folder.FullName })
        .AddBot(() => Talker.Method, folder.FullName)
        .BuildServiceProvider();

    private static ValueTask<Answer> Meet(IServiceProvider services, string workspace) => services.GetRequiredService<IConversation>().Take(
        new Arrival
        {
            Channel = "test",
            Workspace = new WorkspaceId(workspace),
            Place = new Upcm.Bot.Conversation.Place("personal/sanne", PlaceKind.Personal, "address"),
            From = new Sender(new PersonId("sanne"), "29:sanne", "Sanne"),
            What = new Said("hoi", []),
        },
        default);

    private static ValueTask<long> Count(IServiceProvider services, string workspace, string counter) =>
        services.GetRequiredService<IStore>().Count(new WorkspaceId(workspace), counter, default);
}
