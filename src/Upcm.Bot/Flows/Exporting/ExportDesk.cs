using System.Collections.Concurrent;
using System.Security.Cryptography;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;
using Upcm.Bot.Files;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>Makes files beside the conversation, so that nobody waits for somebody else's; of the long ones one at a time.</summary>
public sealed class ExportDesk(KeptFiles files, TimeProvider time, ILogger<ExportDesk> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, ExportJob> jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim longWork = new(1);

    /// <summary>Those that run, and those whose end is still to be told.</summary>
    public IReadOnlyCollection<ExportJob> Jobs => (IReadOnlyCollection<ExportJob>)jobs.Values;

    /// <summary>Begins, or goes on with the same thing for the same person: a turn may be taken twice.</summary>
    public ExportJob Start(Turn turn, Exported exported, Format format, string words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (jobs.Values.FirstOrDefault(one => one.Workspace == turn.Workspace && one.Person == turn.Person.Id && one.Words == words && one.Outcome is null) is { } same)
        {
            return same;
        }

        var job = new ExportJob(KeptFiles.NewId(), turn.Workspace, turn.Person.Id, exported, format, words, turn.Now);
        jobs[job.Id] = job;
        job.Work = Task.Run(() => Make(job));
        return job;
    }

    /// <summary>Waits until it has ended, but not longer than this; what is not told later is let go.</summary>
    public async Task Wait(ExportJob job, TimeSpan atMost, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(job);
        await Task.WhenAny(job.Work, Task.Delay(atMost, time, cancel));
        if (job.Outcome is not null)
        {
            Forget(job);
        }
    }

    public ExportJob? Find(WorkspaceId workspace, string id) => jobs.GetValueOrDefault(id) is { } job && job.Workspace == workspace ? job : null;

    public void Forget(ExportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        jobs.TryRemove(job.Id, out _);
    }

    public void Dispose()
    {
        foreach (var job in jobs.Values)
        {
            job.Stop.Cancel();
        }

        longWork.Dispose();
    }

    private async Task Make(ExportJob job)
    {
        var isLong = job.Exported.Rows is not null;
        try
        {
            if (isLong)
            {
                await longWork.WaitAsync(job.Stop.Token);
            }

            try
            {
                var name = FileName(job.Exported.FileName) + job.Format.Extension;
                job.Outcome = new FileMade(await files.Make(job.Workspace, job.Id, name, stream => Contents.Write(job.Counted(), job.Format, stream, job.Stop.Token)));
            }
            finally
            {
                if (isLong)
                {
                    longWork.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            job.Outcome = new ExportCancelled();
        }
#pragma warning disable CA1031 // Whoever waits for the file hears that it will not come, whatever went wrong.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            var incident = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
            log.LogError(problem, "Incident {Incident}: an export as {Format} was not made", incident, job.Format.Id);
            job.Outcome = new ExportFailed(incident);
        }
    }

    /// <summary>A name that every system takes, and that fits in an address.</summary>
    private static string FileName(string name)
    {
        var kept = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '(' or ')' ? letter : ' '));
        var words = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= 80 ? words : words[..80].TrimEnd();
    }
}
