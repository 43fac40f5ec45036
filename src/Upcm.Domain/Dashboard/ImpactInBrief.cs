using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>
/// What the newest impact sheet says, kept with its initiative: so that one document says all that the initiative counts
/// towards, and a sheet stops counting when its initiative is stopped.
/// </summary>
public sealed record ImpactInBrief
{
    /// <summary>Of the sheet.</summary>
    public required int Version { get; init; }

    /// <summary>Kton a year.</summary>
    public decimal? Co2 { get; init; }

    /// <summary>Million euro.</summary>
    public decimal? ValueAdded { get; init; }

    public string? SupplyRisk { get; init; }

    public ImmutableArray<string> ProductGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Effect goal and horizon, or <c>-</c> where none is told: <c>milieu/0-5j</c>.</summary>
    public ImmutableArray<string> EffectGoals { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> TargetGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> ChangeMakers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Innovation function id to step id.</summary>
    public ImmutableSortedDictionary<string, string> InnovationFunctions { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Performance goal id to step id.</summary>
    public ImmutableSortedDictionary<string, string> PerformanceGoals { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } =
        ImmutableSortedDictionary<string, string>.Empty;

    public static ImpactInBrief Of(ImpactSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new ImpactInBrief
        {
            Version = sheet.Version,
            Co2 = sheet.Co2,
            ValueAdded = sheet.ValueAdded,
            SupplyRisk = sheet.SupplyRisk,
            ProductGroups = sheet.ProductGroups,
            EffectGoals = [.. sheet.EffectGoals.Select(static goal => $"{goal.Goal}/{goal.Horizon ?? "-"}").Distinct()],
            TargetGroups = sheet.TargetGroups,
            ChangeMakers = sheet.ChangeMakers,
            InnovationFunctions = sheet.InnovationFunctions,
            PerformanceGoals = sheet.PerformanceGoals,
        };
    }
}
