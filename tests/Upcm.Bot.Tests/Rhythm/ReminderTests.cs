using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Notifications;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Notifications;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Rhythm;

/// <summary>It is Monday 5 October 2026, 11:00 in Amsterdam; reminders come at 9:00 on working days.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "jan");
        await bot.Say("hoi", "trekker");
        await Beat.Insert(Kinds.Appointments, new Appointment { Office = Offices.TeamLead, Team = "realisatie", Person = new Somebody(new PersonId("trekker"), "trekker"), By = Beat.Lotte, At = bot.Time.GetUtcNow() });
        await Beat.Ring();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task An_action_is_reminded_of_on_its_day_and_a_week_later_also_with_the_team_lead_and_then_no_more()
    {
        await Beat.Insert(Kinds.Actions, Action("een", "jan", new DateOnly(2026, 10, 7)));
        await At(6);
        Assert.Empty(await Reminders());
        await At(7);
        var first = Assert.Single(await Reminders());
        Assert.Equal(("reminders/2026-10-07/jan", "reminder"), (first.Id, first.Kind));
        Assert.StartsWith("Te doen: Contract tekenen\nHerinnering\n\n- Contract tekenen", Text(first).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        await At(8, 9, 12, 13);
        Assert.Single(await Reminders());
        await At(14);
        Assert.Equal(["reminders/2026-10-07/jan", "reminders/2026-10-14/jan", "reminders/2026-10-14/realisatie/trekker"], (await Reminders()).Select(post => post.Id));
        Assert.Contains("Te laat in je team: 1", Text((await Reminders())[^1]), StringComparison.Ordinal);
        Assert.Contains("jan · 7 dagen te laat", Text((await Reminders())[^1]), StringComparison.Ordinal);
        await At(15, 16, 19, 20, 21, 22, 28);
        Assert.Equal(3, (await Reminders()).Count);
    }

    [Fact]
    public async Task What_one_person_owes_comes_in_one_message()
    {
        await Beat.Insert(Kinds.Actions, Action("een", "jan", new DateOnly(2026, 10, 10)), Action("twee", "jan", new DateOnly(2026, 10, 11)), Action("drie", "jan", new DateOnly(2026, 10, 12)));
        await At(6, 7, 8, 9, 12); // the 10th and 11th are a weekend
        Assert.Contains("3 dingen zijn aan de beurt", Text(Assert.Single(await Reminders())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_before_it_goes_out_stays_silent_and_the_rest_is_told()
    {
        await Beat.Insert(Kinds.Actions, Action("een", "jan", new DateOnly(2026, 10, 7)), Action("twee", "jan", new DateOnly(2026, 10, 7)) with { Text = "Rekening sturen" });
        await At(7);
        await bot.Press(new Press("action.done", ("action", "een")), "jan");
        var channel = new ScriptedChannel();
        using var dispatcher = channel.Dispatcher(bot.Store, bot.Time, new Reminders(bot.Store, Talker.Method, bot.Time));
        await bot.Press(new Press("action.done", ("action", "een")), "jan");
        await dispatcher.SendDue(CancellationToken.None);
        Assert.Equal("Te doen: Rekening sturen", Assert.Single(channel.Titles));
        await At(14);
        await bot.Press(new Press("action.done", ("action", "twee")), "jan");
        await dispatcher.SendDue(CancellationToken.None);
        Assert.Single(channel.Titles);
        Assert.All((await Reminders()).Where(post => post.Id.Contains("10-14", StringComparison.Ordinal)), post => Assert.Equal((PostState.Moot, PostCause.Overtaken), (post.State, post.Cause)));
    }

    [Fact]
    public async Task A_report_that_is_overdue_is_asked_of_the_leader_until_it_is_there()
    {
        var it = Beat.Initiative(1, "Batterijen") with { Leader = new Somebody(new PersonId("jan"), "jan") };
        await Beat.Insert(Kinds.Initiatives, it);
        await Beat.Report(it, 1, new DateOnly(2026, 9, 10), 100_000);
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        await Beat.Ring();
        await At(6, 7, 8, 9);
        var post = Assert.Single(await Reminders());
        Assert.Contains("Voortgang te melden: 26-001", Text(post), StringComparison.Ordinal);
        Assert.Contains("voortgang 26-001", Text(post), StringComparison.Ordinal);
        Assert.Equal("report:26-001", post.About);
    }

    [Fact]
    public async Task After_days_off_everything_comes_together_and_what_is_a_month_old_does_not()
    {
        await Beat.Insert(Kinds.Actions, [.. Enumerable.Range(0, 60).Select(i => Action($"a{i:00}", "jan", new DateOnly(2026, 10, 6).AddDays(i)))]);
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 12, 4, 10, 0, 0, TimeSpan.Zero));
        await Beat.Ring();
        var post = Assert.Single(await Reminders(), one => one.Kind == "reminder");
        Assert.DoesNotContain("action:a00\n", post.About + "\n", StringComparison.Ordinal);
        Assert.Contains("en nog", Text(post), StringComparison.Ordinal);
        Assert.Equal(1, (await Reminders()).Count(one => one.Kind == "reminder-team"));
    }

    [Fact]
    public async Task Who_never_met_the_bot_is_named_and_the_administrator_hears()
    {
        await bot.Say("hoi", "beheer");
        await Beat.Insert(Kinds.Actions, Action("een", "onbekend", new DateOnly(2026, 10, 7)));
        await At(7);
        Assert.Equal(["onbekend"], (await Beat.Runs(OccasionKind.Reminders)).Single(run => run.Id == "reminders/2026-10-07").Unreached);
        Assert.Contains("onbekend: niet verzonden · sprak de bot nog nooit", await bot.Say("verzonden reminders/2026-10-07", "beheer"), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Post>> Reminders() => await Beat.PostsOf(OccasionKind.Reminders);

    private async Task At(params int[] days)
    {
        foreach (var day in days)
        {
            bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, day, 8, 0, 0, TimeSpan.Zero));
            await Beat.Ring();
        }
    }

    private static string Text(Post post) => PlainTextRenderer.Render(post.Card, Cultures.Dutch);

    private static AgreedAction Action(string id, string owner, DateOnly due) =>
        new() { Id = id, Team = "realisatie", Text = "Contract tekenen", Owner = new Somebody(new PersonId(owner), owner), Due = due };
}
