using Upcm.Bot.Cards;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>It is Monday 5 October 2026.</summary>
public sealed class NotifyingTests : IAsyncDisposable
{
    private readonly Talker bot = new();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task What_one_gets_is_seen_and_switched_in_one_place()
    {
        var card = await bot.Say("meldingen");
        Assert.Contains("Wat je van mij krijgt", card, StringComparison.Ordinal);
        Assert.Contains("Weekoverzicht", card, StringComparison.Ordinal);
        Assert.Contains("aan · het weekoverzicht, op maandag", card, StringComparison.Ordinal);
        Assert.Contains("uit · het weekoverzicht, op maandag", await bot.Press(new Press("notice.switch", ("kind", "digest"), ("on", "nee"))), StringComparison.Ordinal);
        Assert.Contains("aan · het weekoverzicht, op maandag", await bot.Press(new Press("notice.switch", ("kind", "digest"), ("on", "ja"))), StringComparison.Ordinal);
        Assert.Contains("zeg: zet uit weekoverzicht", await bot.Say("meldingen"), StringComparison.Ordinal);
        Assert.Contains("uit · het weekoverzicht, op maandag", await bot.Say("zet uit weekoverzicht"), StringComparison.Ordinal);
        Assert.Contains("aan · het weekoverzicht, op maandag", await bot.Say("zet aan weekoverzicht"), StringComparison.Ordinal);
        Assert.Contains("Zeg erbij welk bericht", await bot.Say("zet uit fietsen"), StringComparison.Ordinal);
        Assert.Contains("Dit kun je niet uitzetten", await bot.Press(new Press("notice.switch", ("kind", "reminder"), ("on", "nee"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stil van 18:00 tot 08:00", "Stil: 18:00 – 08:00.")]
    [InlineData("stil van 18 uur tot 8 uur en weekend", "Stil: 18:00 – 08:00, en het weekend.")]
    [InlineData("stil weekend", "Stil: in het weekend.")]
    [InlineData("stil van straks tot 08:00", "In \"straks\" herken ik geen tijd.")]
    [InlineData("stil", "Stille uren nu: geen.")]
    [InlineData("pauzeer tot 12 oktober", "Tot ma 12 oktober 2026 stuur ik je niets uit mezelf.")]
    [InlineData("pauzeer tot over 1 week", "Tot ma 12 oktober 2026 stuur ik je niets uit mezelf.")]
    [InlineData("pauzeer tot 31 november", "31 november 2026 bestaat niet: die maand heeft 30 dagen.")]
    [InlineData("pauzeer tot 1 januari 2026", "do 1 januari 2026 is al geweest.")]
    [InlineData("pauzeer tot 1 januari 2029", "Langer dan een jaar kan een pauze niet duren.")]
    [InlineData("pauzeer", "Tot wanneer?")]
    [InlineData("quiet from 6 pm to 8 am", "Stil: 18:00 – 08:00.")]
    public async Task Quiet_hours_and_a_pause_are_said_in_a_sentence(string said, string answer) =>
        Assert.Contains(answer, await bot.Say(said), StringComparison.Ordinal);

    [Fact]
    public async Task They_are_shown_and_taken_back()
    {
        await bot.Say("stil van 18:00 tot 08:00");
        await bot.Say("pauzeer tot 12 oktober");
        var card = await bot.Say("meldingen");
        Assert.Contains("Gepauzeerd tot ma 12 oktober 2026", card, StringComparison.Ordinal);
        Assert.Contains("18:00 – 08:00", card, StringComparison.Ordinal);
        await bot.Say("stil uit");
        await bot.Say("pauzeer tot nu");
        Assert.DoesNotContain("Gepauzeerd", await bot.Say("meldingen"), StringComparison.Ordinal);
        await bot.Say("language en");
        Assert.Contains("What you get from me", await bot.Say("notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_example_goes_to_who_asks_alone()
    {
        Assert.Contains("Van welk bericht wil je een voorbeeld?", await bot.Say("voorbeeld"), StringComparison.Ordinal);
        Assert.Contains("Een bericht \"postduif\" stuur ik niet", await bot.Say("voorbeeld postduif"), StringComparison.Ordinal);
        Assert.Contains("Samenvatting van alle teams", await bot.Say("voorbeeld samenvatting"), StringComparison.Ordinal);
        Assert.Contains("Dit voorbeeld is verzonnen: er is nu niets van dit soort.", await bot.Say("voorbeeld herinnering"), StringComparison.Ordinal);
        Assert.Contains("Niet alles is verzonden", await bot.Say("voorbeeld bericht voor de beheerder"), StringComparison.Ordinal);
    }
}
