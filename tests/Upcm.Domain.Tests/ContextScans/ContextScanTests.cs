using System.Collections.Immutable;

namespace Upcm.Domain.Tests.ContextScans;

public sealed class ContextScanTests
{
    private static readonly ImmutableArray<ValueSystem> Systems = [System("orde", "o1", "o2"), System("succes", "s1", "s2")];

    private static readonly ContextScanRound Empty = new()
    {
        Number = Sample.Number,
        Round = 1,
        Phase = "initiatie",
        OpenedAt = Sample.Moment,
        OpenedBy = Sample.Ann,
        Invited = [Sample.Ann, Sample.Ben, Sample.Cas],
        Spokespeople = [new(Sample.Ann, "Provincie"), new(Sample.Ben, "Fabriek"), new(Sample.Cas, "provincie")],
    };

    [Fact]
    public void An_organisation_has_the_mean_of_all_who_answer_for_it_without_who_does_not_know()
    {
        var result = Result(By(Sample.Ann, own: (4, 2, 1, null)), By(Sample.Cas, own: (5, null, null, null)));
        var only = Assert.Single(result.Organisations);
        Assert.Equal(("Provincie", 2), (only.Name, only.Answers));
        Assert.Equal([11m / 3, 1m], only.Means);
    }

    [Fact]
    public void In_the_collaboration_every_organisation_weighs_as_much()
    {
        var result = Result(
            By(Sample.Ann, together: (5, 5, null, null)), By(Sample.Cas, together: (5, 5, null, null)), By(Sample.Ben, together: (2, 2, 4, 4)));
        Assert.Equal([3.5m, 4m], result.Together.Means);
        Assert.Equal([1], result.Together.Strongest);
        Assert.Equal(3, result.Together.Answers);
    }

    [Fact]
    public void The_widest_difference_comes_first_and_agreement_is_none()
    {
        var result = Result(By(Sample.Ann, own: (5, 5, 3, 3)), By(Sample.Ben, own: (2, 3, 3, 3)));
        var only = Assert.Single(result.Differences);
        Assert.Equal((0, 2.5m, "Provincie", "Fabriek"), (only.System, only.Distance, only.Highest.Name, only.Lowest.Name));
        Assert.Equal([0, 1], Result(By(Sample.Ann, own: (5, 5, 1, 1)), By(Sample.Ben, own: (1, 1, 2, 2))).Differences.Select(one => one.System));
    }

    [Fact]
    public void Nobody_knowing_gives_no_profile()
    {
        var result = Result(By(Sample.Ann));
        Assert.All(result.Organisations[0].Means, mean => Assert.Null(mean));
        Assert.Empty(result.Together.Strongest);
        Assert.Empty(result.Differences);
    }

    [Fact]
    public void What_shows_most_is_strongest_and_where_all_are_alike_nothing_is()
    {
        Assert.Equal([0, 2], new ValueProfile("", [4, 3, 4], 1).Strongest);
        Assert.Equal([1], new ValueProfile("", [null, 3], 1).Strongest);
        Assert.Empty(Result(By(Sample.Ann, own: (4, 4, 4, 4))).Organisations[0].Strongest);
    }

    [Fact]
    public void Statements_are_answered_once_for_oneself_and_once_for_the_collaboration()
    {
        var statements = new[] { "own.o1", "together.o1" }.ToHashSet(StringComparer.Ordinal);
        var answers = new SurveyAnswers(Sample.Ann, Sample.Moment, ImmutableSortedDictionary<string, int?>.Empty.Add("own.o1", 3).Add("together.o1", 4));
        Assert.IsType<Accepted<ContextScanRound>>(SurveyLaws.Answer(Empty, statements, answers));
        Assert.Equal(
            [new SurveyLawBroken(SurveyLaw.StatementIsKnown, "o1")],
            Assert.IsType<Refused<ContextScanRound>>(SurveyLaws.Answer(Empty, statements, answers with { Scores = answers.Scores.Add("o1", 3) })).Reasons);
    }

    [Fact]
    public void It_is_made_once_it_is_closed_with_an_answer()
    {
        var answered = Empty with { Answers = [By(Sample.Ann)] };
        Assert.Equal((false, true, false), (answered.IsMade, (answered with { ClosedAt = Sample.Moment }).IsMade, (Empty with { ClosedAt = Sample.Moment }).IsMade));
        Assert.Equal("Fabriek", Empty.OrganisationOf(Sample.Ben));
        Assert.Null(Empty.OrganisationOf(new PersonId("vreemd")));
    }

    private static ContextScanResult Result(params ImmutableArray<SurveyAnswers> answers) => ContextScanResult.Of(Empty with { Answers = answers }, Systems);

    private static SurveyAnswers By(PersonId person, (int?, int?, int?, int?) own = default, (int?, int?, int?, int?) together = default) => new(
        person,
        Sample.Moment,
        new Dictionary<string, int?>(StringComparer.Ordinal)
        {
            ["own.o1"] = own.Item1,
            ["own.o2"] = own.Item2,
            ["own.s1"] = own.Item3,
            ["own.s2"] = own.Item4,
            ["together.o1"] = together.Item1,
            ["together.o2"] = together.Item2,
            ["together.s1"] = together.Item3,
            ["together.s2"] = together.Item4,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static ValueSystem System(string id, params string[] statements) => new(
        id, Sample.Text(id), Sample.Text(id), Sample.Text(id), Sample.Text(id), [.. statements.Select(statement => new Statement(statement, Sample.Text(statement)))]);
}
