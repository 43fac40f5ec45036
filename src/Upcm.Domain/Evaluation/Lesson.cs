using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>Something learned that another can use, with what it is found by.</summary>
public sealed record Lesson
{
    /// <summary>Unique by where it came from: <c>26-001/evaluation/0</c>, <c>26-001/3</c>.</summary>
    public required string Id { get; init; }

    public required InitiativeNumber Number { get; init; }

    public required string Text { get; init; }

    /// <summary>Team id.</summary>
    public required string Team { get; init; }

    /// <summary>Phase ids.</summary>
    public ImmutableArray<string> Phases { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>SBI codes.</summary>
    public ImmutableArray<string> ProductGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>R0 to R9.</summary>
    public ImmutableArray<string> Strategies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The title of the initiative it comes from, as it was: it is found by its words too.</summary>
    public required string Title { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>No longer said by where it came from: kept, but neither found nor offered.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Which of the lessons that were shared about its initiative; null where it stands in the evaluation, which it follows.</summary>
    [JsonIgnore]
    public int? Nth => Id.Split('/') is [_, var nth] && int.TryParse(nth, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
