using System.Globalization;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>What comes round in the programme (method 9, 10).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OccasionKind>))]
public enum OccasionKind
{
    /// <summary>The weekly digest to each linking pin.</summary>
    Digest,

    /// <summary>The summary ahead of the role meeting.</summary>
    Summary,

    /// <summary>On every working day: who owes a report or an action hears of it.</summary>
    Reminders,

    /// <summary>The monthly snapshot of the dashboard to the support team.</summary>
    Snapshot,
}

/// <summary>One time that something comes round.</summary>
/// <param name="Id">
/// Unique per workspace, by what was planned and never by when it ran: <c>digest/2026-W48</c>, <c>summary/2026-11-24</c>.
/// </param>
/// <param name="At">When it is due.</param>
/// <param name="About">What it is ahead of: the start of the role meeting; the same as <paramref name="At"/> for the others.</param>
public sealed record Occasion(OccasionKind Kind, string Id, DateTimeOffset At, DateTimeOffset About)
{
    /// <summary>The day it was planned on, before days off and people moved it.</summary>
    public DateOnly Planned { get; init; }

    public static string DigestId(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"digest/{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");

    /// <param name="team">Null for the support team, whose meeting it was before others had one.</param>
    public static string SummaryId(DateOnly meeting, string? team = null) =>
        string.Create(CultureInfo.InvariantCulture, $"summary/{(team is null ? "" : team + "/")}{meeting:yyyy-MM-dd}");

    public static string RemindersId(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"reminders/{day:yyyy-MM-dd}");

    public static string SnapshotId(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"snapshot/{day:yyyy-MM}");
}
