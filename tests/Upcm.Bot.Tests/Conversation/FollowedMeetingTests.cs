using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>The card of a role meeting in somebody's own conversation: Lotte leads on it, Sanne and Fatima do what they do elsewhere.</summary>
public sealed class FollowedMeetingTests : IAsyncLifetime
{
    private const string Occasion = "occasion=role-meeting/ondersteuningsteam/2026-10-13|";
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var person in new[] { "lotte", "sanne", "fatima" })
        {
            await bot.Say("hoi", person);
        }

        await bot.Say("benoem lotte tot ondersteuningsteam", "beheer");
        await bot.Say("ja", "beheer");
        await bot.Say("spanning: twee rollen vragen om dezelfde cijfers", "sanne");
        await bot.Say("ja", "sanne");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_card_of_who_leads_changes_in_its_place_with_what_others_do()
    {
        await Say("start roloverleg", "lotte");
        for (var step = 0; step < 6; step++)
        {
            await Press(await Shown("lotte"), "Volgende stap");
        }

        await Say("voorstel: de relatieontwikkelaar vraagt alle cijfers op", "sanne");
        Assert.Contains("de relatieontwikkelaar vraagt alle cijfers op", Plain(await Shown("lotte")), StringComparison.Ordinal);
        await Press(await Shown("lotte"), "Volgende stap");
        await Say("bezwaar: zo mist de secretaris de cijfers", "fatima");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await Say("ja", "fatima");
        }

        Assert.Contains("fatima: zo mist de secretaris de cijfers (geldt)", Plain(await Shown("lotte")), StringComparison.Ordinal);
        Assert.Contains("Leg vast", Plain(await Shown("lotte")), StringComparison.Ordinal); // still hers to press
        Assert.DoesNotContain("Volgende stap", Plain(await Shown("sanne")), StringComparison.Ordinal);
        Assert.Equal(3, (await Cards()).Count); // one each, however much was done
    }

    [Fact]
    public async Task A_press_on_a_card_that_is_behind_does_nothing_and_shows_where_the_meeting_is()
    {
        await Say("start roloverleg", "lotte");
        var begin = await Shown("lotte");
        Assert.Contains("praktische punten", await Press(begin, "Volgende stap"), StringComparison.OrdinalIgnoreCase);
        var behind = await Press(begin, "Volgende stap"); // twice, or on another device that is not up to date yet
        Assert.Contains("Het overleg was al verder dan die kaart", behind, StringComparison.Ordinal);
        Assert.Contains("praktische punten", behind, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("agenda maken", behind, StringComparison.OrdinalIgnoreCase);
        await Say("volgende stap", "lotte");
        await Say("volgende stap", "lotte");
        var first = await Shown("lotte");
        await Say("schuif door", "lotte");
        Assert.Contains("was al verder", await Press(first, "Schuif door"), StringComparison.Ordinal);
        await Say("taal en", "lotte");
        await Say("close role meeting", "lotte");
        Assert.Contains("That meeting no longer runs", await Press(first, "Schuif door"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_card_in_a_conversation_goes_on_and_an_earlier_one_says_so()
    {
        await Say("start roloverleg", "lotte");
        var first = Assert.Single(await Cards());
        await Say("roloverleg", "lotte");
        var second = Assert.Single(await Cards());
        Assert.NotEqual(first.Document.Id, second.Document.Id);
        var left = await Newest(first.Document);
        Assert.Equal(("Het roloverleg gaat verder", 0), (left.Title, left.Buttons.Count));
        await Say("volgende stap", "lotte");
        await Say("sluit roloverleg", "lotte");
    }

    [Fact]
    public async Task A_card_that_was_asked_for_in_a_channel_follows_as_well_and_shows_nothing_personal()
    {
        await Say("start roloverleg", "lotte");
        await bot.Hear(new Said("roloverleg ondersteuningsteam", []), "sanne", kind: PlaceKind.Channel);
        await Say("volgende stap", "lotte");
        var inChannel = Assert.Single(await Cards(), found => found.Document.Person is null).Document;
        Assert.Contains("praktische punten", Plain(inChannel.Card), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Volgende stap", Plain(inChannel.Card), StringComparison.Ordinal);
    }

    /// <summary>What stands on somebody's card now, with the message it is in.</summary>
    private async Task<(Card Card, string Message, string Person)> Shown(string person)
    {
        var root = Assert.Single(await Cards(), found => found.Document.Person == new PersonId(person)).Document;
        return (await Newest(root), root.MessageId!, person);
    }

    private async Task<Card> Newest(Post root) =>
        await bot.Store.Find(Kinds.Posts, Talker.Workspace, $"replaces={root.Id}|", 1, null, descending: true, CancellationToken.None) is [{ Document.Card: var newest }] ? newest : root.Card;

    private async Task<IReadOnlyList<Found<Post>>> Cards() => await bot.Store.Find(Kinds.Posts, Talker.Workspace, Occasion, 20, null, descending: false, CancellationToken.None);

    private async Task<string> Press((Card Card, string Message, string Person) shown, string label)
    {
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        return Talker.Plain(await bot.Hear(
            new Pressed(shown.Card.Buttons.Single(button => button.Label == label).Press, new Dictionary<string, string>(), shown.Message, CanReplace: true), shown.Person));
    }

    private Task<string> Say(string text, string person)
    {
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        return bot.Say(text, person);
    }

    private static string Plain((Card Card, string Message, string Person) shown) => Plain(shown.Card);

    private static string Plain(Card card) => PlainTextRenderer.Render(card, Cultures.Dutch);
}
