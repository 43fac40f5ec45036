using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>The worked example's sheet comes out with the handbook's figures, and with what does not agree in them.</summary>
public sealed class ImpactSheetTests : IAsyncLifetime
{
    private static readonly (string Key, string Value)[] Batteries =
    [
        ("date", "15-10-2020"), ("groups", "29.1, 30.9, 47.6"), ("modules", "Li-ion batterijen in voertuigen; Li-ion batterijen in apparaten"),
        ("materials", "Mn, Nb, Co, PGM"), ("co2.R3-R7", "17"), ("co2.R8-R9", "3"), ("co2", "26"), ("supply-risk", "enige verbetering"), ("value", "238"),
        ("effect.milieu.horizon", "0-5j"), ("effect.milieu.text", "hergebruik batterijen"), ("function.F2", "hoog"), ("function.F5", "laag"),
    ];

    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie", "ja" })
        {
            await bot.Say(said);
        }
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_worked_example_comes_out_with_its_figures_and_its_oddity()
    {
        var review = await Fill("sanne", Batteries);
        Assert.Contains("De banden tellen op tot 20 kton, de indicator zegt 26 kton", review, StringComparison.Ordinal);
        Assert.Contains("47.6", review, StringComparison.Ordinal);
        var card = await Confirm("sanne");
        Assert.Contains("Versie 1 · 26 kton CO₂ per jaar · € 238 mln", card, StringComparison.Ordinal);
        Assert.Contains("enige verbetering", card, StringComparison.Ordinal);
        Assert.Contains("F2 Kennisontwikkeling:", card, StringComparison.Ordinal);
        Assert.Contains("hoog", card, StringComparison.Ordinal);
        Assert.Contains("R3-R7", card, StringComparison.Ordinal);
        Assert.Contains("hergebruik batterijen · 0-5 jaar", card, StringComparison.Ordinal);
        Assert.Contains("impactsheet gemaakt: versie 1 · 26 kton", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
        Assert.Contains("Voldaan (zelf gezien) · Er is een eerste impactsheet", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_begins_with_the_last_and_both_can_be_laid_side_by_side()
    {
        await Fill("sanne", Batteries);
        await Confirm("sanne");
        Assert.Contains("heeft nog geen twee versies", await bot.Say("vergelijk 26-001"), StringComparison.Ordinal);
        await Fill("sanne", ("co2", "30"), ("function.F5", "middel"));
        Assert.Contains("Versie 2 · 30 kton", await Confirm("sanne"), StringComparison.Ordinal);
        var compared = await bot.Say("vergelijk 26-001");
        Assert.Contains("Versie 1 naast versie 2", compared, StringComparison.Ordinal);
        Assert.Matches(@"CO₂ in totaal\W+26\W+30", compared);
        Assert.Matches(@"F5 Marktvorming\W+laag\W+middel", compared);
        Assert.DoesNotContain("Modules", compared, StringComparison.Ordinal);
        Assert.Contains("een oudere versie", await bot.Say("impactsheet 26-001 versie 1"), StringComparison.Ordinal);
        Assert.Contains("Versie 7 is er niet", await bot.Say("impactsheet 26-001 versie 7"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("co2", "-3", "Het moet liggen tussen 0")]
    [InlineData("co2", "veel", "herken ik geen getal")]
    [InlineData("groups", "29.1, auto", "\"auto\" is geen SBI-code")]
    [InlineData("date", "31 februari 2026", "bestaat niet")]
    public async Task What_cannot_be_read_is_kept_and_explained(string key, string typed, string said)
    {
        var page = await Fill("sanne", (key, typed), ("goals", "Minder afval"));
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(typed, page, StringComparison.Ordinal);
        await bot.Restart();
        Assert.Contains("Minder afval", await Fill("sanne", (key, key == "groups" ? "29.1" : key == "date" ? "1-2-2026" : "12,5")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anyone_reads_it_and_only_who_may_makes_one()
    {
        var none = await bot.Say("impactsheet 26-001", "piet");
        Assert.Contains("heeft nog geen impactsheet", none, StringComparison.Ordinal);
        Assert.Contains("wie het aanmeldde (sanne)", none, StringComparison.Ordinal);
        await Fill("sanne", Batteries);
        await Confirm("sanne");
        var shown = await bot.Say("impactsheet 26-001", "piet");
        Assert.Contains("26 kton", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nieuwe versie", shown, StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await bot.Say("nieuwe impactsheet 26-001", "piet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_filled_in_page_by_page_is_kept()
    {
        await bot.Say("impactsheet 26-001");
        Assert.Contains("Bereik · 2/7", await Page("0", "1", ("date", "1-10-2026"), ("goals", "Minder afval")), StringComparison.Ordinal);
        await Page("1", "2", ("groups", "29.1"), ("materials", "Mn, Co"));
        await Page("2", "3");
        var review = await Page("3", "7", ("co2", "26"));
        Assert.Contains("Minder afval", review, StringComparison.Ordinal);
        Assert.Contains("Mn, Co", review, StringComparison.Ordinal);
        Assert.Contains("26 kton", review, StringComparison.Ordinal);

        Task<string> Page(string from, string to, params (string Key, string Value)[] inputs) =>
            bot.Press(new Press(FormCards.SubmitVerb, ("draft", IdOf("sanne")), ("from", from), ("page", to)), inputs: inputs);
    }

    [Fact]
    public async Task A_second_confirmation_makes_no_second_version()
    {
        await Fill("sanne", Batteries);
        await Task.WhenAll(Confirm("sanne"), Confirm("sanne"));
        Assert.Contains("nog geen twee versies", await bot.Say("vergelijk 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_made_meanwhile_is_pointed_out_and_nothing_is_lost()
    {
        await bot.Say("hoi", "lotte");
        await bot.Say("benoem lotte tot teamtrekker van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        await Fill("sanne", Batteries);
        await Fill("lotte", ("co2", "12"));
        await Confirm("lotte");
        Assert.Contains("Intussen is versie 1 gemaakt", await Submit("sanne"), StringComparison.Ordinal);
        Assert.Contains("Versie 2 · 26 kton", await Confirm("sanne"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_made_in_talk_and_in_English()
    {
        await bot.Say("taal en");
        await bot.Say("impact sheet 26-001");
        await bot.Say("change status date");
        await bot.Say("1 October 2026");
        await bot.Say("skip");
        Assert.Contains("Is this right?", await bot.Say("done"), StringComparison.Ordinal);
        Assert.Contains("Version 1", await bot.Say("yes"), StringComparison.Ordinal);
    }

    private async Task<string> Fill(string person, params (string Key, string Value)[] inputs)
    {
        await bot.Say("nieuwe impactsheet 26-001", person);
        return await Submit(person, inputs);
    }

    private Task<string> Submit(string person, params (string Key, string Value)[] inputs) =>
        bot.Press(new Press(FormCards.SubmitVerb, ("draft", IdOf(person)), ("page", "99")), person, inputs: inputs);

    private Task<string> Confirm(string person) => bot.Press(new Press(FormCards.ConfirmVerb, ("draft", IdOf(person)), ("page", "0")), person);

    private static string IdOf(string person) => Draft.IdOf("impact-sheet", "26-001", new PersonId(person));
}
