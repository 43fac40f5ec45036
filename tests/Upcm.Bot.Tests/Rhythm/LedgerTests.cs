using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Notifications;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Rhythm;

public sealed class LedgerTests : IAsyncLifetime
{
    private readonly Talker bot = new(); // starts on Monday 5 October 2026, 11:00 in Amsterdam

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await Beat.Appoint("jan");
        await Beat.Ring();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Nothing_runs_before_its_time_and_then_once_whatever_rings()
    {
        await At(12, 5, 59);
        Assert.Empty(await Beat.Posts("digest"));
        await At(12, 6, 0);
        await Beat.Ring();
        await bot.Restart();
        await Beat.Ring();
        var post = Assert.Single(await Beat.Posts("digest"));
        Assert.Equal("digest/2026-W42/realisatie/jan", post.Id);
        Assert.DoesNotContain("te laat", Text(post), StringComparison.Ordinal);
        await At(19, 6, 0);
        Assert.Equal(["digest/2026-W42", "digest/2026-W43"], (await Beat.Runs(OccasionKind.Digest)).Select(run => run.Id));
    }

    [Fact]
    public async Task After_days_off_it_comes_late_and_says_so()
    {
        await At(15, 12, 0);
        Assert.Contains("Dit bericht is te laat: het had ma 12 oktober 08:00 moeten komen.", Text(Assert.Single(await Beat.Posts("digest"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_weeks_off_one_digest_tells_it_all()
    {
        await At(29, 12, 0);
        var run = Assert.Single(await Beat.Runs(OccasionKind.Digest));
        Assert.Equal("digest/2026-W44", run.Id);
        Assert.Equal(["digest/2026-W42", "digest/2026-W43"], run.Missed);
        Assert.Contains("Wat in 2 gemiste berichten had gestaan, staat er ook in.", Text(Assert.Single(await Beat.Posts("digest"))), StringComparison.Ordinal);
        await At(30, 12, 0);
        Assert.Single(await Beat.Posts("digest"));
    }

    [Fact]
    public async Task The_dashboard_is_kept_every_month_and_told_to_the_support_team()
    {
        await Beat.Bind("kanaal", "ondersteuningsteam");
        foreach (var month in new[] { 10, 11, 12 })
        {
            bot.Time.SetUtcNow(new DateTimeOffset(2026, month, 5, 12, 0, 0, TimeSpan.Zero));
            await Beat.Ring();
            await Beat.Ring();
        }

        var posts = await Beat.PostsOf(OccasionKind.Snapshot);
        Assert.Equal(["kanaal", "kanaal"], posts.Select(post => post.Place));
        Assert.Contains("Dit is de eerste momentopname.", Text(posts[0]), StringComparison.Ordinal);
        Assert.Contains("Er is sindsdien niets veranderd.", Text(posts[1]), StringComparison.Ordinal);
        Assert.Equal(2, (await bot.Store.Find(Kinds.DashboardSnapshots, Talker.Workspace, "at=", 9, null, false, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Ringing_twice_at_once_is_harmless()
    {
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 12, 6, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Beat.Ring(), TestContext.Current.CancellationToken)));
        Assert.Single(await Beat.Posts("digest"));
        Assert.NotNull(Assert.Single(await Beat.Runs(OccasionKind.Digest)).DoneAt);
    }

    [Fact]
    public async Task What_was_half_done_at_a_stop_is_finished()
    {
        await Beat.Appoint("piet", "verbreding", "en");
        await At(12, 6, 0);
        var run = Assert.Single(await Beat.Runs(OccasionKind.Digest));
        var stored = await bot.Store.Load(Kinds.Occasions, Talker.Workspace, run.Id, CancellationToken.None);
        var lost = await bot.Store.Load(Kinds.Posts, Talker.Workspace, "digest/2026-W42/verbreding/piet", CancellationToken.None);
        var changes = new Changes(Talker.Workspace);
        changes.Put(Kinds.Occasions, run with { DoneAt = null }, stored!.Version);
        changes.Delete(Kinds.Posts, lost!.Document.Id, lost.Version);
        await bot.Store.Commit(changes, CancellationToken.None);

        await bot.Restart();
        await At(12, 6, 10);
        Assert.Equal(2, (await Beat.Posts("digest")).Count);
        var again = await bot.Store.Load(Kinds.Posts, Talker.Workspace, lost.Document.Id, CancellationToken.None);
        Assert.Equal(Text(lost.Document, Cultures.English), Text(again!.Document, Cultures.English));
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_named()
    {
        await Beat.Appoint("fatima", "nsp", met: false);
        await At(12, 6, 0);
        Assert.Equal(["fatima"], Assert.Single(await Beat.Runs(OccasionKind.Digest)).Unreached);
    }

    [Fact]
    public async Task The_summary_goes_to_every_bound_channel_a_day_ahead()
    {
        await Beat.Bind("kanaal-realisatie", "realisatie");
        await Beat.Bind("kanaal-ot", "ondersteuningsteam");
        await At(12, 7, 59);
        Assert.Empty(await Beat.Posts("summary"));
        await At(12, 8, 0);
        var posts = await Beat.Posts("summary");
        Assert.Equal(["summary/2026-10-13/kanaal-ot", "summary/2026-10-13/kanaal-realisatie"], posts.Select(post => post.Id).Order(StringComparer.Ordinal));
        Assert.All(posts, post => Assert.Contains("di 13 oktober 10:00 · Niets veranderd", Text(post), StringComparison.Ordinal));
        Assert.All(posts, post => Assert.Contains("Niets veranderd sinds ma 21 september 11:00", Text(post), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_digest_moved_to_another_day_does_not_come_twice_in_one_week()
    {
        await At(12, 6, 0);
        var moved = Beat.Timetable with { Digest = Beat.Timetable.Digest with { Weekday = DayOfWeek.Friday } };
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 16, 6, 0, 0, TimeSpan.Zero));
        await new RhythmRunner(
            bot.Store, new MeetingCalendar(bot.Store, moved, Talker.Method), new OccasionPosts(bot.Store, Talker.Method, new Reminders(bot.Store, Talker.Method, bot.Time)), new ReportClock(bot.Store, Talker.Method, bot.Time), bot.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<RhythmRunner>.Instance).Ring(CancellationToken.None);
        Assert.Single(await Beat.Posts("digest"));
    }

    [Fact]
    public async Task Seven_years_of_ringing_and_falling_silent_tell_every_week_once()
    {
        var random = new Random(20261124);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var store = new MemoryStore();
        var beat = new Beat(store, time);
        await beat.Bind("kanaal", "realisatie");
        await beat.Ring();
        while (time.GetUtcNow() < new DateTimeOffset(2033, 1, 1, 0, 0, 0, TimeSpan.Zero))
        {
            time.Advance(random.Next(20) == 0 ? TimeSpan.FromDays(random.Next(1, 20)) : TimeSpan.FromHours(random.Next(6, 72)));
            await (random.Next(4) == 0 ? Task.WhenAll(Task.Run(() => beat.Ring()), Task.Run(() => beat.Ring())) : beat.Ring()); // each ring is a new process
        }

        foreach (var kind in Enum.GetValues<OccasionKind>())
        {
            var runs = await beat.Runs(kind);
            var told = runs.SelectMany(run => run.Missed.Append(run.Id)).ToList();
            var planned = Beat.Timetable.Between(kind, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), time.GetUtcNow()).Select(occasion => occasion.Id);
            Assert.Equal(planned, told);
            Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.Since));
        }
    }

    private static string Text(Post post, System.Globalization.CultureInfo? culture = null) => PlainTextRenderer.Render(post.Card, culture ?? Cultures.Dutch);

    private async Task At(int day, int hour, int minute)
    {
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, day, hour, minute, 0, TimeSpan.Zero));
        await Beat.Ring();
    }
}
