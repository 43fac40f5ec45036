using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>Where the value of an indicator comes from.</summary>
public enum MeasureKind
{
    /// <summary>The bot derives it from its own records.</summary>
    Derived,

    /// <summary>Somebody enters a number.</summary>
    Entered,

    /// <summary>Somebody enters a text.</summary>
    Qualitative,
}

public enum DashboardColumn
{
    Effect,
    Performance,
    Activities,
}

/// <summary>One thing that is looked at on one horizon (method 11).</summary>
/// <param name="EffectGoal">In the column of effects: the goal it says something about, or null where it is about all.</param>
/// <param name="Pillar">In the column of activities: whose they are.</param>
/// <param name="Unit">What is counted or measured; null for a text.</param>
/// <param name="From">How it is derived, where the bot derives it.</param>
public sealed record DashboardIndicator(
    string Id, Words Name, Words? Unit, string Horizon, DashboardColumn Column, string? EffectGoal, string? Pillar, MeasureKind Kind, Derivation? From);

/// <summary>How a value follows from what is counted. The programme file may only name the mechanisms of <see cref="Derivations"/>.</summary>
public sealed record Derivation(string Name)
{
    public ImmutableArray<string> Teams { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Phases { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Regions { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> Strategies { get; init => field = value.IsDefault ? [] : value; } = [];

    public string? Effect { get; init; }

    /// <summary>A performance goal.</summary>
    public string? Goal { get; init; }

    /// <summary>The lowest step of the scale that counts.</summary>
    public string? Step { get; init; }
}

/// <summary>The mechanisms that derive a value.</summary>
public static class Derivations
{
    /// <summary>Initiatives that were not stopped, in some teams and phases or in all.</summary>
    public const string Initiatives = "initiatives";

    /// <summary>The same, and still running.</summary>
    public const string Running = "initiatives-running";

    /// <summary>Initiatives that intend an effect.</summary>
    public const string WithEffect = "initiatives-with-effect";

    /// <summary>Initiatives with an impact sheet, of all.</summary>
    public const string Sheets = "impact-sheets";

    /// <summary>Initiatives whose impact sheet rates a performance goal at a step or higher.</summary>
    public const string Rated = "goal-rated";

    /// <summary>Innovation functions that an impact sheet rates at a step or higher, of all.</summary>
    public const string Functions = "innovation-functions";

    /// <summary>Product groups that an initiative touches, by some strategies or by any.</summary>
    public const string ProductGroups = "product-groups";

    /// <summary>Regions with an initiative, of those that are named.</summary>
    public const string Regions = "regions";

    public const string TargetGroups = "target-groups";
    public const string ChangeMakers = "change-makers";
    public const string Entrepreneurs = "entrepreneurs-helped";

    /// <summary>What is named, and counted by its name: what stakeholders can count as.</summary>
    public static ImmutableArray<string> Named { get; } = [TargetGroups, ChangeMakers];
}
