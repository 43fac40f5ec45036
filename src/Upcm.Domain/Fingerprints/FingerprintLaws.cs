using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>The laws of fingerprints, by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FingerprintLaw>))]
public enum FingerprintLaw
{
    OnlyInvitedPeopleAnswer,

    /// <summary>Nobody answers or closes a closed round.</summary>
    RoundIsOpen,

    /// <summary>Who has seen the others' answers does not answer again: answers are independent.</summary>
    EachAnswersOnce,

    /// <summary>Subject: the id that is no statement of the programme.</summary>
    StatementIsKnown,

    /// <summary>Subject: the statement.</summary>
    ScoreIsOneToFive,

    /// <summary>Each sees the others' answers only after their own.</summary>
    OwnAnswerComesFirst,

    SomeoneIsInvited,
}

/// <summary>A law of fingerprints is broken.</summary>
public sealed record FingerprintLawBroken(FingerprintLaw Law, string? Subject = null) : Reason;

/// <summary>What may happen to a fingerprint round.</summary>
public static class FingerprintLaws
{
    public static Verdict<FingerprintRound> Open(FingerprintRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Verdict.Of(
            Broken(Unless(!round.Invited.IsEmpty, FingerprintLaw.SomeoneIsInvited)),
            () => round with { Invited = [.. round.Invited.Distinct()] });
    }

    /// <summary>Asks more people; who was asked already is not asked twice.</summary>
    public static Verdict<FingerprintRound> Invite(FingerprintRound round, ImmutableArray<PersonId> people)
    {
        ArgumentNullException.ThrowIfNull(round);
        ImmutableArray<PersonId> all = [.. round.Invited.Concat(people).Distinct()];
        return Verdict.Of(
            Broken(
                Unless(round.ClosedAt is null, FingerprintLaw.RoundIsOpen),
                Unless(all.Length > round.Invited.Length, FingerprintLaw.SomeoneIsInvited)),
            () => round with { Invited = all });
    }

    /// <summary>Adds the answers of one person. A statement left out counts as "don't know".</summary>
    public static Verdict<FingerprintRound> Answer(FingerprintRound round, ImmutableArray<Force> forces, FingerprintAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(answers);
        var known = forces.SelectMany(force => force.Statements).Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        return Verdict.Of(
            [
                .. Broken(
                    Unless(round.Invited.Contains(answers.Person), FingerprintLaw.OnlyInvitedPeopleAnswer),
                    Unless(round.ClosedAt is null, FingerprintLaw.RoundIsOpen),
                    Unless(!round.HasAnswered(answers.Person), FingerprintLaw.EachAnswersOnce)),
                .. answers.Scores.SelectMany(score => Broken(
                    Unless(known.Contains(score.Key), FingerprintLaw.StatementIsKnown, score.Key),
                    Unless(score.Value is null or (>= 1 and <= 5), FingerprintLaw.ScoreIsOneToFive, score.Key))),
            ],
            () => round with { Answers = [.. round.Answers, answers] });
    }

    public static Verdict<FingerprintRound> Close(FingerprintRound round, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Verdict.Of(
            Broken(Unless(round.ClosedAt is null, FingerprintLaw.RoundIsOpen)),
            () => round with { ClosedAt = at, ClosedBy = by });
    }

    /// <summary>The answers a person may see: all after their own answer or once the round is closed.</summary>
    public static Verdict<ImmutableArray<FingerprintAnswers>> See(FingerprintRound round, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Verdict.Of(
            Broken(Unless(round.ClosedAt is not null || round.HasAnswered(person), FingerprintLaw.OwnAnswerComesFirst)),
            () => round.Answers);
    }

    private static FingerprintLawBroken? Unless(bool kept, FingerprintLaw law, string? subject = null) =>
        kept ? null : new FingerprintLawBroken(law, subject);

    private static IReadOnlyList<Reason> Broken(params IEnumerable<Reason?> reasons) => [.. reasons.OfType<Reason>()];
}
