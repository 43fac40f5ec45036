using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Notifications;
using Upcm.Bot.Tests.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>The whole table of messages that the bot sends by itself (method 10): each has a switch or a reason why not, a preview and a line in the log.</summary>
public sealed class NoticeTableTests : IAsyncDisposable
{
    private readonly Talker bot = new();

    /// <summary>Every message the bot sends unasked, in both languages.</summary>
    public static TheoryData<string, string> Messages => [.. Notice.All.Where(notice => !notice.Asked).SelectMany(notice => new[] { (notice.Kind, "nl"), (notice.Kind, "en") })];

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Each_message_has_a_switch_or_says_why_it_always_comes(string kind, string language)
    {
        await bot.Say($"taal {language}", "sanne");
        var (notice, en) = (Notice.Of(kind), language == "en");
        var mine = await bot.Say("meldingen");
        var name = notice.Name.In(Cultures.Of(language));
        Assert.True(notice.Switch is not null || notice.InChannel is not null || notice.Always is not null, $"{kind} can neither be switched off nor says why not");
        if (notice.Switch is not null)
        {
            Assert.Contains($"{(en ? "on" : "aan")} · {notice.Switch.In(Cultures.Of(language))}", mine, StringComparison.Ordinal);
            Assert.Contains($"{(en ? "off" : "uit")} · {notice.Switch.In(Cultures.Of(language))}", await bot.Say($"{(en ? "switch off" : "zet uit")} {name}"), StringComparison.Ordinal);
        }

        if (notice.Always is not null)
        {
            Assert.Contains($"{name}: {notice.Always.In(Cultures.Of(language))}", mine, StringComparison.Ordinal);
            Assert.Contains(notice.Always.In(Cultures.Of(language)), await bot.Say($"{(en ? "switch off" : "zet uit")} {name}"), StringComparison.Ordinal);
        }

        if (notice.InChannel is not null)
        {
            await bot.Say("taal nl", "beheer");
            await bot.Hear(new Said("koppel realisatie", []), "beheer", kind: PlaceKind.Channel);
            Assert.Contains($"aan · {notice.InChannel.Nl}", Talker.Plain(await bot.Hear(new Said("meldingen", []), "beheer", kind: PlaceKind.Channel)), StringComparison.Ordinal);
            Assert.Contains($"uit · {notice.InChannel.Nl}", Talker.Plain(await bot.Hear(new Said($"zet uit {notice.Name.Nl}", []), "beheer", kind: PlaceKind.Channel)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Each_message_has_a_preview_to_who_asks_alone(string kind, string language)
    {
        await bot.Say($"taal {language}", "sanne");
        await bot.Say("benoem sanne tot linking pin van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        var beat = new Beat(bot.Store, bot.Time);
        await beat.Insert(Kinds.Initiatives, beat.Initiative(1, "Oude machines als nieuw"));
        var name = Notice.Of(kind).Name.In(Cultures.Of(language));
        var offered = await bot.Say(language == "en" ? "example" : "voorbeeld");
        Assert.Contains(name, offered, StringComparison.Ordinal);
        var shown = Assert.Single((await bot.Hear(new Said($"{(language == "en" ? "example" : "voorbeeld")} {name.ToLowerInvariant()}", []))).Utterances);
        var card = Assert.IsType<Show>(shown).Card;
        Assert.NotEmpty(card.Title);
        Assert.True(card.Body.Count > 0 || card.Status is { Length: > 0 });
        Assert.Empty(await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 10, null, descending: false, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Each_message_leaves_a_line_in_the_log_with_whom_it_reached_or_why_not(string kind, string language)
    {
        await bot.Say($"taal {language}", "beheer");
        await bot.Say("hoi", "jan");
        await bot.Say("hoi", "piet");
        var channel = new ScriptedChannel { Answers = static message => message.Card.Title == "post/piet" ? new Upcm.Bot.Channels.Refused("400 BadSyntax") : new Upcm.Bot.Channels.Sent("m") };
        await new Beat(bot.Store, bot.Time).Insert(Kinds.Posts, [.. new[] { "jan", "piet" }.Select(person => new Post
        {
            Id = $"{kind}/here/{person}",
            Occasion = $"{kind}/here",
            Kind = kind,
            Channel = "test",
            Person = new PersonId(person),
            Card = new Card($"post/{person}"),
            Language = "nl",
            Created = bot.Time.GetUtcNow(),
            Due = bot.Time.GetUtcNow(),
        })]);
        using var dispatcher = channel.Dispatcher(bot.Store, bot.Time);
        await dispatcher.SendDue(CancellationToken.None);
        var (name, en) = (Notice.Of(kind).Name.In(Cultures.Of(language)), language == "en");
        var log = await bot.Say(en ? "sent" : "verzonden", "beheer");
        Assert.Contains($"{name} · jan · {(en ? "sent" : "verzonden")}", log, StringComparison.Ordinal);
        Assert.Contains($"{name} · piet", log, StringComparison.Ordinal);
        var run = await bot.Say($"{(en ? "sent" : "verzonden")} {kind}/here", "beheer");
        Assert.Contains($"{name} here", run, StringComparison.Ordinal);
        Assert.Contains($"jan: {(en ? "sent" : "verzonden")}", run, StringComparison.Ordinal);
        Assert.Contains($"piet: {(en ? "given up" : "opgegeven")}", run, StringComparison.Ordinal);
        Assert.Contains("400 BadSyntax", run, StringComparison.Ordinal);
    }
}
