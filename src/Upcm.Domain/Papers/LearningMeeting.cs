using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>The meeting with all roles of the earlier phases that looks back on a project (method 4, last gate).</summary>
public sealed record LearningMeeting : IPaper
{
    public required InitiativeNumber Number { get; init; }

    public required int Version { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>The roles and people who were there, as written.</summary>
    public ImmutableArray<string> Present { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The roles that were missed, as written; empty where all were there.</summary>
    public ImmutableArray<string> Missed { get; init => field = value.IsDefault ? [] : value; } = [];

    public required string Outcome { get; init; }
}
