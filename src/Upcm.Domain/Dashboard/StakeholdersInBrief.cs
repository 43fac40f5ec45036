using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>
/// Those on the stakeholder map of an initiative that count on the dashboard, kept with the initiative for the reasons that
/// <see cref="ImpactInBrief"/> is: one document says all it counts towards, and who is on the map of a stopped one counts no more.
/// </summary>
public sealed record StakeholdersInBrief
{
    public ImmutableArray<string> TargetGroups { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<string> ChangeMakers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Null where nobody on the map counts: the programme says which kinds of stakeholders do, and as what.</summary>
    public static StakeholdersInBrief? Of(StakeholderMap map, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(method);
        var brief = new StakeholdersInBrief { TargetGroups = CountedAs(Derivations.TargetGroups), ChangeMakers = CountedAs(Derivations.ChangeMakers) };
        return brief is { TargetGroups.IsEmpty: true, ChangeMakers.IsEmpty: true } ? null : brief;

        ImmutableArray<string> CountedAs(string what) =>
            [.. map.Stakeholders.Where(one => method.StakeholderKind(one.Kind)?.CountsAs == what).Select(static one => one.Name).Order(StringComparer.Ordinal)];
    }

    public bool Equals(StakeholdersInBrief? other) =>
        other is not null && TargetGroups.SequenceEqual(other.TargetGroups) && ChangeMakers.SequenceEqual(other.ChangeMakers);

    public override int GetHashCode() => HashCode.Combine(TargetGroups.Length, ChangeMakers.Length);
}
