using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>What stakeholders can be, on which side they stand, and on which horizons some are expected.</summary>
internal static class ReadStakeholders
{
    /// <summary>A programme that names none simply does not ask for it.</summary>
    public static ImmutableArray<StakeholderSort> Sorts(Section root, string key, Kind kind) => !root.Has(key) ? [] : root.Each(key, kind,
        (id, sort) => new StakeholderSort(id, sort.Words("name"), sort.Words("explanation"), sort.IdsIfAny("expected-on", Kind.Horizon),
            kind == Kind.StakeholderKind ? sort.OneOfIfAny("counts-as", Derivations.Named) : null));
}
