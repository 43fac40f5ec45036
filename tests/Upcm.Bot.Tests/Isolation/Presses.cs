using System.Text.Json;
using System.Text.Json.Nodes;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;

namespace Upcm.Bot.Tests.Isolation;

/// <summary>What was said back, with everything that is in it: texts, what buttons ask, addresses.</summary>
internal static partial class Presses
{
    public static string Whole(Answer answer) => string.Join('\n', answer.Utterances.Select(static said => said switch
    {
        Say say => say.Text,
        Show show => Decoded(JsonSerializer.Serialize(show.Card)),
        Replace replace => Decoded(JsonSerializer.Serialize(replace.Card)),
        _ => "",
    }));

    /// <summary>The same, for laying side by side: without what is drawn by lot, such as the id of a file and the order of what happened at one moment.</summary>
    public static string Comparable(Answer answer) => string.Join('"', Drawn().Replace(
        string.Join('\n', answer.Utterances.Select(static said => said switch
        {
            Say say => say.Text,
            Show show => JsonSerializer.Serialize(show.Card),
            Replace replace => JsonSerializer.Serialize(replace.Card),
            _ => "",
        })),
        "#").Split('"').Order(StringComparer.Ordinal));

    /// <summary>Every button that something holds.</summary>
    public static IEnumerable<Press> In(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject held when held["Verb"]?.GetValue<string>() is { } verb && held["Data"] is JsonObject data:
                yield return new Press(verb, data.ToDictionary(static one => one.Key, static one => one.Value!.GetValue<string>()));
                break;
            case JsonObject held:
                foreach (var press in held.SelectMany(static one => In(one.Value)))
                {
                    yield return press;
                }

                break;
            case JsonArray items:
                foreach (var press in items.SelectMany(In))
                {
                    yield return press;
                }

                break;
        }
    }

    public static IEnumerable<Press> In(Answer answer) => answer.Utterances
        .Select(static said => said switch { Show show => show.Card, Replace replace => replace.Card, _ => null })
        .Where(static card => card is not null)
        .SelectMany(static card => In(JsonSerializer.SerializeToNode(card)));

    public static string Named(Press press) => $"{press.Verb} {string.Join(' ', press.Data.Select(static one => $"{one.Key}={one.Value}"))}";

    [System.Text.RegularExpressions.GeneratedRegex("https://bot\\.example/files/[A-Za-z0-9_-]+|[0-9a-f]{32}", System.Text.RegularExpressions.RegexOptions.None, 5000)]
    private static partial System.Text.RegularExpressions.Regex Drawn();

    /// <summary>With what the tokens of addresses hold beside them.</summary>
    private static string Decoded(string json)
    {
        var text = new System.Text.StringBuilder(System.Text.RegularExpressions.Regex.Unescape(json.Replace("\\\"", "'", StringComparison.Ordinal).Replace("\\\\", "/", StringComparison.Ordinal)));
        foreach (System.Text.RegularExpressions.Match address in System.Text.RegularExpressions.Regex.Matches(json, "https://bot\\.example/(pictures|files)/(?<token>[A-Za-z0-9_-]+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
        {
            text.Append('\n').Append(System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(address.Groups["token"].Value)));
        }

        return text.ToString();
    }
}
