using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class EditingTests : IAsyncLifetime
{
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
    public async Task What_was_open_is_completed_and_the_history_tells_by_whom()
    {
        await Edit("sanne", ("term", "1 juli 2027"), ("client", "Provincie"));
        var card = await bot.Say("toon 26-001");
        Assert.Contains("1 juli 2027", card, StringComparison.Ordinal);
        Assert.DoesNotContain("oplevertermijn", card, StringComparison.Ordinal);
        var history = await bot.Say("geschiedenis 26-001");
        Assert.Contains("bewerkt: Opdrachtgever – → Provincie, Oplevertermijn – → do 1 juli 2027 · sanne", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_hears_who_can()
    {
        var refusal = await bot.Say("bewerk 26-001", "piet");
        Assert.Contains("wie het aanmeldde (sanne)", refusal, StringComparison.Ordinal);
        await bot.Say("benoem lotte tot teamtrekker van realisatie", "beheer");
        Assert.Contains("de projectleider, de teamtrekker", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_edit_the_same_field_are_told()
    {
        await Appoint("jan", "teamtrekker");
        await Open("sanne");
        await Open("jan");
        await Fill("jan", ("client", "Ministerie"));
        await Confirm("jan");
        await Fill("sanne", ("client", "Provincie"));
        Assert.Contains("veranderde intussen Opdrachtgever in: Ministerie", await bot.Say("mijn overzicht") + await Summary("sanne"), StringComparison.Ordinal);
        Assert.Contains("26-001", await Confirm("sanne"), StringComparison.Ordinal);
        Assert.Contains("Ministerie → Provincie · sanne", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_edit_different_fields_both_keep_theirs()
    {
        await Appoint("jan", "teamtrekker");
        await Open("sanne");
        await Open("jan");
        await Fill("jan", ("client", "Ministerie"));
        await Confirm("jan");
        await Fill("sanne", ("tests", "Tien bedrijven doen mee"));
        await Confirm("sanne");
        var history = await bot.Say("geschiedenis 26-001");
        Assert.Contains("Opdrachtgever – → Ministerie · jan", history, StringComparison.Ordinal);
        Assert.Contains("Toetsing – → Tien bedrijven doen mee · sanne", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_is_given_shown_and_ended()
    {
        await bot.Say("hoi", "jan");
        Assert.Contains("de beheerder", await bot.Say("benoem jan tot linking pin van realisatie"), StringComparison.Ordinal);
        await Appoint("jan", "linking pin");
        Assert.Contains("jan", await bot.Say("wie is wie realisatie"), StringComparison.Ordinal);
        var end = new Press("office.end", ("appointment", "realisatie/linking-pin/jan"));
        Assert.Contains("kan hier alleen", await bot.Press(end), StringComparison.Ordinal);
        Assert.Contains("nog niemand", await bot.Press(end, "beheer"), StringComparison.Ordinal);
        Assert.Contains("al beëindigd", await bot.Press(end, "beheer"), StringComparison.Ordinal);
    }

    private async Task Appoint(string person, string office)
    {
        await bot.Say("hoi", person);
        Assert.Contains("Klopt dit?", await bot.Say($"benoem {person} tot {office} van realisatie", "beheer"), StringComparison.Ordinal);
        Assert.Contains($"Benoemd: {person}", await bot.Say("ja", "beheer"), StringComparison.Ordinal);
    }

    private async Task Edit(string person, params (string Key, string Value)[] fields)
    {
        await Open(person);
        await Fill(person, fields);
        await Confirm(person);
    }

    private Task<string> Open(string person) => bot.Say("bewerk 26-001", person);

    private Task<string> Fill(string person, params (string Key, string Value)[] fields) =>
        bot.Press(new Press(FormCards.SubmitVerb, ("draft", IdOf(person)), ("page", "9")), person, inputs: fields);

    private Task<string> Summary(string person) => bot.Press(new Press(FormCards.SubmitVerb, ("draft", IdOf(person)), ("page", "9")), person);

    private Task<string> Confirm(string person) => bot.Press(new Press(FormCards.ConfirmVerb, ("draft", IdOf(person)), ("page", "0")), person);

    private static string IdOf(string person) => Draft.IdOf("edit", "26-001", new PersonId(person));
}
