using Microsoft.Playwright;

namespace Upcm.Bot.EndToEnd;

/// <summary>
/// The worked example of the handbook, "Batterijen", from first idea through its first gate, carried by the people who would:
/// Sanne leads it, Piet is the linking pin, Fatima a steering member. Every screen is kept as a picture.
/// </summary>
public sealed class WorkedExampleTests(Browser browser)
{
    private const string Number = "26-001";

    [Fact]
    public async Task Batteries_go_from_idea_through_the_first_gate()
    {
        await ClientTools.RequireAsync(browser: true);
        await using var bot = await BotProcess.StartAsync(settings: new Dictionary<string, string?> { ["Administrators__0"] = Cast.Sanne.AadObjectId });
        await using var shared = await SharedTeams.StartAsync(bot.Endpoint, Cast.Sanne, Cast.Piet, Cast.Fatima);
        await using var sanne = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Sanne));
        await using var piet = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Piet));
        await using var fatima = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Fatima));

        await Appoint(sanne, piet, fatima);
        await Register(sanne);
        await Complete(sanne);
        await PassTheGate(sanne, piet, fatima);
    }

    private static async Task Appoint(TeamsWindow sanne, TeamsWindow piet, TeamsWindow fatima)
    {
        await piet.OpenPersonalChat();
        await piet.Say("hoi");
        await piet.WaitForText("Wat je kunt zeggen");
        await piet.Screenshot("line-01-help");
        await fatima.OpenPersonalChat();
        await fatima.Say("hoi");
        await fatima.WaitForText("Wat je kunt zeggen");

        await sanne.OpenChannel(Cast.ChannelName);
        await sanne.Say("koppel realisatie");
        await sanne.WaitForText("Het nieuws van");
        await sanne.OpenPersonalChat();
        foreach (var sentence in new[] { "benoem Piet Jansen tot linking pin van realisatie", "benoem Fatima El Amrani tot koersbepaler van realisatie" })
        {
            await sanne.Say(sentence);
            var card = await sanne.LastCard("Klopt dit?");
            await card.Press("Ja, leg vast");
            await card.WaitForText("Benoemd:");
        }

        await sanne.Screenshot("line-02-appointed");
    }

    private static async Task Register(TeamsWindow sanne)
    {
        await sanne.Say("meld initiatief");
        await sanne.LastCard("Initiatief aanmelden");
        await sanne.Say("Batterijen");
        await sanne.WaitForText("Titel: Batterijen");
        await sanne.Say("Hergebruik van li-ion batterijen uit voertuigen");
        var team = await sanne.LastCard("Resultaat: Hergebruik");
        await team.Press("Team Realisatie");
        await team.WaitForText("Klopt dit?");
        await team.Press("Ja, leg vast");
        await team.WaitForText("Aangemeld door");
        await sanne.Screenshot("line-03-registered");
    }

    private static async Task Complete(TeamsWindow sanne)
    {
        await sanne.Say($"bewerk {Number}");
        var card = await sanne.LastCard($"{Number} bewerken");
        await card.Press("Verder");
        await card.WaitForText("2/3");
        await card.Fill("Om welke productgroepen gaat het (SBI-codes)?", "27.2, 29.1");
        await card.Tick("R7 Herbestemmen");
        await sanne.Screenshot("line-04-edit-2");
        await card.Press("Verder");
        await card.WaitForText("3/3");
        await card.Fill("Wie is opdrachtgever?", "Teamtrekker Realisatie");
        await card.Fill("Wanneer moet het klaar zijn?", "2027-07-01");
        await card.Fill("Om welk bedrag gaat het, als je het weet?", "€ 100.000");
        await card.Fill("Waaraan zie je dat het gelukt is?", "Tien bedrijven hergebruiken batterijen");
        await card.Fill("Wie is de beoogde projectleider?", "ik");
        await sanne.Screenshot("line-05-edit-3");
        await card.Press("Controleer");
        await card.WaitForText("Klopt dit?");
        await card.Press("Ja, leg vast");
        await card.WaitForText("Projectleider");
        await sanne.Screenshot("line-06-completed");
    }

    private static async Task PassTheGate(TeamsWindow sanne, TeamsWindow piet, TeamsWindow fatima)
    {
        await sanne.Say($"fasepoort {Number}");
        var gate = await sanne.LastCard("in voorbereiding");
        await sanne.Screenshot("line-20-gate");
        await gate.Press("Criteria invullen");
        var fill = await sanne.LastCard("criteria");
        await sanne.Screenshot("line-21-criteria");
        while (true)
        {
            await MeetAll(fill);
            var last = (await fill.Buttons()).Contains("Controleer");
            var before = await fill.Text;
            await fill.Press(last ? "Controleer" : "Verder");
            await Assertions.Expect(fill.Locator).Not.ToContainTextAsync(before.Split('\n')[1].Trim());
            if (last)
            {
                break;
            }
        }

        await fill.WaitForText("Klopt dit?");
        await sanne.Screenshot("line-22-criteria-review");
        await fill.Press("Ja, leg vast");
        await fill.WaitForText("Fasepoort aanvragen");
        await sanne.Screenshot("line-23-ready");
        await fill.Press("Fasepoort aanvragen");
        await fill.WaitForText("wacht op het KBO");
        await sanne.Screenshot("line-24-requested");

        var advice = await fatima.LastCard("wacht op het KBO");
        await fatima.Screenshot("line-25-advice-asked");
        await advice.Press("Akkoord");
        await advice.WaitForText("Fatima El Amrani: Akkoord");

        var decide = await piet.LastCard("Fatima El Amrani: Akkoord");
        await piet.Screenshot("line-26-decision-asked");
        await decide.Press("Besluit vastleggen");
        var form = await piet.LastCard("Besluit over");
        await form.Choose("Wat is het besluit?", "Door, met voorwaarden");
        await piet.Screenshot("line-27-decide");
        await form.Press("Controleer");
        await form.WaitForText("Wat is de voorwaarde?");
        await form.Fill("Wat is de voorwaarde?", "Vraag twee provincies om mee te doen");
        await form.Fill("Wie zorgt ervoor?", "Sanne de Vries");
        await form.Fill("Wanneer moet het klaar zijn?", "2027-03-01");
        await piet.Screenshot("line-28-conditions");
        await form.Press("Controleer");
        await form.WaitForText("Klopt dit?");
        await piet.Screenshot("line-29-decide-review");
        await form.Press("Ja, leg vast");
        await form.WaitForText("besloten: Door, met voorwaarden");
        await piet.Screenshot("line-30-decided");

        await sanne.WaitForText("besloten: Door, met voorwaarden");
        await sanne.Screenshot("line-31-leader-hears");
        await sanne.OpenChannel(Cast.ChannelName);
        await sanne.WaitForText("besloten: Door, met voorwaarden");
        await sanne.Screenshot("line-32-channel");
    }

    private static async Task MeetAll(CardView fill)
    {
        foreach (var label in (await fill.Text).Split('\n').Select(line => line.Trim()).Where(line => line.EndsWith('.') && line.Contains(". ", StringComparison.Ordinal) && char.IsAsciiDigit(line[0])))
        {
            await fill.Choose(label, "Voldaan");
        }
    }
}
