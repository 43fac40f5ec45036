using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Rhythm;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>The store was set back to this morning's backup, and the bot just started.</summary>
public sealed class AfterRestoreTests : IAsyncLifetime
{
    private readonly Talker bot = new();
    private readonly ScriptedChannel channel = new();
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("upcm-restored-");
    private Dispatcher dispatcher = null!;

    private DateTimeOffset Now => bot.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "jan");
        RestoreMark.Write(data.FullName, new RestoreMark(Now.AddHours(-4), Now.AddMinutes(-2)));
        Begin();
    }

    public ValueTask DisposeAsync()
    {
        dispatcher.Dispose();
        data.Delete(recursive: true);
        return bot.DisposeAsync();
    }

    [Fact]
    public async Task What_may_have_gone_before_says_so_or_waits_and_nothing_goes_twice_in_silence()
    {
        await Send(
            To("to do", "gate-requested", Now.AddHours(-5)),
            To("to know", "fingerprint", Now.AddHours(-5)),
            To("an answer", "answer", Now.AddHours(-5)),
            To("made up for", "digest", Now));
        Assert.Empty(channel.Titles);
        Assert.Equal((PostState.Unknown, PostCause.Restored), (await State("to know")) is var post ? (post.State, post.Cause) : default);
        Assert.Equal(PostState.Unknown, (await State("an answer")).State);
        await Pass(TimeSpan.FromMinutes(3));
        Assert.Equal(["made up for", "to do"], channel.Titles.Order(StringComparer.Ordinal));
        Assert.All(channel.Taken, static sent => Assert.StartsWith("Opnieuw verstuurd", ((Text)sent.Card.Body[0]).Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_due_later_than_that_and_what_somebody_asks_now_goes_as_always()
    {
        await Send(To("answer now", "answer", Now), To("alarm now", "alarm", Now), To("tonight", "fingerprint", Now.AddHours(-5)) with { Due = Now.AddHours(6) });
        Assert.Equal(["alarm now", "answer now"], channel.Titles.Order(StringComparer.Ordinal));
        await Pass(TimeSpan.FromHours(7));
        Assert.Contains("tonight", channel.Titles);
        Assert.DoesNotContain(channel.Taken, static sent => sent.Card.Body is [Text { Value: var first }, ..] && first.StartsWith("Opnieuw", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_sends_it_again_is_taken_at_their_word_also_after_another_start()
    {
        await Send(To("to know", "fingerprint", Now.AddHours(-5)));
        Begin();
        await Change("to know", post => post.Again(Now));
        await dispatcher.SendDue(CancellationToken.None);
        Assert.StartsWith("Opnieuw verstuurd", ((Text)Assert.Single(channel.Taken).Card.Body[0]).Value, StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Begin(); // the first start counts
        await Send(To("much later", "fingerprint", Now));
        Assert.Contains("much later", channel.Titles);
    }

    private void Begin() => dispatcher = new Dispatcher(
        bot.Store, new Courier(bot.Store, [channel], [], bot.Time, NullLogger<Courier>.Instance, AfterRestore.Begin(data.FullName, Now)), new Bell(), bot.Time, NullLogger<Dispatcher>.Instance);

    private async Task Send(params Post[] posts)
    {
        await new Beat(bot.Store, bot.Time).Insert(Kinds.Posts, posts);
        await dispatcher.SendDue(CancellationToken.None);
    }

    private async Task Pass(TimeSpan time)
    {
        bot.Time.Advance(time);
        await dispatcher.SendDue(CancellationToken.None);
    }

    private async Task<Post> State(string id) => (await bot.Store.Load(Kinds.Posts, Talker.Workspace, id, CancellationToken.None))!.Document;

    private async Task Change(string id, Func<Post, Post> change)
    {
        var stored = (await bot.Store.Load(Kinds.Posts, Talker.Workspace, id, CancellationToken.None))!;
        var changes = new Changes(Talker.Workspace);
        changes.Put(Kinds.Posts, change(stored.Document), stored.Version);
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    private static Post To(string title, string kind, DateTimeOffset created) => new()
    {
        Id = title,
        Kind = kind,
        Channel = "test",
        Person = new PersonId("jan"),
        Card = new Card(title) { Body = [new Text("text")] },
        Language = "nl",
        Created = created,
        Due = created,
    };
}
