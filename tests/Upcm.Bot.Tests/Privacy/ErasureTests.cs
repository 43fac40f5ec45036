using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.HandlingPersonalData;
using Upcm.Bot.Pictures;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Privacy;

public sealed class ErasureTests : IAsyncDisposable
{
    private readonly Talker bot = new();
    private readonly Stage stage;

    public ErasureTests() => stage = new Stage(bot);

    [Fact]
    public async Task No_file_holds_a_trace_of_who_was_forgotten()
    {
        await stage.Play();
        Assert.NotEmpty(Stage.Left(bot.Folder)); // the marks are there to be found

        await stage.Forget();

        Assert.Empty(Stage.Left(bot.Folder));
        await bot.Restart();
        Assert.Empty(Stage.Left(bot.Folder));
    }

    [Fact]
    public async Task What_was_decided_stays_under_a_pseudonym()
    {
        await stage.Play();

        var said = await stage.Forget();

        var history = await bot.Say("geschiedenis 26-002");
        Assert.Contains("N.N. ", said, StringComparison.Ordinal);
        Assert.Contains("N.N. ", history, StringComparison.Ordinal);
        Assert.Contains("Circulaire kozijnen", await bot.Say("toon 26-002"), StringComparison.Ordinal);
        var other = await bot.Store.Load(Kinds.Initiatives, Talker.Workspace, "26-001", CancellationToken.None);
        Assert.Contains("zoals N.N. ", other!.Document.Result, StringComparison.Ordinal); // their name in somebody else's text
    }

    [Fact]
    public async Task The_proof_says_what_was_done_and_not_to_whom()
    {
        await stage.Play();

        var said = await stage.Forget();

        var proof = Assert.Single(bot.Get<Erasures>().All());
        Assert.Contains(proof.Id, said, StringComparison.Ordinal);
        Assert.NotNull(proof.DoneAt);
        Assert.True(proof is { Deleted: > 2, Replaced: > 3, ByThemselves: true }, proof.ToString());
    }

