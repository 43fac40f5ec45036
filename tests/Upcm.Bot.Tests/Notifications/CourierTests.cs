using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>It is Monday 5 October 2026, 11:00 in Amsterdam.</summary>
public sealed class CourierTests : IAsyncLifetime
{
    private readonly Talker bot = new();
    private readonly ScriptedChannel channel = new();
    private Dispatcher dispatcher = null!;

    private Beat Beat => new(bot.Store, bot.Time);

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "jan");
        dispatcher = channel.Dispatcher(bot.Store, bot.Time);
    }

    public ValueTask DisposeAsync()
    {
        dispatcher.Dispose();
        return bot.DisposeAsync();
    }

    [Fact]
    public async Task A_wait_that_the_platform_asks_for_holds_the_whole_conversation_also_over_a_restart()
    {
        await bot.Say("hoi", "piet");
        await Beat.Insert(Kinds.Posts, To("jan", "een"), To("jan", "twee"), To("piet", "drie"));
        channel.Answers = static message => message.Card.Title == "een" ? new NotYet("429", TimeSpan.FromMinutes(10)) : new Sent("m");
        await dispatcher.SendDue(CancellationToken.None);
        await Pass(TimeSpan.FromMinutes(9));
        using var again = channel.Dispatcher(bot.Store, bot.Time);
        await again.SendDue(CancellationToken.None);
        Assert.Equal(["drie", "een"], channel.Titles.Order(StringComparer.Ordinal));
        channel.Answers = static _ => new Sent("m");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await again.SendDue(CancellationToken.None);
        Assert.Equal(PostState.Sent, (await State("een")).State);
        Assert.Equal(PostState.Sent, (await State("twee")).State);
        Assert.Empty(await bot.Store.Find(Kinds.SendingHolds, Talker.Workspace, "until=", 10, null, false, CancellationToken.None));
    }

    [Fact]
    public async Task Without_credentials_all_stop_and_nothing_is_given_up()
    {
        await Beat.Insert(Kinds.Posts, [.. Enumerable.Range(0, 20).Select(i => To($"p{i}", $"post {i:00}"))]);
        foreach (var i in Enumerable.Range(0, 20))
        {
            await bot.Say("hoi", $"p{i}");
        }

        channel.Answers = static _ => new NotYet("401", Credentials: true);
        await dispatcher.SendDue(CancellationToken.None);
        Assert.InRange(channel.Taken.Count, 1, 16); // what was on its way already
        channel.Taken.Clear();
        await Pass(TimeSpan.FromMinutes(14));
        Assert.Empty(channel.Taken);
        channel.Answers = static _ => new Sent("m");
        await Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(20, channel.Taken.Count);
        Assert.Equal(1, (await State("post 00")).Attempt);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_left_alone_until_they_speak_with_it()
    {
        channel.Answers = static _ => new Refused("403 ConversationBlockedByUser", Blocked: true);
        await Send(To("jan", "een"));
        channel.Answers = static _ => new Sent("m");
        await Send(To("jan", "twee"));
        Assert.Equal(["een"], channel.Titles);
        Assert.Equal((PostState.Held, PostCause.Blocked), ((await State("twee")).State, (await State("twee")).Cause));
        await bot.Say("hoi", "jan");
        await dispatcher.SendDue(CancellationToken.None);
        Assert.Equal(["een", "een", "twee"], channel.Titles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_removed_bot_holds_its_tongue_and_speaks_when_it_is_added_again()
    {
        await bot.Hear(new Uninstalled(), "jan");
        await Send(To("jan", "een"));
        Assert.Empty(channel.Taken);
        await bot.Hear(new Installed(), "jan");
        await dispatcher.SendDue(CancellationToken.None);
        Assert.Equal(["een"], channel.Titles);
    }

    [Fact]
    public async Task A_team_that_removed_the_bot_hears_what_it_missed_when_it_is_back()
    {
        await Beat.Bind("channel", "realisatie");
        channel.Answers = static _ => new Refused("403 BotNotInConversationRoster", Blocked: true);
        await Send(To("jan", "een") with { Person = null, Place = "channel" });
        channel.Answers = static _ => new Sent("m");
        await bot.Hear(new Installed(), "jan", kind: PlaceKind.Channel);
        await dispatcher.SendDue(CancellationToken.None);
        Assert.Equal(["een", "een"], channel.Titles);
    }

    [Fact]
    public async Task A_channel_that_was_deleted_is_bound_no_longer()
    {
        await Beat.Bind("channel", "realisatie");
        await bot.Hear(new ChannelChanged("channel", null, Gone: true), "jan", kind: PlaceKind.Channel);
        await Send(To("jan", "een") with { Person = null, Place = "channel" });
        Assert.Equal((PostState.Held, PostCause.NoAddress), ((await State("een")).State, (await State("een")).Cause));
    }

    [Fact]
    public async Task What_a_channel_switched_off_stays_unsent_and_says_why()
    {
        await Beat.Insert(Kinds.Channels, new BoundChannel("channel", "test", "address", "kanaal", "realisatie", Beat.Lotte, bot.Time.GetUtcNow()) { Off = ["snapshot"] });
        await Send(To("jan", "uit") with { Person = null, Place = "channel", Kind = "snapshot" }, To("jan", "aan") with { Person = null, Place = "channel", Kind = "summary" });
        Assert.Equal(["aan"], channel.Titles);
        Assert.Equal((PostState.Moot, PostCause.SwitchedOff), ((await State("uit")).State, (await State("uit")).Cause));
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_opened_anew_once()
    {
        await Beat.Bind("kanaal", "realisatie");
        channel.Answers = static message => message.Address == "new address" ? new Sent("m") : new Refused("404", Gone: true);
        await Send(To("jan", "een"));
        Assert.Equal(["address", "new address"], channel.Taken.Select(one => one.Address));
        Assert.Equal(["29:jan"], channel.Opening.Select(one => one.ChannelId));
        Assert.Equal("new address", (await bot.Store.Load(Kinds.People, Talker.Workspace, "jan", CancellationToken.None))!.Document.PersonalAddress);
        Assert.Equal(PostState.Sent, (await State("een")).State);
    }

    [Fact]
    public async Task Somebody_who_left_for_good_is_tried_twice_and_reported()
    {
        await Beat.Bind("kanaal", "realisatie");
        channel.Answers = static _ => new Refused("404 conversation not found", Gone: true);
        channel.Opens = static _ => new Refused("404 user not found", Gone: true);
        await Send(To("jan", "een"));
        Assert.Equal((1, 1), (channel.Taken.Count, channel.Opening.Count));
        Assert.Equal((PostState.Dead, "404 user not found"), ((await State("een")).State, (await State("een")).Cause));
    }

    [Fact]
    public async Task What_is_too_large_is_cut_down_once()
    {
        channel.Answers = static message => message.Card.Body.Count > 1 ? new Refused("413", TooLarge: true) : new Sent("m");
        await Send(To("jan", "een") with { Card = new Card("een") { Body = [new Text("a"), new Text("b")], Buttons = [Sayings.Button("Toon", "toon 26-001")] } });
        Assert.Contains("te groot voor Teams", ((Text)channel.Taken.Last().Card.Body.Single()).Value, StringComparison.Ordinal);
        Assert.Equal(PostState.Sent, (await State("een")).State);
        channel.Answers = static _ => new Refused("413", TooLarge: true);
        await Send(To("jan", "twee"));
        Assert.Equal(PostState.Dead, (await State("twee")).State);
    }

    [Theory]
    [InlineData("digest", true)]
    [InlineData("initiative-registered", false)]
    public async Task What_may_have_arrived_goes_once_more_or_is_held_as_its_kind_says(string kind, bool onceMore)
    {
        channel.Answers = static _ => new Unknown("503");
        await Send(To("jan", "een") with { Kind = kind });
        await Pass(TimeSpan.FromMinutes(1));
        Assert.Single(channel.Taken);
        await Pass(TimeSpan.FromMinutes(2));
        await Pass(TimeSpan.FromHours(5));
        Assert.Equal(onceMore ? 2 : 1, channel.Taken.Count);
        Assert.Equal(PostState.Unknown, (await State("een")).State);
        if (onceMore)
        {
            Assert.Equal("Opnieuw verstuurd: misschien heb je dit al ontvangen.", ((Text)channel.Taken.Last().Card.Body[0]).Value);
        }
    }

    [Fact]
    public async Task What_was_being_sent_when_the_service_stopped_is_unknown_and_not_simply_sent_again()
    {
        await Beat.Insert(Kinds.Posts, To("jan", "een") with { State = PostState.Claimed, Attempt = 1, LeaseEnds = bot.Time.GetUtcNow().AddMinutes(2) });
        await dispatcher.SendDue(CancellationToken.None);
        Assert.Empty(channel.Taken);
        await Pass(TimeSpan.FromMinutes(3));
        Assert.Equal((PostState.Unknown, PostCause.Stopped), ((await State("een")).State, (await State("een")).Cause));
    }

    [Fact]
    public async Task It_is_tried_again_later_and_later_and_given_up_in_sight()
    {
        channel.Answers = static _ => new NotYet("no connection");
        await Send(To("jan", "een"));
        await Pass(TimeSpan.FromSeconds(3));
        Assert.Single(channel.Taken);
        for (var hour = 0; hour < 60; hour++)
        {
            await Pass(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(Post.MostAttempts, channel.Taken.Count);
        Assert.Contains("na 8 pogingen: no connection", await bot.Say("verzonden", "beheer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_hours_a_pause_and_switches_hold_what_was_not_asked_for()
    {
        await bot.Say("stil van 10:00 tot 12:00", "jan");
        await Send(To("jan", "een") with { Kind = "gate-decided" }, To("jan", "antwoord") with { Kind = "answer" });
        Assert.Equal(["antwoord"], channel.Titles);
        await Pass(TimeSpan.FromHours(1));
        Assert.Equal(["antwoord", "een"], channel.Titles);
        await bot.Say("pauzeer tot 8 oktober", "jan");
        await Send(To("jan", "twee") with { Kind = "digest", UseUntil = bot.Time.GetUtcNow().AddDays(1) }, To("jan", "drie") with { Kind = "gate-requested", Theirs = true });
        Assert.Equal(2, channel.Taken.Count);
        bot.Time.SetUtcNow(new DateTimeOffset(2026, 10, 8, 10, 0, 0, TimeSpan.Zero));
        await dispatcher.SendDue(CancellationToken.None);
        Assert.Equal("drie", channel.Titles.Last());
        Assert.Equal((PostState.Moot, PostCause.TooLate), ((await State("twee")).State, (await State("twee")).Cause));
        await bot.Press(new Press("notice.switch", ("kind", "gate-requested"), ("on", "nee")), "jan");
        await Send(To("jan", "vier") with { Kind = "gate-requested" }, To("jan", "vijf") with { Kind = "gate-requested", Theirs = true });
        Assert.Equal("vijf", channel.Titles.Last());
        Assert.Equal((PostState.Moot, PostCause.SwitchedOff), ((await State("vier")).State, (await State("vier")).Cause));
    }

    [Fact]
    public async Task A_busy_conversation_keeps_nobody_waiting_and_what_was_asked_for_goes_first()
    {
        using var paced = new ScriptedChannel { Limits = new SendingLimits([new Window(1, TimeSpan.FromSeconds(1))], [new Window(1, TimeSpan.FromSeconds(1))]) } is var slow ? slow.Dispatcher(bot.Store, bot.Time) : null!;
        await bot.Say("hoi", "piet");
        await Beat.Insert(Kinds.Posts, [.. Enumerable.Range(0, 100).Select(i => To("jan", $"jan {i:000}") with { Due = bot.Time.GetUtcNow().AddSeconds(-200 + i) }), To("piet", "piet"), To("sanne", "antwoord") with { Kind = "answer" }]);
        await bot.Say("hoi", "sanne");
        await paced.SendDue(CancellationToken.None);
        Assert.Equal(["antwoord"], slow.Titles);
        for (var second = 0; second < 2; second++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(1));
            await paced.SendDue(CancellationToken.None);
        }

        Assert.Equal(["antwoord", "jan 000", "piet"], slow.Titles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_takes_one_message_a_second_per_channel_gets_one_a_second_in_each()
    {
        var slack = new ScriptedChannel { Limits = new SendingLimits([new Window(1, TimeSpan.FromSeconds(1))], []) };
        using var paced = slack.Dispatcher(bot.Store, bot.Time);
        foreach (var place in new[] { "a", "b" })
        {
            await Beat.Bind(place, "realisatie");
            await Beat.Insert(Kinds.Posts, [.. Enumerable.Range(1, 3).Select(i => To("jan", $"{place}{i}") with { Person = null, Place = place, Due = bot.Time.GetUtcNow().AddSeconds(i - 10) })]);
        }

        List<string> sent = [];
        for (var moment = 0; moment < 5; moment++)
        {
            await paced.SendDue(CancellationToken.None);
            sent.Add(string.Join(' ', slack.Titles.Order(StringComparer.Ordinal)));
            bot.Time.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal(["a1 b1", "a1 b1", "a1 a2 b1 b2", "a1 a2 b1 b2", "a1 a2 a3 b1 b2 b3"], sent);
    }

    private async Task Send(params Post[] posts)
    {
        await Beat.Insert(Kinds.Posts, posts);
        await dispatcher.SendDue(CancellationToken.None);
    }

    private async Task Pass(TimeSpan time)
    {
        bot.Time.Advance(time);
        await dispatcher.SendDue(CancellationToken.None);
    }

    private async Task<Post> State(string id) => (await bot.Store.Load(Kinds.Posts, Talker.Workspace, id, CancellationToken.None))!.Document;

    private Post To(string person, string title) => new()
    {
        Id = title,
        Kind = "fingerprint",
        Channel = "test",
        Person = new PersonId(person),
        Card = new Card(title),
        Language = "nl",
        Created = bot.Time.GetUtcNow(),
        Due = bot.Time.GetUtcNow(),
    };
}
