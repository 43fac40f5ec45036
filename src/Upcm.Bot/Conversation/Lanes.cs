namespace Upcm.Bot.Conversation;

/// <summary>Lets one turn at a time through per place, in the order they came.</summary>
public sealed class Lanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> tails = new(StringComparer.Ordinal);

    /// <summary>Waits for everything that entered the lane before.</summary>
    public async ValueTask<T> In<T>(string lane, Func<ValueTask<T>> work)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (gate)
        {
            before = tails.GetValueOrDefault(lane, Task.CompletedTask);
            tails[lane] = mine.Task;
        }

        try
        {
            await before;
            return await work();
        }
        finally
        {
            lock (gate)
            {
                if (tails.GetValueOrDefault(lane) == mine.Task)
                {
                    tails.Remove(lane);
                }
            }

            mine.SetResult();
        }
    }
}
