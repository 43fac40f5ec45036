namespace Upcm.Domain;

/// <summary>The thresholds of the method. Money shares and lights as in method.md, section 8.</summary>
public sealed record Norms
{
    /// <summary>Every force at least this, for the commitment gate.</summary>
    public decimal FingerprintForceAtLeast { get; init; } = 3.0m;

    /// <summary>The mean of the forces at least this, for the commitment gate.</summary>
    public decimal FingerprintMeanAtLeast { get; init; } = 3.5m;

    public int ReportEveryDays { get; init; } = 28;

    /// <summary>At most this many days late is amber; more is red.</summary>
    public int LateAmberDays { get; init; } = 28;

    /// <summary>A need of at most this share of the required sum is amber; more is red.</summary>
    public decimal NeedAmberShare { get; init; } = 0.20m;

    public int RiskAmberFrom { get; init; } = 8;

    public int RiskRedFrom { get; init; } = 15;

    public int RiskAnalysisValidWeeks { get; init; } = 8;

    /// <summary>Influence from this on is much (1 to 5).</summary>
    public int MuchInfluenceFrom { get; init; } = 4;

    /// <summary>Interest from this on is much (1 to 5).</summary>
    public int MuchInterestFrom { get; init; } = 4;

    /// <summary>With fewer stakeholders in their place a map says nothing to a gate.</summary>
    public int StakeholderMapAtLeast { get; init; } = 3;

    /// <summary>After this a step of the stakeholder analysis is called old.</summary>
    public int StakeholderMapValidWeeks { get; init; } = 26;
}
