namespace Upcm.Bot.EndToEnd.SelfTests;

public sealed class BotProcessTests
{
    // Counts its starts in the data folder, as the bot keeps what people told it.
    private const string StandIn = """
        const fs = require('node:fs'), args = process.argv.slice(2);
        const option = name => args[args.indexOf(name) + 1];
        const file = `${option('--data')}/starts`;
        const starts = fs.existsSync(file) ? Number(fs.readFileSync(file)) + 1 : 1;
        fs.writeFileSync(file, String(starts));
        console.log(`${args[0]} start ${starts} in ${process.env.ASPNETCORE_ENVIRONMENT} for ${process.env.WHO}`);
        require('node:http').createServer((_, answer) => answer.end(String(starts))).listen(new URL(option('--urls')).port);
        """;

    [Fact]
    public async Task A_bot_that_is_killed_comes_back_at_the_same_address_with_its_data()
    {
        await ClientTools.RequireAsync(browser: false);
        using var folder = new TemporaryFolder();
        await using var bot = await BotProcess.StartAsync(
            folder.Write("bot.cjs", StandIn), settings: new Dictionary<string, string?> { ["WHO"] = "self test" });
        using var http = new HttpClient { BaseAddress = bot.Address };
        Assert.Equal("1", await http.GetStringAsync(""));

        await bot.KillAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(""));
        await bot.RestartAsync();
        Assert.Equal("2", await http.GetStringAsync(""));
        Assert.Contains("serve start 1 in Development for self test", bot.Log, StringComparison.Ordinal);
        Assert.Contains("serve start 2 in Development for self test", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_does_not_start_says_what_it_wrote()
    {
        await ClientTools.RequireAsync(browser: false);
        using var folder = new TemporaryFolder();
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => BotProcess.StartAsync(folder.Write("bot.cjs", "throw new Error('the programme file is wrong');")));
        Assert.Contains("the programme file is wrong", refusal.Message, StringComparison.Ordinal);
    }
}
