using System.Text.Json;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Cards.Tests.Rendering;

/// <summary>Reads a rendered card back, the way a client would.</summary>
public static class Shown
{
    public static JsonElement Json(Card card) => JsonDocument.Parse(AdaptiveCardRenderer.Render(card, Cultures.Dutch)).RootElement;

    /// <summary>Every object of the card, outermost first.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                yield return json;
                foreach (var inner in json.EnumerateObject().SelectMany(property => Objects(property.Value)))
                {
                    yield return inner;
                }

                break;
            case JsonValueKind.Array:
                foreach (var inner in json.EnumerateArray().SelectMany(Objects))
                {
                    yield return inner;
                }

                break;
        }
    }

    public static IEnumerable<JsonElement> OfType(JsonElement json, string type) => Objects(json).Where(item => Is(item, type));

    public static bool Is(JsonElement json, string type) => Of(json, "type") == type;

    public static string? Of(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>All that a client shows as text, without what no one sees.</summary>
    public static string AllText(Card card) => Visible(string.Join('\n', Objects(Json(card))
        .SelectMany(item => new[] { Of(item, "text"), Of(item, "title"), Of(item, "label"), Of(item, "placeholder"), Of(item, "altText"), Of(item, "value") })
        .OfType<string>()));

    public static string Visible(string text) => text.Replace("\u200B", "", StringComparison.Ordinal).Replace("\u200A", "", StringComparison.Ordinal);
}
