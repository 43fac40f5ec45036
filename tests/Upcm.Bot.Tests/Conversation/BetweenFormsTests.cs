using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>What hurried people say when no form waits for it, or when another one does.</summary>
public sealed class BetweenFormsTests : IAsyncDisposable
{
    private readonly Talker bot = new();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("verder", "Wat levert dit op?")]
    [InlineData("ga verder", "Wat levert dit op?")]
    [InlineData("continue", "Wat levert dit op?")]
    public async Task One_goes_on_with_what_was_kept(string said, string asked)
    {
        await bot.SayAll("meld initiatief", "Fietsaccu's", "stop");
        Assert.Contains(asked, await Heard(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_that_were_kept_one_is_chosen()
    {
        await bot.SayAll("meld initiatief", "Pompen", "Pompen gaan langer mee", "realisatie", "ja", "meld initiatief", "Fietsaccu's", "stop", "bewerk 26-001", "stop");
        var shown = await bot.Say("verder");
        Assert.Contains("Fietsaccu's", shown, StringComparison.Ordinal);
        Assert.Contains("[Verder] zeg: bewerk 26-001", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("stop")]
    [InlineData("terug")]
    [InlineData("wijzig titel")]
    [InlineData("sla over")]
    public async Task Where_no_form_is_open_its_words_are_answered_by_saying_so(string said)
    {
        Assert.Contains("Er staat nu geen formulier open", await bot.Say(said), StringComparison.Ordinal);
        await bot.SayAll("meld initiatief", "Fietsaccu's", "stop");
        var shown = await bot.Say(said);
        Assert.Contains("Fietsaccu's", shown, StringComparison.Ordinal);
        Assert.Contains("[Verder] zeg: meld initiatief", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_too()
    {
        await bot.Say("taal en");
        Assert.Contains("No form is open now", await bot.Say("skip"), StringComparison.Ordinal);
        await bot.SayAll("register initiative", "Bicycle batteries");
        Assert.EndsWith("Register an initiative is still open: What will it deliver?", (await bot.Say("portfolio realisatie")).TrimEnd().Split("\n\n[")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_something_else_is_reminded_of_the_form_that_waits()
    {
        await bot.SayAll("meld initiatief", "Fietsaccu's");
        Assert.Contains("Initiatief aanmelden staat nog open: Wat levert dit op?", await bot.Say("wat is een koersbepaler"), StringComparison.Ordinal);
        Assert.Contains("Welk team", await bot.Say("Tien bedrijven doen mee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_form_that_was_left_for_an_hour_or_kept_for_later_nobody_is_reminded()
    {
        await bot.SayAll("meld initiatief", "Fietsaccu's");
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.DoesNotContain("staat nog open", await bot.Say("wat is een koersbepaler"), StringComparison.Ordinal);
        await bot.SayAll("verder", "stop");
        Assert.DoesNotContain("staat nog open", await bot.Say("wat is een koersbepaler"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Piet en Fatima")]
    [InlineData("piet, fatima")]
    [InlineData("piet & fatima")]
    public async Task People_are_named_as_one_names_them(string said)
    {
        foreach (var person in (string[])["piet", "fatima"])
        {
            await bot.Say("hoi", person);
        }

        await bot.SayAll("meld initiatief", "Pompen", "Pompen gaan langer mee", "realisatie", "ja", "bewerk 26-001", "wijzig projectleider", "ik", "klaar", "ja", "vingerafdruk starten 26-001");
        Assert.Contains("piet, fatima", await bot.Say(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_confirmed_about_criteria_says_which_they_are()
    {
        await bot.SayAll("meld initiatief", "Pompen", "Pompen gaan langer mee", "realisatie", "ja", "bewerk 26-001", "wijzig projectleider", "ik", "klaar", "ja", "vul fasepoort 26-001", "voldaan", "sla over");
        Assert.Contains("Voldaan (Het initiatief draagt bij aan een doel van de routekaart)", await bot.Say("klaar"), StringComparison.Ordinal);
    }

    private async Task<string> Heard(string said) =>
        Talker.Plain(await bot.Hear(new Said(said, []), surface: Surface.Text));
}
