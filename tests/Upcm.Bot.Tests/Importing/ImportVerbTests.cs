using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Importing;

/// <summary>The verb as it is typed, on a folder of its own.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_deed_of_an_import_is_in_the_audit_log_and_the_workspace_is_one_of_this_release()
    {
        Assert.Equal(0, await Import());

        await using var store = LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance);
        var history = await store.Find(Kinds.Journal, new WorkspaceId("w"), "at=", 10_000, null, descending: false, default);
        var audited = Directory.GetFiles(Path.Combine(folder.FullName, AuditLog.FolderName)).SelectMany(File.ReadAllLines).ToList();
        Assert.NotEmpty(history);
        Assert.Equal(history.Count, audited.Count);
        Assert.All(audited, static line => Assert.Contains("\"from\":\"import\"", line, StringComparison.Ordinal));
        Assert.Equal(Eraser.Layout, await store.Count(new WorkspaceId("w"), Eraser.Stamp, default));
        Assert.Equal(Tallies.Stamp(Talker.Method), await store.Count(new WorkspaceId("w"), Recount.Stamp, default));
        Assert.Empty(await Recount.Wrong(store, new WorkspaceId("w"), default));
    }

    [Fact]
    public async Task Trying_an_import_writes_nothing()
    {
        Assert.Equal(0, await Import("--dry-run"));

        await using var store = LiteDbStore.Open(folder.FullName, NullLogger<LiteDbStore>.Instance);
        Assert.Empty(await store.Workspaces(default));
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, AuditLog.FolderName)));
    }

    private Task<int> Import(params string[] more)
    {
        var common = new Common();
        var root = new RootCommand { common.Data, common.Programme, common.Language, common.Set, ImportVerb.Create(common) };
        return root.Parse(["import", Desk.Sample, "--data", folder.FullName, "--workspace", "w", .. more]).InvokeAsync();
    }
}
