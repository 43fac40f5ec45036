using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.Sending;
using Upcm.Bot.People;
using Upcm.Bot.Rhythm;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>
/// Looks whether what should have gone out went out, apart from what sends it, and whether all that it needs is well. Where not, the
/// administrators hear, each thing once a day, and the log says so in case they cannot be reached either.
/// </summary>
public sealed class Heartbeat(IStore store, MeetingCalendar calendar, Standings standings, TimeProvider time, ILogger<Heartbeat> log, IEnumerable<IWatched>? watched = null) : BackgroundService
{
    private const int MostStuck = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>How long something may take before it counts as not done.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan OutboxGrace = TimeSpan.FromHours(2);

    /// <summary>What is wrong now; empty where all is well.</summary>
    public async ValueTask<IReadOnlyList<Trouble>> Look(WorkspaceId workspace, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<Trouble> troubles = [.. watched?.SelectMany(one => one.Troubles(now)) ?? []];
        foreach (var series in await calendar.Series(workspace, cancel))
        {
            if (await store.Find(Kinds.Occasions, workspace, series.Key, 1, null, descending: true, cancel) is not [{ Document: var last }])
            {
                continue;
            }

            foreach (var missed in series.DueSince(last.At, now - Grace))
            {
                if (await store.Load(Kinds.Occasions, workspace, missed.Id, cancel) is null)
                {
                    troubles.Add(new Trouble(TroubleKind.NotMade, missed.Id, missed.At));
                }
            }

            if (last.DoneAt is null && last.Until < now - Grace)
            {
                troubles.Add(new Trouble(TroubleKind.NotFinished, last.Id, last.At));
            }

            if (last is { IsStart: false, IsLate: true } && last.DoneAt > now - TimeSpan.FromDays(1))
            {
                troubles.Add(new Trouble(last.TooLate ? TroubleKind.TooLate : TroubleKind.Late, last.Id, last.At, last.Missed.Length));
            }

            if (last.Unreached.Length > 0 && last.DoneAt > now - TimeSpan.FromDays(1))
            {
                troubles.Add(new Trouble(TroubleKind.Unreached, last.Id, last.At, last.Unreached.Length));
            }
        }

        if (await store.Find(Kinds.Posts, workspace, "due=", 1, null, descending: false, cancel) is [{ Key: var key }] && Kinds.MomentOf(key) < now - OutboxGrace)
        {
            troubles.Add(new Trouble(TroubleKind.Waits, "outbox", Kinds.MomentOf(key)));
        }

        if (await store.Find(Kinds.Posts, workspace, "stuck=", MostStuck, null, descending: false, cancel) is { Count: > 0 } stuck
            && stuck.Count(found => found.Document.Created > now - TimeSpan.FromDays(1)) is > 0 and var count)
        {
            troubles.Add(new Trouble(TroubleKind.Stuck, "posts", now, count));
        }

        return troubles;
    }

    /// <summary>Looks in every workspace, and tells what is wrong to who should know.</summary>
    public async Task Beat(CancellationToken cancel)
    {
        foreach (var workspace in await store.Workspaces(cancel))
        {
            if (await Look(workspace, cancel) is { Count: > 0 } troubles)
            {
                await Tell(workspace, troubles, cancel);
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
                await Beat(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or VersionConflictException or InvalidOperationException)
            {
                log.LogCritical(failure, "It cannot be seen whether messages go out");
            }
        }
    }

    private async ValueTask Tell(WorkspaceId workspace, IReadOnlyList<Trouble> troubles, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = LocalTime.DayOf(now, Clock.Amsterdam);
        var changes = new Changes(workspace);
        foreach (var person in await standings.Administrators(new Reader(store, workspace, cancel)))
        {
            List<Trouble> untold = [];
            foreach (var trouble in troubles)
            {
                var told = HeardBefore.Alarm(trouble.Told ?? today, $"{trouble.Kind}~{trouble.What}", person.Id);
                if (await store.Load(Kinds.Heard, workspace, told.Place, cancel) is null)
                {
                    untold.Add(trouble);
                    changes.Insert(Kinds.Heard, told);
                }
            }

            if (untold.Count > 0)
            {
                changes.Insert(Kinds.Posts, new Post
                {
                    Id = $"alarm/{Kinds.Sortable(now)}/{person.Id}",
                    Occasion = $"alarm/{today:yyyy-MM-dd}",
                    Kind = "alarm",
                    Channel = person.Channel,
                    Person = person.Id,
                    Theirs = true,
                    Card = TroubleWords.Card(untold, Cultures.Of(person.Language)),
                    Language = person.Language,
                    Created = now,
                    Due = now,
                });
            }
        }

        if (changes.Any)
        {
            log.LogCritical("Not everything went out in {Workspace}, or will not before long: {Troubles}", workspace, string.Join("; ", troubles.Select(one => $"{one.Kind} {one.What}")));
            await store.Commit(changes, cancel);
        }
    }
}

public enum TroubleKind
{
    /// <summary>An occasion was due and was never run.</summary>
    NotMade,

    /// <summary>It was begun and its messages are not all made.</summary>
    NotFinished,
    Late,

    /// <summary>A summary of a meeting that had begun: it was not sent.</summary>
    TooLate,
    Unreached,

    /// <summary>Messages are due and do not go.</summary>
    Waits,

    /// <summary>Messages were given up, held or may not have arrived.</summary>
    Stuck,

    /// <summary>Documents in the store cannot be read and are passed over.</summary>
    Unreadable,

    /// <summary>The store was made anew, and what could not be read lies beside it.</summary>
    Quarantined,

    /// <summary>A backup is due and cannot be made.</summary>
    NoBackup,

    /// <summary>What the bot signs in with ends before long.</summary>
    SecretEnds,

    /// <summary>The certificate at the bot's address ends before long.</summary>
    CertificateEnds,

    /// <summary>The certificate that the bot signs in with ends before long.</summary>
    SignInCertificateEnds,
}

/// <summary>Something that should have gone out and did not, or not as it should.</summary>
/// <param name="What">The occasion's id.</param>
/// <param name="Since">When it should have gone.</param>
/// <param name="Count">How many it is about.</param>
public sealed record Trouble(TroubleKind Kind, string What, DateTimeOffset Since, int Count = 0)
{
    /// <summary>The day that it counts for, where it is told once for that and not every day.</summary>
    public DateOnly? Told { get; init; }

    /// <summary>What will end at <see cref="Since"/> has ended.</summary>
    public bool Ended { get; init; }
}
