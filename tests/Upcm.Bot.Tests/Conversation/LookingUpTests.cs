using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Tests.Conversation;

public sealed class LookingUpTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        await bot.SayAll("meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie", "ja");
        await bot.SayAll("bewerk 26-001");
        await bot.SayAll("wijzig productgroepen", "27.2, 29", "wijzig productcluster", "kapitaalgoederen", "wijzig regio", "gelderland", "klaar", "ja");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_code_that_is_not_printed_gets_the_figures_of_its_group_and_says_so()
    {
        var card = await bot.Say("cijfers 27.2");
        Assert.Contains("Er zijn cijfers gedrukt voor 27 Elektrische apparatenindustrie als geheel, niet voor 27.2", card, StringComparison.Ordinal);
        Assert.Contains("172 kton CO₂ per jaar", card, StringComparison.Ordinal);
        Assert.Contains("9 kton CO₂ per jaar", card, StringComparison.Ordinal);
        Assert.Contains("€ 3.039 mln", card, StringComparison.Ordinal);
        Assert.Contains("26-001 Batterijen", card, StringComparison.Ordinal);
        Assert.Contains("banen (x 1000): de rijen zijn samen 610, gedrukt staat 608.", card, StringComparison.Ordinal);
        Assert.Contains("bij de productgroepen als -2.023, bij de provincies als -2.313", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_in_English()
    {
        await bot.Say("language en");
        var card = await bot.Say("figures 27.2");
        Assert.Contains("Figures are printed for 27 Electrical equipment industry as a whole, not for 27.2", card, StringComparison.Ordinal);
        Assert.Contains("€3,039 million", card, StringComparison.Ordinal);
        Assert.Contains("INITIATIVES (1)", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cijfers gelderland", "3.215 kton CO₂ per jaar")]
    [InlineData("cijfers van Noord-Brabant", "4.348 kton CO₂ per jaar")]
    [InlineData("cijfers kapitaalgoederen", "1.055 kton CO₂ per jaar")]
    [InlineData("cijfers machine-industrie", "274 kton CO₂ per jaar")]
    [InlineData("cijfers geldreland", "3.215 kton CO₂ per jaar")]
    [InlineData("cijfers 29", "146 kton CO₂ per jaar")]
    public async Task A_province_a_cluster_and_a_group_are_found_by_name(string said, string figure) =>
        Assert.Contains(figure, await bot.Say(said), StringComparison.Ordinal);

    [Fact]
    public async Task Initiatives_are_found_by_group_cluster_and_province()
    {
        foreach (var said in new[] { "cijfers 27", "cijfers 29", "cijfers gelderland", "cijfers kapitaalgoederen" })
        {
            Assert.Contains("26-001 Batterijen", await bot.Say(said), StringComparison.Ordinal);
        }

        Assert.Contains("Er is nog geen initiatief dat hierover gaat", await bot.Say("cijfers limburg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_initiatives_claim_is_added_up_per_band()
    {
        await bot.Say("impactsheet 26-001");
        var draft = People.Draft.IdOf("impact-sheet", "26-001", new Domain.PersonId("sanne"));
        await bot.Press(new Press("form.submit", ("draft", draft), ("page", "99")), inputs: [("co2.R3-R7", "17")]);
        await bot.Press(new Press("form.confirm", ("draft", draft), ("page", "0")));
        var card = await bot.Say("cijfers 27.2");
        Assert.Contains("17 kton CO₂ per jaar", card, StringComparison.Ordinal);
        Assert.Contains("Voor deze delen is geen vermindering gedrukt", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cijfers")]
    [InlineData("cijfers 99")]
    [InlineData("cijfers 27.2.1.1")]
    [InlineData("cijfers abcdefgh")]
    public async Task What_has_no_figures_hears_what_has(string said)
    {
        var card = await bot.Say(said);
        Assert.Contains("Cijfers waarvan?", card, StringComparison.Ordinal);
        Assert.Contains("27 Elektrische apparatenindustrie", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Criteria_of_the_gate_are_explained_with_an_example()
    {
        Assert.Contains("[Uitleg criteria] zeg: criteria 26-001", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);
        var card = await bot.Say("criteria 26-001");
        Assert.Contains("Van initiatie naar definitie", card, StringComparison.Ordinal);
        Assert.Contains("1. Het initiatief draagt bij aan een doel van de routekaart.", card, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Bijvoorbeeld: Technisch waardebehoud, 0-2 jaar.", card, StringComparison.Ordinal);
        var answer = await bot.Hear(new Said("criteria 26-001", []));
        Assert.Empty(CardLimits.Exceeded(((Show)answer.Utterances[0]).Card, Cultures.Dutch));
        var one = await bot.Say("wat betekent criterium 26-001 1");
        Assert.Contains("Bijvoorbeeld: Technisch waardebehoud", one, StringComparison.Ordinal);
        Assert.DoesNotContain("2. ", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_criterion_that_is_asked_now_is_explained_and_the_form_goes_on()
    {
        await bot.Hear(new Said("vul fasepoort 26-001", []), surface: Surface.Text);
        var card = await bot.Say("wat betekent dit criterium?");
        Assert.Contains("Bijvoorbeeld: Technisch waardebehoud", card, StringComparison.Ordinal);
        Assert.Contains("Bijvoorbeeld: Technisch waardebehoud", await bot.Say("wat bedoel je"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_gate_in_sight_a_gate_is_asked_for()
    {
        var card = await bot.Say("wat betekent dit criterium?");
        Assert.Contains("De criteria van welke fasepoort?", card, StringComparison.Ordinal);
        Assert.Contains("Bijvoorbeeld: ", await bot.Say("criteria uit-uitvoering"), StringComparison.Ordinal);
        await bot.Say("language en");
        Assert.Contains("The criteria of which gate?", await bot.Say("what does this criterion mean?"), StringComparison.Ordinal);
        Assert.Contains("For instance: ", await bot.Say("explain criterion context scan"), StringComparison.Ordinal);
        Assert.Contains("I know no criterion about \"xyzxyz\"", await bot.Say("criterion xyzxyz"), StringComparison.Ordinal);
    }
}
