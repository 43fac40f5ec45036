namespace Upcm.Bot.EndToEnd;

/// <summary>The main line as people walk it, in a Teams-like client in a real browser.</summary>
public sealed class MainLineTests(Browser browser)
{
    [Fact]
    public async Task An_initiative_is_registered_on_cards_and_the_teams_channel_hears_of_it()
    {
        await ClientTools.RequireAsync(browser: true);
        await using var bot = await BotProcess.StartAsync(settings: new Dictionary<string, string?> { ["Administrators__0"] = Cast.Sanne.AadObjectId });
        await using var playground = await Playground.StartAsync(Cast.Sanne, bot.Endpoint);
        await using var window = await TeamsWindow.OpenAsync(browser, playground);

        await window.OpenChannel(Cast.ChannelName);
        await window.Say("koppel realisatie");
        await window.WaitForText("Het nieuws van");

        await window.OpenPersonalChat();
        await window.Say("meld initiatief");
        var form = await window.LastCard("Initiatief aanmelden");
        await form.Fill("Hoe heet het initiatief?", "Batterijen");
        await form.Fill("Wat levert dit op?", "Hergebruik van li-ion batterijen uit voertuigen");
        await form.Choose("Welk team voert het uit?", "Team Realisatie");
        await window.Screenshot("register-1-core");
        await form.Press("Verder");
        await form.WaitForText("Op welke beslishorizon");
        await window.Screenshot("register-2-about");
        await form.Press("Verder");
        await form.WaitForText("Wie is opdrachtgever?");
        await form.Press("Controleer");
        await form.WaitForText("Klopt dit?");
        await window.Screenshot("register-3-review");
        await form.Press("Ja, leg vast");
        await form.WaitForText("Aangemeld door");
        await window.Screenshot("register-4-done");

        await window.OpenChannel(Cast.ChannelName);
        await window.WaitForText("Aangemeld door");
        await window.Screenshot("register-5-channel");
    }
}
