using System.Globalization;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>The number people call a tension by, counted per workspace.</summary>
public readonly record struct TensionId(int Number)
{
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

[JsonConverter(typeof(JsonStringEnumConverter<TensionState>))]
public enum TensionState
{
    /// <summary>Waits on a table.</summary>
    Open,

    /// <summary>An outcome was agreed.</summary>
    Resolved,
    Withdrawn,

    /// <summary>Became part of another.</summary>
    Merged,

    /// <summary>A meeting decided to do nothing with it.</summary>
    Dropped,
}

/// <summary>The gap somebody senses between what is and what could be (method 9).</summary>
public sealed record Tension
{
    public required TensionId Id { get; init; }

    /// <summary>In one sentence.</summary>
    public required string Text { get; init; }

    public string? Explanation { get; init; }

    /// <summary>What the raiser would do about it.</summary>
    public string? Proposal { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The role it was raised from.</summary>
    public RoleId? Role { get; init; }

    /// <summary>The team whose table it lies on.</summary>
    public required string Team { get; init; }

    /// <summary>Of <see cref="Tables"/>.</summary>
    public required string Table { get; init; }

    /// <summary>The team it came from: that of the role, or the one that passed it on; null where it came from no team.</summary>
    public string? FromTeam { get; init; }

    /// <summary>The initiative it is about, where it names one.</summary>
    public InitiativeNumber? Initiative { get; init; }

    public TensionState State { get; init; }

    /// <summary>The tension it became part of.</summary>
    public TensionId? Into { get; init; }

    /// <summary>How often a meeting left it for the next.</summary>
    public int CarriedOver { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Lies on the table of another team than it came from.</summary>
    [JsonIgnore]
    public bool CrossesTeams => FromTeam is not null && FromTeam != Team;

    /// <summary>In whole days.</summary>
    public int Age(DateTimeOffset now) => (int)(now - At).TotalDays;
}

/// <summary>Where a tension can be handled. The programme file gives them their words.</summary>
public static class Tables
{
    public const string RoleMeeting = "role-meeting";
    public const string WorkUpdate = "work-update";
    public const string SteeringMeeting = "steering-meeting";
    public const string DirectAction = "direct-action";
    public const string OtherTeam = "other-team";

    public static System.Collections.Immutable.ImmutableArray<string> All { get; } = [OtherTeam, SteeringMeeting, RoleMeeting, DirectAction, WorkUpdate];
}
