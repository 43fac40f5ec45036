using System.Globalization;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;
using Upcm.Bot.Channels;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>
/// One message that must reach one recipient, kept from the commit that caused it until its end is known (the outbox).
/// </summary>
public sealed record Post
{
    /// <summary>How often it is tried before it is given up.</summary>
    public const int MostAttempts = 8;

    /// <summary>Unique by its occasion, so that it can only be made once: <c>digest/2026-W48/{person}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about; every card of the same occasion can be found and updated together.</summary>
    public string? Occasion { get; init; }

    /// <summary>The occasion's kind: <c>digest</c>, <c>summary</c>, <c>gate-requested</c>, …; settings are per kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The channel's name, see <see cref="Conversation.Arrival.Channel"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>The bound place's id, for a post to a channel.</summary>
    public string? Place { get; init; }

    /// <summary>The recipient, for a post to one person.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The address of any place in the workspace, to open a personal conversation where there is none yet.</summary>
    public string? Through { get; init; }

    /// <summary>Exactly where it goes, for an answer that could not be given at once: perhaps a thread.</summary>
    public string? Address { get; init; }

    /// <summary>The platform's id of the message whose place it takes, for such an answer to a button.</summary>
    public string? Over { get; init; }

    public required Card Card { get; init; }

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The id of an earlier post whose message is to be updated in place.</summary>
    public string? Replaces { get; init; }

    public PostState State { get; init; } = PostState.Pending;

    public int Attempt { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Not before this moment.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>While claimed: whose it is and until when; after that the outcome is unknown.</summary>
    public string? LeaseOwner { get; init; }

    public DateTimeOffset? LeaseEnds { get; init; }

    /// <summary>The platform's id of the message, once sent.</summary>
    public string? MessageId { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why it was held, is unknown or dead.</summary>
    public string? Cause { get; init; }

    /// <summary>Another card in the place of this one, once it was sent.</summary>
    public Post Replaced(Card card, DateTimeOffset now) => this with
    {
        Id = $"{Id}/{Kinds.Sortable(now)}",
        Replaces = Id,
        Card = card,
        State = PostState.Pending,
        Attempt = 0,
        LeaseOwner = null,
        LeaseEnds = null,
        MessageId = null,
        SentAt = null,
        Cause = null,
        Created = now,
        Due = now,
    };

    /// <summary>The same after an attempt: what has certainly not arrived waits and goes again, what may have arrived does not.</summary>
    /// <param name="firstWait">Before it goes again, where the platform does not say; null for longer with every attempt.</param>
    public Post After(Delivery delivery, DateTimeOffset now, TimeSpan? firstWait = null) => delivery switch
    {
        Sent sent => this with { State = PostState.Sent, SentAt = now, MessageId = sent.MessageId },
        NotYet later when Attempt < MostAttempts => this with
        {
            State = PostState.Pending,
            Due = now + (later.After ?? firstWait ?? TimeSpan.FromSeconds(Math.Pow(2, Attempt))),
            Cause = later.Cause,
        },
        NotYet given => this with { State = PostState.Dead, Cause = string.Create(CultureInfo.InvariantCulture, $"Given up after {Attempt} attempts: {given.Cause}") },
        Unknown unknown => this with { State = PostState.Unknown, Cause = unknown.Cause },
        Refused { Blocked: true } blocked => this with { State = PostState.Held, Cause = blocked.Cause },
        Refused refused => this with { State = PostState.Dead, Cause = refused.Cause },
        _ => this with { State = PostState.Unknown, Cause = delivery.GetType().Name },
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<PostState>))]
public enum PostState
{
    Pending,

    /// <summary>Attempt n is written down; only then does the request leave.</summary>
    Claimed,
    Sent,

    /// <summary>It may have arrived.</summary>
    Unknown,

    /// <summary>Waits for a person: the recipient blocked the bot, or an administrator must decide.</summary>
    Held,

    /// <summary>Given up, with its cause, in sight of the administrator.</summary>
    Dead,
}
