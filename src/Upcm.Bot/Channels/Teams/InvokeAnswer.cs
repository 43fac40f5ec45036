using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Channels.Teams;

/// <summary>The answers that a client takes to a pressed button.</summary>
internal static class InvokeAnswer
{
    public static ReadOnlyMemory<byte> Card(Card card, CultureInfo culture) =>
        Write(200, AdaptiveCardRenderer.ContentType, (card, culture), static (json, what) => AdaptiveCardRenderer.Write(json, what.card, what.culture));

    public static ReadOnlyMemory<byte> Message(string text) =>
        Write(200, "application/vnd.microsoft.activity.message", text, static (json, text) => json.WriteStringValue(text));

    public static ReadOnlyMemory<byte> Error(string text) => Write(500, "application/vnd.microsoft.error", text, static (json, text) =>
    {
        json.WriteStartObject();
        json.WriteString("code"u8, "500"u8);
        json.WriteString("message"u8, text);
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write<T>(int status, string type, T what, Action<Utf8JsonWriter, T> value)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, AdaptiveCardRenderer.Options);
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, status);
        json.WriteString("type"u8, type);
        json.WritePropertyName("value"u8);
        value(json, what);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
