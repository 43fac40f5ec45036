using System.Globalization;

namespace Upcm.Bot.Cards.Rendering;

/// <summary>A card as plain text: for a terminal, for notifications, for screen readers, and where cards are not shown.</summary>
public static class PlainTextRenderer
{
    /// <summary>The whole card, with what is folded on other surfaces too; each button as what to type for it.</summary>
    public static string Render(Card card, CultureInfo culture)
    {
        var page = new PlainPage(culture);
        page.Line(card.Title);
        if (Status(card, culture) is { } status)
        {
            page.Line(Words.Sign(card.Light) is { Length: > 0 } sign ? $"{sign} {status}" : status);
        }

        page.Elements(card.Body);
        page.Gap();
        page.Buttons(card.Buttons);
        return page.ToString();
    }

    /// <summary>Title and status on one line: what a notification's preview shows.</summary>
    /// <param name="culture">The language of the light's word, where the card has a light and no status.</param>
    public static string Summary(Card card, CultureInfo culture)
    {
        var title = Readable.Of(card.Title).ReplaceLineEndings(" ");
        return Status(card, culture) is { } status ? $"{title} · {Readable.Of(status).ReplaceLineEndings(" ")}" : title;
    }

    private static string? Status(Card card, CultureInfo culture) =>
        string.IsNullOrWhiteSpace(card.Status) ? Words.Of(card.Light)?.In(culture) : card.Status;
}
