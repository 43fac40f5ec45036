using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>
/// Sends what waits in the outbox, one message at a time per conversation and many conversations beside each other. It goes
/// round over the conversations, so that a busy one keeps nobody waiting, and it holds in memory no more than what is on its way.
/// </summary>
public sealed class Dispatcher(IStore store, Courier courier, Bell bell, TimeProvider time, ILogger<Dispatcher> log) : BackgroundService
{
    internal const int MostAtOnce = 16;
    private const int LookAhead = 4;

    /// <summary>However sure it is that nothing is due, it looks this often.</summary>
    private static readonly TimeSpan LooksAtLeast = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>What left when the service was told to stop is waited for so long; what is cut off then may have arrived.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Dictionary<(WorkspaceId Workspace, string Lane), Task> onTheWay = [];
    private readonly Dictionary<(WorkspaceId Workspace, string Order), string> cursors = [];
    private readonly Lock gate = new();
    private readonly CancellationTokenSource givenUp = new();
    private long begun;

    /// <summary>When it last looked what may go.</summary>
    public DateTimeOffset LastLook { get; private set; } = time.GetUtcNow();

    /// <summary>What is on its way at this moment.</summary>
    internal int Sending
    {
        get
        {
            lock (gate)
            {
                return onTheWay.Count;
            }
        }
    }

    /// <summary>Sends everything that may go now, and waits until it is known what became of it.</summary>
    public async Task SendDue(CancellationToken cancel)
    {
        while (true)
        {
            var before = begun;
            var next = await Step(cancel);
            Task[] sending;
            lock (gate)
            {
                sending = [.. onTheWay.Values];
            }

            if (sending.Length > 0)
            {
                await Task.WhenAll(sending);
            }
            else if (begun == before && next > time.GetUtcNow())
            {
                return;
            }
        }
    }

    /// <summary>Begins nothing more, and waits until it is written down what became of everything that had left.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        givenUp.CancelAfter(Grace);
        Task[] sending;
        lock (gate)
        {
            sending = [.. onTheWay.Values];
        }

