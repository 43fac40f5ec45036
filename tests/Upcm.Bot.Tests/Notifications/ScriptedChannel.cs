using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Tests.Notifications;

/// <summary>A channel that does as the test says, and notes what it was given.</summary>
internal sealed class ScriptedChannel : IChannel
{
    public ConcurrentQueue<Outgoing> Taken { get; } = new();

    /// <summary>With whom a conversation was opened.</summary>
    public ConcurrentQueue<Sender> Opening { get; } = new();

    public Func<Sender, Delivery> Opens { get; set; } = static person => new Opened(new Upcm.Bot.Conversation.Place($"personal/{person.Id}", PlaceKind.Personal, "new address"));

    public Func<Outgoing, Delivery> Answers { get; set; } = static _ => new Sent("m");

    public string Name => "test";

    public SendingLimits Limits { get; init; } = SendingLimits.None;

    public IEnumerable<string> Titles => Taken.Select(one => one.Card.Title);

    public ValueTask<Delivery> Send(Outgoing message, CancellationToken cancel)
    {
        Taken.Enqueue(message);
        return new(Answers(message));
    }

    public ValueTask<Delivery> Open(Sender person, string via, CancellationToken cancel)
    {
        Opening.Enqueue(person);
        return new(Opens(person));
    }

    public ValueTask<IReadOnlyList<Sender>> Members(string address, CancellationToken cancel) => new([]);

    public Dispatcher Dispatcher(IStore store, TimeProvider time, params IFreshens[] fresheners) => new(
        store, new Courier(store, [this], fresheners, time, NullLogger<Courier>.Instance), new Bell(), time, NullLogger<Dispatcher>.Instance);
}
