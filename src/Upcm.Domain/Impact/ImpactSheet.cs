using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What an initiative is expected to do (method 5). A new version never erases the old one.</summary>
public sealed record ImpactSheet
{
    public required InitiativeNumber Number { get; init; }

    /// <summary>Counted from 1 per initiative.</summary>
    public required int Version { get; init; }

    public required DateOnly StatusDate { get; init; }

    public required PersonId By { get; init; }

    public string? Goals { get; init; }

    public string? Results { get; init; }

    public string? Milestones { get; init; }

    public string? Activities { get; init; }

    /// <summary>The id of a product cluster.</summary>
    public string? Cluster { get; init; }

    /// <summary>SBI codes; a code outside the programme's table is allowed.</summary>
    public ImmutableArray<string> ProductGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Modules { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Element symbols and names of groups.</summary>
    public ImmutableArray<string> CriticalMaterials { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Volumes { get; init; }

    /// <summary>Band id to the CO2 avoided, kton a year; null or absent when not told.</summary>
    public ImmutableSortedDictionary<string, decimal?> Co2PerBand { get; init => field = value ?? ImmutableSortedDictionary<string, decimal?>.Empty; } =
        ImmutableSortedDictionary<string, decimal?>.Empty;

    public ImmutableArray<string> Stakeholders { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> TargetGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> ChangeMakers { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<EffectGoal> EffectGoals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The CO2 avoided, kton a year; positive is less CO2.</summary>
    public decimal? Co2 { get; init; }

    /// <summary>The id of a step: how the risk of supply changes.</summary>
    public string? SupplyRisk { get; init; }

    /// <summary>Value added, million euro against 2019.</summary>
    public decimal? ValueAdded { get; init; }

    /// <summary>Innovation function id to step id.</summary>
    public ImmutableSortedDictionary<string, string> InnovationFunctions { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Performance goal id to step id.</summary>
    public ImmutableSortedDictionary<string, string> PerformanceGoals { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What differs from the first to the second version, in the order of the sheet.</summary>
    public static ImmutableArray<ImpactChange> Compare(ImpactSheet before, ImpactSheet after) =>
        ImpactComparison.Between(before, after);
}

/// <param name="Goal">The id of an effect goal.</param>
/// <param name="Horizon">The id of a horizon.</param>
public sealed record EffectGoal(string Goal, string? Horizon, string Text);
