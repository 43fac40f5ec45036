using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>What a channel shows has its own switches; "beheer" administers, "fatima" leads the team, "sanne" is in the channel.</summary>
public sealed class ChannelNoticesTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "fatima");
        await bot.Say("benoem fatima tot teamtrekker van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        await InChannel("koppel realisatie", "beheer");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_channel_is_switched_where_it_is_and_for_everybody()
    {
        var card = await InChannel("meldingen", "sanne");
        Assert.Contains("Wat er in dit kanaal verschijnt", card, StringComparison.Ordinal);
        Assert.Contains("aan · een nieuw initiatief", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Stille uren", card, StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await InChannel("zet uit aanmelding", "sanne"), StringComparison.Ordinal);
        Assert.Contains("uit · een nieuw initiatief", await InChannel("zet uit aanmelding", "fatima"), StringComparison.Ordinal);
        Assert.Contains("gaat niet naar kanalen", await InChannel("zet uit weekoverzicht", "fatima"), StringComparison.Ordinal);
        Assert.Contains("Zeg erbij welk bericht", await InChannel("zet uit fietsen", "fatima"), StringComparison.Ordinal);
        Assert.Contains("aan · een nieuw initiatief", await Press(new Press("notice.switch", ("kind", "initiative-registered"), ("on", "ja"), ("place", "channel")), "fatima"), StringComparison.Ordinal);
        await bot.Say("language en", "fatima");
        Assert.Contains("off · a new initiative", await InChannel("switch off registration", "fatima"), StringComparison.Ordinal);
        Assert.Contains("Wat je van mij krijgt", await bot.Say("meldingen", "sanne"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_that_shows_nothing_what_is_personal_goes_to_who_asks()
    {
        await bot.Hear(new ChannelChanged("channel", null, Gone: true), "beheer", kind: PlaceKind.Channel);
        Assert.Equal("Ik stuur het je persoonlijk.", await InChannel("meldingen", "sanne"));
    }

    [Fact]
    public async Task Binding_it_to_another_team_keeps_its_switches()
    {
        await InChannel("zet uit samenvatting", "fatima");
        await InChannel("koppel nsp", "beheer");
        Assert.Contains("uit · de agenda en de samenvatting", await InChannel("meldingen", "sanne"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_channel_is_deleted_the_administrator_and_the_team_lead_hear_where_the_news_still_is()
    {
        await bot.Hear(new ChannelChanged("channel", "KBO", Gone: false), "jan", kind: PlaceKind.Channel);
        await bot.Hear(new ChannelChanged("channel", null, Gone: true), "jan", kind: PlaceKind.Channel);
        var told = await Told("channel-gone/channel/");
        Assert.Equal(["beheer", "fatima"], told.Select(post => post.Person!.Value.Value).Order(StringComparer.Ordinal));
        Assert.Equal("Het kanaal \"KBO\" is verwijderd", told[0].Card.Title);
        Assert.Equal("Het nieuws van Team Realisatie staat nu nergens meer", told[0].Card.Status);
    }

    [Fact]
    public async Task Where_the_bot_is_taken_out_of_a_team_the_administrator_hears_once()
    {
        await bot.Hear(new Uninstalled(), "jan", kind: PlaceKind.Channel);
        await bot.Hear(new Uninstalled(), "jan", kind: PlaceKind.Channel);
        var told = Assert.Single(await Told("channel-gone/removed/"));
        Assert.Equal(("beheer", "Door jan"), (told.Person!.Value.Value, told.Card.Status));
    }

    private async Task<IReadOnlyList<Post>> Told(string occasion) =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, $"occasion={occasion}", 10, null, descending: false, CancellationToken.None)).Select(found => found.Document)];

    private async Task<string> InChannel(string said, string person) => Talker.Plain(await bot.Hear(new Said(said, []), person, kind: PlaceKind.Channel));

    private async Task<string> Press(Press press, string person) =>
        Talker.Plain(await bot.Hear(new Pressed(press, new Dictionary<string, string>(), null, CanReplace: true), person, kind: PlaceKind.Channel));
}
