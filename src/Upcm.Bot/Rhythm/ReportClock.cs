using Upcm.Bot.Flows.Asking;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Rhythm;

/// <summary>Follows the journal to know which projects owe a report since when, so that nobody has to look through them all.</summary>
public sealed class ReportClock(IStore store, WorkingMethod method, TimeProvider time)
{
    private const string Name = "reports-owed";
    private const int Page = 200;

    /// <summary>A turn is dated when it begins and written when it ends: what is younger may still get company before it.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        History.ProgressReported, History.GateDecided, History.InitiativeResumed, History.InitiativeChanged, History.Imported,
    };

    /// <summary>Takes in what happened since the last time.</summary>
    public async ValueTask Follow(WorkspaceId workspace, CancellationToken cancel)
    {
        while (await FollowPage(workspace, cancel))
        {
        }
    }

    private async ValueTask<bool> FollowPage(WorkspaceId workspace, CancellationToken cancel)
    {
        var followed = await store.Load(Kinds.Followed, workspace, Name, cancel);
        var until = time.GetUtcNow() - Settled;
        var page = await store.Find(Kinds.Journal, workspace, "at=", Page, followed?.Document.Bookmark, descending: false, cancel);
        var settled = page.TakeWhile(found => found.Document.At <= until).ToList();
        if (settled.Count == 0)
        {
            return false;
        }

        var changes = new Changes(workspace);
        changes.Put(Kinds.Followed, new Followed(Name, settled[^1].Bookmark), followed?.Version ?? 0);
        foreach (var (number, line) in settled.Select(found => found.Document)
            .Where(line => line.Number is not null && Telling.Contains(line.What))
            .GroupBy(line => line.Number!.Value, (number, lines) => (number, lines.First())))
        {
            await Note(changes, number, LocalTime.DayOf(line.At, Conversation.Clock.Amsterdam), cancel);
        }

        await store.Commit(changes, cancel);
        return settled.Count == Page;
    }

    private async ValueTask Note(Changes changes, InitiativeNumber number, DateOnly day, CancellationToken cancel)
    {
        var known = await store.Load(Kinds.ReportsOwed, changes.Workspace, number.ToString(), cancel);
        var initiative = (await store.Load(Kinds.Initiatives, changes.Workspace, number.ToString(), cancel))?.Document;
        if (initiative is null || !Owes(initiative))
        {
            if (known is not null)
            {
                changes.Delete(Kinds.ReportsOwed, number.ToString(), known.Version);
            }

            return;
        }

        var reports = await store.Find(Kinds.Reports, changes.Workspace, $"initiative={number}|", 1, null, descending: true, cancel);
        var since = reports is [{ Document.ReportedAt: var reported }] ? reported : known?.Document.Since ?? day;
        changes.Put(Kinds.ReportsOwed, new ReportOwed(number, initiative.Team, since), known?.Version ?? 0);
    }

    private bool Owes(Initiative initiative) => initiative.Status == InitiativeStatus.Active && initiative.Phase != method.Phases[0].Id;
}
