using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>What can come of a tension (method 9).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeKind>))]
public enum OutcomeKind
{
    RoleCreated,
    RoleChanged,
    RoleEnded,
    AccountabilityAdded,
    AccountabilityRemoved,
    FillerAppointed,
    FillerEnded,
    PolicySet,
    ActionAgreed,

    /// <summary>Passed to another team.</summary>
    PassedOn,
    Dropped,
}

/// <summary>One thing that was agreed; which parts it has follows from its kind.</summary>
public sealed record Outcome
{
    public required OutcomeKind Kind { get; init; }

    /// <summary>The role it is about; for a new role the id it gets.</summary>
    public RoleId? Role { get; init; }

    /// <summary>A role's new name.</summary>
    public string? Name { get; init; }

    /// <summary>A purpose, an accountability, a policy, an action, or why a tension was dropped.</summary>
    public string? Text { get; init; }

    /// <summary>A new role's horizon.</summary>
    public string? Horizon { get; init; }

    /// <summary>Who fills the role, or who does what was agreed.</summary>
    public Somebody? Person { get; init; }

    public bool Acting { get; init; }

    /// <summary>The last day of filling a role, or the day an action is due.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The team a tension is passed to.</summary>
    public string? Team { get; init; }

    /// <summary>True where it changes the register of roles.</summary>
    [JsonIgnore]
    public bool ChangesRoles => Kind is not (OutcomeKind.ActionAgreed or OutcomeKind.PassedOn or OutcomeKind.Dropped);
}
