using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>The indicators of the dashboard.</summary>
internal static class ReadDashboard
{
    private static readonly Dictionary<string, MeasureKind> Kinds = new(StringComparer.Ordinal)
    {
        ["D"] = MeasureKind.Derived,
        ["E"] = MeasureKind.Entered,
        ["Q"] = MeasureKind.Qualitative,
    };

    private static readonly Dictionary<string, DashboardColumn> Columns = new(StringComparer.Ordinal)
    {
        ["effect"] = DashboardColumn.Effect,
        ["performance"] = DashboardColumn.Performance,
        ["activities"] = DashboardColumn.Activities,
    };

    /// <summary>What each derivation takes beside its name; what ends in <c>!</c> it needs.</summary>
    private static readonly Dictionary<string, ImmutableArray<string>> Taken = new(StringComparer.Ordinal)
    {
        [Derivations.Initiatives] = ["teams", "phases"],
        [Derivations.Running] = ["teams", "phases"],
        [Derivations.WithEffect] = ["effect!"],
        [Derivations.Sheets] = [],
        [Derivations.Rated] = ["goal!", "step!"],
        [Derivations.Functions] = ["step!"],
        [Derivations.ProductGroups] = ["strategies"],
        [Derivations.Regions] = ["regions!"],
        [Derivations.TargetGroups] = [],
        [Derivations.ChangeMakers] = [],
        [Derivations.Entrepreneurs] = [],
    };

    public static ImmutableArray<DashboardIndicator> Indicators(Section root, WorkingMethod method) =>
        root.Has("dashboard") ? root.Each("dashboard", Kind.DashboardIndicator, (id, indicator) => One(id, indicator, method)) : [];

    private static DashboardIndicator One(string id, Section it, WorkingMethod method)
    {
        var kind = Kinds.GetValueOrDefault(it.OneOf("kind", Kinds.Keys));
        var column = Columns.GetValueOrDefault(it.OneOf("column", Columns.Keys));
        return new DashboardIndicator(
            id,
            it.Words("name"),
            kind == MeasureKind.Qualitative ? null : it.Words("unit"),
            it.Id("horizon", Kind.Horizon),
            column,
            column == DashboardColumn.Effect ? it.IdIfAny("effect-goal", Kind.EffectGoal) : null,
            column == DashboardColumn.Activities ? it.Id("pillar", Kind.Pillar) : null,
            kind,
            kind == MeasureKind.Derived ? Derived(it, method) : null);
    }

    private static Derivation? Derived(Section indicator, WorkingMethod method)
    {
        if (indicator.Inner("derived") is not { } it)
        {
            return null;
        }

        var name = it.OneOf("by", Taken.Keys);
        var takes = Taken.TryGetValue(name, out var own) ? own : [.. Taken.Values.SelectMany(static all => all).Select(static key => key.TrimEnd('!'))];
        bool Takes(string key) => (takes.Contains(key) && it.Has(key)) || takes.Contains($"{key}!");
        ImmutableArray<string> Ids(string key, Kind kind) => Takes(key) ? it.Ids(key, kind) : [];
        string? Id(string key, Kind kind) => Takes(key) ? it.Id(key, kind) : null;

        var derivation = new Derivation(name)
        {
            Teams = Ids("teams", Kind.Team),
            Phases = Ids("phases", Kind.Phase),
            Regions = Ids("regions", Kind.Region),
            Strategies = Ids("strategies", Kind.Strategy),
            Effect = Id("effect", Kind.IntendedEffect),
            Goal = Id("goal", Kind.PerformanceGoal),
            Step = Takes("step") ? it.OneOf("step", Steps(name, it.TextIfAny("goal"), method)) : null,
        };
        it.Done();
        return derivation;
    }

    /// <summary>The steps of the scale in question; all there are where that is not known.</summary>
    private static IReadOnlyCollection<string> Steps(string derivation, string? goal, WorkingMethod method)
    {
        var rated = derivation == Derivations.Functions ? method.InnovationFunctions : method.PerformanceGoals.Where(one => one.Id == goal);
        var scales = rated.Select(one => one.Scale).ToHashSet(StringComparer.Ordinal);
        return [.. method.Scales.Where(scale => scales.Count == 0 || scales.Contains(scale.Id)).SelectMany(scale => scale.Steps).Select(step => step.Id).Distinct()];
    }
}
