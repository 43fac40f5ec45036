using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>What became of one criterion.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResultVerdict>))]
public enum ResultVerdict
{
    Met,
    Partly,
    NotMet,
}

/// <summary>One criterion of the contract with its verdict.</summary>
/// <param name="Shows">What it shows from: a measurement, a report, a link.</param>
public sealed record CriterionResult(string Criterion, ResultVerdict Verdict, string Shows);

/// <summary>The impact that is seen, to lay beside what an impact sheet claimed; null where nothing can be said yet.</summary>
/// <param name="Co2">The CO2 avoided, kton a year; positive is less CO2.</param>
/// <param name="SupplyRisk">The id of a step of the scale of supply risk.</param>
/// <param name="ValueAdded">Million euro against 2019.</param>
/// <param name="Explanation">Why it differs from the claim.</param>
public sealed record SeenImpact(decimal? Co2 = null, string? SupplyRisk = null, decimal? ValueAdded = null, string? Explanation = null);

/// <summary>How a project turned out (method 13). A new version never erases the old one.</summary>
public sealed record EvaluationReport : IPaper
{
    public required InitiativeNumber Number { get; init; }

    public required int Version { get; init; }

    public required Somebody By { get; init; }

    public required DateTimeOffset At { get; init; }

    public ImmutableArray<CriterionResult> Criteria { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The version of the impact sheet it looks back at; null where there is none.</summary>
    public int? SheetVersion { get; init; }

    public SeenImpact Impact { get; init => field = value ?? new SeenImpact(); } = new();

    /// <summary>What to steer differently in next projects: each becomes a lesson.</summary>
    public ImmutableArray<string> Differently { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What to change in the instruments: each becomes a proposal.</summary>
    public ImmutableArray<string> Instruments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The story in short.</summary>
    public string? Summary { get; init; }

    /// <summary>Where the whole report lies, however long it is.</summary>
    public string? Link { get; init; }

    /// <summary>The worst of the criteria: not met where any is not, partly where any is, met otherwise; null without criteria.</summary>
    [JsonIgnore]
    public ResultVerdict? Overall => Criteria.IsEmpty ? null : Criteria.Max(one => one.Verdict);
}
