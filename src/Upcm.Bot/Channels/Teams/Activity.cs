using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upcm.Bot.Channels.Teams;

/// <summary>What of a thing is used by name, and the rest of it as it came, so that nothing is lost.</summary>
internal abstract record Known
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>What Teams posts to the bot, as far as the bot uses it; names as in the activity protocol.</summary>
internal sealed record Activity : Known
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Action { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ReplyToId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public Entity?[]? Entities { get; init; }

    public ChannelAccount?[]? MembersAdded { get; init; }

    public ChannelAccount?[]? MembersRemoved { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Value { get; init; }
}

internal sealed record ChannelAccount : Known
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }
}

internal sealed record ConversationAccount : Known
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }
}

internal sealed record Entity : Known
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public ChannelAccount? Mentioned { get; init; }
}

internal sealed record TeamsChannelData : Known
{
    public Named? Tenant { get; init; }

    public Named? Team { get; init; }

    public Named? Channel { get; init; }

    public string? EventType { get; init; }
}

internal sealed record Named : Known
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>What the connector answers to a message or a new conversation.</summary>
internal sealed record ResourceResponse
{
    public string? Id { get; init; }
}

internal sealed record PagedMembers
{
    public string? ContinuationToken { get; init; }

    public ChannelAccount?[]? Members { get; init; }
}

internal sealed record ErrorResponse
{
    public ErrorDetail? Error { get; init; }

    public string? SubCode { get; init; }
}

internal sealed record ErrorDetail
{
    public string? Code { get; init; }

    public string? SubCode { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 64,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(TeamsAddress))]
internal sealed partial class ActivityJson : JsonSerializerContext;
