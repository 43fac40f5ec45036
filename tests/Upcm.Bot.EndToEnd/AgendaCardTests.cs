using System.Globalization;

namespace Upcm.Bot.EndToEnd;

/// <summary>A role meeting as people see it in Teams: the agenda card in the channel changes in its place, and the meeting runs on a card.</summary>
public sealed class AgendaCardTests(Browser browser)
{
    /// <summary>The alarm rings every minute.</summary>
    private static readonly TimeSpan NextRing = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task The_agenda_card_changes_in_its_place_as_people_add_tensions_withdraw_them_and_say_that_they_come()
    {
        await ClientTools.RequireAsync(browser: true);
        await using var bot = await BotProcess.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Administrators__0"] = Cast.Sanne.AadObjectId,
            ["Rhythm__RoleMeeting__SummaryHoursBefore"] = "312",
        });
        await using var shared = await SharedTeams.StartAsync(bot.Endpoint, Cast.Sanne, Cast.Jan, Cast.Fatima);
        await using var sanne = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Sanne));
        await using var jan = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Jan));
        await using var fatima = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Fatima));
        foreach (var person in new[] { jan, fatima })
        {
            await person.OpenPersonalChat();
            await person.Say("hoi");
            await person.WaitForText("Wat je kunt zeggen");
            await person.OpenChannel(Cast.ChannelName);
        }

        await sanne.OpenChannel(Cast.ChannelName);
        await sanne.Say("koppel ondersteuningsteam");
        await sanne.WaitForText("Het nieuws van");
        await sanne.OpenPersonalChat();
        await Confirm(sanne, "benoem Sanne de Vries tot ondersteuningsteam", "Benoemd:");

        // A meeting that is planned within the time ahead of which its agenda is due is told of at the next ring.
        var day = DateTime.UtcNow.AddDays(6).ToString("d MMMM", CultureInfo.GetCultureInfo("nl-NL"));
        await sanne.Say($"extra overleg op {day} 10:00");
        var planned = await sanne.LastCard("Klopt dit?");
        await planned.Press("Ja, leg vast");
        await sanne.Screenshot("meeting-01-planned");
        await sanne.OpenChannel(Cast.ChannelName);
        await sanne.WaitForText("Op de agenda (0)", NextRing);
        var agenda = await sanne.Card("Op de agenda (0)");
        await sanne.Screenshot("meeting-02-agenda-empty");

        await jan.OpenPersonalChat();
        await Confirm(jan, "spanning: twee rollen vragen bedrijven om dezelfde cijfers", "Vastgelegd");
        await jan.Screenshot("meeting-03-tension");
        await agenda.WaitForText("twee rollen vragen bedrijven", Patience);
        await jan.OpenChannel(Cast.ChannelName);
        await fatima.Card("Op de agenda (1)");
        var hers = await fatima.Card("Ik kom");
        await hers.Press("Ik kom");
        await agenda.WaitForText("Fatima El Amrani", Patience);
        await agenda.WaitForText("1 komt", Patience);
        await sanne.Screenshot("meeting-04-agenda-changed");

        await jan.OpenPersonalChat();
        await Confirm(jan, "spanning: niemand gaat over de zaal", "Vastgelegd");
        await agenda.WaitForText("Op de agenda (2)", Patience);
        await jan.Say("trek spanning in 2");
        await agenda.WaitForText("Op de agenda (1)", Patience);

        await sanne.OpenPersonalChat();
        await sanne.Say("start roloverleg");
        var meeting = await sanne.LastCard("check-in");
        await meeting.Screenshot("meeting-05-check-in");
        foreach (var round in new[] { "praktische punten", "Dit zijn de spanningen", "1/1" })
        {
            await meeting.Press("Volgende stap");
            await meeting.WaitForText(round);
        }

        await meeting.Screenshot("meeting-06-item");
        await fatima.WaitForText("1/1", Patience);
        await fatima.Screenshot("meeting-07-channel");
        await meeting.Press("Schuif door");
        await meeting.WaitForText("afsluiting");
        await meeting.Press("Sluit het overleg");
        await meeting.WaitForText("Notulen");
        await meeting.Screenshot("meeting-08-minutes");
        await fatima.WaitForText("Notulen", Patience);
        await fatima.Screenshot("meeting-09-channel-minutes");
    }

    private static async Task Confirm(TeamsWindow window, string sentence, string done)
    {
        await window.Say(sentence);
        var card = await window.LastCard("Klopt dit?");
        await card.Press("Ja, leg vast");
        await card.WaitForText(done);
    }
}
