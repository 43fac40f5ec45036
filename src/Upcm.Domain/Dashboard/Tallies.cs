using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Upcm.Domain;

/// <summary>
/// What records count towards. Names of counters are persisted. When what is counted changes, <see cref="Version"/> goes up, and
/// every store is counted anew when it is opened.
/// </summary>
public static class Tallies
{
    public const int Version = 2;

    /// <summary>
    /// How a store is counted: by which version of the rules, and by what the programme says stakeholders count as. One that bears
    /// another stamp is counted anew.
    /// </summary>
    public static long Stamp(WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var said = string.Join(';', method.StakeholderKinds.Where(static kind => kind.CountsAs is not null).Select(static kind => $"{kind.Id}={kind.CountsAs}"));
        return ((long)Version << 32) | BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    public const string All = "initiative";
    public const string Teams = "team";
    public const string States = "state";
    public const string Groups = "group";
    public const string GroupStrategies = "group-strategy";
    public const string GroupSheets = "group-sheet";
    public const string GroupCo2 = "group-co2";
    public const string Effects = "effect";
    public const string Strategies = "strategy";
    public const string Regions = "region";
    public const string WithSheet = "with-sheet";
    public const string Co2 = "co2";
    public const string Co2Told = "co2-told";
    public const string ValueAdded = "value-added";
    public const string ValueAddedTold = "value-added-told";
    public const string SupplyRisk = "supply-risk";
    public const string Goals = "goal";
    public const string Functions = "function";
    public const string EffectGoals = "effect-goal";
    public const string EffectGoalSheets = "effect-goal-sheet";
    public const string TargetGroups = "target-group";
    public const string ChangeMakers = "change-maker";
    public const string EntrepreneursHelped = "entrepreneurs-helped";
    public const string TargetGroupsReached = "target-group-reached";

    /// <summary>Where something is not told.</summary>
    public const string None = "-";

    private static readonly string[] Found =
        [States, Effects, Groups, GroupStrategies, Regions, WithSheet, Goals, Functions, EffectGoals, TargetGroups, ChangeMakers, EntrepreneursHelped];

    /// <summary>
    /// The counters whose records can be found by them, so that a value can say where it comes from. What is not told leads nowhere.
    /// </summary>
    public static IEnumerable<string> Leads(IEnumerable<Tally> tallies) => tallies
        .Where(static tally => Found.Contains(tally.Counter.Split('/')[1], StringComparer.Ordinal) && !tally.Counter.EndsWith($"/{None}", StringComparison.Ordinal))
        .Select(static tally => tally.Counter);

    /// <summary>A stopped initiative is counted by its state and nowhere else.</summary>
    public static IEnumerable<Tally> Of(Initiative it)
    {
        ArgumentNullException.ThrowIfNull(it);
        yield return new Tally(Tally.Prefix + All);
        yield return Tally.One(Teams, it.Team);
        yield return Tally.One(States, $"{it.Team}/{it.Phase}/{it.Status}");
        if (it.Status == InitiativeStatus.Stopped)
        {
            yield break;
        }

        foreach (var effect in OrNone(it.Effects))
        {
            yield return Tally.One(Effects, effect);
        }

        foreach (var strategy in OrNone(it.Strategies))
        {
            yield return Tally.One(Strategies, strategy);
        }

        foreach (var region in OrNone(it.Regions))
        {
            yield return Tally.One(Regions, region);
        }

        foreach (var group in OrNone(GroupsOf(it)))
        {
            yield return Tally.One(Groups, group);
            foreach (var strategy in it.Strategies.Distinct())
            {
                yield return Tally.One(GroupStrategies, $"{group}/{strategy}");
            }
        }

        if (it.Impact is { } impact)
        {
            foreach (var tally in Of(it, impact))
            {
                yield return tally;
            }
        }

        foreach (var tally in Named(TargetGroups, it.Impact?.TargetGroups, it.Stakeholders?.TargetGroups).Concat(Named(ChangeMakers, it.Impact?.ChangeMakers, it.Stakeholders?.ChangeMakers)))
        {
            yield return tally;
        }
    }

    /// <summary>What each report adds: it tells of the time since the report before it.</summary>
    public static IEnumerable<Tally> Of(ProgressReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.EntrepreneursHelped is > 0 and var helped)
        {
            yield return new Tally(Tally.Prefix + EntrepreneursHelped, helped);
        }

        foreach (var group in report.TargetGroupsReached)
        {
            yield return Tally.Different(TargetGroupsReached, group);
        }
    }

    /// <summary>The product groups an initiative touches, by its registration and by its impact sheet.</summary>
    public static IReadOnlyList<string> GroupsOf(Initiative it)
    {
        ArgumentNullException.ThrowIfNull(it);
        return it.Impact is { ProductGroups.Length: > 0 } impact ? [.. it.ProductGroups.Union(impact.ProductGroups, StringComparer.Ordinal)] : [.. it.ProductGroups.Distinct()];
    }

    private static IEnumerable<Tally> Of(Initiative it, ImpactInBrief impact)
    {
        yield return Tally.One(WithSheet, it.Team);
        foreach (var group in OrNone(GroupsOf(it)))
        {
            yield return Tally.One(GroupSheets, group);
            if (impact.Co2 is { } part)
            {
                yield return Tally.Sum($"{GroupCo2}/{group}", part);
            }
        }

        if (impact.Co2 is { } co2)
        {
            yield return new Tally(Tally.Prefix + Co2Told);
            yield return Tally.Sum(Co2, co2);
        }

        if (impact.ValueAdded is { } added)
        {
            yield return new Tally(Tally.Prefix + ValueAddedTold);
            yield return Tally.Sum(ValueAdded, added);
        }

        yield return Tally.One(SupplyRisk, impact.SupplyRisk ?? None);
        foreach (var (goal, step) in impact.PerformanceGoals)
        {
            yield return Tally.One(Goals, $"{goal}/{step}");
        }

        foreach (var (function, step) in impact.InnovationFunctions)
        {
            yield return Tally.One(Functions, $"{function}/{step}");
        }

        foreach (var goal in impact.EffectGoals)
        {
            yield return Tally.One(EffectGoals, goal);
        }

        foreach (var goal in impact.EffectGoals.Select(static goal => goal[..goal.IndexOf('/', StringComparison.Ordinal)]).Distinct())
        {
            yield return Tally.One(EffectGoalSheets, goal);
        }
    }

    /// <summary>Who stands on the impact sheet and on the stakeholder map is named once.</summary>
    private static IEnumerable<Tally> Named(string what, ImmutableArray<string>? onSheet, ImmutableArray<string>? onMap) =>
        (onSheet ?? []).Concat(onMap ?? []).Select(name => Tally.Different(what, name)).Distinct();

    private static IEnumerable<string> OrNone(IReadOnlyCollection<string> ids) => ids.Count == 0 ? [None] : ids.Distinct();
}
