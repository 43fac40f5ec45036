using System.Collections.Immutable;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Channels;

/// <summary>A platform as the rest of the service sees it: a way to speak first.</summary>
public interface IChannel
{
    /// <summary>As in <see cref="Arrival.Channel"/>.</summary>
    string Name { get; }

    /// <summary>How fast the platform may be written to.</summary>
    SendingLimits Limits => SendingLimits.None;

    /// <summary>Opens the conversation with one person: <see cref="Opened"/>, or why not. Opening twice gives the same one.</summary>
    /// <param name="via">The address of any place in the same workspace.</param>
    ValueTask<Delivery> Open(Sender person, string via, CancellationToken cancel);

    /// <summary>Sends one message in one request; never retries by itself. What happened is told, not thrown.</summary>
    ValueTask<Delivery> Send(Outgoing message, CancellationToken cancel);

    /// <summary>Who is in a place; empty where the platform does not tell.</summary>
    ValueTask<IReadOnlyList<Sender>> Members(string address, CancellationToken cancel);
}

/// <param name="Address">The place's address.</param>
/// <param name="Replaces">The platform's id of the message to update in place, or null for a new one.</param>
public sealed record Outgoing(string Address, Card Card, string Language, string? Replaces);

/// <summary>What became of a message.</summary>
public abstract record Delivery
{
    /// <summary>How long the platform wants silence in the conversation; null where it does not say.</summary>
    public TimeSpan? Wait => this switch
    {
        NotYet { After: { } after } => after,
        Unknown { After: { } after } => after,
        _ => null,
    };
}

/// <param name="MessageId">The platform's id of the message, to update it later.</param>
public sealed record Sent(string? MessageId) : Delivery;

/// <summary>The personal conversation was opened; nothing was said in it yet.</summary>
public sealed record Opened(Place Place) : Delivery;

/// <summary>It certainly did not arrive and may be sent again.</summary>
/// <param name="After">How long the platform wants us to wait in this conversation, in full; null where it does not say.</param>
/// <param name="Credentials">True where the platform does not take the bot's credentials: nothing will go until somebody acts.</param>
public sealed record NotYet(string Cause, TimeSpan? After = null, bool Credentials = false) : Delivery;

/// <summary>It may have arrived: a failure after the request had left.</summary>
/// <param name="After">How long the platform wants us to wait in this conversation, in full; null where it does not say.</param>
public sealed record Unknown(string Cause, TimeSpan? After = null) : Delivery;

/// <summary>It will not arrive, however often it is sent.</summary>
/// <param name="Blocked">True where the recipient removed or blocked the bot: pause until they act.</param>
/// <param name="Gone">True where the place or message no longer exists: forget its id.</param>
/// <param name="TooLarge">True where a shorter message may arrive.</param>
public sealed record Refused(string Cause, bool Blocked = false, bool Gone = false, bool TooLarge = false) : Delivery;

/// <summary>At most so many in every span of this length.</summary>
public sealed record Window(int Most, TimeSpan In);

/// <summary>What we keep to, well below what the platform takes: answers that are said at once count there too.</summary>
public sealed record SendingLimits(ImmutableArray<Window> PerConversation, ImmutableArray<Window> PerWorkspace)
{
    public static SendingLimits None { get; } = new([], []);
}
