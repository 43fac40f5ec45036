using Ical.Net;
using Ical.Net.CalendarComponents;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>It is Monday 5 October 2026, 11:00 in Amsterdam; the role meeting is on Tuesdays, 13 October next.</summary>
public sealed class SchedulingTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "lotte");
        await Beat.Insert(Kinds.Appointments, new Appointment { Office = Offices.SupportTeam, Person = new Somebody(new PersonId("lotte"), "lotte"), By = Beat.Lotte, At = bot.Time.GetUtcNow() });
        await Beat.Bind("kanaal-ot", "ondersteuningsteam");
        await Beat.Ring();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_meeting_is_moved_in_one_sentence_and_the_channel_hears_of_it()
    {
        Assert.Contains("di 13 oktober 2026 10:00", await bot.Say("overleggen"), StringComparison.Ordinal);
        Assert.Contains("Welk overleg?", await Text("verplaats overleg naar 15 oktober 14:00"), StringComparison.Ordinal);
        var summary = await Text("13 oktober");
        Assert.Contains("do 15 oktober 2026", summary, StringComparison.Ordinal);
        var done = await Text("ja");
        Assert.Contains("Vastgelegd: het roloverleg van di 13 oktober 2026 is verplaatst naar do 15 oktober 2026 14:00.", done, StringComparison.Ordinal);
        Assert.Contains("do 15 oktober 2026 14:00 · verplaatst van di 13 oktober 2026 door lotte", done, StringComparison.Ordinal);
        var post = Assert.Single(await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 10, null, false, CancellationToken.None)).Document;
        Assert.Equal(("meeting-changed", "Het roloverleg van di 13 oktober 2026 is verplaatst naar do 15 oktober 2026 14:00"), (post.Kind, post.Card.Title));

        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero));
        await Beat.Ring();
        Assert.Empty(await Beat.Posts("summary"));
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 14, 12, 0, 0, TimeSpan.Zero));
        await Beat.Ring();
        Assert.Contains("do 15 oktober 14:00 · Niets veranderd", PlainTextRenderer.Render(Assert.Single(await Beat.Posts("summary")).Card, Cultures.Dutch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extra_meeting_within_a_day_has_its_summary_at_once_and_a_skipped_one_none()
    {
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await Text("extra overleg op vandaag 16:00");
        Assert.Contains("een extra roloverleg op ma 5 oktober 2026 16:00", await Text("ja"), StringComparison.Ordinal);
        await Text("sla overleg over");
        await Text("1");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Beat.Ring();
        Assert.Equal("summary/2026-10-05", Assert.Single(await Beat.Runs(OccasionKind.Summary)).Id);
        var shown = await Text("sla overleg over");
        Assert.Contains("Hier was je al mee begonnen", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extra overleg morgen 10:00", "di 6 oktober 2026 10:00")]
    [InlineData("extra overleg woensdag om 9:30", "wo 7 oktober 2026 09:30")]
    [InlineData("extra overleg op vrijdag 14.00", "vr 9 oktober 2026 14:00")]
    [InlineData("extra meeting next week tuesday 11:00", "Op die dag is er al een overleg")]
    public async Task A_hurried_sentence_needs_no_small_words(string said, string told)
    {
        var heard = await Text(said);
        Assert.Contains(told, heard.Contains("Klopt dit?", StringComparison.Ordinal) ? await Text("ja") : heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 oktober 2026", "do 1 oktober 2026 is al geweest. Kies vandaag of een latere dag.")]
    [InlineData("31 november", "31 november 2026 bestaat niet: die maand heeft 30 dagen.")]
    [InlineData("27 oktober", "Op die dag is er al een overleg, om 10:00. Kies een andere dag.")]
    [InlineData("12 oktober 2031", "zo 12 oktober 2031 is over meer dan twee jaar. Kies een eerdere dag.")]
    public async Task A_day_that_does_not_fit_is_told_why(string day, string problem)
    {
        await Text("verplaats overleg");
        await Text("13 oktober");
        Assert.Contains(problem, await Text(day), StringComparison.Ordinal);
        Assert.Contains("Hoe laat begint het dan?", await Text("15 okt"), StringComparison.Ordinal);
        Assert.Contains("herken ik geen tijd", await Text("halverwege"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_at_a_time_that_has_been_is_refused_and_nothing_is_lost()
    {
        await Text("verplaats overleg naar vandaag 09:00");
        await Text("13 oktober");
        Assert.Contains("Vandaag is het al later dan 09:00.", await Text("ja"), StringComparison.Ordinal);
        await Text("wijzig tijd");
        await Text("15.30");
        Assert.Contains("verplaatst naar ma 5 oktober 2026 15:30", await Text("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_gets_a_rhythm_of_its_own_and_it_ends()
    {
        Assert.Contains("Geen overleg gepland", await bot.Say("overleggen nsp", "lotte"), StringComparison.Ordinal);
        Assert.Contains("Geen overleg gepland", await Text("verplaats overleg nsp"), StringComparison.Ordinal);
        await Text("overlegritme nsp");
        await Text("8 oktober");
        await Text("13 uur");
        Assert.Contains("staat niet in de lijst", await Text("even"), StringComparison.Ordinal); // it is week 41
        await Text("oneven");
        Assert.Contains("in oneven weken op donderdag om 13:00", await Text("ja"), StringComparison.Ordinal);
        await Text("stop overleg nsp op 1 december");
        Assert.Contains("Stopt op di 1 december 2026", await Text("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_takes_the_newest_of_a_meeting_that_moved_was_skipped_or_has_another_time()
    {
        var before = await Agenda();
        Assert.All(before.Values, one => Assert.Equal((0, EventStatus.Confirmed), (one.Sequence, one.Status)));
        foreach (var said in new[] { "verplaats overleg naar 15 oktober 14:00", "13 oktober", "ja", "sla overleg over", "27 oktober", "ja" })
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            await Text(said);
        }

        var changed = await Agenda();
        var (moved, skipped) = (changed["ondersteuningsteam-2026-10-13@upcm"], changed["ondersteuningsteam-2026-10-27@upcm"]);
        Assert.True(moved.Sequence > 0 && skipped.Sequence > 0);
        Assert.Equal((new DateTime(2026, 10, 15, 14, 0, 0), EventStatus.Cancelled), (moved.Start!.Value, skipped.Status));
        Assert.Equal(0, changed["ondersteuningsteam-2026-11-10@upcm"].Sequence);

        foreach (var said in new[] { "overlegritme ondersteuningsteam", "10 november", "15 uur", "even", "ja" })
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            await Text(said);
        }

        var later = (await Agenda())["ondersteuningsteam-2026-11-10@upcm"];
        Assert.True(later.Sequence > 0);
        Assert.Equal(new DateTime(2026, 11, 10, 15, 0, 0), later.Start!.Value);
    }

    [Fact]
    public async Task Who_may_not_hears_who_may()
    {
        Assert.Contains("Het roloverleg wijzigen kan hier alleen:", await bot.Say("sla overleg over"), StringComparison.Ordinal);
        Assert.DoesNotContain("Verplaats", await bot.Say("overleggen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_in_English()
    {
        await bot.Say("language en", "lotte");
        await Text("move meeting to 26 December 2026 at 10:00");
        var summary = await Text("13 October");
        Assert.Contains("Sat 26 December 2026 is Boxing Day.", summary, StringComparison.Ordinal);
        Assert.Contains("the role meeting of Tue 13 October 2026 was moved to Sat 26 December 2026 10:00", await Text("yes"), StringComparison.Ordinal);
        Assert.Contains("every second week on Tuesday at 10:00", await bot.Say("meetings", "lotte"), StringComparison.Ordinal);
    }

    private async Task<string> Text(string said) => Talker.Plain(await bot.Hear(new Said(said, []), "lotte", surface: Surface.Text));

    /// <summary>The exported agenda, as a calendar that knows nothing of who wrote it reads it.</summary>
    private async Task<Dictionary<string, CalendarEvent>> Agenda()
    {
        var file = await File.ReadAllTextAsync(ToldFile.At(await bot.Say("exporteer agenda", "lotte")));
        return Ical.Net.Calendar.Load(file)!.Events.ToDictionary(one => one.Uid!);
    }
}
