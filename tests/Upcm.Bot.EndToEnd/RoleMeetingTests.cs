using System.Globalization;

namespace Upcm.Bot.EndToEnd;

/// <summary>
/// A role meeting from the agenda ahead of it to its minutes, in the real client: one card ahead of the meeting that changes in its
/// place, one that follows the meeting and becomes its minutes. Sanne administers, Piet leads, Fatima has something to bring.
/// </summary>
public sealed class RoleMeetingTests(Browser browser)
{
    private const string Agenda = "Op de agenda";

    /// <summary>The alarm rings once a minute.</summary>
    private static readonly TimeSpan UntilItRings = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_card_of_a_meeting_changes_in_its_place_until_it_is_the_minutes()
    {
        await ClientTools.RequireAsync(browser: true);
        await using var bot = await BotProcess.StartAsync(settings: Settings());
        await using var shared = await SharedTeams.StartAsync(bot.Endpoint, Cast.Sanne, Cast.Piet, Cast.Fatima);
        await using var sanne = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Sanne));
        await using var piet = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Piet));
        await using var fatima = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Fatima));

        await Prepare(sanne, piet, fatima);
        await Gather(sanne, piet, fatima);
        await Meet(sanne, piet, fatima);
        await After(sanne, piet);
    }

    /// <summary>The planned meeting is more than a week away, whatever day it is, and the one of this test is tomorrow.</summary>
    private static Dictionary<string, string?> Settings()
    {
        var far = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(8);
        return new()
        {
            ["Administrators__0"] = Cast.Sanne.AadObjectId,
            ["Rhythm__RoleMeeting__Weekday"] = far.DayOfWeek.ToString(),
            ["Rhythm__RoleMeeting__From"] = far.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Rhythm__RoleMeeting__SummaryHoursBefore"] = "48",
        };
    }

    private static async Task Prepare(TeamsWindow sanne, TeamsWindow piet, TeamsWindow fatima)
    {
        foreach (var window in new[] { piet, fatima })
        {
            await window.OpenPersonalChat();
            await window.Say("hoi");
            await window.WaitForText("Wat je kunt zeggen");
        }

        await sanne.OpenChannel(Cast.ChannelName);
        await sanne.Say("koppel ondersteuningsteam");
        await sanne.WaitForText("Het nieuws van");
        await sanne.OpenPersonalChat();
        await sanne.Say("benoem Piet Jansen tot ondersteuningsteam");
        var appointed = await sanne.LastCard("Klopt dit?");
        await appointed.Press("Ja, leg vast");
        await appointed.WaitForText("Benoemd:");

        await fatima.OpenChannel(Cast.ChannelName);
        await sanne.OpenChannel(Cast.ChannelName);
        await piet.Say("extra overleg op morgen 10:00");
        var planned = await piet.LastCard("Klopt dit?");
        await planned.Screenshot("meeting-01-plan");
        await planned.Press("Ja, leg vast");
        await piet.WaitForText("een extra roloverleg op");
        await piet.Screenshot("meeting-02-planned");
    }

    private static async Task Gather(TeamsWindow sanne, TeamsWindow piet, TeamsWindow fatima)
    {
        await sanne.WaitForText($"{Agenda} (0)", UntilItRings);
        var seen = await sanne.Card(Agenda);
        await seen.Screenshot("meeting-03-agenda-empty");

        var hers = await fatima.Card(Agenda);
        await hers.Press("Spanning inbrengen");
        await fatima.WaitForText("ik ga met jou alleen verder");
        await fatima.OpenPersonalChat();
        var form = await fatima.LastCard("Wat merk je dat anders kan?");
        await form.Screenshot("meeting-04-tension-form");
        await fatima.Say("Niemand gaat over de zaal van het roloverleg");
        var review = await fatima.LastCard("Klopt dit?");
        await review.Screenshot("meeting-05-tension-review");
        await review.Press("Ja, leg vast");
        await seen.WaitForText($"{Agenda} (1)");

        await piet.Say("spanning: twee rollen vragen bedrijven om dezelfde cijfers");
        await piet.LastCard("Klopt dit?");
        await piet.Say("ja");
        await seen.WaitForText($"{Agenda} (2)");
        await fatima.OpenChannel(Cast.ChannelName);
        hers = await fatima.Card(Agenda);
        await hers.Press("Ik kom");
        await seen.WaitForText("1 komt");
        await piet.Say("ik kom");
        await seen.WaitForText("2 komen");
        await piet.Say("ik kom niet");
        await seen.WaitForText("Komen niet");
        await seen.Screenshot("meeting-06-agenda-full");
        await piet.Say("trek spanning in 2");
        await seen.WaitForText($"{Agenda} (1)");
        await seen.Screenshot("meeting-07-agenda-withdrawn");
        await fatima.Screenshot("meeting-08-channel");
        Assert.Equal(1, await sanne.Conversation.GetByText(Agenda).CountAsync());
    }

    private static async Task Meet(TeamsWindow sanne, TeamsWindow piet, TeamsWindow fatima)
    {
        await piet.Say("roloverleg");
        var agenda = await piet.LastCard(Agenda);
        await agenda.Screenshot("meeting-09-agenda-of-who-leads");
        await piet.Say("start roloverleg"); // a day early: there is no button for that
        var led = await piet.LastCard("check-in");
        await led.Screenshot("meeting-10-check-in");
        var seen = await sanne.Card("check-in");
        await seen.Screenshot("meeting-11-check-in-channel");
        await (await sanne.Card("Het overleg is begonnen")).Screenshot("meeting-12-agenda-begun");

        foreach (var (round, name) in new[]
        {
            ("praktische punten", "administrative"), ("agenda maken", "agenda"), ("inbrengen", "present"), ("verhelderen", "clarify"), ("reacties", "react"), ("aanpassen", "amend"),
        })
        {
            await led.Press("Volgende stap");
            await led.WaitForText(round);
            await seen.WaitForText(round);
            await led.Screenshot($"meeting-13-{name}");
        }

        await piet.Say("voorstel: de secretaris boekt de zaal voor een jaar");
        led = await piet.LastCard("de secretaris boekt de zaal");
        await led.Press("Volgende stap");
        await led.WaitForText("bezwaarronde");
        await led.Screenshot("meeting-14-objections");
        await seen.WaitForText("bezwaarronde");
        await seen.Screenshot("meeting-15-objections-channel");

        await fatima.OpenPersonalChat();
        await fatima.Say("bezwaar: de secretaris is er vaak niet");
        var objection = await fatima.LastCard("Bezwaar");
        foreach (var label in (await objection.Labels()).Where(label => label.EndsWith('?') && !label.StartsWith("Wat is", StringComparison.Ordinal)))
        {
            await objection.Choose(label, "Nee");
        }

        await objection.Screenshot("meeting-16-objection");
        await objection.Press("Controleer");
        await objection.WaitForText("Klopt dit?");
        await objection.Press("Ja, leg vast");
        await seen.WaitForText("geldt niet");
        await led.WaitForText("geldt niet"); // Piet did nothing: his own card follows what Fatima did
        await led.Screenshot("meeting-16-led-follows");

        await led.Press("Volgende stap");
        await led.WaitForText("vastleggen");
        await led.Press("Leg vast");
        var record = await piet.LastCard("Wat is er afgesproken?");
        await record.Screenshot("meeting-17-record");
        await piet.Say("nieuwe rol");
        await piet.Say("Zaalhouder");
        await piet.Say("Boekt de zaal voor elk roloverleg.");
        var review = await piet.LastCard("Klopt dit?");
        await review.Screenshot("meeting-18-record-review");
        await review.Press("Ja, leg vast");
        await seen.WaitForText("Zaalhouder");
        await seen.Screenshot("meeting-19-recorded-channel");
    }

    private static async Task After(TeamsWindow sanne, TeamsWindow piet)
    {
        await piet.Say("volgende stap");
        var closing = await piet.LastCard("Geldt zodra het overleg gesloten is");
        await closing.Screenshot("meeting-20-closing");
        var seen = await sanne.Card("Geldt zodra het overleg gesloten is");
        await closing.Press("Sluit het overleg");
        await closing.WaitForText("Notulen");
        await closing.Screenshot("meeting-21-minutes");
        await seen.WaitForText("Notulen");
        await sanne.WaitForText("Rollen van het Ondersteuningsteam veranderd");
        await seen.Screenshot("meeting-22-minutes-channel");
        await sanne.Screenshot("meeting-23-channel-after");
        await closing.Press("Rollen van het team");
        await piet.WaitForText("Zaalhouder");
        await piet.Screenshot("meeting-24-roles");
    }
}
