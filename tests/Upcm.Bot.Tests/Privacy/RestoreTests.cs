using Upcm.Bot.Cards;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb.Copies;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Verbs;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Privacy;

/// <summary>From a backup by way of an erasure to a restore, through the verbs: nobody comes back, and no number means two things.</summary>
public sealed class RestoreTests : IAsyncDisposable
{
    private readonly Talker bot = new();
    private readonly Stage stage;
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("upcm-restore-");
    private readonly StringWriter said = new();

    public RestoreTests() => stage = new Stage(bot);

    private string Backups => Path.Combine(work.FullName, "backups") + Path.DirectorySeparatorChar;

    private string Erased => Path.Combine(bot.Folder, Erasures.FolderName);

    [Fact]
    public async Task Who_was_erased_after_the_backup_is_erased_again_and_numbers_of_after_it_are_not_given_again()
    {
        await stage.Play();
        var backup = await BackUp();
        await stage.Forget();
        await Register("Kabels terugwinnen", "26-003");
        await bot.Say("spanning");
        await bot.SayAll("Ik mis een agenda", "ja");

        await bot.Restart(() => Assert.Equal(0, Restore(backup, bot.Folder).GetAwaiter().GetResult()));
        Assert.NotEmpty(Stage.Left(bot.Folder));
        Assert.Contains("initiatieven van 2026 in tenant gaan verder na 3.", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("spanningen in tenant gaan verder na 2.", said.ToString(), StringComparison.Ordinal);
        await bot.Get<Eraser>().WhereNeeded(CancellationToken.None);

        Assert.Empty(Stage.Left(bot.Folder));
        Assert.Contains("N.N. ", await bot.Say("geschiedenis 26-002"), StringComparison.Ordinal);
        Assert.Null(await bot.Store.Load(Kinds.Initiatives, Talker.Workspace, "26-003", CancellationToken.None));
        await Register("Gevels hergebruiken", "26-004");
        IReadOnlyList<CheckLine> checks = [];
        await bot.Restart(() => checks = StoreCheck.Of(bot.Folder, CancellationToken.None).GetAwaiter().GetResult());
        Assert.All(checks, static line => Assert.Null(line.Problem));
        Assert.Empty(Stage.Left(bot.Folder));
    }

    [Theory]
    [InlineData(0, false, "26-013", "van elke reeks 10 nummers over")]
    [InlineData(3, false, "26-043", "van elke reeks 40 nummers over")]
    [InlineData(60, false, "26-103", "van elke reeks 100 nummers over")]
    [InlineData(60, true, "26-003", "")]
    public async Task Where_the_store_was_lost_numbers_are_passed_over_unless_nothing_was_recorded_since(int days, bool complete, string next, string told)
    {
        await stage.Play();
        var backup = await BackUp();
        bot.Time.Advance(TimeSpan.FromDays(days));

        await bot.Restart(() =>
        {
            Directory.GetFiles(bot.Folder, "upcm*").ToList().ForEach(File.Delete);
            Assert.Equal(0, Restore(backup, bot.Folder, complete).GetAwaiter().GetResult());
        });

        Assert.Contains(told, said.ToString(), StringComparison.Ordinal);
        Assert.Equal(complete, !said.ToString().Contains("--nothing-since", StringComparison.Ordinal));
        await Register("Gevels hergebruiken", next);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await said.DisposeAsync();
        work.Delete(recursive: true);
    }

    private async Task<string> BackUp()
    {
        Assert.Equal(0, await BackupVerb.Run(bot.Folder, Backups, bot.Time, said, said, Cultures.Dutch, CancellationToken.None));
        return Assert.Single(Backup.In(Backups)).Path;
    }

    private Task<int> Restore(string backup, string data, bool complete = false) =>
        RestoreVerb.Run(backup, data, Erased, replace: true, complete, bot.Time, said, said, Cultures.Dutch, CancellationToken.None);

    private async Task Register(string title, string number)
    {
        await bot.Say("meld initiatief");
        await bot.SayAll(title, "Minder nieuw materiaal", "realisatie", "ja");
        Assert.Equal(title, (await bot.Store.Load(Kinds.Initiatives, Talker.Workspace, number, CancellationToken.None))?.Document.Title);
    }
}
