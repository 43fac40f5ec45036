using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Conversation;
using Upcm.Bot.Storage;
using Upcm.Bot.Telemetry;

namespace Upcm.Bot.Notifications;

/// <summary>
/// Keeps in the outbox what could not be said at once. What certainly did not arrive is sent as soon as the platform takes it;
/// what may have arrived is kept in sight and not said twice.
/// </summary>
public sealed class UnsaidAnswers(IStore store, TimeProvider time, ILogger<UnsaidAnswers> log)
{
    /// <param name="address">Where it would have been said: perhaps a thread.</param>
    /// <param name="message">The platform's id of the message that it would have replaced.</param>
    /// <param name="order">How many wait before it.</param>
    public async ValueTask Keep(Arrival to, string address, Utterance said, string language, string? message, Delivery delivery, int order = 0)
    {
        var now = time.GetUtcNow();
        var post = new Post
        {
            Id = $"answer/{Guid.NewGuid():N}",
            Kind = "answer",
            Channel = to.Channel,
            Person = to.From.Id,
            Address = address,
            InPerson = to.Place.Kind == PlaceKind.Personal,
            Over = said is Replace ? message : null,
            Card = CardOf(to, said, language),
            Language = language,
            Attempt = 1,
            Created = now,
            Due = now,
        }.After(delivery, now, firstWait: TimeSpan.Zero);
        log.LogWarning("An answer was not delivered and is kept as {Post}, {State}: {Cause}", post.Id, post.State, post.Cause);
        Measures.Sent(post.Kind, delivery.GetType().Name);
        if (delivery is NotYet { After: { } asked } && order == 0)
        {
            Measures.AskedToWait(post.Channel, asked);
        }

        if (post.State == PostState.Dead)
        {
            Measures.GivenUp(post.Kind);
        }

        var changes = new Changes(to.Workspace);
        changes.Insert(Kinds.Posts, post with { Due = post.Due + TimeSpan.FromMilliseconds(order) });
        try
        {
            await store.Commit(changes, CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            log.LogError(failure, "An answer was not delivered and could not be kept");
        }
    }

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
