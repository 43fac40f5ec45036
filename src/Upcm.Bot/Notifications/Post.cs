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
    /// <summary>How often it is tried before it is given up; being asked to wait does not count.</summary>
    public const int MostAttempts = 8;

    /// <summary>The order in which messages go: what somebody asked for, and the rest.</summary>
    public const string Asked = "0";
    public const string Unasked = "1";

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan OnceMoreAfter = TimeSpan.FromMinutes(2);

    /// <summary>However often the platform asked to wait: after this it is given up.</summary>
    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromDays(2);

    /// <summary>Unique by its occasion, so that it can only be made once: <c>digest/2026-W48/{person}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about; every card of the same occasion can be found and updated together.</summary>
    public string? Occasion { get; init; }

    /// <summary>The occasion's kind: <c>digest</c>, <c>summary</c>, <c>gate-requested</c>, …; see <see cref="Notice"/>.</summary>
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

    /// <summary>True for such an answer in the conversation with the person alone.</summary>
    public bool InPerson { get; init; }

    /// <summary>The platform's id of the message whose place it takes, for such an answer to a button.</summary>
    public string? Over { get; init; }

    public required Card Card { get; init; }

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The id of an earlier post whose message is to be updated in place.</summary>
    public string? Replaces { get; init; }

    /// <summary>It is the person's to decide or to do, and not switched off.</summary>
    public bool Theirs { get; init; }

    /// <summary>After this it is of no use any more: it is reported and not sent. Null where it always is.</summary>
    public DateTimeOffset? UseUntil { get; init; }

    /// <summary>What is looked at again before it goes, as <see cref="IFreshens"/> of its kind knows it.</summary>
    public string? About { get; init; }

    public PostState State { get; init; } = PostState.Pending;

    public int Attempt { get; init; }

    /// <summary>It went once more because the first may have arrived; its card says so.</summary>
    public bool OnceMore { get; init; }

    /// <summary>Its card was cut down, because the platform found it too large.</summary>
    public bool Shortened { get; init; }

    /// <summary>The personal conversation was opened anew for it, because the one that was known is gone.</summary>
    public bool Reopened { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Not before this moment.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>While claimed: whose it is and until when; after that the outcome is unknown.</summary>
    public string? LeaseOwner { get; init; }

    public DateTimeOffset? LeaseEnds { get; init; }

    /// <summary>The platform's id of the message, once sent.</summary>
    public string? MessageId { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it turned out to be of no use.</summary>
    public DateTimeOffset? MootAt { get; init; }

    /// <summary>Why it waits, was held, is unknown or dead: of <see cref="PostCause"/>, or what the platform said.</summary>
    public string? Cause { get; init; }

    /// <summary>Another card in the place of this one, once it was sent.</summary>
    public Post Replaced(Card card, DateTimeOffset now) => this with
    {
        Id = $"{Id}/{Kinds.Drawn(now)}",
        Replaces = Id,
        Card = card,
        State = PostState.Pending,
        Attempt = 0,
        OnceMore = false,
        Shortened = false,
        Reopened = false,
        LeaseOwner = null,
        LeaseEnds = null,
        MessageId = null,
        SentAt = null,
        MootAt = null,
        UseUntil = null,
        Cause = null,
        Created = now,
        Due = now,
    };

    /// <summary>The same after an attempt: what has certainly not arrived waits and goes again, what may have arrived goes once more at most.</summary>
    /// <param name="firstWait">Before it goes again, where the platform does not say; null for longer with every attempt.</param>
    public Post After(Delivery delivery, DateTimeOffset now, TimeSpan? firstWait = null) => delivery switch
    {
        Sent sent => this with { State = PostState.Sent, SentAt = now, MessageId = sent.MessageId, Cause = null },
        Opened => this with { State = PostState.Pending, Attempt = Math.Max(0, Attempt - 1), Cause = null },
        NotYet { After: { } wait } asked when now - Created < WaitsAtMost => this with
        {
            State = PostState.Pending,
            Attempt = Math.Max(0, Attempt - 1),
            Due = now + wait,
            Cause = asked.Cause,
        },
        NotYet later when Attempt < MostAttempts => this with { State = PostState.Pending, Due = now + (firstWait ?? Wait), Cause = later.Cause },
        NotYet given => this with { State = PostState.Dead, Cause = string.Create(CultureInfo.InvariantCulture, $"{PostCause.GivenUp} {Attempt}: {given.Cause}") },
        Unknown unknown when !OnceMore && Notice.Of(Kind).Unknown == WhenUnknown.SendOnceMore => this with
        {
            State = PostState.Pending,
            OnceMore = true,
            Due = now + (unknown.After > OnceMoreAfter ? unknown.After.Value : OnceMoreAfter),
            Card = SayingSo,
            Cause = unknown.Cause,
        },
        Unknown unknown => this with { State = PostState.Unknown, Cause = unknown.Cause },
        Refused { Blocked: true } blocked => this with { State = PostState.Held, Cause = blocked.Cause },
        Refused refused => this with { State = PostState.Dead, Cause = refused.Cause },
        _ => this with { State = PostState.Unknown, Cause = delivery.GetType().Name },
    };

    /// <summary>Of no use any more, or not wanted.</summary>
    public Post Moot(string cause, DateTimeOffset now) => this with { State = PostState.Moot, MootAt = now, Cause = cause };

    /// <summary>From the beginning, because somebody asked for it; where it may have arrived, its card says so.</summary>
    public Post Again(DateTimeOffset now) => this with
    {
        State = PostState.Pending,
        Attempt = 0,
        Due = now,
        LeaseOwner = null,
        LeaseEnds = null,
        Cause = null,
        Reopened = false,
        OnceMore = OnceMore || State == PostState.Unknown,
        Card = State == PostState.Unknown ? SayingSo : Card,
    };

    private Card SayingSo
    {
        get
        {
            var said = new Text(
                Cultures.Of(Language).IsEnglish() ? "Sent again: you may have received this already." : "Opnieuw verstuurd: misschien heb je dit al ontvangen.", Tone.Subtle);
            return Card.Body is [Text first, ..] && first == said ? Card : Card with { Body = [said, .. Card.Body] };
        }
    }

    /// <summary>4, 16, 64 … seconds, an hour at most, and up to a quarter more so that not all come back at once.</summary>
    private TimeSpan Wait
    {
        get
        {
            var seconds = Math.Min(Math.Pow(4, Attempt), LongestWait.TotalSeconds);
            var spread = Id.Aggregate(17u, static (sum, c) => (sum * 31) + c) % 1000 / 4000.0;
            return TimeSpan.FromSeconds(seconds * (1 + spread));
        }
    }
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

    /// <summary>Not sent because it was of no use any more, or the recipient had switched it off.</summary>
    Moot,
}

/// <summary>Why a post is where it is, as far as that is the bot's own doing. Persisted; put in words by <c>PostWords</c>.</summary>
public static class PostCause
{
    public const string Stopped = "stopped";
    public const string Restored = "restored";
    public const string TooLate = "too-late";
    public const string Overtaken = "overtaken";
    public const string NeverShown = "never-shown";
    public const string Newer = "newer";
    public const string NoAddress = "no-address";
    public const string Blocked = "blocked";
    public const string SwitchedOff = "switched-off";
    public const string Quiet = "quiet";
    public const string GivenUp = "given-up";
}
