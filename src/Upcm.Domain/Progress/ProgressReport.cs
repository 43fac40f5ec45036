using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>A project's periodic report (method 8). A new version never erases the old one.</summary>
public sealed record ProgressReport
{
    public required InitiativeNumber Number { get; init; }

    /// <summary>Counted from 1 per initiative.</summary>
    public required int Version { get; init; }

    public required DateOnly ReportedAt { get; init; }

    public required PersonId By { get; init; }

    /// <summary>The id of the present phase.</summary>
    public required string Phase { get; init; }

    /// <summary>How much of the result is ready, per cent, 0 to 100; null when not told.</summary>
    public decimal? PercentReady { get; init; }

    public ImmutableArray<PhaseDates> Phases { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Dependencies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Null when not told.</summary>
    public Finance? Finance { get; init; }

    /// <summary>What was worked on since the last report.</summary>
    public ImmutableArray<string> Done { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was finished since the last report.</summary>
    public ImmutableArray<string> Completed { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Next { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Risk> Risks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The day the risks were last gone through: changed, or said to hold still. Null where that was not kept, then
    /// <see cref="RiskAnalysisAt"/> is the report's own day.
    /// </summary>
    public DateOnly? RisksReviewedAt { get; init; }

    /// <summary>The highest number a risk of this initiative ever had, so that none is given twice.</summary>
    public int HighestRisk { get; init; }

    /// <summary>How old the risk analysis is; null where there is none.</summary>
    [JsonIgnore]
    public DateOnly? RiskAnalysisAt => RisksReviewedAt ?? (Risks.IsEmpty ? null : ReportedAt);

    public ImmutableArray<string> Issues { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Milestone> Milestones { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Number of entrepreneurs helped since the last report; null when not told.</summary>
    public int? EntrepreneursHelped { get; init; }

    /// <summary>Target groups reached since the last report.</summary>
    public ImmutableArray<string> TargetGroupsReached { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <param name="Phase">The id of a phase.</param>
public sealed record PhaseDates(
    string Phase,
    DateOnly? PlannedStart = null,
    DateOnly? PlannedEnd = null,
    DateOnly? ActualStart = null,
    DateOnly? ActualEnd = null);

/// <summary>The money of a project, in euro.</summary>
/// <param name="AllocatedFundingAgency">Part of the allocated sum that comes through the funding agency; null when not told.</param>
/// <param name="AllocatedOthers">Part of the allocated sum that comes from others; null when not told.</param>
public sealed record Finance(
    decimal TotalRequired,
    decimal Allocated,
    decimal Spent,
    decimal? AllocatedFundingAgency = null,
    decimal? AllocatedOthers = null)
{
    /// <summary>Allocated minus spent, in euro; negative when more is spent than allocated.</summary>
    [JsonIgnore]
    public decimal Balance => Allocated - Spent;

    /// <summary>Required minus allocated, in euro; negative when more is allocated than required.</summary>
    [JsonIgnore]
    public decimal Need => TotalRequired - Allocated;
}

/// <param name="Chance">1 (small) to 5; null when not estimated.</param>
/// <param name="Effect">1 (small) to 5; null when not estimated.</param>
/// <param name="Owner">Who watches it, as written.</param>
public sealed record Risk(string Text, int? Chance = null, int? Effect = null, string? Measure = null, string? Owner = null)
{
    /// <summary>Chance times effect, 1 to 25; null when either is not estimated.</summary>
    [JsonIgnore]
    public int? Weight => Chance * Effect;

    /// <summary>The same risk has the same number in every report; 0 where it was never given one.</summary>
    public int Id { get; init; }
}

/// <summary>Something that will be ready: its days, and for the critical path how long the work takes and what it waits for.</summary>
/// <param name="Duration">Calendar days of work from when it can begin until it is ready; null when not told.</param>
public sealed record Milestone(string Name, DateOnly? PlannedEnd = null, DateOnly? ActualEnd = null, int? Duration = null)
{
    /// <summary>Positions in the report's own list, from 0, of the milestones that must be ready first.</summary>
    public ImmutableArray<int> Waits { get; init => field = value.IsDefault ? [] : value; } = [];
}
