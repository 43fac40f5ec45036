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
        await MakeImpactSheet(sanne);
        await MakeFingerprint(sanne, piet);
        await ReportProgress(sanne);
        await PassTheGate(sanne, piet, fatima);
        await HearOfTheWeek(sanne, piet);
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
        await card.Choose("Welke strategieën passen erbij?", "R7 Herbestemmen (repurpose)");
        await card.Screenshot("line-04-edit-2");
        await card.Press("Verder");
        await card.WaitForText("3/3");
        await card.Fill("Wie is opdrachtgever?", "Teamtrekker Realisatie");
        await card.Fill("Wanneer moet het klaar zijn?", "2027-07-01");
        await card.Fill("Om welk bedrag gaat het, als je het weet?", "€ 100.000");
        await card.Fill("Waaraan zie je dat het gelukt is?", "Tien bedrijven hergebruiken batterijen");
        await card.Fill("Wie is de beoogde projectleider?", "ik");
        await card.Screenshot("line-05-edit-3");
        await card.Press("Controleer");
        await card.WaitForText("Klopt dit?");
        await card.Press("Ja, leg vast");
        await card.WaitForText("Projectleider");
        await card.Screenshot("line-06-completed");
    }

    private static async Task MakeImpactSheet(TeamsWindow sanne)
    {
        await sanne.Say($"impactsheet {Number}");
        var card = await sanne.LastCard("Beschrijving");
        await card.Fill("Wat zijn de doelen?", "Batterijen krijgen een tweede leven");
        await card.Screenshot("line-07-sheet-1");
        await card.Press("Verder");
        await card.WaitForText("Bereik · 2/");
        await card.Fill("Welke productgroepen (SBI-codes)?", "29.1, 30.9, 47.6");
        await card.Fill("Welke kritieke materialen zitten erin?", "Mn, Nb, Co, PGM");
        await card.Screenshot("line-08-sheet-2");
        await card.Press("Verder");
        await card.WaitForText("3/");
        await card.Press("Verder");
        await card.WaitForText("Effect en waarde · 4/");
        await card.Fill("Hoeveel CO₂ scheelt levensduurverlenging (R3-R7)?", "17");
        await card.Fill("Hoeveel CO₂ scheelt recycling en terugwinning (R8-R9)?", "3");
        await card.Fill("Hoeveel CO₂ scheelt het in totaal?", "26");
        await card.Fill("Hoeveel waarde voegt het toe, tegenover 2019?", "238");
        await card.Screenshot("line-09-sheet-4");
        await card.Press("Verder");
        await card.WaitForText("Effectdoelen · 5/");
        await card.Screenshot("line-10-sheet-5");
        await card.Press("Verder");
        await card.WaitForText("Innovatiefuncties · 6/");
        await card.Choose("F2 Kennisontwikkeling", "hoog");
        await card.Screenshot("line-11-sheet-6");
        await card.Press("Verder");
        await card.WaitForText("Prestatiedoelen · 7/");
        await card.Screenshot("line-12-sheet-7");
        await card.Press("Controleer");
        await card.WaitForText("De onderdelen tellen op tot 20, maar als totaal geef je 26 kton CO₂ per jaar");
        await card.Screenshot("line-13-sheet-review");
        await card.Press("Ja, leg vast");
        await card.WaitForText("Versie 1 · 26 kton CO₂ per jaar · € 238 mln");
        await card.WaitForPictures();
        await card.Screenshot("line-14-sheet");
    }

    private static async Task MakeFingerprint(TeamsWindow sanne, TeamsWindow piet)
    {
        await sanne.Say($"vingerafdruk starten {Number}");
        var start = await sanne.LastCard("starten");
        await start.Fill("Wie nodig je uit om de vingerafdruk in te vullen?", "Piet Jansen");
        await start.Choose("Doe je zelf ook mee?", "Ja");
        await start.Screenshot("line-15-fingerprint-start");
        await start.Press("Controleer");
        await start.WaitForText("Klopt dit?");
        await start.Press("Ja, leg vast");
        await start.WaitForText("0 van 2 ingevuld");

        await sanne.Say($"vingerafdruk invullen {Number}");
        for (var statement = 1; statement <= 16; statement++)
        {
            await sanne.WaitForText(statement == 1 ? "Vingerafdruk" : $"Stelling {statement} van 16");
            await sanne.Say(statement % 4 == 0 ? "3" : "4");
        }

        var own = await sanne.LastCard("Klopt dit?");
        await own.Press("Ja, leg vast");
        await own.WaitForText("1 van 2 ingevuld");
        await own.Screenshot("line-16-fingerprint-thanks");

        var asked = await piet.LastCard($"Vul de vingerafdruk van {Number} in");
        await asked.Screenshot("line-17-fingerprint-asked");
        await asked.Press("Vul in");
        var answer = await piet.LastCard("1/4");
        for (var page = 1; page <= 4; page++)
        {
            await answer.WaitForText($"{page}/4");
            foreach (var label in await answer.Labels())
            {
                await answer.Choose(label, page == 4 ? "2 · oneens" : "5 · helemaal eens");
            }

            await answer.Screenshot($"line-17-fingerprint-page-{page}");
            await answer.Press(page < 4 ? "Verder" : "Controleer");
        }

        await answer.WaitForText("Klopt dit?");
        await answer.Press("Ja, leg vast");
        await answer.WaitForText("2 van 2 ingevuld");

        var all = await sanne.LastCard("Iedereen vulde");
        await all.Press("Sluiten");
        var result = await sanne.LastCard("2 van 2 ingevuld");
        await result.WaitForText("Gemiddeld");
        await result.WaitForPictures();
        await result.Screenshot("line-18-fingerprint-result");
    }

    private static async Task ReportProgress(TeamsWindow sanne)
    {
        await sanne.Say($"voortgang {Number}");
        var report = await sanne.LastCard("1/");
        await report.Screenshot("line-19-report-1");
        await report.Fill("Hoeveel procent van het resultaat is klaar?", "10");
        await report.Press("Verder");
        await report.WaitForText("2/");
        await report.Screenshot("line-19-report-2");
        await report.Press("Verder");
        await report.WaitForText("3/");
        foreach (var (label, amount) in new[] { ("Hoeveel is er in totaal nodig?", "€ 100.000"), ("Hoeveel is er toegekend?", "80.000"), ("Hoeveel is er uitgegeven?", "40.000") })
        {
            await report.Fill(label, amount);
        }

        await report.Screenshot("line-19-report-3");
        await report.Press("Controleer");
        await report.WaitForText("Saldo € 40.000, nog nodig € 20.000");
        await report.Screenshot("line-19-report-review");
        await report.Press("Ja, leg vast");
        await report.WaitForText("10 % klaar");
        await report.Screenshot("line-19-report-result");
    }

    private static async Task HearOfTheWeek(TeamsWindow sanne, TeamsWindow piet)
    {
        await piet.OpenPersonalChat();
        await piet.Say("weekbericht");
        var digest = await piet.LastCard("Batterijen");
        await digest.Screenshot("line-33-digest");
        await sanne.OpenPersonalChat();
        await sanne.Say("samenvatting realisatie");
        var summary = await sanne.LastCard("Batterijen");
        await summary.Screenshot("line-34-summary");
        await sanne.Say($"geschiedenis {Number}");
        var history = await sanne.LastCard("besluit vastgelegd");
        await history.Screenshot("line-35-history");
    }

    private static async Task PassTheGate(TeamsWindow sanne, TeamsWindow piet, TeamsWindow fatima)
    {
        await sanne.Say($"fasepoort {Number}");
        var gate = await sanne.LastCard("in voorbereiding");
        await gate.Screenshot("line-20-gate");
        await gate.Press("Criteria invullen");
        var fill = await sanne.LastCard("criteria");
        await fill.Screenshot("line-21-criteria");
        for (var (page, pages) = (1, 3); page <= pages; page++)
        {
            await fill.WaitForText($"{page}/{pages}");
            await MeetAll(fill);
            await fill.Press(page < pages ? "Verder" : "Controleer");
        }

        await fill.WaitForText("Klopt dit?");
        await fill.Screenshot("line-22-criteria-review");
        await fill.Press("Ja, leg vast");
        await fill.WaitForText("Fasepoort aanvragen");
        await fill.Screenshot("line-23-ready");
        await fill.Press("Fasepoort aanvragen");
        var asked = await sanne.LastCard("Op welke dag is het KBO?");
        await asked.Press("Controleer");
        await asked.WaitForText("Klopt dit?");
        await asked.Press("Ja, leg vast");
        await asked.WaitForText("wacht op het KBO");
        await asked.Screenshot("line-24-requested");

        var advice = await fatima.LastCard("wacht op het KBO");
        await advice.Screenshot("line-25-advice-asked");
        await advice.Press("Akkoord");
        await advice.WaitForText("Fatima El Amrani: Akkoord");

        var decide = await piet.LastCard("Fatima El Amrani: Akkoord");
        await decide.Screenshot("line-26-decision-asked");
        await decide.Press("Besluit vastleggen");
        var form = await piet.LastCard("Besluit over");
        await form.Choose("Wat is het besluit?", "Door, met voorwaarden");
        await form.Screenshot("line-27-decide");
        await form.Press("Controleer");
        await form.WaitForText("Wat is de voorwaarde?");
        await form.Fill("Wat is de voorwaarde?", "Vraag twee provincies om mee te doen");
        await form.Fill("Wie zorgt ervoor?", "Sanne de Vries");
        await form.Fill("Wanneer moet het klaar zijn?", "2027-03-01");
        await form.Screenshot("line-28-conditions");
        await form.Press("Controleer");
        await form.WaitForText("Klopt dit?");
        await form.Screenshot("line-29-decide-review");
        await form.Press("Ja, leg vast");
        await form.WaitForText("besloten: Door, met voorwaarden");
        await form.Screenshot("line-30-decided");

        await sanne.WaitForText("besloten: Door, met voorwaarden");
        await sanne.Screenshot("line-31-leader-hears");
        await sanne.OpenChannel(Cast.ChannelName);
        await sanne.WaitForText("besloten: Door, met voorwaarden");
        await sanne.Screenshot("line-32-channel");
    }

    private static async Task MeetAll(CardView fill)
    {
        foreach (var label in (await fill.Labels()).Where(label => !label.EndsWith('?')))
        {
            await fill.Choose(label, "Voldaan");
        }
    }
}
