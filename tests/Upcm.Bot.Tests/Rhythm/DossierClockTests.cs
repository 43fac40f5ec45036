using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Pictures;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Tests.Conversation;

namespace Upcm.Bot.Tests.Rhythm;

/// <summary>The dossier goes to the steering members ahead of their meeting: once, and late rather than never.</summary>
public sealed class DossierClockTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Way way = null!;

    public async ValueTask InitializeAsync()
    {
        way = new Way(bot);
        await way.Begin();
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task It_goes_out_five_days_ahead_and_once()
    {
        await Ring(new DateTimeOffset(2026, 10, 7, 6, 59, 0, TimeSpan.Zero));
        Assert.Empty(await way.Posts("gate-dossier"));
        await Ring(new DateTimeOffset(2026, 10, 7, 7, 0, 0, TimeSpan.Zero));
        await Ring(new DateTimeOffset(2026, 10, 8, 7, 0, 0, TimeSpan.Zero));
        var posts = await way.Posts("gate-dossier");
        Assert.Equal(["fatima", "piet"], posts.Select(post => post.Person!.Value.Value).Order());
        Assert.Contains(posts.Single(post => post.Person!.Value.Value == "piet").Card.Buttons, button => button.Label == "Besluit vastleggen");
        Assert.DoesNotContain(posts.Single(post => post.Person!.Value.Value == "fatima").Card.Buttons, button => button.Label == "Besluit vastleggen");

        Assert.Contains("dossier verstuurd: overleg van ma 12 okt 2026, naar fatima, piet · UPCM bot", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);

        await way.Decide("piet", "door");
        Assert.All(await way.Posts("gate-dossier"), post => Assert.Contains("besloten: Door", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_days_of_silence_it_goes_out_late_and_says_so()
    {
        await Ring(new DateTimeOffset(2026, 10, 20, 7, 0, 0, TimeSpan.Zero));
        Assert.All(await way.Posts("gate-dossier"), post => Assert.Contains("De dag van het KBO is voorbij", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.Ordinal));
        Assert.Equal(2, (await way.Posts("gate-dossier")).Count);
    }

    [Fact]
    public async Task A_meeting_that_moves_gets_its_own()
    {
        await Ring(new DateTimeOffset(2026, 10, 7, 7, 0, 0, TimeSpan.Zero));
        await way.Talk("piet", "plan kbo 26-001 26 oktober", "ja");
        await Ring(new DateTimeOffset(2026, 10, 8, 7, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, (await way.Posts("gate-dossier")).Count);
        await Ring(new DateTimeOffset(2026, 10, 21, 7, 0, 0, TimeSpan.Zero));
        Assert.Equal(4, (await way.Posts("gate-dossier")).Count);
    }

    [Fact]
    public async Task What_was_withdrawn_gets_none()
    {
        await bot.Say("trek fasepoort in 26-001");
        await Ring(new DateTimeOffset(2026, 10, 9, 7, 0, 0, TimeSpan.Zero));
        Assert.Empty(await way.Posts("gate-dossier"));
    }

    private async Task Ring(DateTimeOffset at)
    {
        bot.Time.SetUtcNow(at);
        await new DossierClock(bot.Store, Talker.Method, Beat.Timetable, new Illustrations(), bot.Time, NullLogger<DossierClock>.Instance).Ring(CancellationToken.None);
    }
}
