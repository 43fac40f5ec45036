using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>How strongly each value system shows, in the order of the programme.</summary>
/// <param name="Means">1 to 5; null where nobody knew.</param>
public sealed record ValueProfile(string Name, ImmutableArray<decimal?> Means, int Answers)
{
    /// <summary>The systems that show most: the highest mean and whatever is as high; none where all are alike or nobody knew.</summary>
    public ImmutableArray<int> Strongest
    {
        get
        {
            var most = Means.Max();
            return most is null || (Means.Length > 1 && Means.All(mean => mean == most)) ? [] : [.. Enumerable.Range(0, Means.Length).Where(at => Means[at] == most)];
        }
    }
}

/// <summary>How far the organisations lie apart on one value system.</summary>
/// <param name="System">Its place in the programme.</param>
/// <param name="Distance">The highest mean minus the lowest.</param>
public sealed record ValueDifference(int System, decimal Distance, ValueProfile Highest, ValueProfile Lowest);

/// <summary>What the answers of one round of a context scan come to.</summary>
/// <param name="Organisations">In the order they were invited; only those that answered.</param>
/// <param name="Together">What they say of the collaboration, each organisation weighing as much as another.</param>
/// <param name="Differences">The widest first; at most three, and none where nobody differs.</param>
public sealed record ContextScanResult(ImmutableArray<ValueProfile> Organisations, ValueProfile Together, ImmutableArray<ValueDifference> Differences)
{
    private const int TalkingPoints = 3;

    public static ContextScanResult Of(ContextScanRound round, ImmutableArray<ValueSystem> systems)
    {
        ArgumentNullException.ThrowIfNull(round);
        var byOrganisation = round.Spokespeople
            .GroupBy(one => one.Organisation, StringComparer.OrdinalIgnoreCase)
            .Select(group => (group.Key, Answers: round.Answers.Where(answers => group.Any(one => one.Person == answers.Person)).ToList()))
            .Where(group => group.Answers.Count > 0)
            .ToList();
        ImmutableArray<ValueProfile> own = [.. byOrganisation.Select(group => Profile(group.Key, group.Answers, ContextScanRound.Own, systems))];
        var together = byOrganisation.ConvertAll(group => Profile(group.Key, group.Answers, ContextScanRound.Together, systems));
        return new ContextScanResult(
            own,
            new ValueProfile("", [.. systems.Select((_, at) => together.Average(profile => profile.Means[at]))], together.Sum(profile => profile.Answers)),
            Widest(own, systems.Length));
    }

    private static ValueProfile Profile(string name, List<SurveyAnswers> answers, string prefix, ImmutableArray<ValueSystem> systems) => new(
        name,
        [
            .. systems.Select(system => answers
                .SelectMany(one => system.Statements.Select(statement => one.Scores.GetValueOrDefault(prefix + statement.Id)))
                .Average(score => (decimal?)score)),
        ],
        answers.Count);

    private static ImmutableArray<ValueDifference> Widest(ImmutableArray<ValueProfile> own, int systems) =>
    [
        .. Enumerable.Range(0, systems)
            .Select(at => (At: at, Known: own.Where(profile => profile.Means[at] is not null).OrderByDescending(profile => profile.Means[at]).ToList()))
            .Where(one => one.Known.Count > 1 && one.Known[0].Means[one.At] > one.Known[^1].Means[one.At])
            .Select(one => new ValueDifference(one.At, one.Known[0].Means[one.At]!.Value - one.Known[^1].Means[one.At]!.Value, one.Known[0], one.Known[^1]))
            .OrderByDescending(one => one.Distance)
            .Take(TalkingPoints),
    ];
}
