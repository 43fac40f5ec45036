using Upcm.Bot.People;
using Upcm.Bot.Storage;

namespace Upcm.Bot.Conversation;

/// <summary>Lets go of what was kept to recognise a resend, once nobody resends it any more.</summary>
public sealed class Forgetting(IStore store, TimeProvider time, ILogger<Forgetting> log) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public async Task ForgetOld(CancellationToken cancel)
    {
        foreach (var workspace in await store.Workspaces(cancel))
        {
            var until = "at=" + Kinds.Sortable(time.GetUtcNow() - HeardOnce.Kept);
            while (true)
            {
                var found = await store.Find(Kinds.HeardOnce, workspace, "at=", AtOnce, null, descending: false, cancel);
                var changes = new Changes(workspace);
                foreach (var old in found.TakeWhile(hit => string.CompareOrdinal(hit.Key, until) < 0))
                {
                    changes.Delete(Kinds.HeardOnce, old.Document.Id, old.Version);
                }

                if (!changes.Any)
                {
                    break;
                }

                await store.Commit(changes, cancel);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetOld(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or VersionConflictException or InvalidOperationException)
            {
                log.LogError(failure, "What was heard over a day ago could not be forgotten; it is tried again");
            }
        }
    }
}