        await Task.WhenAll(sending).WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        givenUp.Dispose();
        base.Dispose();
    }

    /// <summary>Sets on their way all that may go now.</summary>
    /// <returns>When more may go, unless something happens before.</returns>
    internal async Task<DateTimeOffset> Step(CancellationToken cancel)
    {
        var next = time.GetUtcNow() + LooksAtLeast;
        foreach (var workspace in await store.Workspaces(cancel))
        {
            await courier.Pacing.Know(workspace, time.GetUtcNow(), cancel);
            var due = await store.Find(Kinds.Posts, workspace, "due=", 1, null, descending: false, cancel);
            if (due is [{ Key: var first }] && Kinds.MomentOf(first) is var moment)
            {
                next = Earliest(next, moment > time.GetUtcNow() ? moment : await Round(workspace, next, cancel));
            }
        }

        return next;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Next;
            var wait = AfterFailure;
            try
            {
                wait = await Step(stoppingToken) - time.GetUtcNow();
                LastLook = time.GetUtcNow();
            }
            catch (Exception failure) when (failure is IOException or VersionConflictException or InvalidOperationException)
            {
                log.LogError(failure, "The outbox could not be sent; it is tried again");
            }

            if (wait > TimeSpan.Zero)
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(rung, Task.Delay(wait, time, over.Token));
                await over.CancelAsync();
            }
        }
    }

    /// <summary>Once round over the conversations of a workspace: what people asked for first, the rest from where the last round stopped.</summary>
    private async ValueTask<DateTimeOffset> Round(WorkspaceId workspace, DateTimeOffset next, CancellationToken cancel)
    {
        foreach (var order in new[] { Post.Asked, Post.Unasked })
        {
            var start = cursors.GetValueOrDefault((workspace, order));
            foreach (var (after, until) in start is null ? [(null, null)] : new (string?, string?)[] { (start, null), (null, start) })
            {
                var (moment, full) = await Lanes(workspace, order, after, until, cancel);
                next = Earliest(next, moment);
                if (full)
                {
                    return next;
                }
            }
        }

        return next;
    }

    /// <returns>When more may go, and whether the workspace as a whole must wait until then.</returns>
    private async ValueTask<(DateTimeOffset Next, bool Full)> Lanes(WorkspaceId workspace, string order, string? after, string? until, CancellationToken cancel)
    {
        var next = DateTimeOffset.MaxValue;
        var prefix = $"lane={order}/";
        while (true)
        {
            var page = await store.Find(Kinds.Posts, workspace, prefix, LookAhead, after, descending: false, cancel);
            string? seen = null;
            foreach (var found in page)
            {
                var lane = Kinds.LaneOf(found.Document);
                if (lane == seen)
                {
                    continue;
                }

                (seen, after) = (lane, $"{prefix}{lane}|~");
                if (until is not null && string.CompareOrdinal(after, until) > 0)
                {
                    return (next, false);
                }

                var (moment, full) = await Lane(workspace, lane, found, cancel);
                next = Earliest(next, moment);
                if (full)
                {
                    return (next, true);
                }

                if (moment == DateTimeOffset.MaxValue)
                {
                    cursors[(workspace, order)] = after;
                }
            }

            if (page.Count < LookAhead)
            {
                return (next, false);
            }
        }
    }

    /// <summary>The first of a conversation, where it may go. The conversation rings when it is done, so nothing is to be waited for then.</summary>
    private async ValueTask<(DateTimeOffset Next, bool Full)> Lane(WorkspaceId workspace, string lane, Found<Post> found, CancellationToken cancel)
    {
        await Room(cancel);
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (onTheWay.ContainsKey((workspace, lane)))
            {
                return (DateTimeOffset.MaxValue, false);
            }
        }

        var may = Latest(Kinds.MomentOf(found.Key), Latest(courier.Pacing.Lane(workspace, lane), courier.StoppedUntil(found.Document.Channel)));
        if (may > now)
        {
            return (may, false);
        }

        if (courier.Pacing.Workspace(workspace, found.Document.Channel) is var all && all > now)
        {
            return (all, true);
        }

        courier.Pacing.Note(workspace, lane, found.Document.Channel, courier.LimitsOf(found.Document.Channel), time.GetUtcNow());
        Begin(workspace, lane, found);
        return (DateTimeOffset.MaxValue, false);
    }

    /// <summary>Waits while as many are on their way as may be.</summary>
    private async ValueTask Room(CancellationToken cancel)
    {
        while (Sending >= MostAtOnce)
        {
            Task[] sending;
            lock (gate)
            {
                sending = [.. onTheWay.Values];
            }

            if (sending.Length > 0)
            {
                await Task.WhenAny(sending).WaitAsync(cancel);
            }
        }
    }

    private void Begin(WorkspaceId workspace, string lane, Found<Post> found)
    {
        var done = new TaskCompletionSource();
        lock (gate)
        {
            onTheWay[(workspace, lane)] = done.Task;
            begun++;
        }

        _ = Carry();

        async Task Carry()
        {
            try
            {
                await courier.Carry(workspace, found.Document, found.Version, givenUp.Token);
            }
            catch (OperationCanceledException)
            {
                // The service stops, and this had not left.
            }
            catch (VersionConflictException)
            {
                // Its card was updated at the same moment: the next round sends it as it is now.
            }
            catch (Exception failure)
            {
                courier.Pacing.Pause(workspace, lane, time.GetUtcNow() + AfterFailure);
                log.LogError(failure, "A post of kind {Kind} could not be carried; it is tried again", found.Document.Kind);
            }

            lock (gate)
            {
                onTheWay.Remove((workspace, lane));
            }

            done.SetResult();
            bell.Ring();
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
