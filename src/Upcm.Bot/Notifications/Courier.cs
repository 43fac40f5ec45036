using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Bot.Telemetry;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>Looks at the state of things once more, right before a message of its kinds goes out.</summary>
public interface IFreshens
{
    /// <summary>Of <see cref="Post.Kind"/>.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>The message as it should be said now; null where all it is about has been settled in the meantime: it stays unsent.</summary>
    ValueTask<Post?> Fresh(WorkspaceId workspace, Post post, CancellationToken cancel);
}

/// <summary>
/// Carries one message. "Claimed, attempt n" is durable before a request leaves; a claim whose lease ran out has an unknown
/// outcome. Every message ends sent, overtaken, held or dead, and none goes twice without saying so.
/// </summary>
public sealed class Courier(IStore store, IEnumerable<IChannel> channels, IEnumerable<IFreshens> fresheners, TimeProvider time, ILogger<Courier> log, AfterRestore? restored = null)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WithoutCredentials = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan WaitsForItsFirst = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, IChannel> channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
    private readonly ILookup<string, IFreshens> fresheners =
        fresheners.SelectMany(one => one.Kinds, (one, kind) => (one, kind)).ToLookup(pair => pair.kind, pair => pair.one, StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, DateTimeOffset> stopped = new(StringComparer.Ordinal);
    private readonly string owner = Guid.NewGuid().ToString("N");

    internal Pacing Pacing { get; } = new(store);

    /// <summary>The channels that did not take the bot's credentials a moment ago.</summary>
    internal IEnumerable<string> Stopped => stopped.Where(one => one.Value > time.GetUtcNow()).Select(static one => one.Key).Order(StringComparer.Ordinal);

    /// <summary>A channel that does not take the bot's credentials is left alone for a while.</summary>
    internal DateTimeOffset StoppedUntil(string channel) => stopped.TryGetValue(channel, out var until) ? until : default;

    /// <summary>What a channel can take at most.</summary>
    internal SendingLimits LimitsOf(string channel) => channels.GetValueOrDefault(channel)?.Limits ?? SendingLimits.None;

    internal async Task Carry(WorkspaceId workspace, Post post, int version, CancellationToken cancel)
    {
        if (post.State == PostState.Claimed)
        {
            await Save(workspace, post.After(new Unknown(PostCause.Stopped), time.GetUtcNow()), version, cancel);
            return;
        }

        if (restored?.MayHaveGone(post) == true)
        {
            await Save(workspace, post.After(new Unknown(PostCause.Restored), time.GetUtcNow()), version, cancel);
            return;
        }

        var (settled, opening, outgoing) = await Ready(workspace, post, cancel);
        if (settled is not null)
        {
            await Save(workspace, settled, version, cancel);
            return;
        }

        var channel = channels[post.Channel];
        if (opening is var (person, via))
        {
            // A request of its own, which the limits count: the message goes when it is its turn again.
            await Settle(workspace, post with { Attempt = post.Attempt + 1 }, version, await channel.Open(person, via, cancel));
            return;
        }

        foreach (var freshener in fresheners[post.Kind])
        {
            if (await freshener.Fresh(workspace, post, cancel) is not { } fresh)
            {
                await Save(workspace, post.Moot(PostCause.Overtaken, time.GetUtcNow()), version, cancel);
                return;
            }

            (post, outgoing) = (fresh, outgoing! with { Card = fresh.Card });
        }

        var claimed = post with
        {
            State = PostState.Claimed,
            Attempt = post.Attempt + 1,
            LeaseOwner = owner,
            LeaseEnds = time.GetUtcNow() + Lease,
        };
        await Save(workspace, claimed, version, cancel);
        Measures.Leaves(claimed.Kind, time.GetUtcNow() - claimed.Due);
        using var activity = Measures.Begin("send", "kind", claimed.Kind);
        var delivery = await channel.Send(outgoing!, cancel);
        activity?.SetTag("outcome", delivery.GetType().Name);
        await Settle(workspace, claimed, version + 1, delivery);
    }

    /// <summary>What to send; or which conversation must be opened first; or, where nothing is to be sent now, what becomes of the post.</summary>
    private async ValueTask<(Post? Settled, (Sender Person, string Via)? Opening, Outgoing? Outgoing)> Ready(WorkspaceId workspace, Post post, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (post.UseUntil < now)
        {
            return (post.Moot(PostCause.TooLate, now), null, null);
        }

        Post? replaced = null;
        if (post.Replaces is { } earlier)
        {
            replaced = (await store.Load(Kinds.Posts, workspace, earlier, cancel))?.Document;
            if (replaced?.State is PostState.Pending or PostState.Claimed)
            {
                return (post with { Due = now + WaitsForItsFirst }, null, null);
            }

            if (replaced?.MessageId is null)
            {
                return (post.Moot(PostCause.NeverShown, now), null, null);
            }

            // One that waited longer must not come after a newer one: the card would show what no longer is.
            if (await store.Find(Kinds.Posts, workspace, $"replaces={earlier}|", 1, null, descending: true, cancel) is [{ Document.Created: var newest }] && newest > post.Created)
            {
                return (post.Moot(PostCause.Newer, now), null, null);
            }
        }

        var person = post.Person is { } id ? (await store.Load(Kinds.People, workspace, id.Value, cancel))?.Document : null;
        if (person is not null && Against(post, person, now) is { } against)
        {
            return (against, null, null);
        }

        if (post is { Place: { } place, Replaces: null } && (await store.Load(Kinds.Channels, workspace, place, cancel))?.Document.Shows(post.Kind) == false)
        {
            return (post.Moot(PostCause.SwitchedOff, now), null, null);
        }

        if (channels.ContainsKey(post.Channel))
        {
            if (await AddressOf(workspace, post, person, cancel) is { } address)
            {
                return (null, null, new Outgoing(address, post.Card, post.Language, post.Over ?? replaced?.MessageId));
            }

            if (person is not null && (post.Through ?? await AnyAddress(workspace, post.Channel)) is { } via)
            {
                return (null, (new Sender(person.Id, person.ChannelId, person.Name), via), null);
            }
        }

        return (post with { State = PostState.Held, Cause = PostCause.NoAddress }, null, null);
    }

    /// <summary>What a person does not want now, or at all; null where nothing is against it. What they asked for always comes.</summary>
    private static Post? Against(Post post, Person person, DateTimeOffset now)
    {
        var notice = Notice.Of(post.Kind);
        if (person.BlockedAt is not null && !notice.Asked)
        {
            return post with { State = PostState.Held, Cause = PostCause.Blocked };
        }

        if (notice.Asked || post.Replaces is not null)
        {
            return null;
        }

        var wishes = person.Wishes ?? NoticeWishes.None;
        if (notice.Switch is not null && !post.Theirs && wishes.Off.Contains(post.Kind))
        {
            return post.Moot(PostCause.SwitchedOff, now);
        }

        return wishes.After(now, Clock.Amsterdam) is var free && free > now ? post with { Due = free, Cause = PostCause.Quiet } : null;
    }

    private async Task Settle(WorkspaceId workspace, Post claimed, int version, Delivery delivery)
    {
        var now = time.GetUtcNow();
        var lane = Kinds.LaneOf(claimed);
        var after = claimed.After(delivery, now);
        if (delivery is not (Sent or Opened))
        {
            log.LogWarning("A post of kind {Kind} was not sent at attempt {Attempt}: {Outcome}", claimed.Kind, claimed.Attempt, delivery);
        }

        var changes = new Changes(workspace);
        await Pacing.Release(changes, lane, now);
        if (delivery.Wait is { } wait)
        {
            await Pacing.Hold(changes, lane, now + wait);
            Measures.AskedToWait(claimed.Channel, wait);
        }

        switch (delivery)
        {
            case NotYet { Credentials: true }:
                stopped[claimed.Channel] = now + WithoutCredentials;
                after = claimed with { State = PostState.Pending, Attempt = claimed.Attempt - 1, Due = now + WithoutCredentials, Cause = after.Cause };
                log.LogCritical("{Channel} does not accept the bot's credentials ({Cause}); nothing is sent for {Minutes} minutes", claimed.Channel, after.Cause, WithoutCredentials.TotalMinutes);
                break;
            case Opened { Place: var opened } when claimed.Person is { } met:
                await Change(changes, met, person => person with { PersonalPlace = opened.Id, PersonalAddress = opened.Address });
                break;
            case Refused { Blocked: true } when claimed.Person is { } blocked:
                await Change(changes, blocked, person => person with { BlockedAt = now });
                break;
            case Refused { Gone: true } when claimed is { Person: { } lost, Address: null, Replaces: null, Reopened: false }:
                after = claimed with { State = PostState.Pending, Reopened = true, Due = now, Cause = after.Cause, Through = claimed.Through ?? await AnyAddress(workspace, claimed.Channel) };
                await Change(changes, lost, person => person with { PersonalPlace = null, PersonalAddress = null });
                break;
            case Refused { TooLarge: true } when !claimed.Shortened:
                after = claimed with { State = PostState.Pending, Shortened = true, Due = now, Cause = after.Cause, Card = ShortCard.Of(claimed.Card, claimed.Language) };
                break;
        }

        Measures.Sent(claimed.Kind, delivery.GetType().Name);
        if (after.State == PostState.Dead)
        {
            Measures.GivenUp(claimed.Kind);
        }

        changes.Put(Kinds.Posts, after, version);
        try
        {
            await store.Commit(changes, CancellationToken.None);
        }
        catch (VersionConflictException)
        {
            // The person is talking with us right now, and that turn writes down where: what became of the post stands by itself.
            await Save(workspace, after, version, CancellationToken.None);
        }
    }

    /// <summary>Where it goes; null where that is not known, or no longer.</summary>
    private async ValueTask<string?> AddressOf(WorkspaceId workspace, Post post, Person? person, CancellationToken cancel) =>
        post.Address is { } address ? address
        : post.Place is { } place ? (await store.Load(Kinds.Channels, workspace, place, cancel))?.Document.Address
        : person?.PersonalAddress;

    /// <summary>An address in the workspace by which a personal conversation can be opened.</summary>
    private async ValueTask<string?> AnyAddress(WorkspaceId workspace, string channel) =>
        (await store.Find(Kinds.Channels, workspace, "team=", 20, null, descending: false, CancellationToken.None))
            .FirstOrDefault(bound => bound.Document.Channel == channel)?.Document.Address;

    private async ValueTask Change(Changes changes, PersonId id, Func<Person, Person> change)
    {
        if (await store.Load(Kinds.People, changes.Workspace, id.Value, CancellationToken.None) is { } known)
        {
            changes.Put(Kinds.People, change(known.Document), known.Version);
        }
    }

    private async Task Save(WorkspaceId workspace, Post post, int version, CancellationToken cancel)
    {
        var changes = new Changes(workspace);
        changes.Put(Kinds.Posts, post, version);
        await store.Commit(changes, cancel);
    }
}
