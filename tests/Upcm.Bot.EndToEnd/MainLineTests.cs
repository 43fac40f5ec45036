namespace Upcm.Bot.EndToEnd;

/// <summary>The main line as people walk it, in a Teams-like client in a real browser.</summary>
public sealed class MainLineTests(Browser browser)
{
    [Fact]
    public async Task An_initiative_is_registered_and_the_teams_channel_hears_of_it()
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
        await window.LastCard("Initiatief aanmelden");
        await window.Screenshot("register-1-form");
        await window.Say("Batterijen");
        await window.WaitForText("Titel: Batterijen");
        await window.Say("Hergebruik van li-ion batterijen uit voertuigen");
        var team = await window.LastCard("Resultaat: Hergebruik");
        await window.Screenshot("register-2-team");
        await team.Press("Team Realisatie");
        await team.WaitForText("Klopt dit?");
        await window.Screenshot("register-3-review");
        await team.Press("Ja, leg vast");
        await team.WaitForText("Aangemeld door");
        await window.Screenshot("register-4-done");

        await window.OpenChannel(Cast.ChannelName);
        await window.WaitForText("Aangemeld door");
        await window.Screenshot("register-5-channel");
    }
}
