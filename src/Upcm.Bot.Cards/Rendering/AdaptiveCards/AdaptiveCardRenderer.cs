using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Upcm.Bot.Cards.Rendering.AdaptiveCards;

/// <summary>
/// Renders a card as an Adaptive Card 1.5 for Teams. Where it matters for reading, only elements of 1.2 are used, so that
/// older clients on phones show the same. What breaks a limit is rendered all the same: see <see cref="CardLimits"/>.
/// </summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The key under which a button's verb stands in the data of an <c>Action.Submit</c>, for clients without <c>Action.Execute</c>.</summary>
    public const string VerbKey = "verb";

    /// <summary>The key under which a button's data stands: clients merge the inputs of the card beside it, and may not overwrite it.</summary>
    public const string DataKey = "_press";

    /// <summary>The content type of the attachment that holds the card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>How a writer must be set up for texts to stay short: é is not written as \u00e9.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card as UTF-8 JSON.</summary>
    /// <param name="culture">The language of the few words that are added: "Meer", "Toon".</param>
    public static byte[] Render(Card card, CultureInfo culture)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        Write(json, card, culture);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the card as one JSON object, for a caller that writes the whole message.</summary>
    public static void Write(Utf8JsonWriter json, Card card, CultureInfo culture) => new CardWriter(json, culture).Card(card);
}
