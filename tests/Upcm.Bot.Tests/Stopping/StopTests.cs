using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Stopping;

/// <summary>Told to stop (SIGTERM), the real process ends within ten seconds and loses nothing.</summary>
public sealed class StopTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("upcm-stop-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task With_nothing_to_do_it_ends_at_once_and_well()
    {
        await using var bot = await RunningBot.Start(data);
        bot.Terminate();
        Assert.Equal(0, await bot.Ends());
    }

    [Fact]
    public async Task A_turn_under_way_is_answered_and_who_comes_meanwhile_is_asked_to_come_back()
    {
        await using var connector = await StandIn.Listen();
        await using var bot = await RunningBot.Start(data);
        connector.Hold();
        var turn = bot.Say("hulp", connector);
        await connector.Waits();
        bot.Terminate();
        using var ready = await UntilStopping(bot);
        using var late = await bot.Say("mijn overzicht", connector);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(10)), (late.StatusCode, late.Headers.RetryAfter?.Delta));
        connector.Release();
        using var answered = await turn;
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(0, await bot.Ends());
        Assert.Contains("Wat je kunt zeggen", Assert.Single(connector.Taken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_lasts_too_long_keeps_nobody_waiting_and_what_it_recorded_is_there()
    {
        await using var connector = await StandIn.Listen();
        await using (var bot = await RunningBot.Start(data))
        {
            connector.Hold();
            var turn = bot.Say("meld initiatief", connector);
            await connector.Waits();
            bot.Terminate();
            Assert.Equal(0, await bot.Ends());
            connector.Release();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => turn);
        }

        await using var again = await RunningBot.Start(data);
        using var goesOn = await again.Say("meld initiatief", connector);
        Assert.Contains(connector.Taken, sent => sent.Contains("Hier was je al mee begonnen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_had_left_is_waited_for_and_written_down_as_sent()
    {
        await using var connector = await StandIn.Listen();
        await using var bot = await RunningBot.Start(data);
        await Leaves(bot, connector);
        bot.Terminate();
        try
        {
            using var ready = await UntilStopping(bot);
        }
        catch (HttpRequestException)
        {
            // No turn is under way, so it no longer listens.
        }

        connector.Release();
        Assert.Equal(0, await bot.Ends());
        Assert.Equal((PostState.Sent, false), (await Form()) is { MessageId: not null } post ? (post.State, post.OnceMore) : default);
    }

    [Fact]
    public async Task A_message_that_is_not_answered_is_cut_off_and_goes_once_more_after_the_next_start_saying_so()
    {
        await using var connector = await StandIn.Listen();
        await using var bot = await RunningBot.Start(data);
        await Leaves(bot, connector);
        bot.Terminate();
        Assert.Equal(0, await bot.Ends());
        var post = await Form();
        Assert.Equal((PostState.Unknown, "stopped while sending"), (post.State, post.Cause));
    }

    [Fact]
    public async Task A_file_asked_for_at_the_last_moment_is_there_or_was_never_promised()
    {
        await using var connector = await StandIn.Listen();
        await using (var bot = await RunningBot.Start(data))
        {
            using var hello = await bot.Say("hulp", connector);
            var asked = bot.Say("exporteer portfolio als excel", connector);
            bot.Terminate();
            try
            {
                using var answer = await asked;
            }
            catch (HttpRequestException)
            {
                // It came too late: nothing was promised.
            }

            Assert.Equal(0, await bot.Ends());
        }

        await using var again = await RunningBot.Start(data);
        foreach (var promised in connector.Taken.SelectMany(sent => sent.Split('"')).Where(part => part.Contains("/files/", StringComparison.Ordinal)).Distinct())
        {
            using var file = await again.Get(new Uri(promised).AbsolutePath);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }

    /// <summary>A form that was asked for in a channel is on its way to who asked, and is not answered.</summary>
    private static async Task Leaves(RunningBot bot, StandIn connector)
    {
        using var hello = await bot.Say("hulp", connector);
        connector.Hold("a:sanne");
        using var asked = await bot.Say("meld initiatief", connector, conversation: "19:channel");
        await connector.Waits();
    }

    private async Task<Post> Form()
    {
        await using var store = LiteDbStore.Open(data, NullLogger<LiteDbStore>.Instance);
        List<Post> posts = [];
        foreach (var key in new[] { "due=", "ended=", "stuck=" })
        {
            posts.AddRange((await store.Find(Kinds.Posts, new WorkspaceId("tenant"), key, 10, null, descending: false, CancellationToken.None)).Select(found => found.Document));
        }

        return Assert.Single(posts, post => post.Kind == "form");
    }

    private static async Task<HttpResponseMessage> UntilStopping(RunningBot bot)
    {
        while (true)
        {
            var ready = await bot.Get("/health/ready");
            if (ready.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                Assert.Equal("""{"status":"stopping"}""", await ready.Content.ReadAsStringAsync());
                return ready;
            }

            ready.Dispose();
        }
    }
}
