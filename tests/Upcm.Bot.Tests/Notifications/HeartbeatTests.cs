using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Channels.Teams;
using Upcm.Bot.Channels.Teams.Authentication;
using Upcm.Bot.Health;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>It is Monday 5 October 2026, 11:00 in Amsterdam.</summary>
public sealed class HeartbeatTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "beheer");
        await Beat.Appoint("jan");
        await Beat.Ring();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task While_all_goes_well_nobody_hears_anything()
    {
        foreach (var day in new[] { 6, 7, 8, 9 })
        {
            At(day, 7, 1);
            await Beat.Ring();
        }

        At(12, 6, 5);
        await Beat.Ring();
        using var heart = Heart();
        await heart.Beat(CancellationToken.None);
        Assert.Empty(await Alarms());
    }

    [Fact]
    public async Task Where_the_alarm_clock_is_silent_the_administrator_hears_once_a_day()
    {
        At(12, 6, 20);
        using var heart = Heart();
        await heart.Beat(CancellationToken.None);
        Assert.DoesNotContain(await Alarms(), post => Text(post).Contains("Weekoverzicht", StringComparison.Ordinal)); // it may take half an hour
        At(12, 6, 40);
        await heart.Beat(CancellationToken.None);
        await heart.Beat(CancellationToken.None);
        Assert.Contains(
            "Weekoverzicht (ma 12 okt 08:00) had gemaakt moeten zijn en is er niet",
            Text(Assert.Single(await Alarms(), post => Text(post).Contains("Weekoverzicht", StringComparison.Ordinal))), StringComparison.Ordinal);
        At(13, 6, 40);
        await heart.Beat(CancellationToken.None);
        Assert.Equal(2, (await Alarms()).Count(post => Text(post).Contains("Weekoverzicht", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_waits_too_long_what_is_stuck_and_what_came_too_late_are_told()
    {
        await Beat.Bind("kanaal", "realisatie");
        await Beat.Insert(Kinds.Posts, Post("dood", PostState.Dead), Post("wacht", PostState.Pending));
        At(5, 12, 0);
        using var heart = Heart();
        await heart.Beat(CancellationToken.None);
        var text = Text(Assert.Single(await Alarms()));
        Assert.Contains("1 bericht van de afgelopen dag kwam niet aan", text, StringComparison.Ordinal);
        Assert.Contains("Berichten wachten sinds ma 5 okt 11:00 en gaan niet weg", text, StringComparison.Ordinal);
        At(13, 9, 0); // the meeting began an hour ago
        await Beat.Ring();
        Assert.Empty(await Beat.Posts("summary"));
        await heart.Beat(CancellationToken.None);
        Assert.Contains("Samenvatting (ma 12 okt 10:00) is niet verzonden: het overleg was al begonnen", Text((await Alarms())[^1]), StringComparison.Ordinal);
        Assert.Contains("niet verzonden: het overleg was al begonnen", await bot.Say("verzonden", "beheer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_long_ago_is_purged_with_its_marks_and_the_administrator_reads_how_much()
    {
        await Beat.Bind("kanaal", "realisatie");
        await Beat.Insert(Kinds.Posts, Post("dood", PostState.Dead), Post("weg", PostState.Sent) with { SentAt = bot.Time.GetUtcNow() });
        using var heart = Heart();
        await heart.Beat(CancellationToken.None);
        var mark = HeardBefore.Alarm(new DateOnly(2026, 10, 5), "Stuck~posts", new PersonId("beheer")).Place;
        Assert.NotNull(await bot.Store.Load(Kinds.Heard, Talker.Workspace, mark, CancellationToken.None));
        bot.Time.Advance(TimeSpan.FromDays(367));
        var run = await bot.Get<Upcm.Bot.Privacy.Purge>().Run(Talker.Workspace, months: 0, CancellationToken.None);
        Assert.Equal((2, 1), (run.Removed["messages"], run.Removed["alarms"]));
        Assert.Null(await bot.Store.Load(Kinds.Heard, Talker.Workspace, mark, CancellationToken.None));
        Assert.Contains("2 oude berichten", await bot.Say("verzonden", "beheer"), StringComparison.Ordinal);
        await bot.Say("language en", "beheer");
        Assert.Contains("2 old messages", await bot.Say("sent", "beheer"), StringComparison.Ordinal);
    }

    private void At(int day, int hour, int minute) => bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, day, hour, minute, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_the_store_needs_is_told_to_the_administrator_once_a_day()
    {
        using var heart = new Heartbeat(
            bot.Store, new MeetingCalendar(bot.Store, Rhythm.Beat.Timetable, Talker.Method), new Standings(new ConfigurationManager { ["Administrators:0"] = "beheer" }), bot.Time, NullLogger<Heartbeat>.Instance, [new Watched()]);
        await heart.Beat(CancellationToken.None);
        await heart.Beat(CancellationToken.None);
        var text = Text(Assert.Single(await Alarms()));
        Assert.Contains("De opslag heeft je nodig", text, StringComparison.Ordinal);
        Assert.Contains("2 documenten in de opslag zijn niet te lezen en worden overgeslagen: stop de bot en zeg doctor", text, StringComparison.Ordinal);
        Assert.Contains("Sinds ma 5 okt 11:00 lukt de reservekopie niet", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_secret_ends_is_told_once_as_each_of_some_moments_passes()
    {
        var options = new HealthOptions(false, TimeSpan.FromMinutes(30), TimeSpan.FromDays(28), new DateOnly(2026, 11, 10)); // ends as the 11th begins
        var credentials = new Credentials(options, new HomeCertificate(new Uri("http://127.0.0.1"), bot.Time), new AppCertificate(new TeamsOptions()));
        using var heart = new Heartbeat(
            bot.Store, new MeetingCalendar(bot.Store, Rhythm.Beat.Timetable, Talker.Method), new Standings(new ConfigurationManager { ["Administrators:0"] = "beheer" }), bot.Time, NullLogger<Heartbeat>.Instance, [new CredentialsWatch(options, credentials)]);
        List<string> told = [];
        for (var day = new DateTimeOffset(2026, 10, 6, 9, 0, 0, TimeSpan.Zero); day.Month < 12; day = day.AddDays(1))
        {
            bot.Time.SetUtcNow(day);
            await heart.Beat(CancellationToken.None);
            await heart.Beat(CancellationToken.None);
            told.AddRange((await Alarms()).Where(post => post.Created == day && Text(post).Contains("geheim", StringComparison.Ordinal)).Select(post => $"{day:MM-dd} {Text(post)}"));
        }

        Assert.Equal(["10-14", "10-28", "11-04", "11-09", "11-11", "11-18"], told.Select(one => one[..5]));
        Assert.Contains("Het geheim van de app-registratie eindigt op di 10 november 2026: maak een nieuw, en stel Teams:AppPassword en Teams:SecretExpires in", told[0], StringComparison.Ordinal);
        Assert.Contains("is op di 10 november 2026 geëindigd", told[4], StringComparison.Ordinal);
    }

    private sealed class Watched : IWatched
    {
        public IEnumerable<Trouble> Troubles(DateTimeOffset now) => [new(TroubleKind.Unreadable, "store", now, 2), new(TroubleKind.NoBackup, "backup", now)];
    }

    private Heartbeat Heart() => new(
        bot.Store, new MeetingCalendar(bot.Store, Rhythm.Beat.Timetable, Talker.Method), new Standings(new ConfigurationManager { ["Administrators:0"] = "beheer" }), bot.Time, NullLogger<Heartbeat>.Instance);

    private async Task<List<Post>> Alarms() =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 100, null, false, CancellationToken.None)).Select(found => found.Document).Where(post => post.Kind == "alarm")];

    private static string Text(Post post) => PlainTextRenderer.Render(post.Card, Cultures.Dutch);

    private Post Post(string id, PostState state) => new()
    {
        Id = id,
        Kind = "summary",
        Channel = "test",
        Place = "kanaal",
        Card = new Card("x"),
        Language = "nl",
        State = state,
        Cause = "404",
        Created = bot.Time.GetUtcNow(),
        Due = bot.Time.GetUtcNow(),
    };
}
