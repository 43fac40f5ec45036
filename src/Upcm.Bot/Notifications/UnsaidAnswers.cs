using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Bot.Telemetry;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>
/// Keeps in the outbox what could not be said at once. What certainly did not arrive is sent as soon as the platform takes it;
/// what may have arrived is kept in sight and not said twice.
/// </summary>
public sealed class UnsaidAnswers(IStore store, Courier courier, TimeProvider time, ILogger<UnsaidAnswers> log)
{
    /// <summary>The platform asked for silence in this conversation a while ago, and that is not over; null where one may speak.</summary>
    public NotYet? Silence(Arrival to, string address)
    {
        ArgumentNullException.ThrowIfNull(to);
        var wait = courier.Pacing.HeldUntil(to.Workspace, Kinds.LaneOf(Of(to, address))) - time.GetUtcNow();
        return wait > TimeSpan.Zero ? new NotYet("the platform asked for silence", wait) : null;
    }

    /// <param name="address">Where it would have been said: perhaps a thread.</param>
    /// <param name="message">The platform's id of the message that it would have replaced.</param>
    /// <param name="order">How many wait before it.</param>
    public async ValueTask Keep(Arrival to, string address, Utterance said, string language, string? message, Delivery delivery, int order = 0)
    {
        var now = time.GetUtcNow();
        var post = (Of(to, address) with
        {
            Over = said is Replace ? message : null,
            Card = CardOf(to, said, language),
            Language = language,
            Attempt = 1,
        }).After(delivery, now, firstWait: TimeSpan.Zero);
        log.LogWarning("An answer was not delivered and is kept as {Post}, {State}: {Cause}", post.Id, post.State, post.Cause);
        Measures.Sent(post.Kind, delivery.GetType().Name);
        if (post.State == PostState.Dead)
        {
            Measures.GivenUp(post.Kind);
        }

        try
        {
            var changes = new Changes(to.Workspace);
            if (delivery.Wait is { } wait && order == 0)
            {
                await courier.Pacing.Hold(changes, Kinds.LaneOf(post), now + wait);
                Measures.AskedToWait(post.Channel, wait);
            }

            post = await AfterOthers(to.Workspace, post, order);
            changes.Insert(Kinds.Posts, post);
            await Commit(changes, post);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            log.LogError(failure, "An answer was not delivered and could not be kept");
        }
    }

    /// <summary>What was said earlier in the same conversation and waits as well goes first.</summary>
    private async ValueTask<Post> AfterOthers(WorkspaceId workspace, Post post, int order)
    {
        var others = await store.Find(Kinds.Posts, workspace, $"lane={Post.Asked}/{Kinds.LaneOf(post)}|", 1, null, descending: true, CancellationToken.None);
        return others is [{ Document.Due: var last }] && last >= post.Due && post.State == PostState.Pending
            ? post with { Due = last + TimeSpan.FromMilliseconds(1) }
            : post with { Due = post.Due + TimeSpan.FromMilliseconds(order) };
    }

    private async Task Commit(Changes changes, Post post)
    {
        try
        {
            await store.Commit(changes, CancellationToken.None);
        }
        catch (VersionConflictException)
        {
            // The courier wrote down a silence in the same conversation: the answer is kept by itself.
            var alone = new Changes(changes.Workspace);
            alone.Insert(Kinds.Posts, post);
            await store.Commit(alone, CancellationToken.None);
        }
    }

    private Post Of(Arrival to, string address) => new()
    {
        Id = $"answer/{Guid.NewGuid():N}",
        Kind = "answer",
        Channel = to.Channel,
        Person = to.From.Id,
        Address = address,
        InPerson = to.Place.Kind == PlaceKind.Personal,
        Card = new Card(""),
        Language = "nl",
        Created = time.GetUtcNow(),
        Due = time.GetUtcNow(),
    };

    /// <summary>What arrives later tells what it answers.</summary>
    private static Card CardOf(Arrival to, Utterance said, string language) => said switch
    {
        Show show => show.Card,
        Replace replace => replace.Card,
        Say say => new Card((language, to.What) switch
        {
            ("en", Said asked) => $"On \"{Short(asked.Text)}\"",
            (_, Said asked) => $"Op \"{Short(asked.Text)}\"",
            ("en", _) => "Answer",
            _ => "Antwoord",
        })
        {
            Body = [new Text(say.Text)],
        },
        _ => throw new NotSupportedException($"{said.GetType().Name} cannot be kept."),
    };

    private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59), "…");
}
