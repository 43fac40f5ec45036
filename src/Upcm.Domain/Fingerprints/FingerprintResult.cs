using System.Collections.Immutable;

namespace Upcm.Domain;

/// <param name="Mean">1 to 5; null when nobody knew.</param>
/// <param name="Spread">Population standard deviation of the answers; null when nobody knew.</param>
/// <param name="Answers">Number of answers, "don't know" left out.</param>
/// <param name="Change">Mean minus that of the previous round; null when either is missing.</param>
public sealed record ForceResult(string Force, decimal? Mean, decimal? Spread, int Answers, decimal? Change);

/// <param name="Spread">Population standard deviation of the answers.</param>
public sealed record StatementSpread(string Statement, string Force, decimal Mean, decimal Spread, int Answers);

/// <summary>What the answers of one round come to.</summary>
/// <param name="Forces">In the order of the programme.</param>
/// <param name="Mean">The mean of the means of the forces, 1 to 5; null when no force has one.</param>
/// <param name="Change">Mean minus that of the previous round.</param>
/// <param name="People">How many people answered.</param>
/// <param name="Widest">The statements people differ on most, widest first: talking points.</param>
public sealed record FingerprintResult(
    int Round,
    ImmutableArray<ForceResult> Forces,
    decimal? Mean,
    decimal? Change,
    int People,
    ImmutableArray<StatementSpread> Widest)
{
    private const int TalkingPoints = 3;

    public static FingerprintResult Of(FingerprintRound round, FingerprintRound? previous, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return Of(round, previous, method.Forces);
    }

    public static FingerprintResult Of(FingerprintRound round, FingerprintRound? previous, ImmutableArray<Force> forces)
    {
        ArgumentNullException.ThrowIfNull(round);
        var before = previous is null ? null : Of(previous, null, forces);
        ImmutableArray<ForceResult> results =
            [.. forces.Select((force, index) => ResultOf(force, round, before?.Forces[index].Mean))];
        var mean = results.Average(force => force.Mean);
        return new FingerprintResult(
            round.Round, results, mean, mean - before?.Mean, round.Answers.Length, WidestOf(round, forces));
    }

    /// <summary>Enough for the commitment gate: every force and their mean reach the norms.</summary>
    public bool IsStrong(Norms norms)
    {
        ArgumentNullException.ThrowIfNull(norms);
        return Mean >= norms.FingerprintMeanAtLeast && Forces.All(force => force.Mean >= norms.FingerprintForceAtLeast);
    }

    private static ForceResult ResultOf(Force force, FingerprintRound round, decimal? before)
    {
        var scores = force.Statements.SelectMany(statement => ScoresOf(statement, round)).ToList();
        return scores.Count == 0
            ? new ForceResult(force.Id, null, null, 0, null)
            : new ForceResult(force.Id, MeanOf(scores), SpreadOf(scores), scores.Count, MeanOf(scores) - before);
    }

    private static ImmutableArray<StatementSpread> WidestOf(FingerprintRound round, ImmutableArray<Force> forces) =>
    [
        .. forces
            .SelectMany(force => force.Statements.Select(statement => (Force: force.Id, statement.Id, Scores: ScoresOf(statement, round))))
            .Where(one => one.Scores.Distinct().Count() > 1)
            .Select(one => new StatementSpread(one.Id, one.Force, MeanOf(one.Scores), SpreadOf(one.Scores), one.Scores.Count))
            .OrderByDescending(one => one.Spread)
            .Take(TalkingPoints),
    ];

    private static List<int> ScoresOf(Statement statement, FingerprintRound round) =>
        [.. round.Answers.Select(answers => answers.Scores.GetValueOrDefault(statement.Id)).OfType<int>()];

    private static decimal MeanOf(List<int> scores) => (decimal)scores.Sum() / scores.Count;

    private static decimal SpreadOf(List<int> scores)
    {
        var mean = MeanOf(scores);
        return (decimal)Math.Sqrt((double)scores.Average(score => (score - mean) * (score - mean)));
    }
}
