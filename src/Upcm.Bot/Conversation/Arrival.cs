using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Conversation;

/// <summary>Something that came in, in words that every channel shares.</summary>
public sealed record Arrival
{
    /// <summary>The channel's own name: <c>msteams</c>, <c>slack</c>, <c>terminal</c>.</summary>
    public required string Channel { get; init; }

    public required WorkspaceId Workspace { get; init; }

    public required Place Place { get; init; }

    public required Sender From { get; init; }

    /// <summary>The platform's id of what came in, by which a resend is recognised; null where it has none.</summary>
    public string? Id { get; init; }

    public required Event What { get; init; }

    /// <summary>What whoever sent it can see and fill in.</summary>
    public Surface Surface { get; init; }
}

/// <summary>What a place can show.</summary>
public enum Surface
{
    /// <summary>Cards with buttons to press and fields to fill in.</summary>
    Cards,

    /// <summary>Text alone: what would be filled in is asked one by one, and what would be pressed is said.</summary>
    Text,
}

/// <summary>Where people talk.</summary>
/// <param name="Id">The platform's id, stable for the life of the conversation or the channel (never of one thread).</param>
/// <param name="Address">What the channel needs to speak here later, in its own form; opaque to everyone else.</param>
/// <param name="Team">The platform's id of the team a channel belongs to.</param>
public sealed record Place(string Id, PlaceKind Kind, string Address, string? Name = null, string? Team = null);

public enum PlaceKind
{
    Personal,
    Group,
    Channel,
}

/// <summary>A person as the channel knows them.</summary>
/// <param name="Id">The directory's object id where there is one, else the channel's own id.</param>
/// <param name="ChannelId">The id that the channel addresses the person by.</param>
/// <param name="Locale">Such as <c>nl-NL</c>; null where the platform does not say.</param>
public sealed record Sender(PersonId Id, string ChannelId, string Name, string? Locale = null);

/// <summary>What happened.</summary>
public abstract record Event;

/// <summary>Somebody said something to the bot; mentions of the bot itself are already taken out.</summary>
public sealed record Said(string Text, IReadOnlyList<Mention> Mentions) : Event;

/// <param name="Text">How the mention stands in the text.</param>
public sealed record Mention(string Text, Sender Person);

/// <summary>Somebody pressed a button, perhaps with inputs filled in.</summary>
/// <param name="Inputs">By field key; empty inputs are left out.</param>
/// <param name="CardId">The platform's id of the message that held the card, if it says.</param>
/// <param name="CanReplace">True where the answer may take the place of the card for this person.</param>
public sealed record Pressed(Press Press, IReadOnlyDictionary<string, string> Inputs, string? CardId, bool CanReplace) : Event;

public sealed record Installed : Event;

public sealed record Uninstalled : Event;

/// <summary>People came into the place; the bot itself is not among them.</summary>
public sealed record PeopleJoined(IReadOnlyList<Sender> People) : Event;

public sealed record PeopleLeft(IReadOnlyList<Sender> People) : Event;

/// <summary>The channel was renamed, restored or deleted.</summary>
public sealed record ChannelChanged(string ChannelId, string? Name, bool Gone) : Event;

/// <summary>What the bot says back, in order.</summary>
/// <param name="Language"><c>nl</c> or <c>en</c>: that of the person, for the words a channel adds of its own.</param>
public sealed record Answer(IReadOnlyList<Utterance> Utterances, string Language = "nl")
{
    public static readonly Answer Silence = new([]);
}

public abstract record Utterance;

public sealed record Say(string Text) : Utterance;

public sealed record Show(Card Card) : Utterance;

/// <summary>Takes the place of the card that was pressed; where the channel cannot do that it is shown below.</summary>
public sealed record Replace(Card Card) : Utterance;

/// <summary>The conversation engine as a channel sees it.</summary>
public interface IConversation
{
    /// <summary>
    /// Takes one arrival to its answer. When it returns, what it says is stored. Never throws for what people do;
    /// throws for bugs and infrastructure, which the channel answers with an apology and an incident number.
    /// </summary>
    ValueTask<Answer> Take(Arrival arrival, CancellationToken cancel);
}
