using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>One piece of work from idea to evaluation; called a project from the definition phase on.</summary>
public sealed record Initiative
{
    public required InitiativeNumber Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The intended result, in one or two sentences.</summary>
    public required string Result { get; init; }

    /// <summary>Team id; gives project type and pillar.</summary>
    public required string Team { get; init; }

    /// <summary>Phase id.</summary>
    public required string Phase { get; init; }

    /// <summary>How often the present phase was entered; definition and commitment may be walked in a cycle.</summary>
    public int Round { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>When the present phase was entered; null where that is not known.</summary>
    public DateTimeOffset? PhaseSince { get; init; }

    public InitiativeStatus Status { get; init; }

    /// <summary>Why it is on hold or was stopped.</summary>
    public string? StatusReason { get; init; }

    public ImmutableArray<string> Horizons { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Cluster { get; init; }

    /// <summary>SBI codes; a code outside the table is allowed.</summary>
    public ImmutableArray<string> ProductGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Strategies { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Effects { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Regions { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Client { get; init; }

    /// <summary>Delivery term: the last day.</summary>
    public DateOnly? Term { get; init; }

    public string? Means { get; init; }

    /// <summary>In euro.</summary>
    public decimal? MeansAmount { get; init; }

    /// <summary>The quality criteria that success is tested by.</summary>
    public string? Tests { get; init; }

    public Somebody? Leader { get; init; }

    /// <summary>What its newest impact sheet says; null where none was made.</summary>
    public ImpactInBrief? Impact { get; init; }

    /// <summary>Whom its stakeholder map names that count on the dashboard; null where it names none.</summary>
    public StakeholdersInBrief? Stakeholders { get; init; }

    public required Somebody RegisteredBy { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }
}

/// <summary>A person, with the name as it was when it was written down.</summary>
public sealed record Somebody(PersonId Id, string Name);

[JsonConverter(typeof(JsonStringEnumConverter<InitiativeStatus>))]
public enum InitiativeStatus
{
    Active,
    OnHold,
    Stopped,
    Closed,
}
