using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>From best to worst; unknown weighs least.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LightColour>))]
public enum LightColour
{
    Unknown,
    Green,
    Amber,
    Red,
}

/// <summary>Why a light has its colour.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LightCode>))]
public enum LightCode
{
    /// <summary>There is no report, or it says nothing on this.</summary>
    NotTold,

    /// <summary>Nothing is late.</summary>
    OnTime,

    /// <summary>Figure: days late; limit: days that are still amber; subject: the phase id or milestone.</summary>
    Late,

    /// <summary>Everything required is allocated. Figure: need in euro.</summary>
    Covered,

    /// <summary>Figure: need in euro; limit: the need in euro that is still amber.</summary>
    MoneyNeeded,

    /// <summary>No risk is told.</summary>
    NoRisks,

    /// <summary>Risks are told, but none has both chance and effect.</summary>
    RisksNotWeighed,

    /// <summary>Figure: highest chance times effect; limit: where red starts; subject: the risk.</summary>
    HeaviestRisk,

    /// <summary>Figure: days since the report; limit: days between reports.</summary>
    Fresh,

    /// <summary>Figure: days since the report, or since reports were owed; limit: days after which it is red.</summary>
    Overdue,
}

public sealed record Light(
    LightColour Colour, LightCode Code, decimal? Figure = null, decimal? Limit = null, string? Subject = null);

/// <summary>The lights of a project (method 8).</summary>
public sealed record Lights(Light Schedule, Light Money, Light Risk, Light Freshness)
{
    /// <summary>The worst of the four.</summary>
    [JsonIgnore]
    public LightColour Overall =>
        new[] { Schedule.Colour, Money.Colour, Risk.Colour, Freshness.Colour }.Max();

    /// <param name="report">The last report, or null when there is none.</param>
    /// <param name="owedSince">Since when reports are owed; only used when there is no report.</param>
    public static Lights Of(ProgressReport? report, Norms norms, DateOnly today, DateOnly? owedSince = null)
    {
        ArgumentNullException.ThrowIfNull(norms);
        return new Lights(
            ScheduleOf(report, norms, today),
            MoneyOf(report?.Finance, norms),
            RiskOf(report, norms),
            FreshnessOf(report?.ReportedAt, owedSince, norms, today));
    }

    /// <summary>Late is what is not finished (or started) after its planned day; what was finished late is late no more.</summary>
    private static Light ScheduleOf(ProgressReport? report, Norms norms, DateOnly today)
    {
        if (report is null)
        {
            return new Light(LightColour.Unknown, LightCode.NotTold);
        }

        var planned = report.Phases
            .Where(phase => phase.ActualEnd is null)
            .SelectMany(phase => new (string Subject, DateOnly? Day)[]
            {
                (phase.Phase, phase.ActualStart is null ? phase.PlannedStart : null),
                (phase.Phase, phase.PlannedEnd),
            })
            .Concat(report.Milestones
                .Where(milestone => milestone.ActualEnd is null)
                .Select(milestone => (Subject: milestone.Name, Day: milestone.PlannedEnd)))
            .Where(one => one.Day is not null)
            .Select(one => (one.Subject, Days: today.DayNumber - one.Day!.Value.DayNumber))
            .ToList();
        if (planned.Count == 0)
        {
            var told = report.Phases.Any(phase => phase.ActualEnd is not null)
                || report.Milestones.Any(milestone => milestone.ActualEnd is not null);
            return told
                ? new Light(LightColour.Green, LightCode.OnTime, 0, norms.LateAmberDays)
                : new Light(LightColour.Unknown, LightCode.NotTold);
        }

        var (subject, days) = planned.MaxBy(one => one.Days);
        return days <= 0
            ? new Light(LightColour.Green, LightCode.OnTime, 0, norms.LateAmberDays)
            : new Light(
                days <= norms.LateAmberDays ? LightColour.Amber : LightColour.Red,
                LightCode.Late, days, norms.LateAmberDays, subject);
    }

    private static Light MoneyOf(Finance? finance, Norms norms)
    {
        if (finance is null)
        {
            return new Light(LightColour.Unknown, LightCode.NotTold);
        }

        var amber = finance.TotalRequired * norms.NeedAmberShare;
        return finance.Need <= 0
            ? new Light(LightColour.Green, LightCode.Covered, finance.Need, amber)
            : new Light(
                finance.Need <= amber ? LightColour.Amber : LightColour.Red, LightCode.MoneyNeeded, finance.Need, amber);
    }

    private static Light RiskOf(ProgressReport? report, Norms norms)
    {
        if (report is null)
        {
            return new Light(LightColour.Unknown, LightCode.NotTold);
        }

        if (report.Risks.IsEmpty)
        {
            return new Light(LightColour.Green, LightCode.NoRisks);
        }

        var heaviest = report.Risks.Where(risk => risk.Weight is not null).MaxBy(risk => risk.Weight);
        if (heaviest?.Weight is not { } weight)
        {
            return new Light(LightColour.Unknown, LightCode.RisksNotWeighed, report.Risks.Length);
        }

        var colour = weight >= norms.RiskRedFrom ? LightColour.Red
            : weight >= norms.RiskAmberFrom ? LightColour.Amber
            : LightColour.Green;
        return new Light(colour, LightCode.HeaviestRisk, weight, norms.RiskRedFrom, heaviest.Text);
    }

    private static Light FreshnessOf(DateOnly? reportedAt, DateOnly? owedSince, Norms norms, DateOnly today)
    {
        if ((reportedAt ?? owedSince) is not { } since)
        {
            return new Light(LightColour.Unknown, LightCode.NotTold);
        }

        var days = today.DayNumber - since.DayNumber;
        var red = 2 * norms.ReportEveryDays;
        return days <= norms.ReportEveryDays
            ? new Light(
                reportedAt is null ? LightColour.Unknown : LightColour.Green,
                reportedAt is null ? LightCode.NotTold : LightCode.Fresh, days, norms.ReportEveryDays)
            : new Light(days <= red ? LightColour.Amber : LightColour.Red, LightCode.Overdue, days, red);
    }
}
