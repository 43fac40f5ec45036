using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Flows.Asking;

/// <summary>A part of <c>mijn overzicht</c>: what waits for the speaker. Each flow adds its own.</summary>
public interface IPlate
{
    /// <summary>A heading and its rows, or nothing where nothing waits.</summary>
    ValueTask<IReadOnlyList<Element>> For(Turn turn);
}
