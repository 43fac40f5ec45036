using System.Collections.Immutable;

namespace Upcm.Domain.Tests;

public sealed class FingerprintTests
{
    private static readonly ImmutableArray<Force> Forces = [Force("voedend", "v1", "v2"), Force("vormgevend", "m1", "m2")];

    private static readonly HashSet<string> Statements = ["v1", "v2", "m1", "m2"];

    private static readonly FingerprintRound Empty = new()
    {
        Number = Sample.Number,
        Round = 1,
        Phase = "definitie",
        OpenedAt = Sample.Moment,
        OpenedBy = Sample.Ann,
        Invited = [Sample.Ann, Sample.Ben],
    };

    [Fact]
    public void Mean_spread_and_number_of_answers_leave_out_who_does_not_know()
    {
        var result = Result(Answered((5, 3, null, null), (1, null, 4, null)));
        Assert.Equal(new ForceResult("voedend", 3, result.Forces[0].Spread, 3, null), result.Forces[0]);
        Assert.Equal(1.632993m, Math.Round(result.Forces[0].Spread!.Value, 6));
        Assert.Equal(new ForceResult("vormgevend", 4, 0, 1, null), result.Forces[1]);
        Assert.Equal((3.5m, 2), (result.Mean, result.People));
    }

    [Fact]
    public void Nobody_knowing_gives_no_mean()
    {
        var result = Result(Empty);
        Assert.Null(result.Mean);
        Assert.All(result.Forces, force => Assert.Equal((null, 0), (force.Mean, force.Answers)));
        Assert.False(result.IsStrong(new Norms()));
    }

    [Fact]
    public void Change_is_measured_against_the_previous_round()
    {
        var result = Result(Answered((4, 4, 5, 5), (4, 4, 5, 5)), Answered((3, 3, null, null), (3, 3, null, null)));
        Assert.Equal((1m, null), (result.Forces[0].Change, result.Forces[1].Change));
        Assert.Equal(1.5m, result.Change);
    }

    [Fact]
    public void The_widest_statements_come_first_and_agreement_is_no_talking_point() =>
        Assert.Equal(
            ["m1", "v1"],
            Result(Answered((2, 3, 1, 4), (4, 3, 5, null))).Widest.Select(one => one.Statement));

    [Theory]
    [InlineData(4, 3, true)]
    [InlineData(3, 3, false)]
    [InlineData(5, 2, false)]
    public void A_fingerprint_is_strong_when_every_force_and_the_mean_reach_the_norms(int first, int second, bool strong) =>
        Assert.Equal(
            strong,
            Result(Answered((first, first, second, second), (first, first, second, second))).IsStrong(new Norms()));

    [Fact]
    public void Only_invited_people_answer() =>
        Assert.Equal(
            [new SurveyLawBroken(SurveyLaw.OnlyInvitedPeopleAnswer)],
            Reasons(SurveyLaws.Answer(Empty, Statements, By(Sample.Cas, (1, 2, 3, 4)))));

    [Fact]
    public void Each_answers_once_while_the_round_is_open()
    {
        var closed = Value(SurveyLaws.Close(Answered((1, 1, 1, 1), (1, 1, 1, 1)), Sample.Ann, Sample.Moment));
        Assert.Equal(
            [new SurveyLawBroken(SurveyLaw.RoundIsOpen), new SurveyLawBroken(SurveyLaw.EachAnswersOnce)],
            Reasons(SurveyLaws.Answer(closed, Statements, By(Sample.Ann, (2, 2, 2, 2)))));
        Assert.IsType<Refused<FingerprintRound>>(SurveyLaws.Close(closed, Sample.Ann, Sample.Moment));
    }

