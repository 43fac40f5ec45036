namespace Upcm.Domain;

/// <summary>What the project leader has to be: written before one is chosen (method 4, first gate).</summary>
public sealed record LeaderProfile : IPaper
{
    public required InitiativeNumber Number { get; init; }

    public required int Version { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the leader has to know and to be able to do.</summary>
    public required string Skills { get; init; }

    /// <summary>How much time it takes, as written: two days a week.</summary>
    public string? Time { get; init; }
}
