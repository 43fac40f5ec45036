using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What somebody entered for an indicator. A later one never erases an earlier one.</summary>
public sealed record DashboardEntry
{
    public required string Indicator { get; init; }

    /// <summary>Counted from 1 per indicator.</summary>
    public required int Version { get; init; }

    /// <summary>In the indicator's unit; null where it is a text.</summary>
    public decimal? Value { get; init; }

    public string? Text { get; init; }

    /// <summary>The day it holds for.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where it was found.</summary>
    public required string Source { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was taken away; null while it counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    public Somebody? WithdrawnBy { get; init; }
}

/// <summary>An indicator with its value now.</summary>
/// <param name="Measured">Where the bot derives it.</param>
/// <param name="Entry">The entry with the latest day, where somebody entered one.</param>
public sealed record DashboardValue(DashboardIndicator Indicator, Measured? Measured, DashboardEntry? Entry)
{
    public decimal? Value => Measured?.Value ?? Entry?.Value;

    public decimal? Of => Measured?.Of;

    public string? Text => Entry?.Text;

    public bool IsKnown => Value is not null || Text is not null;
}

/// <summary>Every value of the dashboard at one moment, to compare with.</summary>
public sealed record DashboardSnapshot
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the rhythm made it.</summary>
    public Somebody? By { get; init; }

    /// <summary>By the id of the indicator; only what was known.</summary>
    public ImmutableSortedDictionary<string, SnapshotValue> Values { get; init => field = value ?? ImmutableSortedDictionary<string, SnapshotValue>.Empty; } =
        ImmutableSortedDictionary<string, SnapshotValue>.Empty;

    public static DashboardSnapshot Of(IEnumerable<DashboardValue> values, Somebody? by, DateTimeOffset at) => new()
    {
        At = at,
        By = by,
        Values = values.Where(static one => one.IsKnown).ToImmutableSortedDictionary(
            static one => one.Indicator.Id, static one => new SnapshotValue(one.Value, one.Of, one.Text, one.Entry?.Date), StringComparer.Ordinal),
    };

    /// <summary>What is otherwise now than it was then, in the order of the dashboard.</summary>
    public ImmutableArray<DashboardChange> Changes(IEnumerable<DashboardValue> now) =>
    [
        .. now.Select(one => new DashboardChange(one.Indicator, Values.GetValueOrDefault(one.Indicator.Id), one))
            .Where(static change => (change.Before?.Value, change.Before?.Text) != (change.Now.Value, change.Now.Text)),
    ];
}

/// <param name="Date">The day it held for, where it was entered.</param>
public sealed record SnapshotValue(decimal? Value, decimal? Of, string? Text, DateOnly? Date);

/// <param name="Before">Null where it was not known then.</param>
public sealed record DashboardChange(DashboardIndicator Indicator, SnapshotValue? Before, DashboardValue Now)
{
    /// <summary>Null where one of the two is not a number.</summary>
    public decimal? Difference => Now.Value - Before?.Value;
}
