using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

/// <summary>The laws of surveys, by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurveyLaw>))]
public enum SurveyLaw
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

/// <summary>A law of surveys is broken.</summary>
public sealed record SurveyLawBroken(SurveyLaw Law, string? Subject = null) : Reason;

/// <summary>What may happen to a round of a survey, whatever it asks.</summary>
public static class SurveyLaws
{
    public static Verdict<TRound> Open<TRound>(TRound round)
        where TRound : SurveyRound
    {
        ArgumentNullException.ThrowIfNull(round);
        return Verdict.Of(
            Broken(Unless(!round.Invited.IsEmpty, SurveyLaw.SomeoneIsInvited)),
            () => round with { Invited = [.. round.Invited.Distinct()] });
    }

    /// <summary>Asks more people; who was asked already is not asked twice.</summary>
    public static Verdict<TRound> Invite<TRound>(TRound round, ImmutableArray<PersonId> people)
        where TRound : SurveyRound
    {
        ArgumentNullException.ThrowIfNull(round);
        ImmutableArray<PersonId> all = [.. round.Invited.Concat(people).Distinct()];
        return Verdict.Of(
            Broken(
                Unless(round.ClosedAt is null, SurveyLaw.RoundIsOpen),
                Unless(all.Length > round.Invited.Length, SurveyLaw.SomeoneIsInvited)),
            () => round with { Invited = all });
    }

    /// <summary>Adds the answers of one person. A statement left out counts as "don't know".</summary>
    /// <param name="statements">The ids of what is asked.</param>
    public static Verdict<TRound> Answer<TRound>(TRound round, IReadOnlySet<string> statements, SurveyAnswers answers)
        where TRound : SurveyRound
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(answers);
        return Verdict.Of(
            [
                .. Broken(
                    Unless(round.Invited.Contains(answers.Person), SurveyLaw.OnlyInvitedPeopleAnswer),
                    Unless(round.ClosedAt is null, SurveyLaw.RoundIsOpen),
                    Unless(!round.HasAnswered(answers.Person), SurveyLaw.EachAnswersOnce)),
                .. answers.Scores.SelectMany(score => Broken(
                    Unless(statements.Contains(score.Key), SurveyLaw.StatementIsKnown, score.Key),
                    Unless(score.Value is null or (>= 1 and <= 5), SurveyLaw.ScoreIsOneToFive, score.Key))),
            ],
            () => round with { Answers = [.. round.Answers, answers] });
    }

    public static Verdict<TRound> Close<TRound>(TRound round, PersonId by, DateTimeOffset at)
        where TRound : SurveyRound
    {
        ArgumentNullException.ThrowIfNull(round);
        return Verdict.Of(
            Broken(Unless(round.ClosedAt is null, SurveyLaw.RoundIsOpen)),
            () => round with { ClosedAt = at, ClosedBy = by });
    }

    /// <summary>The answers a person may see: all after their own answer or once the round is closed.</summary>
    public static Verdict<ImmutableArray<SurveyAnswers>> See(SurveyRound round, PersonId person)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Verdict.Of(
            Broken(Unless(round.ClosedAt is not null || round.HasAnswered(person), SurveyLaw.OwnAnswerComesFirst)),
            () => round.Answers);
    }

    private static SurveyLawBroken? Unless(bool kept, SurveyLaw law, string? subject = null) =>
        kept ? null : new SurveyLawBroken(law, subject);

    private static IReadOnlyList<Reason> Broken(params IEnumerable<Reason?> reasons) => [.. reasons.OfType<Reason>()];
}
