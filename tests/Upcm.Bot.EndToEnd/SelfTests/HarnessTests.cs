using System.Text.Json.Nodes;

namespace Upcm.Bot.EndToEnd.SelfTests;

/// <summary>The harness against a bot that cannot be wrong.</summary>
public sealed class HarnessTests(Browser browser)
{
    [Fact]
    public async Task A_message_reaches_the_bot_and_its_answer_is_seen()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Sanne, bot.Endpoint);
        await using var teams = await TeamsWindow.OpenAsync(browser, playground);

        await teams.Say("goedemorgen");
        await teams.WaitForText("Echo: goedemorgen");

        var message = bot.Received.Single(one => (string?)one["type"] == "message");
        Assert.Equal(Cast.Sanne.Id, (string?)message["from"]!["id"]);
        Assert.Equal(Cast.Sanne.AadObjectId, (string?)message["from"]!["aadObjectId"]);
        Assert.Equal(Cast.TenantId, (string?)message["conversation"]!["tenantId"]);
        Assert.Equal(playground.ServiceUrl.ToString(), (string?)message["serviceUrl"]);
        Assert.Contains(bot.Received, one => (string?)one["type"] == "installationUpdate");
        await teams.Screenshot(nameof(A_message_reaches_the_bot_and_its_answer_is_seen));
    }

    [Fact]
    public async Task Every_kind_of_question_on_a_card_can_be_answered()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Jan, bot.Endpoint);
        await using var teams = await TeamsWindow.OpenAsync(browser, playground);

        await teams.Say("formulier");
        var card = await teams.LastCard("Aanmelden");
        Assert.Equal(["Verstuur", "Voer uit"], await card.Buttons());
        await card.Press("Verstuur");
        await card.WaitForText("Vul een naam in");

        await card.Fill("Naam", "Warmtenet Oost");
        await card.Fill("Toelichting", "regel één\nregel twee");
        await card.Fill("Bedrag", "12");
        await card.Choose("Pijler", "Energie");
        await card.Choose("Plaats", "Utrecht");
        await card.Choose("Stoplicht", "Groen");
        await card.Choose("Teams", "Alfa");
        await card.Choose("Teams", "Gamma");
        await card.Choose("Velden", "Lucht");
        await card.Choose("Velden", "Water");
        await card.Fill("Datum", "2026-12-01");
        await card.Fill("Tijd", "09:45");
        await card.Tick("Ik ga akkoord");
        await teams.Screenshot(nameof(Every_kind_of_question_on_a_card_can_be_answered));
        await card.Press("Verstuur");
        await teams.WaitForText("Ontvangen:");

        var submitted = bot.Received.Single(one => one["value"] is not null)["value"]!;
        Assert.Equal(
            JsonNode.Parse("""
                { "form": "echo", "name": "Warmtenet Oost", "why": "regel één\nregel twee", "amount": "12", "pillar": "e",
                  "place": "utr", "light": "g", "teams": "a,c", "fields": "l,w", "date": "2026-12-01", "time": "09:45",
                  "agreed": "true" }
                """)!.ToJsonString(),
            submitted.ToJsonString());
    }

    [Fact]
    public async Task A_card_that_is_drawn_anew_by_what_comes_after_it_can_be_filled_in()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Jan, bot.Endpoint);
        await using var teams = await TeamsWindow.OpenAsync(browser, playground);

        await teams.Say("formulier met uitleg");
        var card = await teams.LastCard("Aanmelden");
        await card.Choose("Plaats", "Utrecht");
        await card.Choose("Velden", "Lucht");
        Assert.Equal(("Utrecht", "Lucht"), (await card.ValueOf("Plaats"), await card.ValueOf("Velden")));
        Assert.Contains("Uitleg drie", await teams.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_refreshed_in_place_by_the_answer_to_a_press()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Sanne, bot.Endpoint);
        await using var teams = await TeamsWindow.OpenAsync(browser, playground);

        await teams.Say("formulier");
        var card = await teams.LastCard("Aanmelden");
        await card.Fill("Naam", "Zon op daken");
        await card.Press("Voer uit");
        await card.WaitForText("uitgevoerd door Sanne de Vries");
        await card.Press("Bevestig");
        await card.WaitForText("bevestigd door Sanne de Vries");

        var pressed = bot.Received.First(one => (string?)one["type"] == "invoke");
        Assert.Equal("Zon op daken", (string?)pressed["value"]!["action"]!["data"]!["name"]);
    }

    [Fact]
    public async Task A_posted_card_stays_the_same_card_when_the_bot_updates_it()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Sanne, bot.Endpoint);
        await using var teams = await TeamsWindow.OpenAsync(browser, playground);

        await teams.Say("tel");
        var card = await teams.LastCard("Teller 1");
        await teams.Say("formulier");
        await teams.LastCard("Aanmelden");
        await teams.Say("tel");
        await card.WaitForText("Teller 2");
    }

    [Fact]
    public async Task A_channel_hears_the_bot_and_a_reply_stays_in_its_thread()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Sanne, bot.Endpoint);
        await using var teams = await TeamsWindow.OpenAsync(browser, playground);

        await teams.Say("kanaal Poort 2 is open");
        await teams.OpenChannel(Cast.ChannelName);
        var card = await teams.LastCard("Poort 2 is open");
        await teams.Say("hallo allemaal");
        await teams.WaitForText("Echo: hallo allemaal");
        await teams.Reply("en nog iets");
        await teams.WaitForText("Echo: en nog iets");
        await card.Press("Bevestig");
        await card.WaitForText("bevestigd door Sanne de Vries");
        await teams.Screenshot(nameof(A_channel_hears_the_bot_and_a_reply_stays_in_its_thread));

        var said = bot.Received.Where(one => one["text"] is not null).ToArray();
        Assert.Equal($"<at>{Cast.BotName}</at> hallo allemaal", (string?)said[1]["text"]);
        Assert.StartsWith($"{Cast.ChannelId};messageid=", (string?)said[1]["conversation"]!["id"], StringComparison.Ordinal);
        Assert.Equal((string?)said[1]["conversation"]!["id"], (string?)said[2]["conversation"]!["id"]);

        await teams.OpenGroupChat();
        await teams.Say("dag groep");
        await teams.WaitForText("Echo: dag groep");
        await teams.OpenPersonalChat();
        await teams.Say("weer terug");
        await teams.WaitForText("Echo: weer terug");
    }

    [Fact]
    public async Task A_mocked_event_reaches_the_bot()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var playground = await Playground.StartAsync(Cast.Lotte, bot.Endpoint);
        await using var teams = await TeamsWindow.OpenAsync(browser, playground);

        await teams.Say("goedemorgen");
        await teams.WaitForText("Echo: goedemorgen");

        await playground.MockAsync("uninstall", Cast.Lotte.PersonalChatId);
        await bot.GetAsync(one => (string?)one["type"] == "installationUpdate" && (string?)one["action"] == "remove");
        await playground.MockAsync("userRemoved", Cast.ChannelId);
        var removed = await bot.GetAsync(one => one["membersRemoved"] is not null);
        Assert.Equal("teamMemberRemoved", (string?)removed["channelData"]!["eventType"]);
        await playground.MockAsync("channelRenamed", Cast.ChannelId);
        await bot.GetAsync(one => (string?)one["channelData"]?["eventType"] == "channelRenamed");
    }
}
