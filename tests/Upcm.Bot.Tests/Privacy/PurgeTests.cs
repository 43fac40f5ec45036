using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Privacy;

public sealed class PurgeTests : IAsyncDisposable
{
    private readonly Talker bot = new();
    private readonly Stage stage;

    public PurgeTests() => stage = new Stage(bot);

    [Fact]
    public async Task What_was_kept_long_enough_goes_and_is_counted()
    {
        await stage.Say("meld initiatief");
        await stage.Say(Stage.Answer); // and never again
        Assert.NotEmpty(Stage.Left(bot.Folder, [Stage.Answer]));
        bot.Time.Advance(TimeSpan.FromDays(200));

        var run = await Purge();

        Assert.Equal(1, run.Removed["drafts"]);
        Assert.Empty(Stage.Left(bot.Folder, [Stage.Answer]));
        Assert.Equal(run.At, Assert.Single(await bot.Store.Find(Kinds.Purges, Talker.Workspace, "at=", 5, null, true, CancellationToken.None)).Document.At);
        Assert.Empty((await Purge()).Removed);
    }

    [Fact]
    public async Task It_runs_once_a_night()
    {
        await stage.Play();
        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.Get<Purge>().Ring(CancellationToken.None);
        await bot.Get<Purge>().Ring(CancellationToken.None);
        Assert.Single(await Runs());

        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.Get<Purge>().Ring(CancellationToken.None);
        Assert.Equal(2, (await Runs()).Count);
    }

    [Fact]
    public async Task After_a_year_nobody_knows_who_answered_what_and_the_result_is_the_same()
    {
        await stage.Play();
        await Put(Round() with { ClosedAt = bot.Time.GetUtcNow() });
        bot.Time.Advance(TimeSpan.FromDays(366));

        var run = await Purge();

        Assert.Equal(1, run.Removed["respondents"]);
        var round = (await bot.Store.Load(Kinds.Fingerprints, Talker.Workspace, "26-001/0001", CancellationToken.None))!.Document;
        Assert.Equal([new PersonId("anonymous-1"), new PersonId("anonymous-2")], round.Answers.Select(one => one.Person));
        Assert.Equal([5, 1], round.Answers.Select(one => one.Scores["anchored"]!.Value));
    }

    [Fact]
    public async Task What_a_legal_hold_is_on_stays()
    {
        await stage.Play();
        await Put(Round() with { ClosedAt = bot.Time.GetUtcNow() });
        await bot.Say("bewaarplicht 26-001", "beheer");
        await bot.Say("Woo-verzoek", "beheer");
        await bot.Say("ja", "beheer");
        bot.Time.Advance(TimeSpan.FromDays(366));

        var run = await Purge();

        Assert.Equal(1, run.Held);
        Assert.DoesNotContain("respondents", run.Removed.Keys);
        var round = (await bot.Store.Load(Kinds.Fingerprints, Talker.Workspace, "26-001/0001", CancellationToken.None))!.Document;
        Assert.Equal(new PersonId("piet"), round.Answers[0].Person);
    }

    [Fact]
    public async Task An_administrator_sees_what_was_purged_in_figures_and_nobody_else_does()
    {
        await stage.Say("meld initiatief");
        await stage.Say(Stage.Answer);
        Assert.Contains("Nog niet", await bot.Say("opgeruimd", "beheer"), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(200));
        await Purge();
        await Purge();

        var card = await bot.Say("opgeruimd", "beheer");
        Assert.Contains("1 begonnen formulier", card, StringComparison.Ordinal);
        Assert.Contains("Begonnen formulieren: 180 dagen.", card, StringComparison.Ordinal);
        Assert.Contains("beheerder", await bot.Say("opgeruimd"), StringComparison.Ordinal);
        await bot.Say("language en", "beheer");
        Assert.Contains("1 form that was begun", await bot.Say("purged", "beheer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_of_the_audit_log_are_removed_once_and_told_to_every_workspace()
    {
        await stage.Play();
        await stage.Hear(new Upcm.Bot.Conversation.Said("hoi", []), workspace: "other");
        var old = Path.Combine(bot.Folder, AuditLog.FolderName, "2020-01.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        await File.WriteAllTextAsync(old, "{}\n");
        bot.Time.Advance(TimeSpan.FromDays(1));

        await bot.Get<Purge>().Ring(CancellationToken.None);

        Assert.False(File.Exists(old));
        foreach (var workspace in new[] { Talker.Workspace, new WorkspaceId("other") })
        {
            Assert.Equal(1, Assert.Single(await bot.Store.Find(Kinds.Purges, workspace, "at=", 5, null, true, CancellationToken.None)).Document.Removed[PurgeRun.Audit]);
        }
    }

    [Fact]
    public async Task Who_left_two_years_ago_is_forgotten()
    {
        await stage.Play();
        await stage.Hear(new Upcm.Bot.Conversation.PeopleLeft([new(new PersonId(Stage.Id), "", Stage.Name)]), "channel");
        bot.Time.Advance(TimeSpan.FromDays(731));

        Assert.Equal(1, (await Purge()).Removed["left"]);
        await bot.Get<Eraser>().Ring(CancellationToken.None);

        Assert.Empty(Stage.Left(bot.Folder));
        Assert.False(Assert.Single(bot.Get<Erasures>().All()).ByThemselves);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private static FingerprintRound Round() => new()
    {
        Number = new InitiativeNumber(26, 1),
        Round = 1,
        Phase = "definition",
        OpenedAt = new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero),
        OpenedBy = new PersonId("sanne"),
        Invited = [new PersonId("piet"), new PersonId("fatima"), new PersonId("jan")],
        Answers = [Scored("piet", 5), Scored("fatima", 1)],
    };

    private static SurveyAnswers Scored(string person, int score) =>
        new(new PersonId(person), new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero), System.Collections.Immutable.ImmutableSortedDictionary<string, int?>.Empty.Add("anchored", score));

    private async Task Put(FingerprintRound round)
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Fingerprints, round);
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    /// <summary>Purges and writes the store anew, as a night does.</summary>
    private async Task<PurgeRun> Purge()
    {
        var run = await bot.Get<Purge>().Run(Talker.Workspace, months: 0, CancellationToken.None);
        await bot.Store.WriteAnew(static row => row, CancellationToken.None);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        return run;
    }

    private async Task<IReadOnlyList<Found<PurgeRun>>> Runs() => await bot.Store.Find(Kinds.Purges, Talker.Workspace, "at=", 5, null, true, CancellationToken.None);
}
