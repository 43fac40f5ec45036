using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Files;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>An export that takes a while: how far it is, how it ends, and what becomes of it when the service stops.</summary>
public sealed class LongExportTests : IAsyncDisposable
{
    private readonly Slow slow = new();
    private readonly Talker bot;

    public LongExportTests() => bot = new Talker(made => made
        .AddSingleton<IExport>(slow)
        .AddSingleton(provider => new FileLinks(new Uri("https://bot.example"), new byte[32], provider.GetRequiredService<TimeProvider>())));

    public async ValueTask DisposeAsync()
    {
        slow.Finish();
        await Ended();
        await bot.DisposeAsync();
        slow.Dispose();
    }

    [Fact]
    public async Task It_says_how_far_it_is_and_gives_the_file_in_the_same_message()
    {
        Assert.Contains("Dit duurt even", await Ask(), StringComparison.Ordinal);
        var teller = Teller();
        await Send();
        await slow.HasWritten(40);
        bot.Time.Advance(TimeSpan.FromSeconds(11));
        await teller.Tell(CancellationToken.None);
        Assert.Contains("40 % · 40 van 100 regels", await Shown(), StringComparison.Ordinal);
        Assert.Contains("zeg: stop export", await Shown(), StringComparison.Ordinal);

        slow.Finish();
        await Ended();
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await teller.Tell(CancellationToken.None);
        Assert.Contains("[Open CSV] https://bot.example/files/", await Shown(), StringComparison.Ordinal);
        Assert.Contains("De link werkt tot ", await Shown(), StringComparison.Ordinal);
        Assert.Contains("Er loopt geen export van jou", await bot.Say("stop export"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stop export")]
    [InlineData("annuleer de export")]
    [InlineData("cancel export")]
    public async Task A_word_breaks_it_off_and_nothing_stays_behind(string word)
    {
        await Ask();
        await slow.HasWritten(40);
        Assert.Contains("De export is geannuleerd; er is geen bestand.", await bot.Say(word), StringComparison.Ordinal);
        await Ended();
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        await Teller().Tell(CancellationToken.None);
        Assert.Empty(bot.Service<ExportDesk>().Jobs);
        Assert.Empty(Directory.EnumerateFiles(bot.Folder, "*.csv*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Nobody_else_can_break_it_off()
    {
        await Ask();
        var job = bot.Service<ExportDesk>().Jobs.Single();
        Assert.Contains("Er loopt geen export van jou", await bot.Press(new Press("cancel-export", ("export", job.Id)), person: "piet"), StringComparison.Ordinal);
        Assert.False(job.Stop.IsCancellationRequested);
        Assert.Contains("geannuleerd", await bot.Press(new Press("cancel-export", ("export", job.Id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_who_waits_is_told_and_can_ask_again()
    {
        await Ask();
        await Send();
        await slow.HasWritten(40);
        await bot.Restart();
        await Teller().TellInterrupted(CancellationToken.None);
        Assert.Contains("opnieuw gestart terwijl ik dit bestand maakte", await Shown(), StringComparison.Ordinal);
        Assert.Contains("zeg: exporteer traag als csv", await Shown(), StringComparison.Ordinal);
        Assert.Contains("Er loopt geen export van jou", await bot.Say("stop export"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(bot.Folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_fails_says_so_with_a_number()
    {
        await Ask();
        slow.Fail();
        await Ended();
        await Teller().Tell(CancellationToken.None);
        Assert.Matches("meld dan nummer [0-9A-F]{8}", await Shown());
    }

    [Fact]
    public async Task Asked_twice_it_is_made_once()
    {
        await Ask();
        Assert.Contains("zeg: stop export", await Ask(), StringComparison.Ordinal);
        Assert.Single(bot.Service<ExportDesk>().Jobs);
    }

    private async Task<string> Ask()
    {
        var answer = bot.Hear(new Said("exporteer traag als csv", [])).AsTask();
        await slow.HasWritten(1);
        while (!answer.IsCompleted)
        {
            bot.Time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        return Talker.Plain(await answer);
    }

    /// <summary>As if the message that says how far it is had gone out.</summary>
    private async Task Send()
    {
        foreach (var post in await Posts())
        {
            var changes = new Changes(Talker.Workspace);
            changes.Put(Kinds.Posts, post.Document with { State = PostState.Sent, MessageId = "m1" }, post.Version);
            await bot.Store.Commit(changes, CancellationToken.None);
        }
    }

    private Task Ended() => Task.WhenAll(bot.Service<ExportDesk>().Jobs.Select(job => job.Work));

    /// <summary>The newest of what waits to be sent.</summary>
    private async Task<string> Shown() => PlainTextRenderer.Render((await Posts())[^1].Document.Card, Cultures.Dutch);

    private ValueTask<IReadOnlyList<Found<Post>>> Posts() => bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 50, null, descending: false, CancellationToken.None);

    private ExportTeller Teller() => new(
        bot.Store, bot.Service<ExportDesk>(), bot.Service<KeptFiles>(), bot.Service<ExportCards>(), bot.Time, NullLogger<ExportTeller>.Instance);

    /// <summary>A hundred rows, of which the last sixty come when the test says so.</summary>
    private sealed class Slow : IExport, IDisposable
    {
        private readonly TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly SemaphoreSlim written = new(0);

        public Phrase Name { get; } = Phrase.Same("traag");

        public IReadOnlyList<string> Also { get; } = [];

        public IReadOnlyList<Format> Formats { get; } = [Format.Csv];

        public ExportSubject Subject => ExportSubject.Team;

        public void Finish() => go.TrySetResult();

        public void Dispose() => written.Dispose();

        public void Fail() => go.TrySetException(new IOException("De schijf is vol."));

        public async Task HasWritten(int rows)
        {
            for (var i = 0; i < rows; i++)
            {
                await written.WaitAsync();
            }

            written.Release(rows);
        }

        public ValueTask<Exported?> Prepare(Turn turn, ExportAsked asked) => ValueTask.FromResult<Exported?>(
            new Exported("traag", new Book("Traag", "nl", [], [new Sheet("Traag", [new Column("Regel")], Rows())])) { Rows = 100 });

        private async IAsyncEnumerable<IReadOnlyList<object?>> Rows([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
        {
            for (var row = 1; row <= 100; row++)
            {
                if (row == 41)
                {
                    written.Release(); // row 40 was taken and counted
                    await go.Task.WaitAsync(cancel);
                }

                yield return [$"{row}"];
                if (row < 40)
                {
                    written.Release();
                }
            }
        }
    }
}