    [Fact]
    public async Task Who_comes_back_is_new_and_is_not_erased_again()
    {
        await stage.Play();
        await stage.Forget();

        await stage.Say("hoi");
        await bot.Restart();
        await bot.Get<Eraser>().WhereNeeded(CancellationToken.None);

        Assert.NotNull(await bot.Store.Load(Kinds.People, Talker.Workspace, Stage.Id, CancellationToken.None));
        Assert.DoesNotContain("Circulaire kozijnen", await stage.Say("mijn overzicht"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_is_put_back_brings_nobody_back()
    {
        await stage.Play();
        var backup = Directory.CreateTempSubdirectory("upcm").FullName;
        await bot.Restart(() => Copy(bot.Folder, backup));
        await stage.Forget();

        await bot.Restart(() => Copy(backup, bot.Folder));
        Assert.NotEmpty(Stage.Left(bot.Folder));
        await bot.Get<Eraser>().WhereNeeded(CancellationToken.None);

        Assert.Empty(Stage.Left(bot.Folder));
        await bot.Restart();
        Assert.Empty(Stage.Left(bot.Folder));
        Assert.Contains("N.N. ", await bot.Say("geschiedenis 26-002"), StringComparison.Ordinal);
        Directory.Delete(backup, recursive: true);
    }

    [Fact]
    public async Task The_address_of_a_picture_that_named_them_opens_nothing_any_more()
    {
        await stage.Play();
        var links = new PictureLinks(new Uri("https://bot.example"), new byte[32], bot.Time, TimeSpan.FromDays(90), () => bot.Get<Erasures>().Mark);
        string Address() => links.Address(new RadarPicture("nl", [new RadarAxis(Stage.Name, 3m, null)], Enough: 3m)).Segments[^1][..^4];
        var before = Address();
        Assert.True(links.TryRead(before, out _, out _));

        await stage.Forget();

        Assert.False(links.TryRead(before, out _, out _));
        Assert.True(links.TryRead(Address(), out _, out _)); // and new ones do
        var mark = bot.Get<Erasures>().Mark;
        await bot.Restart();
        Assert.Equal(mark, bot.Get<Erasures>().Mark); // also after a start
    }

    [Fact]
    public async Task An_erasure_that_was_broken_off_is_finished_at_the_next_start()
    {
        await stage.Play();
        await stage.Say("stop");
        await stage.Say("vergeet mij");
        await stage.Say("ja");
        await stage.Say("ja");
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Get<Eraser>().Ring(stopped.Token));

        await bot.Restart();
        await bot.Get<Eraser>().WhereNeeded(CancellationToken.None);
        await bot.Get<Eraser>().Ring(CancellationToken.None);

        Assert.Empty(Stage.Left(bot.Folder));
    }

    [Fact]
    public async Task A_legal_hold_keeps_a_decision_as_it_is_until_it_is_lifted()
    {
        await stage.Play();
        await bot.Say("bewaarplicht 26-002", "beheer");
        await bot.Say("Woo-verzoek 12", "beheer");
        await bot.Say("ja", "beheer");
        await stage.Say("stop");
        Assert.Contains("26-002", await stage.Say("vergeet mij") + await stage.Say("ja"), StringComparison.Ordinal);
        await stage.Say("ja");
        await bot.Get<Eraser>().Ring(CancellationToken.None);

        Assert.Contains(Stage.Name, await bot.Say("geschiedenis 26-002"), StringComparison.Ordinal);
        Assert.DoesNotContain(Stage.Name, await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
        Assert.True(Assert.Single(bot.Get<Erasures>().All()).Held > 0);

        await bot.Say("hef bewaarplicht op 26-002", "beheer");
        await bot.Get<Eraser>().Ring(CancellationToken.None);

        Assert.Contains("N.N. ", await bot.Say("geschiedenis 26-002"), StringComparison.Ordinal);
        Assert.Empty(Stage.Left(bot.Folder));
    }

    [Fact]
    public async Task Only_an_administrator_erases_somebody_else()
    {
        await stage.Play();

        Assert.Contains("beheerder", await bot.Say($"vergeet persoon {Stage.Name}", "piet"), StringComparison.Ordinal);
        Assert.Contains("beheerder", await bot.Say($"gegevens van {Stage.Name}", "piet"), StringComparison.Ordinal);
        await bot.Say($"vergeet persoon {Stage.Name}", "beheer");
        await bot.Say("ja", "beheer");
        Assert.Contains("N.N. ", await bot.Say("ja", "beheer"), StringComparison.Ordinal);
        await bot.Get<Eraser>().Ring(CancellationToken.None);

        Assert.Empty(Stage.Left(bot.Folder));
    }

    [Fact]
    public async Task Nothing_is_erased_before_it_is_confirmed_twice()
    {
        await stage.Play();
        await stage.Say("stop");

        await stage.Say("vergeet mij");
        Assert.Contains("wis ik niets", await stage.Say("nee"), StringComparison.Ordinal);
        await stage.Say("ja");
        await bot.Get<Eraser>().Ring(CancellationToken.None);

        Assert.Empty(bot.Get<Erasures>().All());
        Assert.Contains(Stage.Name, await bot.Say("geschiedenis 26-002"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_data_names_everything_that_is_mine_and_nothing_of_another()
    {
        await stage.Play();

        var card = await stage.Say("mijn gegevens");
        List<PersonalItem> items = [];
        await foreach (var item in bot.Get<PersonalData>().Of(Talker.Workspace, new PersonId(Stage.Id), CancellationToken.None))
        {
            items.Add(item);
        }

        Assert.Contains("Wat ik van je bewaar", card, StringComparison.Ordinal);
        foreach (var sort in new[] { "people", "drafts", "initiatives", "appointments", "tensions", "journal" })
        {
            Assert.Contains(items, item => item.Collection == sort);
        }

        Assert.Contains(items, item => item.Content.Any(one => one.Value.Contains(Stage.Answer, StringComparison.Ordinal)));
        Assert.DoesNotContain(items, item => item.Content.Any(one => one.Value == "sanne"));
    }

    [Fact]
    public async Task In_a_channel_my_data_is_told_in_person_alone()
    {
        await stage.Play();

        Assert.Equal("Ik stuur het je persoonlijk.", await stage.Say("mijn gegevens", "channel"));
    }

    [Fact]
    public void Every_sort_of_data_has_a_name() => Assert.Empty(
        EveryKind.All.Where(kind => !PersonalDataWords.Knows(kind.Collection) && !Nameless.Contains(kind.Collection)).Select(kind => kind.Collection));

    [Fact]
    public async Task An_older_store_finds_documents_by_whom_they_name_after_its_first_start()
    {
        await stage.Play();
        await bot.Store.WriteAnew(static row => row with { Keys = [.. row.Keys.Where(key => !key.StartsWith("who=", StringComparison.Ordinal))] }, CancellationToken.None);
        Assert.Empty(await bot.Store.Find(Kinds.Journal, Talker.Workspace, PeopleNamed.Key(new PersonId(Stage.Id)), 10, null, false, CancellationToken.None));

        await bot.Get<Eraser>().WhereNeeded(CancellationToken.None);

        Assert.NotEmpty(await bot.Store.Find(Kinds.Journal, Talker.Workspace, PeopleNamed.Key(new PersonId(Stage.Id)), 10, null, false, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    /// <summary>Kinds whose documents name nobody.</summary>
    private static readonly string[] Nameless = ["heard", "heard_lately", "imported", "import_runs", "occasions", "reports_owed", "followed", "sending_holds", "erasures_done", "purges"];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
