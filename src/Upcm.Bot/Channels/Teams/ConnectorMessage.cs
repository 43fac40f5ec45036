using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Channels.Teams;

/// <summary>Writes what is posted to the connector.</summary>
internal static class ConnectorMessage
{
    public static ReadOnlyMemory<byte> Text(TeamsAddress to, string text) => Write(to, 512, text, static (json, text) =>
    {
        json.WriteString("type"u8, "message"u8);
        json.WriteString("textFormat"u8, "plain"u8);
        json.WriteString("text"u8, text);
    });

    public static ReadOnlyMemory<byte> Card(TeamsAddress to, Card card, CultureInfo culture) => Write(to, 4096, (card, culture), static (json, what) =>
    {
        json.WriteString("type"u8, "message"u8);
        json.WriteString("summary"u8, what.card.Title);
        json.WriteStartArray("attachments"u8);
        json.WriteStartObject();
        json.WriteString("contentType"u8, AdaptiveCardRenderer.ContentType);
        json.WritePropertyName("content"u8);
        AdaptiveCardRenderer.Write(json, what.card, what.culture);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static ReadOnlyMemory<byte> Typing(TeamsAddress to) =>
        Write(to, 256, 0, static (json, _) => json.WriteString("type"u8, "typing"u8));

    public static ReadOnlyMemory<byte> Personal(TeamsAddress via, string person)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteBoolean("isGroup"u8, false);
        Account(json, "bot"u8, via.Bot, via.BotName);
        json.WriteStartArray("members"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, person);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("tenantId"u8, via.Tenant);
        json.WriteStartObject("channelData"u8);
        json.WriteStartObject("tenant"u8);
        json.WriteString("id"u8, via.Tenant);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Write<T>(TeamsAddress to, int size, T what, Action<Utf8JsonWriter, T> body)
    {
        var buffer = new ArrayBufferWriter<byte>(size);
        using var json = new Utf8JsonWriter(buffer, AdaptiveCardRenderer.Options);
        json.WriteStartObject();
        body(json, what);
        Account(json, "from"u8, to.Bot, to.BotName);
        json.WriteStartObject("conversation"u8);
        json.WriteString("id"u8, to.Conversation);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Account(Utf8JsonWriter json, ReadOnlySpan<byte> property, string id, string? name)
    {
        json.WriteStartObject(property);
        json.WriteString("id"u8, id);
        if (name is not null)
        {
            json.WriteString("name"u8, name);
        }

        json.WriteEndObject();
    }
}
