namespace Upcm.Bot.Channels;

/// <summary>
/// The turns that are being taken at this moment. Once the service is told to stop it takes no new ones, says so to who comes, and
/// lets those under way come to their end before anything else stops.
/// </summary>
public sealed class TurnsUnderWay(TimeProvider time) : IHostedLifecycleService
{
    /// <summary>By then another process answers. Platforms that read it come back, others within the minute.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int turns;
    private bool stopping;

    /// <summary>False once the service stops; otherwise <see cref="End"/> must follow.</summary>
    public bool TryBegin()
    {
        lock (gate)
        {
            turns += stopping ? 0 : 1;
            return !stopping;
        }
    }

    public void End()
    {
        lock (gate)
        {
            turns--;
            Look();
        }
    }

    /// <summary>Comes before the server stops listening, so that who comes meanwhile gets an answer.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            stopping = true;
            Look();
        }

        await Task.WhenAny(over.Task, Task.Delay(Grace, time, cancellationToken));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Look()
    {
        if (stopping && turns == 0)
        {
            over.TrySetResult();
        }
    }
}
