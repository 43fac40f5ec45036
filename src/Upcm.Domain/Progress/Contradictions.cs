using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<ContradictionCode>))]
public enum ContradictionCode
{
    /// <summary>Subject: phase id; day: its actual start; against: the report's day.</summary>
    StartAfterReport,

    /// <summary>Subject: phase id or milestone; day: its actual end; against: the report's day.</summary>
    EndAfterReport,

    /// <summary>Figure: spent, against: allocated; euro.</summary>
    SpentAboveAllocated,

    /// <summary>Figure: per cent ready now, against: before.</summary>
    PercentFell,

    /// <summary>Figure: the parts of the allocated sum together, against: the allocated sum; euro.</summary>
    PartsDoNotAddUp,

    /// <summary>Subject: the phase told to be completed; text: where; the report is still in an earlier phase.</summary>
    LaterPhaseCompleted,

    /// <summary>Subject: phase id; day: planned end; against: planned start.</summary>
    PlannedEndBeforeStart,

    /// <summary>Subject: phase id; day: actual end; against: actual start.</summary>
    ActualEndBeforeStart,

    /// <summary>Subject: milestone; day: planned or actual day; against: the day the project began.</summary>
    MilestoneBeforeStart,

    /// <summary>Subject: milestone that is ready; text: one it waits for that is not.</summary>
    ReadyBeforeWhatItWaitsFor,
}

/// <summary>Something in a report that does not agree with itself. Pointed out, never refused.</summary>
public sealed record Contradiction(ContradictionCode Code)
{
    public string? Subject { get; init; }

    public string? Text { get; init; }

    public decimal? Figure { get; init; }

    public decimal? AgainstFigure { get; init; }

    public DateOnly? Day { get; init; }

    public DateOnly? AgainstDay { get; init; }
}

/// <summary>Finds contradictions in a progress report.</summary>
public static class Contradictions
{
    /// <param name="previous">The report before this one, or null.</param>
    /// <param name="phases">The phases of the programme, in their order.</param>
    public static ImmutableArray<Contradiction> In(
        ProgressReport report, ProgressReport? previous, ImmutableArray<Phase> phases)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. InDates(report), .. InMilestones(report), .. InMoney(report), .. InProgress(report, previous), .. InPhases(report, phases)];
    }

    private static IEnumerable<Contradiction> InDates(ProgressReport report)
    {
        foreach (var phase in report.Phases)
        {
            if (phase.ActualStart > report.ReportedAt)
            {
                yield return Days(ContradictionCode.StartAfterReport, phase.Phase, phase.ActualStart, report.ReportedAt);
            }

            if (phase.ActualEnd > report.ReportedAt)
            {
                yield return Days(ContradictionCode.EndAfterReport, phase.Phase, phase.ActualEnd, report.ReportedAt);
            }

            if (phase.PlannedEnd < phase.PlannedStart)
            {
                yield return Days(ContradictionCode.PlannedEndBeforeStart, phase.Phase, phase.PlannedEnd, phase.PlannedStart);
            }

            if (phase.ActualEnd < phase.ActualStart)
            {
                yield return Days(ContradictionCode.ActualEndBeforeStart, phase.Phase, phase.ActualEnd, phase.ActualStart);
            }
        }

        foreach (var milestone in report.Milestones.Where(milestone => milestone.ActualEnd > report.ReportedAt))
        {
            yield return Days(ContradictionCode.EndAfterReport, milestone.Name, milestone.ActualEnd, report.ReportedAt);
        }
    }

    private static IEnumerable<Contradiction> InMilestones(ProgressReport report)
    {
        var began = Plan.StartOf(report);
        foreach (var milestone in report.Milestones)
        {
            if ((milestone.ActualEnd ?? milestone.PlannedEnd) is { } day && day < began)
            {
                yield return Days(ContradictionCode.MilestoneBeforeStart, milestone.Name, day, began.Value);
            }

            var open = milestone.Waits.Where(at => at >= 0 && at < report.Milestones.Length).Select(at => report.Milestones[at]).FirstOrDefault(one => one.ActualEnd is null);
            if (milestone.ActualEnd is not null && open is not null)
            {
                yield return new Contradiction(ContradictionCode.ReadyBeforeWhatItWaitsFor) { Subject = milestone.Name, Text = open.Name };
            }
        }
    }

    private static IEnumerable<Contradiction> InMoney(ProgressReport report)
    {
        if (report.Finance is not { } finance)
        {
            yield break;
        }

        if (finance.Spent > finance.Allocated)
        {
            yield return Figures(ContradictionCode.SpentAboveAllocated, finance.Spent, finance.Allocated);
        }

        var parts = (finance.AllocatedFundingAgency ?? 0) + (finance.AllocatedOthers ?? 0);
        var bothTold = finance is { AllocatedFundingAgency: not null, AllocatedOthers: not null };
        if (bothTold ? parts != finance.Allocated : parts > finance.Allocated)
        {
            yield return Figures(ContradictionCode.PartsDoNotAddUp, parts, finance.Allocated);
        }
    }

    private static IEnumerable<Contradiction> InProgress(ProgressReport report, ProgressReport? previous)
    {
        if (report.PercentReady is { } now && previous?.PercentReady is { } before && now < before)
        {
            yield return Figures(ContradictionCode.PercentFell, now, before);
        }
    }

    /// <summary>
    /// The last phase is left out: nothing is done in it, and its Dutch name (closed) is an everyday word for concluding.
    /// </summary>
    private static IEnumerable<Contradiction> InPhases(ProgressReport report, ImmutableArray<Phase> phases)
    {
        var later = phases.SkipWhile(phase => phase.Id != report.Phase).Skip(1).SkipLast(1);
        foreach (var phase in later)
        {
            var text = report.Completed.FirstOrDefault(line => Mentions(line, phase));
            var ended = report.Phases.Any(dates => dates.Phase == phase.Id && dates.ActualEnd is not null);
            if (text is not null || ended)
            {
                yield return new Contradiction(ContradictionCode.LaterPhaseCompleted) { Subject = phase.Id, Text = text };
            }
        }
    }

    private static bool Mentions(string line, Phase phase) =>
        new[] { phase.Id, phase.Name.Nl, phase.Name.En }
            .Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static Contradiction Days(ContradictionCode code, string subject, DateOnly? day, DateOnly? against) =>
        new(code) { Subject = subject, Day = day, AgainstDay = against };

    private static Contradiction Figures(ContradictionCode code, decimal figure, decimal against) =>
        new(code) { Figure = figure, AgainstFigure = against };
}