    [Fact]
    public void Scores_are_one_to_five_on_known_statements()
    {
        var answers = By(Sample.Ann, (0, 6, 1, 5));
        Assert.Equal(
            [
                new SurveyLawBroken(SurveyLaw.ScoreIsOneToFive, "v1"),
                new SurveyLawBroken(SurveyLaw.ScoreIsOneToFive, "v2"),
                new SurveyLawBroken(SurveyLaw.StatementIsKnown, "vreemd"),
            ],
            Reasons(SurveyLaws.Answer(Empty, Statements, answers with { Scores = answers.Scores.Add("vreemd", 3) })));
    }

    [Fact]
    public void Each_sees_the_others_only_after_their_own_answer()
    {
        var half = Value(SurveyLaws.Answer(Empty, Statements, By(Sample.Ann, (1, 2, 3, 4))));
        Assert.Single(Value(SurveyLaws.See(half, Sample.Ann)));
        Assert.Equal(
            [new SurveyLawBroken(SurveyLaw.OwnAnswerComesFirst)], Reasons(SurveyLaws.See(half, Sample.Ben)));
        Assert.Single(Value(SurveyLaws.See(Value(SurveyLaws.Close(half, Sample.Ann, Sample.Moment)), Sample.Ben)));
    }

    [Fact]
    public void A_round_without_invited_people_is_not_opened() =>
        Assert.Equal(
            [new SurveyLawBroken(SurveyLaw.SomeoneIsInvited)], Reasons(SurveyLaws.Open(Empty with { Invited = [] })));

    [Fact]
    public void More_people_are_invited_once_and_only_while_the_round_is_open()
    {
        Assert.Equal([Sample.Ann, Sample.Ben], Value(SurveyLaws.Invite(Empty with { Invited = [Sample.Ann] }, [Sample.Ben, Sample.Ann])).Invited);
        Assert.Equal([new SurveyLawBroken(SurveyLaw.SomeoneIsInvited)], Reasons(SurveyLaws.Invite(Empty, [Sample.Ben])));
        Assert.Equal(
            [new SurveyLawBroken(SurveyLaw.RoundIsOpen)],
            Reasons(SurveyLaws.Invite(Empty with { Invited = [Sample.Ann], ClosedAt = Sample.Moment }, [Sample.Ben])));
    }

    [Fact]
    public void A_mean_lies_within_the_scale_and_a_spread_within_half_of_it() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[1, 5], CsCheck.Gen.Int[1, 5], CsCheck.Gen.Int[1, 5], CsCheck.Gen.Int[1, 5]),
            scores =>
            {
                var force = Result(Answered((scores.Item1, scores.Item2, 3, 3), (scores.Item3, scores.Item4, 3, 3))).Forces[0];
                Assert.InRange(force.Mean!.Value, 1, 5);
                Assert.InRange(force.Spread!.Value, 0, 2);
            });

    private static Force Force(string id, params string[] statements) => new(
        id, Sample.Text(id), Sample.Text(id), [.. statements.Select(statement => new Statement(statement, Sample.Text(statement)))]);

    private static SurveyAnswers By(PersonId person, (int? V1, int? V2, int? M1, int? M2) scores) => new(
        person,
        Sample.Moment,
        new Dictionary<string, int?>(StringComparer.Ordinal)
        {
            ["v1"] = scores.V1,
            ["v2"] = scores.V2,
            ["m1"] = scores.M1,
            ["m2"] = scores.M2,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static FingerprintRound Answered((int?, int?, int?, int?) ann, (int?, int?, int?, int?) ben) =>
        Empty with { Answers = [By(Sample.Ann, ann), By(Sample.Ben, ben)] };

    private static FingerprintResult Result(FingerprintRound round, FingerprintRound? previous = null) =>
        FingerprintResult.Of(round, previous, Forces);

    private static T Value<T>(Verdict<T> verdict) => Assert.IsType<Accepted<T>>(verdict).Value;

    private static IReadOnlyList<Reason> Reasons<T>(Verdict<T> verdict) => Assert.IsType<Refused<T>>(verdict).Reasons;
}
