using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>How the documents of every collection are read, to find those that cannot be.</summary>
internal static class Readers
{
    private static readonly Lazy<Dictionary<string, JsonTypeInfo>> Known = new(static () => typeof(Kinds)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(static property => property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Kind<>))
        .Select(static property => property.GetValue(null)!)
        .ToDictionary(
            static kind => (string)kind.GetType().GetProperty(nameof(Kind<object>.Collection))!.GetValue(kind)!,
            static kind => (JsonTypeInfo)kind.GetType().GetProperty(nameof(Kind<object>.Json))!.GetValue(kind)!,
            StringComparer.Ordinal));

    /// <summary>Why it cannot be read; null where it can. Of a collection that this release does not know, only whether it is JSON.</summary>
    public static string? Problem(string collection, byte[] json)
    {
        try
        {
            if (Known.Value.TryGetValue(collection, out var type))
            {
                return JsonSerializer.Deserialize(json, type) is null ? "It is null." : null;
            }

            JsonDocument.Parse(json).Dispose();
            return null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException or ArgumentException or InvalidOperationException)
        {
            return unreadable.Message;
        }
    }
}
