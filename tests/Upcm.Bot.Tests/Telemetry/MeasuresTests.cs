using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Bot.Telemetry;
using Upcm.Bot.Tests.Conversation;
using Upcm.Bot.Tests.Notifications;
using Upcm.Bot.Tests.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Telemetry;

/// <summary>Alone: what other tests did at the same moment would be measured too.</summary>
[CollectionDefinition("measures", DisableParallelization = true)]
public sealed class MeasuresAlone;

[Collection("measures")]
public sealed class MeasuresTests
{
    /// <summary>Every tag there is, and what its values are taken from. None says who, where or what.</summary>
    private static readonly string[] Tags = ["arrival", "channel", "outcome", "form", "step", "kind"];

    [Fact]
    public async Task A_form_is_begun_left_resumed_and_finished()
    {
        using var heard = new Listener();
        await using var bot = new Talker();
        await bot.Say("meld initiatief");
        await bot.Say("stop");
        await bot.Say("meld initiatief");
        await bot.Say("stop");
        Assert.Equal(["begun", "left", "resumed", "left"], heard.Of("upcm.form.steps").Select(one => one.Tags["step"]));
    }

    [Fact]
    public async Task A_turn_is_timed_by_what_arrived_and_how_it_ended()
    {
        using var heard = new Listener();
        await using var bot = new Talker();
        await bot.Say("hulp", id: "x");
        await bot.Say("hulp", id: "x");
        var turns = heard.Of("upcm.turn.duration").Select(one => (one.Tags["arrival"], one.Tags["outcome"]));
        Assert.Equal([("Said", "answered"), ("Said", "silent")], turns);
    }

    [Fact]
    public async Task What_leaves_is_late_asked_to_wait_or_given_up()
    {
        using var heard = new Listener();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var store = new MemoryStore();
        var answers = new Queue<Delivery>([new NotYet("429", TimeSpan.FromSeconds(30)), new Refused("400")]);
        var channel = new ScriptedChannel { Answers = _ => answers.Dequeue() };
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Posts, Post(time.GetUtcNow()));
        await store.Commit(changes, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(7));
        using var dispatcher = new Dispatcher(store, new Courier(store, [channel], [], time, NullLogger<Courier>.Instance), new Bell(), time, NullLogger<Dispatcher>.Instance);
        await dispatcher.SendDue(CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(30));
        await dispatcher.SendDue(CancellationToken.None);

        Assert.Equal([7, 0], heard.Of("upcm.outbox.delay", Kind).Select(one => one.Value));
        Assert.Equal(["NotYet", "Refused"], heard.Of("upcm.outbox.sends", Kind).Select(one => one.Tags["outcome"]));
        Assert.Equal([30], heard.Of("upcm.ratelimit.wait").Select(one => one.Value));
        Assert.Single(heard.Of("upcm.outbox.dead", Kind));
    }

    [Fact]
    public async Task The_outbox_is_as_deep_as_what_is_due_and_as_old_as_the_oldest()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var store = new MemoryStore();
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Posts, Post(time.GetUtcNow()));
        changes.Insert(Kinds.Posts, Post(time.GetUtcNow()) with { Id = "2" });
        changes.Insert(Kinds.Posts, Post(time.GetUtcNow().AddHours(1)) with { Id = "3" });
        await store.Commit(changes, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(40));
        using var watch = new OutboxWatch(store, time, NullLogger<OutboxWatch>.Instance);
        await watch.Look(CancellationToken.None);
        Assert.Equal((2, 40), (watch.Depth, watch.Age));
    }

    [Fact]
    public async Task No_tag_says_who_where_or_what()
    {
        using var heard = new Listener();
        await using var bot = new Talker();
        await bot.Hear(new Said("meld initiatief Kanarietekst", []), "kanariepiet", tenant: "kanarietenant");
        await bot.Say("stop", "kanariepiet");
        Assert.NotEmpty(heard.All);
        Assert.All(heard.All, one => Assert.All(one.Tags, tag =>
        {
            Assert.Contains(tag.Key, Tags);
            Assert.DoesNotContain("kanarie", tag.Value, StringComparison.OrdinalIgnoreCase);
        }));
    }

    private const string Kind = "measured-kind";

    private static Post Post(DateTimeOffset due) => new() { Id = "1", Kind = Kind, Channel = "test", Address = "here", Card = new Card("x"), Language = "nl", Created = due, Due = due };

    private sealed record Measured(string Instrument, double Value, Dictionary<string, string> Tags);

    private sealed class Listener : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly List<Measured> all = [];

        public Listener()
        {
            listener.InstrumentPublished = static (instrument, listening) =>
            {
                if (instrument.Meter.Name == Measures.Name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
            listener.Start();
        }

        public IReadOnlyList<Measured> All
        {
            get
            {
                lock (all)
                {
                    return [.. all];
                }
            }
        }

        public IEnumerable<Measured> Of(string instrument, string? kind = null) => All.Where(one => one.Instrument == instrument && (kind is null || one.Tags["kind"] == kind));

        public void Dispose() => listener.Dispose();

        private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (all)
            {
                all.Add(new Measured(instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!, StringComparer.Ordinal)));
            }
        }
    }
}
