namespace Upcm.Domain;

/// <summary>An office that somebody holds: in a team, or in the workspace for the support team and the administrator.</summary>
public sealed record Appointment
{
    /// <summary>Of <see cref="Offices"/>.</summary>
    public required string Office { get; init; }

    /// <summary>Team id; null for an office of the workspace (<see cref="IsOfWorkspace"/>).</summary>
    public string? Team { get; init; }

    public required Somebody Person { get; init; }

    /// <summary>Holds it for somebody who is away.</summary>
    public bool Acting { get; init; }

    /// <summary>The last day; null where no end was agreed.</summary>
    public DateOnly? Until { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool On(DateOnly day) => Until is null || day <= Until;

    public static bool IsOfWorkspace(string office) => office is Offices.SupportTeam or Offices.Administrator;
}
