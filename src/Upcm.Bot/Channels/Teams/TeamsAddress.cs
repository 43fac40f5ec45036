using System.Text.Json;

namespace Upcm.Bot.Channels.Teams;

/// <summary>What it takes to speak in a place again; kept by the service as text it does not look into.</summary>
/// <param name="Conversation">With the message id where it is a thread in a channel.</param>
/// <param name="Channel">The channel of a team, without thread; null elsewhere.</param>
internal sealed record TeamsAddress(string ServiceUrl, string Conversation, string Bot, string? BotName, string Tenant, string? Channel)
{
    private const string Thread = ";messageid=";

    public static TeamsAddress? Parse(string? address)
    {
        try
        {
            var parsed = address is null ? null : JsonSerializer.Deserialize(address, ActivityJson.Default.TeamsAddress);
            return parsed is { ServiceUrl: not null, Conversation: not null, Bot: not null } && Uri.TryCreate(parsed.ServiceUrl, UriKind.Absolute, out _)
                ? parsed
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The conversation without the thread.</summary>
    public static string Root(string conversation)
    {
        var at = conversation.IndexOf(Thread, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? conversation : conversation[..at];
    }

    public string ToJson() => JsonSerializer.Serialize(this, ActivityJson.Default.TeamsAddress);
}
