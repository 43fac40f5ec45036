using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>An organisation or a role that an initiative has to do with (method 7).</summary>
public sealed record Stakeholder
{
    /// <summary>Counted from 1 within the initiative and never given twice; the number in the map.</summary>
    public int Id { get; init; }

    /// <summary>An organisation or a role, never a person.</summary>
    public required string Name { get; init; }

    /// <summary>Id of one of the programme's sides: user, doer, supplier, decider.</summary>
    public string? Side { get; init; }

    /// <summary>Id of one of the programme's kinds: change maker, target group, ….</summary>
    public string? Kind { get; init; }

    /// <summary>1 to 5; null while nobody has judged it.</summary>
    public int? Influence { get; init; }

    /// <summary>1 to 5; null while nobody has judged it.</summary>
    public int? Interest { get; init; }

    /// <summary>True where the interest is against the initiative.</summary>
    public bool Against { get; init; }

    public string? Wins { get; init; }

    public string? Loses { get; init; }

    /// <summary>What was agreed to do with them.</summary>
    public string? Approach { get; init; }

    /// <summary>The role that keeps in touch.</summary>
    public string? Contact { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When side, kind or name last changed.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>When influence or interest last changed; null while neither was judged.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>When what they win or lose last changed.</summary>
    public DateTimeOffset? IssuesAt { get; init; }

    /// <summary>When the approach or the contact role last changed.</summary>
    public DateTimeOffset? ApproachAt { get; init; }

    [JsonIgnore]
    public bool IsPlaced => Influence is not null && Interest is not null;

    /// <summary>Where the stakeholder stands in the map; null while not placed.</summary>
    public Quadrant? In(Norms norms)
    {
        ArgumentNullException.ThrowIfNull(norms);
        return IsPlaced
            ? (Influence >= norms.MuchInfluenceFrom, Interest >= norms.MuchInterestFrom) switch
            {
                (true, true) => Quadrant.InvolveClosely,
                (true, false) => Quadrant.KeepSatisfied,
                (false, true) => Quadrant.KeepInformed,
                _ => Quadrant.Monitor,
            }
            : null;
    }
}

/// <summary>The quarters of the influence-interest map (Mendelow), by the approach that each asks for.</summary>
public enum Quadrant
{
    /// <summary>Much influence, much interest.</summary>
    InvolveClosely,

    /// <summary>Much influence, little interest.</summary>
    KeepSatisfied,

    /// <summary>Little influence, much interest.</summary>
    KeepInformed,

    /// <summary>Little influence, little interest.</summary>
    Monitor,
}
