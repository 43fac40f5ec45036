using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>The five steps of working with stakeholders, walked in a circle (method 7).</summary>
public enum StakeholderStep
{
    /// <summary>Who there is: of each is known what kind it is.</summary>
    Analysis,

    /// <summary>Each has its place between influence and interest.</summary>
    ForceField,

    /// <summary>Of those that matter is known what they win and lose.</summary>
    Issues,

    /// <summary>With those that matter an approach is agreed.</summary>
    Strategy,

    /// <summary>Somebody looked at the whole map again and found it right.</summary>
    Recalibration,
}

/// <summary>How far a step is.</summary>
/// <param name="Done">For how many stakeholders it is done.</param>
/// <param name="Of">For how many it has to be.</param>
/// <param name="At">When it was last worked on; null where it never was.</param>
public sealed record StepState(StakeholderStep Step, int Done, int Of, DateTimeOffset? At)
{
    public bool IsDone => At is not null && Done == Of;

    /// <summary>True where it was worked on so long ago that it says little about today.</summary>
    public bool IsOld(Norms norms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(norms);
        return At is { } at && now - at > TimeSpan.FromDays(7 * norms.StakeholderMapValidWeeks);
    }
}

/// <summary>What is missing on a horizon: kinds and sides that the programme expects there and that the map has none of.</summary>
public sealed record MissingStakeholders(Horizon Horizon, ImmutableArray<StakeholderSort> Sorts);

/// <summary>What a stakeholder map says of itself.</summary>
public static class StakeholderSteps
{
    /// <summary>The five steps in order. Issues and strategy are asked of whoever needs more than an eye kept on them.</summary>
    public static ImmutableArray<StepState> Of(StakeholderMap map, Norms norms)
    {
        ArgumentNullException.ThrowIfNull(map);
        var all = map.Stakeholders;
        var matter = all.Where(one => one.In(norms) is not Quadrant.Monitor).ToList();
        var placed = all.Count(one => one.IsPlaced);
        return
        [
            new(StakeholderStep.Analysis, all.Count(one => one.Kind is not null), all.Length, all.Max(one => one.KnownAt)),
            new(StakeholderStep.ForceField, placed, all.Length, all.Max(one => one.PlacedAt)),
            new(StakeholderStep.Issues, matter.Count(one => one.Wins is not null || one.Loses is not null), matter.Count, all.Max(one => one.IssuesAt)),
            new(StakeholderStep.Strategy, matter.Count(one => one.Approach is not null), matter.Count, all.Max(one => one.ApproachAt)),
            new(StakeholderStep.Recalibration, map.RecalibratedAt is null ? 0 : 1, 1, map.RecalibratedAt),
        ];
    }

    /// <summary>When somebody last did something on the map, or looked at the whole of it and found it right; null where nobody did.</summary>
    public static DateTimeOffset? LastWorkedOn(StakeholderMap map, Norms norms) => Of(map, norms).Max(static step => step.At);

    /// <summary>True where there is enough on the map to read it.</summary>
    public static bool IsMade(StakeholderMap? map, Norms norms)
    {
        ArgumentNullException.ThrowIfNull(norms);
        return map?.Stakeholders.Count(one => one.IsPlaced) >= norms.StakeholderMapAtLeast;
    }

    /// <summary>
    /// Who is missing, by horizon: on those of the initiative and on every shorter one, as what happens there carries the longer
    /// ones. An initiative that names no horizon is looked at on all of them.
    /// </summary>
    public static ImmutableArray<MissingStakeholders> Missing(StakeholderMap map, ImmutableArray<string> horizons, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(method);
        var last = horizons.Select(id => method.Horizons.IndexOf(method.Horizons.FirstOrDefault(one => one.Id == id)!)).DefaultIfEmpty(-1).Max();
        var there = map.Stakeholders.SelectMany(one => new[] { one.Kind, one.Side }).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. method.Horizons
                .Take(last < 0 ? method.Horizons.Length : last + 1)
                .Select(horizon => new MissingStakeholders(
                    horizon,
                    [.. method.StakeholderKinds.Concat(method.StakeholderSides).Where(sort => sort.ExpectedOn.Contains(horizon.Id) && !there.Contains(sort.Id))]))
                .Where(missing => !missing.Sorts.IsEmpty),
        ];
    }
}
