using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<ImpactField>))]
public enum ImpactField
{
    StatusDate,
    Goals,
    Results,
    Milestones,
    Activities,
    Cluster,
    ProductGroups,
    Modules,
    CriticalMaterials,
    Volumes,

    /// <summary>Key: band id; kton a year.</summary>
    Co2PerBand,
    Stakeholders,
    TargetGroups,
    ChangeMakers,

    /// <summary>Key: effect goal id.</summary>
    EffectGoals,

    /// <summary>Kton a year.</summary>
    Co2,
    SupplyRisk,

    /// <summary>Million euro.</summary>
    ValueAdded,

    /// <summary>Key: innovation function id; values: step ids.</summary>
    InnovationFunctions,

    /// <summary>Key: performance goal id; values: step ids.</summary>
    PerformanceGoals,
}

/// <summary>One field that differs. Numbers and days are written the same in every language: 26.5, 2020-10-15.</summary>
/// <param name="Before">Null when it was not told.</param>
/// <param name="After">Null when it is not told any more.</param>
public sealed record ImpactChange(ImpactField Field, string? Key, string? Before, string? After);

internal static class ImpactComparison
{
    public static ImmutableArray<ImpactChange> Between(ImpactSheet before, ImpactSheet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Told(before), Told(after));
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(key => new ImpactChange(key.Field, key.Key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .Where(change => change.Before != change.After)
                .OrderBy(change => change.Field)
                .ThenBy(change => change.Key, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<(ImpactField Field, string? Key), string> Told(ImpactSheet sheet) =>
        Lines(sheet)
            .Where(line => !string.IsNullOrWhiteSpace(line.Text))
            .GroupBy(line => (line.Field, line.Key))
            .ToDictionary(group => group.Key, group => string.Join("; ", group.Select(line => line.Text)));

    private static IEnumerable<(ImpactField Field, string? Key, string? Text)> Lines(ImpactSheet sheet) =>
    [
        (ImpactField.StatusDate, null, sheet.StatusDate.ToString("O", CultureInfo.InvariantCulture)),
        (ImpactField.Goals, null, sheet.Goals),
        (ImpactField.Results, null, sheet.Results),
        (ImpactField.Milestones, null, sheet.Milestones),
        (ImpactField.Activities, null, sheet.Activities),
        (ImpactField.Cluster, null, sheet.Cluster),
        (ImpactField.ProductGroups, null, Text(sheet.ProductGroups)),
        (ImpactField.Modules, null, Text(sheet.Modules)),
        (ImpactField.CriticalMaterials, null, Text(sheet.CriticalMaterials)),
        (ImpactField.Volumes, null, sheet.Volumes),
        .. sheet.Co2PerBand.Select(band => (ImpactField.Co2PerBand, (string?)band.Key, Text(band.Value))),
        (ImpactField.Stakeholders, null, Text(sheet.Stakeholders)),
        (ImpactField.TargetGroups, null, Text(sheet.TargetGroups)),
        (ImpactField.ChangeMakers, null, Text(sheet.ChangeMakers)),
        .. sheet.EffectGoals.Select(goal => (ImpactField.EffectGoals, (string?)goal.Goal, (string?)$"{goal.Horizon} {goal.Text}".Trim())),
        (ImpactField.Co2, null, Text(sheet.Co2)),
        (ImpactField.SupplyRisk, null, sheet.SupplyRisk),
        (ImpactField.ValueAdded, null, Text(sheet.ValueAdded)),
        .. sheet.InnovationFunctions.Select(one => (ImpactField.InnovationFunctions, (string?)one.Key, (string?)one.Value)),
        .. sheet.PerformanceGoals.Select(one => (ImpactField.PerformanceGoals, (string?)one.Key, (string?)one.Value)),
    ];

    private static string Text(ImmutableArray<string> lines) => string.Join(", ", lines);

    /// <summary>26 and 26.0 are the same figure.</summary>
    private static string? Text(decimal? figure) => figure?.ToString("0.############", CultureInfo.InvariantCulture);
}
