using Upcm.Bot.Storage;

namespace Upcm.Bot.Privacy;

/// <summary>Looks every minute whether somebody is to be erased, and once a night what has been kept long enough.</summary>
public sealed class PrivacyClock(Eraser eraser, Purge purge, TimeProvider time, ILogger<PrivacyClock> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await eraser.Ring(stoppingToken);
                await purge.Ring(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or VersionConflictException or InvalidOperationException or UnauthorizedAccessException)
            {
                log.LogError(failure, "Erasing or purging stumbled; it is tried again");
            }
        }
    }
}
