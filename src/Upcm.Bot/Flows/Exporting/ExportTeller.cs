using Upcm.Bot.Cards;
using Upcm.Bot.Files;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>Tells who waits for a long export how far it is and how it ended, in the message that said so at first; also after a stop of the service.</summary>
public sealed class ExportTeller(IStore store, ExportDesk desk, KeptFiles files, ExportCards cards, TimeProvider time, ILogger<ExportTeller> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, DateTimeOffset> told = new(StringComparer.Ordinal);

    /// <summary>What was running when the service stopped is told, and can be asked for again.</summary>
    public async Task TellInterrupted(CancellationToken cancel)
    {
        files.RemoveUnfinished();
        foreach (var workspace in await store.Workspaces(cancel))
        {
            foreach (var found in await store.Find(Kinds.Exports, workspace, RunningExport.Running, 1000, null, descending: false, cancel))
            {
                if (desk.Find(workspace, found.Document.Id) is null)
                {
                    await End(workspace, found.Document, found.Version, ExportCards.Interrupted(found.Document), cancel);
                }
            }
        }
    }

    /// <summary>Tells what there is to tell now.</summary>
    public async Task Tell(CancellationToken cancel)
    {
        foreach (var job in desk.Jobs.Where(job => job.IsTold).ToList())
        {
            var culture = Cultures.Of(job.Language);
            var running = await store.Load(Kinds.Exports, job.Workspace, job.Id, cancel);
            if (running is null)
            {
                // Not written down yet, or cancelled: in the second case nothing more is to be told.
                if (job.Outcome is not null && time.GetUtcNow() - job.Started > Longest)
                {
                    Forget(job);
                }
            }
            else if (job.Outcome is { } outcome)
            {
                await End(job.Workspace, running.Document, running.Version, cards.Of(job, outcome, [], culture), cancel);
                Forget(job);
            }
            else if (time.GetUtcNow() - told.GetValueOrDefault(job.Id, job.Started) >= BetweenNews)
            {
                told[job.Id] = time.GetUtcNow();
                var changes = new Changes(job.Workspace);
                await Replace(changes, job.Id, ExportCards.Progress(job, culture), cancel);
                await store.Commit(changes, cancel);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Try(() => TellInterrupted(stoppingToken));
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Try(() => Tell(stoppingToken));
        }
    }

    private async Task Try(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception failure) when (failure is IOException or VersionConflictException or InvalidOperationException or UnauthorizedAccessException)
        {
            log.LogError(failure, "What became of exports could not be told; it is tried again");
        }
    }

    private async Task End(WorkspaceId workspace, RunningExport running, int version, Card card, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        changes.Delete(Kinds.Exports, running.Id, version);
        await Replace(changes, running.Id, card, cancel);
        await store.Commit(changes, cancel);
    }

    private async Task Replace(Changes changes, string id, Card card, CancellationToken cancel)
    {
        foreach (var sent in await store.Find(Kinds.Posts, changes.Workspace, $"occasion={RunningExport.OccasionOf(id)}|", 1, null, descending: false, cancel))
        {
            if (sent.Document.State is PostState.Pending or PostState.Held)
            {
                changes.Put(Kinds.Posts, sent.Document with { Card = card }, sent.Version);
            }
            else if (sent.Document.State is not PostState.Dead)
            {
                changes.Insert(Kinds.Posts, sent.Document.Replaced(card, time.GetUtcNow()));
            }
        }
    }

    private void Forget(ExportJob job)
    {
        told.Remove(job.Id);
        desk.Forget(job);
    }
}
