using System.Collections.Frozen;

namespace Upcm.Domain;

/// <summary>What the bot can see for itself of an initiative, by the names of <see cref="Sights"/>.</summary>
public static class SeenSights
{
    /// <param name="sheet">The newest impact sheet.</param>
    /// <param name="fingerprint">The newest fingerprint round.</param>
    /// <param name="report">The newest progress report.</param>
    /// <param name="stakeholders">The stakeholder map.</param>
    /// <param name="teamHasLead">The team lead is the client of the team's projects.</param>
    public static FrozenSet<string> Of(
        Initiative initiative,
        ImpactSheet? sheet,
        FingerprintRound? fingerprint,
        ProgressReport? report,
        bool teamHasLead,
        WorkingMethod method,
        StakeholderMap? stakeholders = null)
    {
        ArgumentNullException.ThrowIfNull(initiative);
        ArgumentNullException.ThrowIfNull(method);
        var made = fingerprint is { ClosedAt: not null } && fingerprint.Phase == initiative.Phase && !fingerprint.Answers.IsEmpty;
        return new (string Sight, bool Seen)[]
        {
            (Sights.LeaderChosen, initiative.Leader is not null),
            (Sights.ClientKnown, initiative.Client is not null || teamHasLead),
            (Sights.TermSet, initiative.Term is not null),
            (Sights.MeansSpecified, initiative.MeansAmount is not null || report?.Finance is not null),
            (Sights.ResultStated, initiative.Result.Length > 0),
            (Sights.TestsStated, initiative.Tests is not null),
            (Sights.ImpactSheetMade, sheet is not null),
            (Sights.FingerprintMade, made),
            (Sights.FingerprintStrong, made && FingerprintResult.Of(fingerprint!, null, method).IsStrong(method.Norms)),
            (Sights.StakeholderMapMade, StakeholderSteps.IsMade(stakeholders, method.Norms)),
        }.Where(one => one.Seen).Select(one => one.Sight).ToFrozenSet(StringComparer.Ordinal);
    }
}
