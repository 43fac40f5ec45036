namespace Upcm.Bot.EndToEnd;

/// <summary>
/// The dossier of a gate in a channel: everybody reads it, only who decides sees the button, and after the decision the same card
/// shows the outcome to both.
/// </summary>
public sealed class DossierTests(Browser browser)
{
    private const string Number = "26-001";

    [Fact]
    public async Task Two_people_see_the_same_dossier_with_different_buttons()
    {
        await ClientTools.RequireAsync(browser: true);
        await using var bot = await BotProcess.StartAsync(settings: new Dictionary<string, string?> { ["Administrators__0"] = Cast.Sanne.AadObjectId });
        await using var shared = await SharedTeams.StartAsync(bot.Endpoint, Cast.Sanne, Cast.Piet);
        await using var sanne = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Sanne));
        await using var piet = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Piet));

        await Prepare(sanne, piet);
        await Request(sanne);

        await sanne.OpenChannel(Cast.ChannelName);
        await piet.OpenChannel(Cast.ChannelName);
        await sanne.Say($"dossier {Number}");
        var hers = await sanne.LastCard($"Dossier {Number}");
        await hers.WaitForText("alle 13 voldaan of niet van toepassing");
        await hers.Press("Dossier");
        await hers.WaitForText("Aanvraag intrekken");
        await hers.Screenshot("dossier-01-sanne");
        Assert.DoesNotContain("Besluit vastleggen", await hers.Text, StringComparison.Ordinal);

        var his = await piet.LastCard($"Dossier {Number}");
        await his.WaitForText("alle 13 voldaan of niet van toepassing");
        await his.Press("Dossier"); // what Teams fetches by itself for who decides, this client fetches when it is asked to
        await his.WaitForText("Besluit vastleggen");
        await his.Screenshot("dossier-02-piet");

        await piet.OpenPersonalChat();
        await piet.Say($"besluit {Number}");
        await piet.LastCard("Besluit over");
        await piet.Say("door");
        var review = await piet.LastCard("Klopt dit?");
        await review.Press("Ja, leg vast");
        await review.WaitForText("besloten: Door");

        await sanne.WaitForText("besloten: Door");
        await sanne.Screenshot("dossier-03-sanne-after");
        await piet.OpenChannel(Cast.ChannelName);
        await piet.WaitForText("besloten: Door");
        await piet.Screenshot("dossier-04-piet-after");
    }

    private static async Task Prepare(TeamsWindow sanne, TeamsWindow piet)
    {
        await piet.OpenPersonalChat();
        await piet.Say("hoi");
        await piet.WaitForText("Wat je kunt zeggen");
        await sanne.OpenChannel(Cast.ChannelName);
        await sanne.Say("koppel realisatie");
        await sanne.WaitForText("Het nieuws van");
        await sanne.OpenPersonalChat();
        await sanne.Say("benoem Piet Jansen tot linking pin van realisatie");
        var appointed = await sanne.LastCard("Klopt dit?");
        await appointed.Press("Ja, leg vast");
        await appointed.WaitForText("Benoemd:");
        foreach (var (said, heard) in new[] { ("meld initiatief", "Initiatief aanmelden"), ("Batterijen", "Titel: Batterijen"), ("Hergebruik van batterijen", "Resultaat: Hergebruik") })
        {
            await sanne.Say(said);
            await sanne.WaitForText(heard);
        }

        var team = await sanne.LastCard("Resultaat: Hergebruik");
        await team.Press("Team Realisatie");
        await team.WaitForText("Klopt dit?");
        await team.Press("Ja, leg vast");
        await team.WaitForText("Aangemeld door");
    }

    private static async Task Request(TeamsWindow sanne)
    {
        await sanne.Say($"vul fasepoort {Number}");
        var fill = await sanne.LastCard("criteria");
        for (var (page, pages) = (1, 4); page <= pages; page++)
        {
            await fill.WaitForText($"{page}/{pages}");
            foreach (var label in (await fill.Labels()).Where(label => !label.EndsWith('?')))
            {
                await fill.Choose(label, "Voldaan");
            }

            await fill.Press(page < pages ? "Verder" : "Controleer");
        }

        await fill.WaitForText("Klopt dit?");
        await fill.Press("Ja, leg vast");
        await fill.WaitForText("Fasepoort aanvragen");
        await sanne.Say($"vraag fasepoort aan {Number} over 2 weken");
        var asked = await sanne.LastCard("Klopt dit?");
        await asked.Screenshot("dossier-00-meeting");
        await asked.Press("Ja, leg vast");
        await asked.WaitForText("wacht op het KBO");
    }
}
