using Upcm.Bot.Cards;

namespace Upcm.Bot.Notifications;

/// <summary>A card that the platform found too large, cut down to what matters: its title, its state and its buttons.</summary>
internal static class ShortCard
{
    private const int LongestTitle = 120;
    private const int MostButtons = 4;

    public static Card Of(Card card, string language) => new(card.Title.Length <= LongestTitle ? card.Title : string.Concat(card.Title.AsSpan(0, LongestTitle - 1), "…"))
    {
        Status = card.Status is { Length: > LongestTitle } ? null : card.Status,
        Light = card.Light,
        Body =
        [
            new Text(Cultures.Of(language).IsEnglish()
                ? "This message was too large for Teams, so its details were left out. Use a button to see them."
                : "Dit bericht was te groot voor Teams, dus de details zijn weggelaten. Met een knop zie je ze alsnog."),
        ],
        Buttons = [.. card.Buttons.Take(MostButtons)],
    };
}
