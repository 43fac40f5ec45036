using System.Text.Json.Serialization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Notifications;

/// <summary>
/// One message that must reach one recipient, kept from the commit that caused it until its end is known (the outbox).
/// </summary>
public sealed record Post
{
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
