using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Rhythm;

/// <summary>
/// Meetings that somebody thinks of when the moment of their summary has passed already. It is Monday 5 October 2026, 11:00 in
/// Amsterdam, and nothing rang in this workspace yet.
/// </summary>
public sealed class LatePlansTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "lotte");
        await Beat.Insert(Kinds.Appointments, new Appointment { Office = Offices.SupportTeam, Person = new Somebody(new PersonId("lotte"), "lotte"), By = Beat.Lotte, At = bot.Time.GetUtcNow() });
        await Beat.Bind("kanaal-ot", "ondersteuningsteam");
        await Beat.Bind("kanaal-nsp", "nsp");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task An_extra_meeting_planned_in_the_first_minute_of_a_workspace_has_its_agenda()
    {
        await Say("extra overleg op morgen 10:00", "ja");
        bot.Time.Advance(TimeSpan.FromSeconds(40));
        await Beat.Ring();
        Assert.Equal(["summary/2026-10-06/kanaal-nsp", "summary/2026-10-06/kanaal-ot"], await Agendas(""));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Beat.Ring();
        Assert.Equal(2, (await Agendas("")).Count);
    }

    [Fact]
    public async Task So_has_one_of_a_team_that_never_had_a_meeting()
    {
        await Beat.Ring();
        bot.Time.Advance(TimeSpan.FromDays(1));
        await Beat.Ring();
        await Say("extra overleg nsp op morgen 10:00", "ja");
        bot.Time.Advance(TimeSpan.FromSeconds(40));
        await Beat.Ring();
        Assert.Equal(["summary/nsp/2026-10-07/kanaal-nsp"], await Agendas("nsp/"));
    }

    [Fact]
    public async Task A_channel_that_is_bound_when_the_agenda_has_gone_out_gets_it_once_as_well()
    {
        await Say("extra overleg op morgen 10:00", "ja");
        await Beat.Ring();
        await bot.Say("hoi", "beheer");
        foreach (var team in new[] { "realisatie", "realisatie", "verbreding" })
        {
            await bot.Hear(new Said($"koppel {team}", []), "beheer", kind: PlaceKind.Channel);
        }

        Assert.Equal(["summary/2026-10-06/channel", "summary/2026-10-06/kanaal-nsp", "summary/2026-10-06/kanaal-ot"], await Agendas(""));
        await bot.Say("spanning: de taken zijn onduidelijk", "lotte");
        await bot.Say("ja", "lotte");
        Assert.All(
            (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "occasion=summary/2026-10-06|", 10, null, descending: false, CancellationToken.None)).Select(found => found.Document),
            post => Assert.Contains("Op de agenda (1)", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_team_with_only_an_extra_meeting_has_no_series()
    {
        await Say("extra overleg nsp op morgen 10:00", "ja");
        var shown = await bot.Say("overleggen nsp", "lotte");
        Assert.Contains("Geen vaste reeks: alleen wat is toegevoegd", shown, StringComparison.Ordinal);
        Assert.Contains("di 6 oktober 2026 10:00 · extra", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("13 oktober", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_meetings_in_one_minute_have_an_agenda_each()
    {
        await Beat.Ring();
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 12, 7, 59, 40, TimeSpan.Zero));
        await Beat.Ring();
        await Say("extra overleg op vandaag 16:00", "ja");
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 12, 8, 0, 5, TimeSpan.Zero));
        await Beat.Ring();
        Assert.Equal(["summary/2026-10-12", "summary/2026-10-13"], (await Beat.Runs(OccasionKind.Summary)).Select(run => run.Id));
        Assert.All(await Beat.Runs(OccasionKind.Summary), run => Assert.Empty(run.Missed));
    }

    [Fact]
    public async Task One_that_was_written_while_another_summary_ran_is_not_passed_over()
    {
        await Beat.Ring();
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 12, 7, 59, 59, TimeSpan.Zero));
        await Say("extra overleg op vandaag 16:00");
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero));
        await Beat.Ring();
        var changes = new Changes(Talker.Workspace); // the turn began before the ring and was written after it
        changes.Insert(Kinds.MeetingRhythms, new MeetingRhythm { Team = "ondersteuningsteam" }.With(
            new MeetingChange(new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 12), new TimeOnly(16, 0), Extra: true, Beat.Lotte, new DateTimeOffset(2026, 10, 12, 7, 59, 59, TimeSpan.Zero))));
        await bot.Store.Commit(changes, CancellationToken.None);
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Beat.Ring();
        Assert.Equal(["summary/2026-10-12", "summary/2026-10-13"], (await Beat.Runs(OccasionKind.Summary)).Select(run => run.Id).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await Agendas("")).Count);
    }

    [Fact]
    public async Task A_new_rhythm_that_begins_tomorrow_has_its_agenda_and_is_not_called_late()
    {
        await Say("overlegritme nsp", "morgen", "09:00", "tweewekelijks", "ja");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Beat.Ring();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await Say("overlegritme nsp", "woensdag", "11:00", "tweewekelijks", "ja");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Beat.Ring();
        bot.Time.Advance(TimeSpan.FromDays(1));
        await Beat.Ring();
        Assert.Equal(["summary/nsp/2026-10-06/kanaal-nsp", "summary/nsp/2026-10-07/kanaal-nsp"], await Agendas("nsp/"));
        Assert.DoesNotContain(await Beat.Runs(OccasionKind.Summary), run => run.Team == "nsp" && run.IsLate);
    }

    private async Task Say(params string[] sentences)
    {
        foreach (var said in sentences)
        {
            await bot.Hear(new Said(said, []), "lotte", surface: Surface.Text);
        }
    }

    private async Task<IReadOnlyList<string>> Agendas(string team) =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, $"occasion=summary/{team}2026", 100, null, descending: false, CancellationToken.None)).Select(found => found.Document.Id).Order(StringComparer.Ordinal)];
}
