using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
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
        ("effect.milieu.horizon", "0-5j"), ("effect.milieu.text", "hergebruik batterijen"), ("function.F1", "onbekend"), ("function.F2", "hoog"), ("function.F3", "hoog"), ("function.F4", "hoog"), ("function.F5", "laag"), ("function.F6", "hoog"),
        ("goal.innovatiemotoren", "hoog"), ("goal.business-proposities", "1-5"),
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
        Assert.Contains("De onderdelen tellen op tot 20, maar als totaal geef je 26 kton CO₂ per jaar", review, StringComparison.Ordinal);
        Assert.Contains("Je claimt 26 kton per jaar. Productgroepen 29 en 30 samen: het programma verwacht in tien jaar 13 minder.", review, StringComparison.Ordinal);
        Assert.Contains("Je claimt € 238 mln. Productgroepen 29 en 30 samen: het programma verwacht er € 113 mln bij.", review, StringComparison.Ordinal);
        Assert.Contains("30.9 en 47.6 staan niet in de tabel met productgroepen", review, StringComparison.Ordinal);
        Assert.Contains("Voor 47.6 zijn geen cijfers gedrukt", review, StringComparison.Ordinal);
        var card = await Confirm("sanne");
        Assert.Contains("Versie 1 · 26 kton CO₂ per jaar · € 238 mln", card, StringComparison.Ordinal);
        Assert.Contains("enige verbetering", card, StringComparison.Ordinal);
        Assert.Contains("F2 Kennisontwikkeling, F3 Kennisuitwisseling, F4 Richting aan het zoekproces, F6 Middelen mobiliseren", card, StringComparison.Ordinal);
        Assert.Contains("de rijen geven 610, het gedrukte totaal is 608", card, StringComparison.Ordinal);
        Assert.Contains("F2 Kennisontwikkeling:", card, StringComparison.Ordinal);
        Assert.Contains("hoog", card, StringComparison.Ordinal);
        Assert.Contains("R3-R7", card, StringComparison.Ordinal);
        Assert.Contains("hergebruik batterijen · 0-5 jaar", card, StringComparison.Ordinal);
        Assert.Contains("impactsheet gemaakt: versie 1 · 26 kton CO₂ per jaar · € 238 mln", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
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
    [InlineData("co2", "€ 40.000", "maar hier vraag ik geen geld")]
    [InlineData("co2", "12,5 mln", "Ik lees 12.500.000 kton per jaar")]
    [InlineData("value", "€ 40.000", "Bedoel je € 40.000 mln of € 0,04 mln?")]
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

    [Fact]
    public async Task A_sheet_that_did_not_change_makes_no_version()
    {
        await Fill("sanne", ("date", "5-10-2026"), ("co2", "26"));
        await Confirm("sanne");
        await Fill("sanne");
        Assert.Contains("niets veranderd sinds versie 1", await Confirm("sanne"), StringComparison.Ordinal);
        Assert.Contains("nog geen twee versies", await bot.Say("vergelijk 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_millions_is_read_as_it_is_written()
    {
        Assert.Contains("€ 12,5 mln", await Fill("sanne", ("value", "12,5 mln")), StringComparison.Ordinal);
        Assert.Contains("€ 0,04 mln", await Submit("sanne", ("value", "40 duizend euro")), StringComparison.Ordinal);
        Assert.Contains("€ 238 mln", await Submit("sanne", ("value", "€ 238")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_above_what_the_groups_emit_is_said_once_with_both_figures()
    {
        var review = await Fill("sanne", ("groups", "29"), ("co2", "147"));
        Assert.Contains("Je claimt 147 kton per jaar. Productgroep 29: nu maar 146 kton CO₂ per jaar.", review, StringComparison.Ordinal);
        Assert.DoesNotContain("verwacht in tien jaar", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_handbook_prints_stands_beside_the_claim()
    {
        await Fill("sanne", ("groups", "29"));
        Assert.Contains("Productgroep 29: nu 146 kton", await bot.Say("wijzig co2 in totaal"), StringComparison.Ordinal);
        Assert.Contains("Productgroep 29: nu € 3.132 mln", await bot.Say("wijzig toegevoegde waarde"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_is_compared_with_the_newest()
    {
        foreach (var co2 in new[] { "1", "2", "3" })
        {
            await Fill("sanne", ("co2", co2), ("effect.milieu.horizon", "0-5j"), ("effect.milieu.text", $"effect {co2}"));
            await Confirm("sanne");
        }

        var compared = await bot.Say("vergelijk impactsheet 26-001 1");
        Assert.Contains("Versie 1 naast versie 3", compared, StringComparison.Ordinal);
        Assert.Contains("effect 1 · 0-5 jaar", compared, StringComparison.Ordinal);
        Assert.Contains("Versie 1 naast versie 2", await bot.Say("vergelijk 26-001 2 1"), StringComparison.Ordinal);
        Assert.Contains("versies 1 tot en met 3", await bot.Say("vergelijk 26-001 1 9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_is_filled_to_the_brim_fits_a_card()
    {
        var full = string.Concat(Enumerable.Repeat("één accu ", 66));
        await Fill("sanne", [.. Batteries.Where(one => one.Key is not ("modules" or "materials")), ("function.F7", "hoog"), ("function.F8", "hoog"), ("goal.technisch-waardebehoud", "laag"), .. new[] { "goals", "results", "milestones", "activities", "modules", "materials", "volumes", "stakeholders", "targets", "makers" }.Select(key => (key, full))]);
        var answer = await bot.Hear(new Pressed(new Press(FormCards.ConfirmVerb, ("draft", IdOf("sanne")), ("page", "0")), new Dictionary<string, string>(), null, CanReplace: true));
        var card = Assert.IsType<Replace>(Assert.Single(answer.Utterances)).Card;
        Assert.Empty(CardLimits.Exceeded(card, Cultures.Dutch));
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
