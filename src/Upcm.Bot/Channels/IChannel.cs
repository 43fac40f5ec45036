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

    /// <summary>Sends one message, once; never retries by itself. What happened is told, not thrown.</summary>
    ValueTask<Delivery> Send(Outgoing message, CancellationToken cancel);

    /// <summary>Who is in a place; empty where the platform does not tell.</summary>
    ValueTask<IReadOnlyList<Sender>> Members(string address, CancellationToken cancel);
}

/// <param name="Address">The place's address; null for a person that the bot never talked with in person.</param>
/// <param name="Person">Set for a message to one person: used to open the personal conversation where there is none.</param>
/// <param name="AnyAddress">For a person without a personal conversation: an address of any place in the same workspace.</param>
/// <param name="Replaces">The platform's id of the message to update in place, or null for a new one.</param>
public sealed record Outgoing(string? Address, Sender? Person, string? AnyAddress, Card Card, string Language, string? Replaces);

/// <summary>What became of a message.</summary>
public abstract record Delivery;

/// <param name="MessageId">The platform's id of the message, to update it later.</param>
/// <param name="Place">The personal conversation that was opened for it, to be kept; null if none was.</param>
public sealed record Sent(string? MessageId, Place? Place = null) : Delivery;

/// <summary>It certainly did not arrive and may be sent again.</summary>
/// <param name="After">How long the platform wants us to wait in this conversation, in full; null where it does not say.</param>
/// <param name="Credentials">True where the platform does not take the bot's credentials: nothing will go until somebody acts.</param>
public sealed record NotYet(string Cause, TimeSpan? After = null, bool Credentials = false) : Delivery;

/// <summary>It may have arrived: a failure after the request had left.</summary>
public sealed record Unknown(string Cause) : Delivery;

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
