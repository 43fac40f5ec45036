using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>Installed, greeted, and asked for something in sight of others.</summary>
public sealed class PlacesTests : IAsyncDisposable
{
    private readonly Talker bot = new();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(PlaceKind.Personal)]
    [InlineData(PlaceKind.Channel)]
    [InlineData(PlaceKind.Group)]
    public async Task A_place_is_greeted_once_for_every_installation(PlaceKind kind)
    {
        Assert.Contains("Welkom bij UPCM", await Happens(new Installed(), kind), StringComparison.Ordinal);
        Assert.Empty(await Happens(new Installed(), kind));
        Assert.Empty(await Happens(new PeopleJoined([]), kind));
        await bot.Restart();
        Assert.Empty(await Happens(new PeopleJoined([]), kind));
        Assert.Empty(await Happens(new Uninstalled(), kind));
        Assert.Empty(await Happens(new Uninstalled(), kind));
        Assert.Contains("Welkom bij UPCM", await Happens(new Installed(), kind), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "meld initiatief", "Initiatief aanmelden: ik ga met jou alleen verder, in ons eigen gesprek.")]
    [InlineData("en", "register initiative", "Register an initiative: I will go on with you alone, in our own conversation.")]
    public async Task A_form_asked_for_in_a_channel_goes_on_with_that_person_alone_and_says_so(string language, string said, string answer)
    {
        await bot.Say($"taal {language}");
        Assert.Equal(answer, await Happens(new Said(said, []), PlaceKind.Channel));
        var post = Assert.Single(await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 10, null, false, CancellationToken.None));
        Assert.Equal(("sanne", Cultures.Of(language).IsEnglish() ? "Register an initiative" : "Initiatief aanmelden"), (post.Document.Person?.Value, post.Document.Card.Title));
    }

    private async Task<string> Happens(Event what, PlaceKind kind) => Talker.Plain(await bot.Hear(what, kind: kind));
}
