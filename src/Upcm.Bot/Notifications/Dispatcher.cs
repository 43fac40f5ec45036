using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>
/// Sends what waits in the outbox. "Claimed, attempt n" is durable before a request leaves; a claim whose lease ran out has an
/// unknown outcome and is not sent again by itself.
/// </summary>
public sealed class Dispatcher(IStore store, IEnumerable<IChannel> channels, TimeProvider time, ILogger<Dispatcher> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
    private readonly string owner = Guid.NewGuid().ToString("N");

    /// <summary>Sends everything that is due now.</summary>
    public async Task SendDue(CancellationToken cancel)
    {
        foreach (var workspace in await store.Workspaces(cancel))
        {
            var now = "due=" + Kinds.Sortable(time.GetUtcNow());
            foreach (var found in await store.Find(Kinds.Posts, workspace, "due=", 50, null, descending: false, cancel))
            {
                if (string.CompareOrdinal(found.Key, now) > 0)
                {
                    break; // sorted by the moment they are due
                }

                await SendOne(workspace, found.Document, found.Version, cancel);
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
                await SendDue(stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or VersionConflictException or InvalidOperationException)
            {
                log.LogError(failure, "The outbox could not be sent; it is tried again");
            }
        }
    }

    private async Task SendOne(WorkspaceId workspace, Post post, int version, CancellationToken cancel)
    {
        if (post.State == PostState.Claimed)
        {
            await Save(workspace, post with { State = PostState.Unknown, Cause = "The service stopped while sending." }, version, cancel);
            return;
        }

        Post? replaced = null;
        if (post.Replaces is { } earlier)
        {
            replaced = (await store.Load(Kinds.Posts, workspace, earlier, cancel))?.Document;
            if (replaced?.State is PostState.Pending or PostState.Claimed)
            {
                await Save(workspace, post with { Due = time.GetUtcNow() + TimeSpan.FromSeconds(2) }, version, cancel);
                return;
            }

            if (replaced?.MessageId is null)
            {
                await Save(workspace, post with { State = PostState.Dead, Cause = "The message it would update was never sent." }, version, cancel);
                return;
            }
        }

        if (await OutgoingOf(workspace, post, replaced?.MessageId, cancel) is not { } outgoing || !channels.TryGetValue(post.Channel, out var channel))
        {
            await Save(workspace, post with { State = PostState.Held, Cause = "There is no address for the recipient." }, version, cancel);
            return;
        }

        var claimed = post with
        {
            State = PostState.Claimed,
            Attempt = post.Attempt + 1,
            LeaseOwner = owner,
            LeaseEnds = time.GetUtcNow() + Lease,
        };
        await Save(workspace, claimed, version, cancel);
        var delivery = await channel.Send(outgoing, cancel);
        await Save(workspace, After(claimed, delivery), version + 1, CancellationToken.None);
        if (delivery is Sent { Place: { } opened } && post.Person is { } met)
        {
            await Remember(workspace, met, opened);
        }
    }

    private Post After(Post post, Delivery delivery)
    {
        if (delivery is not Sent)
        {
            log.LogWarning("A post of kind {Kind} was not sent at attempt {Attempt}: {Outcome}", post.Kind, post.Attempt, delivery);
        }

        return post.After(delivery, time.GetUtcNow());
    }

    private async ValueTask<Outgoing?> OutgoingOf(WorkspaceId workspace, Post post, string? replaces, CancellationToken cancel)
    {
        if (post.Address is { } address)
        {
            return new Outgoing(address, null, null, post.Card, post.Language, post.Over ?? replaces);
        }

        if (post.Place is { } place)
        {
            return await store.Load(Kinds.Channels, workspace, place, cancel) is { } bound
                ? new Outgoing(bound.Document.Address, null, null, post.Card, post.Language, replaces)
                : null;
        }

        return post.Person is { } id
            && await store.Load(Kinds.People, workspace, id.Value, cancel) is { Document: { } person }
            && (person.PersonalAddress ?? post.Through) is not null
                ? new Outgoing(person.PersonalAddress, new Sender(person.Id, person.ChannelId, person.Name), post.Through, post.Card, post.Language, replaces)
                : null;
    }

    /// <summary>Keeps the conversation that was opened, so that the next message and every update find it.</summary>
    private async Task Remember(WorkspaceId workspace, PersonId id, Place place)
    {
        if (await store.Load(Kinds.People, workspace, id.Value, CancellationToken.None) is { } known)
        {
            var changes = new Changes(workspace);
            changes.Put(Kinds.People, known.Document with { PersonalPlace = place.Id, PersonalAddress = place.Address }, known.Version);
            try
            {
                await store.Commit(changes, CancellationToken.None);
            }
            catch (VersionConflictException)
            {
                // The person is talking with us right now: that turn writes down where.
            }
        }
    }

    private async Task Save(WorkspaceId workspace, Post post, int version, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        changes.Put(Kinds.Posts, post, version);
        await store.Commit(changes, cancel);
    }
}
