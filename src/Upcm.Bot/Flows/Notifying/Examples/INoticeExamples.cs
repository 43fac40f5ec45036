using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Notifying.Examples;

/// <summary>What messages of some kinds would say now, to the speaker only.</summary>
public interface INoticeExamples
{
    /// <summary>By <see cref="Notifications.Notice.Kind"/>.</summary>
    IReadOnlyDictionary<string, Func<Turn, ValueTask<Example?>>> ByKind { get; }
}

/// <param name="MadeUp">True where there is nothing of the kind now, so that it was invented.</param>
public sealed record Example(Card Card, bool MadeUp = false)
{
    public Card Shown(Turn turn) => !MadeUp ? Card : Card with
    {
        Body = [new Text(turn.Culture.IsEnglish() ? "This example is made up: there is nothing of the kind now." : "Dit voorbeeld is verzonnen: er is nu niets van dit soort.", Tone.Subtle), .. Card.Body],
    };
}
