namespace Upcm.Domain;

/// <summary>The proposal worked out: what the client decides on at the end of the definition phase (method 4).</summary>
public sealed record ProjectBrief : IPaper
{
    public required InitiativeNumber Number { get; init; }

    public required int Version { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What will be there at the end, so that everyone reads the same in it.</summary>
    public required string Result { get; init; }

    public required string Approach { get; init; }

    public string? Parties { get; init; }

    public string? Planning { get; init; }

    public string? Means { get; init; }

    /// <summary>Where the whole of it lies.</summary>
    public string? Place { get; init; }
}
