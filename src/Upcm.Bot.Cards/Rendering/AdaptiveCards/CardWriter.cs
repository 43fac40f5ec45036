using System.Globalization;
using System.Text.Json;

namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>Writes one card. Its parts are written where they are met; nothing is built up first.</summary>
internal sealed partial class CardWriter(Utf8JsonWriter json, CultureInfo culture)
{
    private int named;

    public void Card(Card card)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "AdaptiveCard"u8);
        json.WriteString("$schema"u8, "http://adaptivecards.io/schemas/adaptive-card.json"u8);
        json.WriteString("version"u8, "1.5"u8);
        json.WriteString("lang"u8, culture.TwoLetterISOLanguageName);
        var summary = Literal.Shown(PlainTextRenderer.Summary(card, culture));
        json.WriteString("fallbackText"u8, summary);
        json.WriteString("speak"u8, summary);
        Personal(card.Personal);
        if (HasTable(card.Body))
        {
            // Beside others a table of three columns is hard to read at the usual width of a card.
            json.WriteStartObject("msteams"u8);
            json.WriteString("width"u8, "Full"u8);
            json.WriteEndObject();
        }

        json.WriteStartArray("body"u8);
        Text(card.Title, Styles.Title);
        Lit(card.Status, card.Light, Styles.Status);
        Elements(card.Body);
        CardButtons(card.Buttons);
        json.WriteEndArray();
        ActionBar(card.Buttons);
        json.WriteEndObject();
    }

    /// <summary>A name for an element that is shown or hidden; a question's key never starts like this.</summary>
    private string Name(char kind) => string.Create(CultureInfo.InvariantCulture, $"_{kind}{++named}");

    private void Personal(PersonalView? personal)
    {
        if (personal is null)
        {
            return;
        }

        json.WriteStartObject("refresh"u8);
        json.WriteStartObject("action"u8);
        json.WriteString("type"u8, "Action.Execute"u8);
        Verb(personal.Refresh);
        json.WriteEndObject();
        json.WriteStartArray("userIds"u8);
        foreach (var person in personal.People)
        {
            json.WriteStringValue(person);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool HasTable(IReadOnlyList<Element> elements)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i] is Table || (elements[i] is Section section && HasTable(section.Body)))
            {
                return true;
            }
        }

        return false;
    }
}
