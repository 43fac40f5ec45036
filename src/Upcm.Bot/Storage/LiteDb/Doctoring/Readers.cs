using System.Text.Json;

namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>Whether a document can be read, by the kind that its collection is of.</summary>
internal static class Readers
{
    /// <summary>Why it cannot be read; null where it can. Of a collection that this release does not know, only whether it is JSON.</summary>
    public static string? Problem(string collection, byte[] json)
    {
        try
        {
            if (EveryKind.ByCollection.TryGetValue(collection, out var kind))
            {
                kind.Read(json);
            }
            else
            {
                JsonDocument.Parse(json).Dispose();
            }

            return null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return unreadable.Message;
        }
    }
}
