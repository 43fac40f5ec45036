using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>A risk in one report, or that it was no longer named in it.</summary>
/// <param name="Risk">Null where it left the register.</param>
public sealed record RiskMoment(int Version, DateOnly ReportedAt, Risk? Risk);

/// <summary>One risk through all reports: only where it changed.</summary>
public sealed record RiskTrack(int Id, ImmutableArray<RiskMoment> Moments)
{
    /// <summary>Null where it is no longer in the register.</summary>
    public Risk? Now => Moments[^1].Risk;
}

/// <summary>The risks of an initiative, each under a number of its own.</summary>
public static class RiskRegister
{
    /// <summary>
    /// The report with every risk numbered: one with the words or else the place of an earlier one is the same risk.
    /// </summary>
    /// <param name="previous">The report before it, numbered too, or null.</param>
    /// <param name="reviewed">True where it was said that the risks were gone through.</param>
    public static ProgressReport Numbered(ProgressReport report, ProgressReport? previous, bool reviewed)
    {
        ArgumentNullException.ThrowIfNull(report);
        var before = Numbers(previous);
        var highest = Math.Max(previous?.HighestRisk ?? 0, before.Select(risk => risk.Id).DefaultIfEmpty().Max());
        var taken = report.Risks.Select(risk => before.FirstOrDefault(old => Same(old, risk))?.Id ?? 0).ToArray();
        var risks = report.Risks.Select((risk, at) =>
        {
            var inPlace = at < before.Length && !taken.Contains(before[at].Id) ? before[at].Id : 0;
            return risk with { Id = taken[at] > 0 ? taken[at] : inPlace > 0 ? inPlace : ++highest };
        }).ToImmutableArray();
        return report with
        {
            Risks = risks,
            HighestRisk = highest,
            RisksReviewedAt = reviewed || !risks.SequenceEqual(before) ? report.ReportedAt : previous?.RiskAnalysisAt,
        };
    }

    /// <summary>Every risk there ever was, in the order of their numbers.</summary>
    /// <param name="reports">Oldest first.</param>
    public static ImmutableArray<RiskTrack> Of(IEnumerable<ProgressReport> reports)
    {
        var moments = new SortedDictionary<int, List<RiskMoment>>();
        foreach (var report in reports)
        {
            var risks = Numbers(report);
            foreach (var id in risks.Select(risk => risk.Id).Union(moments.Keys.ToList()))
            {
                var risk = risks.FirstOrDefault(one => one.Id == id);
                moments.TryAdd(id, []);
                if (moments[id] is [] || moments[id][^1].Risk != risk)
                {
                    moments[id].Add(new RiskMoment(report.Version, report.ReportedAt, risk));
                }
            }
        }

        return [.. moments.Select(track => new RiskTrack(track.Key, [.. track.Value]))];
    }

    /// <summary>In reports from before risks had numbers, their place is their number.</summary>
    private static ImmutableArray<Risk> Numbers(ProgressReport? report) =>
        [.. (report?.Risks ?? []).Select((risk, at) => risk.Id > 0 ? risk : risk with { Id = at + 1 })];

    private static bool Same(Risk one, Risk other) => string.Equals(one.Text, other.Text, StringComparison.OrdinalIgnoreCase);
}
