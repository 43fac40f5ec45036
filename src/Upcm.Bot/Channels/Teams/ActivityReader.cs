using System.Text.Json;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Conversation;
using Upcm.Domain;

namespace Upcm.Bot.Channels.Teams;

/// <summary>Turns what Teams posts into what the conversation engine takes.</summary>
internal static class ActivityReader
{
    public const string CardInvoke = "adaptiveCard/action";

    /// <summary>More than any card asks for; a body with more keys is not ours.</summary>
    private const int MostKeys = 300;

    private static readonly Dictionary<string, string> Nothing = [];

    public static string Tenant(Activity activity) =>
        activity.Conversation?.TenantId ?? activity.ChannelData?.Tenant?.Id ?? "";

    /// <summary>Null where there is nothing in it for the bot.</summary>
    /// <exception cref="FormatException">The activity does not keep to the protocol.</exception>
    public static Arrival? Read(Activity activity)
    {
        var what = What(activity);
        return what is null ? null : new Arrival
        {
            Channel = TeamsChannel.ChannelName,
            Workspace = new WorkspaceId(Tenant(activity)),
            Place = Place(activity),
            From = Person(activity.From!, activity.Locale ?? ClientLocale(activity)),
            Id = activity.Id,
            What = what,
        };
    }

    /// <summary>Where an answer goes: into the thread that something was said in.</summary>
    public static TeamsAddress Address(Activity activity)
    {
        var conversation = activity.Conversation!.Id!;
        return new(activity.ServiceUrl ?? "", conversation, activity.Recipient?.Id ?? "", activity.Recipient?.Name, Tenant(activity),
            Kind(activity) == PlaceKind.Channel ? TeamsAddress.Root(conversation) : null);
    }

    public static Sender Person(ChannelAccount account, string? locale = null) =>
        new(new PersonId(account.AadObjectId is { Length: > 0 } aad ? aad : account.Id!), account.Id!, account.Name ?? "", locale);

    /// <summary>The channel and not the thread that something was said in: what is said here later is a post of its own.</summary>
    private static Place Place(Activity activity)
    {
        var kind = Kind(activity);
        var id = TeamsAddress.Root(activity.Conversation!.Id!);
        return new Place(
            id,
            kind,
            (Address(activity) with { Conversation = id }).ToJson(),
            activity.Conversation.Name ?? (kind == PlaceKind.Channel ? activity.ChannelData?.Channel?.Name : null),
            kind == PlaceKind.Channel ? activity.ChannelData?.Team?.Id : null);
    }

    private static PlaceKind Kind(Activity activity) => activity.Conversation!.ConversationType switch
    {
        "personal" => PlaceKind.Personal,
        "channel" => PlaceKind.Channel,
        "groupChat" => PlaceKind.Group,
        _ when activity.ChannelData?.Team?.Id is not null => PlaceKind.Channel,
        _ => activity.Conversation.IsGroup == true ? PlaceKind.Group : PlaceKind.Personal,
    };

    private static Event? What(Activity activity) => activity.Type switch
    {
        "message" => (Event?)Submitted(activity) ?? Spoken(activity),
        "invoke" when activity.Name == CardInvoke => Executed(activity),
        "installationUpdate" when activity.Action is "add" or "add-upgrade" => new Installed(),
        "installationUpdate" when activity.Action is "remove" => new Uninstalled(), // not at an upgrade, which puts another in its place
        "conversationUpdate" => Changed(activity),
        _ => null,
    };

    /// <summary>Null for a form of somebody else's card.</summary>
    private static Said? Spoken(Activity activity)
    {
        var text = Clean(activity.Text ?? "");
        if (text.Length == 0 && activity.Value.ValueKind == JsonValueKind.Object)
        {
            return null;
        }

        var mentions = new List<Mention>();
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is not { Type: "mention", Text: { Length: > 0 } written, Mentioned: { Id.Length: > 0 } person })
            {
                continue;
            }

