using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>A value, and what it is made of.</summary>
/// <param name="Of">Of how many, where that is known.</param>
public sealed record Measured(decimal Value, decimal? Of, ImmutableArray<MeasuredPart> Parts);

/// <param name="Counted">True where it is part of the value; false where it is shown beside it, such as lower steps of a scale.</param>
/// <param name="Counters">The counters it is the sum of: by their names the records are found.</param>
public sealed record MeasuredPart(Words Name, decimal Count, bool Counted, ImmutableArray<string> Counters);

/// <summary>Derives values from what is counted, each by one mechanism of <see cref="Derivations"/>.</summary>
public static class Measuring
{
    public static Measured Of(Derivation derivation, Counts counts, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(derivation);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(method);
        return derivation.Name switch
        {
            Derivations.Initiatives => Initiatives(derivation, counts, method, runningOnly: false),
            Derivations.Running => Initiatives(derivation, counts, method, runningOnly: true),
            Derivations.WithEffect => Sum([Part(NameIn(method.IntendedEffects, derivation.Effect!), $"{Tallies.Effects}/{derivation.Effect}", counts)], counts.In()),
            Derivations.Sheets => Sum(
                [.. method.Teams.Select(team => Part(team.Name, $"{Tallies.WithSheet}/{team.Id}", counts)).Where(static part => part.Count > 0)], counts.In()),
            Derivations.Rated => Rated(derivation, counts, method),
            Derivations.Functions => Functions(derivation, counts, method),
            Derivations.ProductGroups => ProductGroups(derivation, counts, method),
            Derivations.Regions => Different([.. derivation.Regions.Select(region => Part(NameIn(method.Regions, region), $"{Tallies.Regions}/{region}", counts))], derivation.Regions.Length),
            Derivations.TargetGroups => new Measured(counts[Tallies.TargetGroups], null, []),
            Derivations.ChangeMakers => new Measured(counts[Tallies.ChangeMakers], null, []),
            Derivations.Entrepreneurs => new Measured(counts[Tallies.EntrepreneursHelped], null, []),
            _ => throw new ArgumentException($"There is no derivation '{derivation.Name}'.", nameof(derivation)),
        };
    }

    /// <summary>Where the names are found that a value counts, or null: people name them as they like.</summary>
    public static string? NamesOf(Derivation derivation) => derivation?.Name switch
    {
        Derivations.TargetGroups => $"{Tally.NamedPrefix}{Tallies.TargetGroups}/",
        Derivations.ChangeMakers => $"{Tally.NamedPrefix}{Tallies.ChangeMakers}/",
        _ => null,
    };

    private static Measured Initiatives(Derivation derivation, Counts counts, WorkingMethod method, bool runningOnly)
    {
        var statuses = Enum.GetValues<InitiativeStatus>().Where(status => runningOnly ? status == InitiativeStatus.Active : status != InitiativeStatus.Stopped).ToList();
        var phases = derivation.Phases.IsEmpty ? [.. method.Phases.Select(static phase => phase.Id)] : derivation.Phases;
        var teams = method.Teams.Where(team => derivation.Teams.IsEmpty ? counts.In(team.Id) > 0 : derivation.Teams.Contains(team.Id));
        return Sum(
        [
            .. teams.Select(team => new MeasuredPart(
                team.Name,
                phases.Sum(phase => counts.In(team.Id, phase, runningOnly)),
                true,
                [.. from phase in phases from status in statuses select $"{Tally.Prefix}{Tallies.States}/{team.Id}/{phase}/{status}"])),
        ]);
    }

    private static Measured Rated(Derivation derivation, Counts counts, WorkingMethod method)
    {
        var steps = Steps(method, method.PerformanceGoals.FirstOrDefault(goal => goal.Id == derivation.Goal)?.Scale);
        var from = steps.FindIndex(step => step.Id == derivation.Step);
        return Sum(
            [.. steps.Select((step, at) => Part(step.Name, $"{Tallies.Goals}/{derivation.Goal}/{step.Id}", counts) with { Counted = at >= from })], counts.In());
    }

    private static Measured Functions(Derivation derivation, Counts counts, WorkingMethod method) => Different(
        [
            .. method.InnovationFunctions.Select(function =>
            {
                var steps = Steps(method, function.Scale);
                string[] counted = [.. steps.SkipWhile(step => step.Id != derivation.Step).Select(step => $"{Tallies.Functions}/{function.Id}/{step.Id}")];
                return new MeasuredPart(function.Name, counted.Sum(name => counts[name]), true, [.. counted.Select(static name => Tally.Prefix + name)]);
            }),
        ],
        method.InnovationFunctions.Length);

    private static Measured ProductGroups(Derivation derivation, Counts counts, WorkingMethod method) => Different(
        [
            .. counts.Of(Tallies.Groups).Where(static group => group.Key != Tallies.None)
                .Select(group => derivation.Strategies.IsEmpty
                    ? Part(NameOfGroup(method, group.Key), $"{Tallies.Groups}/{group.Key}", counts)
                    : new MeasuredPart(
                        NameOfGroup(method, group.Key),
                        derivation.Strategies.Max(strategy => counts[$"{Tallies.GroupStrategies}/{group.Key}/{strategy}"]),
                        true,
                        [.. derivation.Strategies.Select(strategy => $"{Tally.Prefix}{Tallies.GroupStrategies}/{group.Key}/{strategy}")]))
                .Where(static part => part.Count > 0),
        ],
        null);

    public static Words NameOfGroup(WorkingMethod method, string sbi)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.ProductGroup(sbi) is { } group ? new Words($"{sbi} {group.Name.Nl}", $"{sbi} {group.Name.En}") : new Words(sbi, sbi);
    }

    private static Measured Sum(ImmutableArray<MeasuredPart> parts, decimal? of = null) => new(parts.Where(static part => part.Counted).Sum(static part => part.Count), of, parts);

    /// <summary>How many of the parts there are at all.</summary>
    private static Measured Different(ImmutableArray<MeasuredPart> parts, decimal? of) => new(parts.Count(static part => part.Count > 0), of, parts);

    private static MeasuredPart Part(Words name, string what, Counts counts) => new(name, counts[what], true, [Tally.Prefix + what]);

    private static List<Item> Steps(WorkingMethod method, string? scale) => scale is null ? [] : [.. method.Scale(scale)?.Steps ?? []];

    private static Words NameIn(ImmutableArray<Item> items, string id) => items.FirstOrDefault(item => item.Id == id)?.Name ?? new Words(id, id);
}
