using System.Collections.Immutable;

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
}
