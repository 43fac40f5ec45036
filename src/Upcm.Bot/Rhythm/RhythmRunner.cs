using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>
/// What happens when the alarm rings: every occasion that is due and was not run yet runs, once per workspace. Ringing too often,
/// twice at once or after days of silence is harmless; what was begun before a stop is finished.
/// </summary>
public sealed class RhythmRunner(
    IStore store, MeetingCalendar calendar, OccasionPosts posts, ReportClock reports, TimeProvider time, ILogger<RhythmRunner> log)
{
    private const int PerCommit = 50;

    /// <summary>When it last went round all workspaces.</summary>
    public DateTimeOffset LastRung { get; private set; } = time.GetUtcNow();

    public async Task Ring(CancellationToken cancel)
    {
        foreach (var workspace in await store.Workspaces(cancel))
        {
            try
            {
                await reports.Follow(workspace, cancel);
                foreach (var series in await calendar.Series(workspace, cancel))
                {
                    await Run(workspace, series, cancel);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The rhythm of workspace {Workspace} stumbled; it is tried again at the next ring", workspace);
            }
        }

        LastRung = time.GetUtcNow();
    }

    private async ValueTask Run(WorkspaceId workspace, Series series, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await Last(workspace, series, cancel) is not { } last)
        {
            last = OccasionRun.Start(series.Kind, series.Team, now);
            await Insert(workspace, last, cancel);
        }

        if (last.DoneAt is null)
        {
            await Complete(workspace, last.Id, cancel);
        }

        List<Occasion> due = [];
        foreach (var occasion in series.DueSince(last.At, now))
        {
            // Where the settings moved the day, this week's may have run already under its own id.
            if (await store.Load(Kinds.Occasions, workspace, occasion.Id, cancel) is null)
            {
                due.Add(occasion);
            }
        }

        if (due.Count > 0 && (await Last(workspace, series, cancel))?.Id != last.Id)
        {
            return; // somebody else rang at the same time: what was found done here is theirs, and so is what they tell along with it
        }

        foreach (var run in OccasionRun.Of(due, last.Until, now, series.Team))
        {
            if (await Insert(workspace, run, cancel) && run.DoneAt is null)
            {
                await Complete(workspace, run.Id, cancel);
            }
        }
    }

    private async ValueTask<OccasionRun?> Last(WorkspaceId workspace, Series series, CancellationToken cancel) =>
        await store.Find(Kinds.Occasions, workspace, series.Key, 1, null, descending: true, cancel) is [{ Document: var last }] ? last : null;

    /// <summary>Makes the posts that are not there yet, and writes down that all are.</summary>
    private async ValueTask Complete(WorkspaceId workspace, string id, CancellationToken cancel)
    {
        if (await store.Load(Kinds.Occasions, workspace, id, cancel) is not { Document: { DoneAt: null } run } stored)
        {
            return;
        }

        List<string> unreached = [];
        List<Post> waiting = [];
        var made = 0;
        await foreach (var recipient in posts.Recipients(workspace, run, cancel))
        {
            if (recipient.Unreached is { } name)
            {
                unreached.Add(name);
            }
            else if (await store.Load(Kinds.Posts, workspace, recipient.PostId, cancel) is null)
            {
                waiting.Add(await recipient.Post());
                if (waiting.Count == PerCommit)
                {
                    made += await Insert(workspace, waiting, cancel);
                    waiting.Clear();
                }
            }
        }

        made += await Insert(workspace, waiting, cancel);

        var changes = new Changes(workspace);
        changes.Put(Kinds.Occasions, run with { DoneAt = time.GetUtcNow(), Unreached = [.. unreached] }, stored.Version);
        await store.Commit(changes, cancel);
        log.LogInformation("{Occasion} ran: {Made} posts made, {Unreached} people cannot be reached, {Missed} missed", run.Id, made, unreached.Count, run.Missed.Length);
    }

    private ValueTask<bool> Insert(WorkspaceId workspace, OccasionRun run, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        changes.Insert(Kinds.Occasions, run);
        return Committed(changes, cancel);
    }

    /// <summary>Many at once; one by one where somebody else made some of them at the same time.</summary>
    private async ValueTask<int> Insert(WorkspaceId workspace, List<Post> posts, CancellationToken cancel)
    {
        var all = new Changes(workspace);
        foreach (var post in posts)
        {
            all.Insert(Kinds.Posts, post);
        }

        if (posts.Count == 0 || await Committed(all, cancel))
        {
            return posts.Count;
        }

        var made = 0;
        foreach (var post in posts)
        {
            var one = new Changes(workspace);
            one.Insert(Kinds.Posts, post);
            made += await Committed(one, cancel) ? 1 : 0;
        }

        return made;
    }

    /// <summary>False where it was there already: somebody else rang at the same time.</summary>
    private async ValueTask<bool> Committed(Changes changes, CancellationToken cancel)
    {
        try
        {
            await store.Commit(changes, cancel);
            return true;
        }
        catch (VersionConflictException)
        {
            return false;
        }
    }
}
