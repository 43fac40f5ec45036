using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>What the partners promised each other (method 4): its parts as the commitment gate asks for them, and who signed.</summary>
public sealed record ProjectContract : IPaper
{
    public required InitiativeNumber Number { get; init; }

    public required int Version { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Result { get; init; }

    public string? Scope { get; init; }

    /// <summary>What was agreed to fall outside.</summary>
    public string? OutOfScope { get; init; }

    /// <summary>What shows that the criteria of the earlier gates are met.</summary>
    public string? EarlierCriteria { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Term { get; init; }

    /// <summary>In euro.</summary>
    public decimal? MeansNeeded { get; init; }

    /// <summary>In euro.</summary>
    public decimal? MeansGranted { get; init; }

    /// <summary>The criteria that the result will be tested by, one each.</summary>
    public ImmutableArray<string> Tests { get; init => field = value.IsDefault ? [] : value; } = [];

    public DateOnly? SignedOn { get; init; }

    /// <summary>Who signed: people or organisations, as written.</summary>
    public ImmutableArray<string> SignedBy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where the signed contract lies.</summary>
    public string? Place { get; init; }

    [JsonIgnore]
    public bool IsSigned => SignedOn is not null && !SignedBy.IsEmpty;

    [JsonIgnore]
    public bool SaysScopeAndResult => Result is not null && Scope is not null;

    [JsonIgnore]
    public bool SaysMeans => MeansNeeded is not null && MeansGranted is not null;
}