            if (person.Id == activity.Recipient?.Id)
            {
                text = text.Replace(written, " ", StringComparison.Ordinal);
            }
            else
            {
                var name = WithoutMarkup(written);
                text = text.Replace(written, name, StringComparison.Ordinal);
                mentions.Add(new Mention(name, Person(person)));
            }
        }

        return new Said(text.Replace('\u00a0', ' ').Trim(), mentions);
    }

    private static string WithoutMarkup(string mention)
    {
        var start = mention.StartsWith("<at", StringComparison.OrdinalIgnoreCase) ? mention.IndexOf('>', StringComparison.Ordinal) + 1 : 0;
        var end = mention.LastIndexOf("</at>", StringComparison.OrdinalIgnoreCase);
        return end > start ? mention[start..end] : mention;
    }

    private static Pressed? Submitted(Activity activity) =>
        activity.Value.ValueKind == JsonValueKind.Object && Text(activity.Value, AdaptiveCardRenderer.VerbKey) is { Length: > 0 } verb ? Pressed(activity, verb, activity.Value, canReplace: false) : null;

    private static Pressed Executed(Activity activity)
    {
        if (activity.Value.ValueKind != JsonValueKind.Object
            || !activity.Value.TryGetProperty("action", out var action)
            || action.ValueKind != JsonValueKind.Object
            || Text(action, AdaptiveCardRenderer.VerbKey) is not { Length: > 0 } verb)
        {
            throw new FormatException("A card action without a verb.");
        }

        action.TryGetProperty("data", out var data);
        return Pressed(activity, verb, data, canReplace: true);
    }

    private static Pressed Pressed(Activity activity, string verb, JsonElement data, bool canReplace)
    {
        var (pressData, inputs) = (Nothing, Nothing);
        if (data.ValueKind == JsonValueKind.Object)
        {
            inputs = Values(data);
            inputs.Remove(AdaptiveCardRenderer.VerbKey);
            if (data.TryGetProperty(AdaptiveCardRenderer.DataKey, out var own) && own.ValueKind == JsonValueKind.Object)
            {
                pressData = Values(own);
            }
        }

        return new Pressed(new Press(verb, pressData), inputs, activity.ReplyToId, canReplace);
    }

    /// <summary>What has a plain value and is not empty.</summary>
    private static Dictionary<string, string> Values(JsonElement data)
    {
        if (data.GetPropertyCount() > MostKeys)
        {
            throw new FormatException("More keys than any card has.");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in data.EnumerateObject())
        {
            var value = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
                _ => null,
            };
            if (value is { Length: > 0 })
            {
                values[Clean(property.Name)] = Clean(value);
            }
        }

        return values;
    }

    private static Event? Changed(Activity activity)
    {
        var bot = activity.Recipient?.Id ?? "";
        if (activity.MembersAdded is { Length: > 0 } added)
        {
            return added.Any(member => member?.Id == bot) ? new Installed() : People(added) is { Count: > 0 } people ? new PeopleJoined(people) : null;
        }

        if (activity.MembersRemoved is { Length: > 0 } removed)
        {
            return removed.Any(member => member?.Id == bot) ? new Uninstalled() : People(removed) is { Count: > 0 } people ? new PeopleLeft(people) : null;
        }

        return activity.ChannelData is { Channel: { Id: { Length: > 0 } channel, Name: var name }, EventType: var happened }
            ? happened switch
            {
                "channelCreated" or "channelRenamed" or "channelRestored" => new ChannelChanged(channel, name, Gone: false),
                "channelDeleted" => new ChannelChanged(channel, name, Gone: true),
                _ => null,
            }
            : null;
    }

    private static List<Sender> People(ChannelAccount?[] accounts) =>
        [.. accounts.Where(account => account?.Id is { Length: > 0 }).Select(account => Person(account!))];

    private static string? Text(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A database need not be able to hold what nobody can type.</summary>
    private static string Clean(string text) => text.Contains('\0', StringComparison.Ordinal) ? throw new FormatException("A text with a NUL in it.") : text;

    private static string? ClientLocale(Activity activity)
    {
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: "clientInfo", Locale: { } locale })
            {
                return locale;
            }
        }

        return null;
    }
}
