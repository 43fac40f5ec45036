using System.Text.Json.Nodes;

namespace Upcm.Bot.EndToEnd.SelfTests;

/// <summary>What the echo bot shows: one form with every kind of question, and one line with a button.</summary>
internal static class EchoCards
{
    public static JsonObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    public static JsonObject Card(JsonNode card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = card,
        }),
    };

    public static JsonNode Says(string text) => JsonNode.Parse($$"""
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [{ "type": "TextBlock", "text": "{{text}}", "wrap": true }],
          "actions": [{ "type": "Action.Execute", "title": "Bevestig", "verb": "bevestigd" }]
        }
        """)!;

    public static JsonNode Form() => JsonNode.Parse("""
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "Aanmelden", "weight": "Bolder", "size": "Medium", "style": "heading" },
            { "type": "Input.Text", "id": "name", "label": "Naam", "isRequired": true, "errorMessage": "Vul een naam in" },
            { "type": "Input.Text", "id": "why", "label": "Toelichting", "isMultiline": true },
            { "type": "Input.Number", "id": "amount", "label": "Bedrag", "min": 0 },
            { "type": "Input.ChoiceSet", "id": "pillar", "label": "Pijler", "style": "compact",
              "choices": [{ "title": "Energie", "value": "e" }, { "title": "Energie en warmte", "value": "ew" }] },
            { "type": "Input.ChoiceSet", "id": "place", "label": "Plaats", "style": "filtered",
              "choices": [{ "title": "Amsterdam", "value": "ams" }, { "title": "Utrecht", "value": "utr" }] },
            { "type": "Input.ChoiceSet", "id": "light", "label": "Stoplicht", "style": "expanded",
              "choices": [{ "title": "Rood", "value": "r" }, { "title": "Groen", "value": "g" }] },
            { "type": "Input.ChoiceSet", "id": "teams", "label": "Teams", "style": "expanded", "isMultiSelect": true,
              "choices": [{ "title": "Alfa", "value": "a" }, { "title": "Beta", "value": "b" }, { "title": "Gamma", "value": "c" }] },
            { "type": "Input.ChoiceSet", "id": "fields", "label": "Velden", "style": "compact", "isMultiSelect": true,
              "choices": [{ "title": "Lucht", "value": "l" }, { "title": "Water", "value": "w" }] },
            { "type": "Input.Date", "id": "date", "label": "Datum" },
            { "type": "Input.Time", "id": "time", "label": "Tijd" },
            { "type": "Input.Toggle", "id": "agreed", "title": "Ik ga akkoord" }
          ],
          "actions": [
            { "type": "Action.Submit", "title": "Verstuur", "data": { "form": "echo" } },
            { "type": "Action.Execute", "title": "Voer uit", "verb": "uitgevoerd", "data": { "form": "echo" } }
          ]
        }
        """)!;
}
