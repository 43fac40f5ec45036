namespace Upcm.Bot.EndToEnd;

/// <summary>Forms filled in on their cards, in a Teams-like client in a real browser.</summary>
public sealed class FormCardTests(Browser browser)
{
    [Fact]
    public async Task An_initiative_is_registered_by_filling_in_the_card()
    {
        await ClientTools.RequireAsync(browser: true);
        await using var bot = await BotProcess.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Sanne, bot.Endpoint);
        await using var window = await TeamsWindow.OpenAsync(browser, playground);

        await window.Say("meld initiatief");
        var card = await window.LastCard("Initiatief aanmelden");
        await window.Screenshot("form-0-empty");
        await card.Choose("Welk team voert het uit?", "Team Realisatie");
        await card.Fill("Hoe heet het initiatief?", "Batterijen");
        await card.Press("Verder");
        await card.WaitForText("Waar het over gaat · 2/3");
        await card.Choose("Op welke beslishorizon speelt het?", "0-1 jaar");
        await card.Choose("Op welke beslishorizon speelt het?", "0-5 jaar");
        await card.Choose("Bij welk productcluster hoort het?", "Kapitaalgoederen");
        await card.Fill("Om welke productgroepen gaat het (SBI-codes)?", "29.1, 27.2");
        await card.Choose("Welke strategieën passen erbij?", "R3 Hergebruiken (reuse)");
        await card.Choose("Waar speelt het?", "Limburg");
        await window.Screenshot("form-2-subject");
        await card.Press("Verder");
        await card.WaitForText("Hoe het kan slagen · 3/3");
        await card.Fill("Wanneer moet het klaar zijn?", "2027-07-01");
        await card.Fill("Om welk bedrag gaat het, als je het weet?", "veel");
        await card.Fill("Wie is de beoogde projectleider?", "ik");
        await window.Screenshot("form-3-success");
        await card.Press("Controleer");
        await card.WaitForText("herken ik geen getal");
        await window.Screenshot("form-4-problem");
        await card.Fill("Om welk bedrag gaat het, als je het weet?", "1,2 mln");
        await card.Press("Controleer");
        await card.WaitForText("Nog nodig: Resultaat");
        await window.Screenshot("form-5-needed");
        Assert.Equal("Team Realisatie", await card.ValueOf("Welk team voert het uit?"));
        await card.Choose("Welk team voert het uit?", "Team Verbreding");
        await card.Choose("Welk team voert het uit?", "Team Realisatie");
        await card.Fill("Wat levert dit op?", "Hergebruik van li-ion batterijen uit voertuigen.");
        await card.Press("Verder");
        await card.WaitForText("Waar het over gaat · 2/3");
        await card.Press("Verder");
        await card.WaitForText("Hoe het kan slagen · 3/3");
        await card.Press("Controleer");
        await card.WaitForText("Klopt dit?");
        await window.Screenshot("form-6-review");
        await card.Press("Ja, leg vast");
        await card.WaitForText("Aangemeld door Sanne de Vries");
        await window.Screenshot("form-7-done");
        Assert.DoesNotContain("Ja, leg vast", await card.Buttons());
    }

    [Fact]
    public async Task A_form_is_kept_for_later_and_goes_on_where_it_was()
    {
        await ClientTools.RequireAsync(browser: true);
        await using var bot = await BotProcess.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Jan, bot.Endpoint);
        await using var window = await TeamsWindow.OpenAsync(browser, playground);

        await window.Say("meld initiatief");
        var card = await window.LastCard("Initiatief aanmelden");
        await card.Fill("Hoe heet het initiatief?", "Batterijen");
        await card.Press("Bewaar voor later");
        await card.WaitForText("Bewaard voor later");
        await window.Screenshot("kept-1");
        Assert.Equal(["Verder"], await card.Buttons());
        await card.Press("Verder");
        await card.WaitForText("De kern · 1/3");
        Assert.Equal("Batterijen", await card.ValueOf("Hoe heet het initiatief?"));
    }
}
