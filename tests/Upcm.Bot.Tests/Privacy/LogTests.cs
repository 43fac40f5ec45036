using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Privacy;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Bot.Tests.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Privacy;

/// <summary>What is written about people in logs: nothing by name, nothing of what was said.</summary>
public sealed class LogTests : IAsyncDisposable
{
    private readonly Heard heard = new();
    private readonly Refusing channel = new();
    private readonly Talker bot;
    private readonly Stage stage;

    public LogTests()
    {
        bot = new Talker(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(heard)).AddRhythm().AddSingleton<IChannel>(channel).AddSingleton<Courier>());
        stage = new Stage(bot);
    }

    [Fact]
    public async Task No_log_says_who_it_was_or_what_was_said()
    {
        await stage.Play();
        foreach (var found in await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 100, null, descending: false, CancellationToken.None))
        {
            await bot.Get<Courier>().Carry(Talker.Workspace, found.Document, found.Version, CancellationToken.None); // refused, each time otherwise
        }

        bot.Time.Advance(TimeSpan.FromDays(8));
        await bot.Get<RhythmRunner>().Ring(CancellationToken.None);
        await Conflict();
        await stage.Forget();
        await bot.Get<Upcm.Bot.Privacy.Purge>().Ring(CancellationToken.None);

        Assert.NotEmpty(heard.Lines);
        Assert.DoesNotContain(heard.Lines, static line => Stage.Marks.Any(mark => line.Contains(mark, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_audit_log_says_who_did_what_by_pseudonym_and_is_only_added_to()
    {
        var folder = Path.Combine(bot.Folder, "audit");
        await using var store = new AuditedStore(new MemoryStore(), new AuditLog(folder), bot.Get<Pseudonyms>());
        await Record(store, "gate-decided", new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero));
        await Record(store, "initiative-changed", new DateTimeOffset(2026, 10, 6, 9, 0, 0, TimeSpan.Zero));
        await Record(store, "erasure-asked", new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));

        var october = await File.ReadAllLinesAsync(Path.Combine(folder, "2026-10.jsonl"));
        var first = JsonSerializer.Deserialize<JsonElement>(october[0]);
        Assert.Equal(2, october.Length);
        Assert.Equal(bot.Get<Pseudonyms>().Of(Talker.Workspace, new PersonId(Stage.Id)), first.GetProperty("person").GetString());
        Assert.Equal(["gate-decided", "26-001", "realisatie"], new[] { "what", "number", "team" }.Select(name => first.GetProperty(name).GetString()));
        Assert.Empty(Stage.Left(folder));
        Assert.Equal(1, new AuditLog(folder).RemoveBefore(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero)));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_pseudonym_is_the_same_for_a_person_and_another_for_everybody_else()
    {
        var pseudonyms = bot.Get<Pseudonyms>();
        var other = new Pseudonyms([.. Enumerable.Range(2, 32).Select(static n => (byte)n)]);
        var one = pseudonyms.Of(new("tenant"), new("sanne"));

        Assert.Equal(one, pseudonyms.Of(new("tenant"), new("sanne")));
        Assert.Equal(4, new[] { one, pseudonyms.Of(new("tenant"), new("piet")), pseudonyms.Of(new("noord"), new("sanne")), other.Of(new("tenant"), new("sanne")) }.Distinct().Count());
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private static async Task Record(AuditedStore store, string what, DateTimeOffset at)
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Journal, new Upcm.Bot.People.JournalLine
        {
            Id = $"{at:O}",
            At = at,
            By = new Somebody(new PersonId(Stage.Id), Stage.Name),
            What = what,
            Number = new InitiativeNumber(26, 1),
            Team = "realisatie",
            Detail = Stage.Message,
        });
        await store.Commit(changes, CancellationToken.None);
    }

    /// <summary>Two turns change one document of theirs: what the store throws is logged by whoever catches it.</summary>
    private async Task Conflict()
    {
        var changes = new Changes(Talker.Workspace);
        changes.Delete(Kinds.Drafts, $"register~~{Stage.Id}", 7);
        var thrown = await Assert.ThrowsAsync<VersionConflictException>(() => bot.Store.Commit(changes, CancellationToken.None).AsTask());
        bot.Get<ILogger<LogTests>>().LogError(thrown, "Somebody was first");
    }

    /// <summary>A platform that says no, each time otherwise.</summary>
    private sealed class Refusing : IChannel
    {
        private int count;

        public string Name => "test";

        public SendingLimits Limits => SendingLimits.None;

        public ValueTask<IReadOnlyList<Sender>> Members(string address, CancellationToken cancel) => new([]);

        public ValueTask<Delivery> Open(Sender person, string via, CancellationToken cancel) => new(Answer);

        public ValueTask<Delivery> Send(Outgoing message, CancellationToken cancel) => new(Answer);

        private Delivery Answer => ++count % 2 == 0 ? new Refused("404 ConversationNotFound") : new Unknown("500");
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // It hears until nobody asks any more.
        }
    }
}
