using System.Collections.Immutable;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>Reads an impact sheet. What its figures claim is weighed by the bot, not refused here.</summary>
internal static class ReadSheet
{
    public static ImpactSheet Of(Group row, int version, WorkingMethod method)
    {
        if (!row.Has("status-date"))
        {
            row.Missing("status-date");
        }

        var sheet = new ImpactSheet
        {
            Number = default,
            Version = version,
            StatusDate = row.Day("status-date") ?? default,
            By = (row.Person("by") ?? PortfolioItem.Importer).Id,
            Goals = row.Text("goals"),
            Results = row.Text("results"),
            Milestones = row.Text("milestones"),
            Activities = row.Text("activities"),
            Cluster = row.OneOf("cluster", method.Clusters.Select(cluster => cluster.Id)),
            ProductGroups = row.Texts("groups", 10),
            Modules = row.Texts("modules"),
            CriticalMaterials = row.Texts("materials", 100),
            Volumes = row.Text("volumes"),
            Co2PerBand = PerBand(row, method),
            Stakeholders = row.Texts("stakeholders"),
            TargetGroups = row.Texts("target-groups"),
            ChangeMakers = row.Texts("change-makers"),
            EffectGoals = [.. row.Rows("effect-goals").Select(goal => Goal(goal, method))],
            Co2 = row.Number("co2", -1_000_000, 1_000_000),
            SupplyRisk = row.OneOf("supply-risk", Steps("supply-risk", method)),
            ValueAdded = row.Number("value-added", -1_000_000, 1_000_000),
            InnovationFunctions = Rated(row, "innovation-functions", method.InnovationFunctions, method),
            PerformanceGoals = Rated(row, "performance-goals", method.PerformanceGoals, method),
        };
        row.Done();
        return sheet;
    }

    private static ImmutableSortedDictionary<string, decimal?> PerBand(Group row, WorkingMethod method)
    {
        if (row.Inner("co2-per-band") is not { } bands)
        {
            return ImmutableSortedDictionary<string, decimal?>.Empty;
        }

        var told = method.Bands
            .Where(band => bands.Has(band.Id))
            .ToImmutableSortedDictionary(band => band.Id, band => bands.Number(band.Id, -1_000_000, 1_000_000), StringComparer.Ordinal);
        bands.Done();
        return told;
    }

    private static EffectGoal Goal(Group goal, WorkingMethod method)
    {
        _ = goal.Needed("goal");
        var read = new EffectGoal(
            goal.OneOf("goal", method.EffectGoals.Select(one => one.Id)) ?? "",
            goal.OneOf("horizon", method.Horizons.Select(one => one.Id)),
            goal.Needed("text"));
        goal.Done();
        return read;
    }

    private static ImmutableSortedDictionary<string, string> Rated(Group row, string key, ImmutableArray<Indicator> indicators, WorkingMethod method)
    {
        if (row.Inner(key) is not { } ratings)
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        var rated = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            if (ratings.OneOf(indicator.Id, Steps(indicator.Scale, method)) is { } step)
            {
                rated[indicator.Id] = step;
            }
        }

        ratings.Done();
        return rated.ToImmutable();
    }

    private static IEnumerable<string> Steps(string scale, WorkingMethod method) => method.Scale(scale)?.Steps.Select(step => step.Id) ?? [];
}
