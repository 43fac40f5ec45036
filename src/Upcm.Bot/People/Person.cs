using System.Collections.Immutable;
using System.Globalization;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.People;

/// <summary>Somebody the bot has talked with, or was told about by the platform.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The id by which the channel addresses the person.</summary>
    public required string ChannelId { get; init; }

    public required string Channel { get; init; }

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>Where the bot can speak to the person alone; null until the two have met there.</summary>
    public string? PersonalPlace { get; init; }

    /// <summary>The opaque address of that place.</summary>
    public string? PersonalAddress { get; init; }

    /// <summary>When the platform said that the person left; null for who is there, or spoke again since.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Since when the person has blocked or removed the bot; null where they have not, or acted since.</summary>
    public DateTimeOffset? BlockedAt { get; init; }

    /// <summary>How the person wants to hear from the bot; null where nothing was said about it.</summary>
    public Notifications.NoticeWishes? Wishes { get; init; }

    /// <summary>The draft that free text answers, or null.</summary>
    public string? ActiveDraft { get; init; }
}

/// <summary>A form someone has begun.</summary>
public sealed record Draft
{
    /// <summary><c>flow~subject~person</c>: one draft per person for the same thing.</summary>
    public required string Id { get; init; }

    public required string Flow { get; init; }

    /// <summary>What it is about, such as an initiative's number; empty where it is about nothing yet.</summary>
    public required string Subject { get; init; }

    public required PersonId Person { get; init; }

    public required Cards.Forms.Answers Answers { get; init; }

    /// <summary>What it began with, to tell what the person changed; null where it began empty.</summary>
    public Cards.Forms.Answers? Prefilled { get; init; }

    /// <summary>What was told of another's changes to the same: question and value, a line each.</summary>
    public string? Told { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public static string IdOf(string flow, string subject, PersonId person) => $"{flow}~{subject}~{person}";
}

/// <summary>That something happened in a place once, such as its welcome.</summary>
public sealed record HeardBefore(string Place)
{
    /// <summary>By which the marks of what administrators were told are found, with the day.</summary>
    public const string Alarms = "alarm=";

    /// <summary>That an administrator was told of something on a day.</summary>
    public static HeardBefore Alarm(DateOnly day, string what, PersonId who) => new(string.Create(CultureInfo.InvariantCulture, $"alarm~{day:yyyy-MM-dd}~{what}~{who}"));

    internal IEnumerable<string> Keys => Place.Split('~') is ["alarm", var day, ..] ? [$"{Alarms}{day}T00:00:00.0000000"] : [];
}

/// <summary>A channel that shows a team's news.</summary>
/// <param name="Place">The channel's id.</param>
public sealed record BoundChannel(string Place, string Channel, string Address, string? Name, string Team, Somebody By, DateTimeOffset At)
{
    /// <summary>Kinds of <see cref="Notifications.Notice"/> that are switched off here.</summary>
    public ImmutableArray<string> Off { get; init => field = value.IsDefault ? [] : value; } = [];

    public bool Shows(string kind) => !Off.Contains(kind);
}

/// <summary>A line of history: what happened, never changed afterwards.</summary>
public sealed record JournalLine
{
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Somebody By { get; init; }

    /// <summary>A persisted name: <c>initiative-registered</c>, <c>gate-decided</c>, ….</summary>
    public required string What { get; init; }

    public InitiativeNumber? Number { get; init; }

    public string? Team { get; init; }

    public string? Detail { get; init; }

    /// <summary>What is worth knowing of it, in both languages.</summary>
    public Cards.Phrase? Words { get; init; }

    /// <summary>Which fields changed, where something was corrected.</summary>
    public ImmutableArray<FieldChange> Changes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it is about besides an initiative: <c>role/realisatie/secretaris</c>, <c>tension/12</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>The channel it was done from: <c>msteams</c>, <c>terminal</c>, ….</summary>
    public string? From { get; init; }
}

/// <summary>A correction; the values are canonical answers, null where there is none.</summary>
/// <param name="Field">The key of the question.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>What a form changes of how it stands now.</summary>
    public static ImmutableArray<FieldChange> Of(Form form, Answers answers) =>
        [.. Meanwhile.Changed(form, form.Now, answers).Select(static change => new FieldChange(change.Question.Key, change.Before, change.After))];
}
