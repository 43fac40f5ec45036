using Upcm.Bot.Cards;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;

namespace Upcm.Bot.Tests.Rhythm;

public sealed class StuckTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await Beat.Bind("kanaal", "realisatie");
        await Beat.Insert(Kinds.Posts, Stuck("a", PostState.Dead, "404 Not Found"), Stuck("b", PostState.Unknown, "503 Service Unavailable"));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_administrator_sees_what_did_not_arrive_and_why()
    {
        var card = await bot.Say("verzonden", "beheer");
        Assert.Contains("er staan 2 berichten vast", card, StringComparison.Ordinal);
        Assert.Contains("Samenvatting · kanaal", card, StringComparison.Ordinal);
        Assert.Contains("ma 5 okt 11:00 · opgegeven · 404 Not Found", card, StringComparison.Ordinal);
        Assert.Contains("de beheerder", await bot.Say("verzonden", "sanne"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_again_waits_once_and_says_when_it_may_have_arrived()
    {
        Assert.Contains("kan hier alleen", await bot.Press(Again("b")), StringComparison.Ordinal);
        Assert.Contains("Gaat nu opnieuw uit · er staat 1 bericht vast", await bot.Press(Again("b"), "beheer"), StringComparison.Ordinal);
        Assert.Contains("staat niet meer vast", await bot.Press(Again("b"), "beheer"), StringComparison.Ordinal);
        Assert.Contains("staat niet meer vast", await bot.Press(Again("z"), "beheer"), StringComparison.Ordinal);
        await bot.Press(Again("a"), "beheer");
        var posts = await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 10, null, false, CancellationToken.None);
        Assert.Equal(2, posts.Count);
        Assert.Empty(posts.Single(found => found.Document.Id == "a").Document.Card.Body);
        Assert.Equal(
            "Opnieuw verstuurd: misschien heb je dit al ontvangen.", ((Text)Assert.Single(posts.Single(found => found.Document.Id == "b").Document.Card.Body)).Value);
    }

    [Fact]
    public async Task What_ran_last_is_told()
    {
        await Beat.Appoint("fatima", "nsp", met: false);
        await Beat.Ring();
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 15, 6, 0, 0, TimeSpan.Zero));
        await Beat.Ring();
        Assert.Contains("do 15 okt 08:00, gepland voor ma 12 okt 08:00, sprak de bot nog nooit: fatima", await bot.Say("verzonden", "beheer"), StringComparison.Ordinal);
    }

    private static Press Again(string id) => new("post.again", ("post", id));

    private Post Stuck(string id, PostState state, string cause) => new()
    {
        Id = id,
        Kind = "summary",
        Channel = "test",
        Place = "kanaal",
        Card = new Card("Samenvatting"),
        Language = "nl",
        State = state,
        Cause = cause,
        Attempt = 8,
        Created = bot.Time.GetUtcNow(),
        Due = bot.Time.GetUtcNow(),
    };
}
