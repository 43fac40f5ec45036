using System.Collections.Concurrent;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Door.Tests;

internal sealed class FakeConversation : IConversation
{
    public ConcurrentQueue<Arrival> Taken { get; } = new();

    public Func<Arrival, ValueTask<Answer>> Answers { get; set; } = _ => new ValueTask<Answer>(Answer.Silence);

    public ValueTask<Answer> Take(Arrival arrival, CancellationToken cancel)
    {
        Taken.Enqueue(arrival);
        return Answers(arrival);
    }
}
