namespace Upcm.Bot.EndToEnd.SelfTests;

public sealed class SharedTeamsTests(Browser browser)
{
    [Fact]
    public async Task Two_people_see_one_channel_and_the_bot_reaches_each_of_them()
    {
        await ClientTools.RequireAsync();
        await using var bot = await EchoBot.StartAsync();
        await using var shared = await SharedTeams.StartAsync(bot.Endpoint, Cast.Sanne, Cast.Jan);
        await using var sanne = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Sanne));
        await using var jan = await TeamsWindow.OpenAsync(browser, shared.Of(Cast.Jan));

        await sanne.Say("vertel jan Je bent linking pin");
        await jan.WaitForText("Je bent linking pin");
        await jan.Say("dank je");
        await jan.WaitForText("Echo: dank je");
        Assert.DoesNotContain("dank je", await sanne.Text(), StringComparison.Ordinal);

        await sanne.OpenChannel(Cast.ChannelName);
        await jan.OpenChannel(Cast.ChannelName);
        await sanne.Say("tel");
        var seenByJan = await jan.Card("Teller 1");
        await jan.WaitForText($"Sanne de Vries: @{Cast.BotName} tel");
        await jan.Reply("tel");
        await (await sanne.Card("Teller 2")).WaitForText("Teller 2");
        await seenByJan.WaitForText("Teller 2");
        await sanne.WaitForText($"Jan Bakker: @{Cast.BotName} tel");

        await seenByJan.Press("Bevestig");
        await seenByJan.WaitForText("bevestigd door Jan Bakker");
        var told = bot.Received.Where(one => (string?)one["conversation"]!["conversationType"] == "channel"
            && (string?)one["type"] is "message" or "invoke").ToArray();
        var thread = Assert.Single(told.Select(one => (string?)one["conversation"]!["id"]).Distinct());
        Assert.StartsWith($"{Cast.ChannelId};messageid=", thread, StringComparison.Ordinal);
        Assert.Equal(bot.CounterId, (string?)told[^1]["replyToId"]);
        Assert.Equal(shared.ServiceUrl.ToString(), new Uri((string)told[0]["serviceUrl"]!).ToString());
        await jan.Screenshot(nameof(Two_people_see_one_channel_and_the_bot_reaches_each_of_them));
    }
}
