using static Upcm.Domain.Tests.Stakeholders.StakeholderSample;

namespace Upcm.Domain.Tests.Stakeholders;

public sealed class StakeholderMapTests
{
    private static readonly DateTimeOffset Later = Sample.Moment.AddDays(10);

    [Fact]
    public void Stakeholders_are_numbered_and_a_number_is_never_given_twice()
    {
        var map = Value(StakeholderLaws.Remove(With(Called("RVO"), Called("TNO")), 2));
        var again = Value(StakeholderLaws.Add(map, [Called("TNO")], Method, Later));
        Assert.Equal([(1, "RVO"), (3, "TNO")], again.Stakeholders.Select(one => (one.Id, one.Name)));
        Assert.Equal(Sample.Moment, again.Of(1)!.AddedAt);
        Assert.Equal(Later, again.Of(3)!.AddedAt);
    }

    [Theory]
    [InlineData("Provincie Gelderland", "provincie gelderland")]
    [InlineData("Fermé B.V.", "ferme")]
    [InlineData("De Fabriek NV", "fabriek")]
    [InlineData("VNO-NCW", "vno ncw")]
    [InlineData("BV", "bv")]
    [InlineData("The Fábriek B.V.", "fabriek")]
    [InlineData("het fabriek", "fabriek")]
    public void A_name_is_compared_without_capitals_accents_and_legal_form(string name, string plain) => Assert.Equal(plain, StakeholderMap.Plain(name));

    [Fact]
    public void Two_of_one_map_never_go_by_the_same_name()
    {
        Assert.Equal(
            [new StakeholderLawBroken(StakeholderLaw.NameIsNew, "RVO.", 1), new StakeholderLawBroken(StakeholderLaw.NameIsNew, "tno bv", 2)],
            Reasons(StakeholderLaws.Add(With(Called("TNO")), [Called("rvo"), Called("RVO."), Called("tno bv")], Method, Later)));
        var two = With(Called("TNO"), Called("RVO"));
        Assert.Equal(
            [new StakeholderLawBroken(StakeholderLaw.NameIsNew, "tno")],
            Reasons(StakeholderLaws.Change(two, two.Of(2)! with { Name = "tno" }, Method, Later)));
        Assert.Equal("T.N.O.", Value(StakeholderLaws.Change(two, two.Of(1)! with { Name = "T.N.O." }, Method, Later)).Of(1)!.Name);
    }

    [Fact]
    public void All_that_is_wrong_is_told_by_place_and_nothing_is_added() =>
        Assert.Equal(
            [
                new StakeholderLawBroken(StakeholderLaw.InfluenceIsOneToFive, "6", 0),
                new StakeholderLawBroken(StakeholderLaw.InterestIsOneToFive, "0", 1),
                new StakeholderLawBroken(StakeholderLaw.NameIsStated, null, 2),
                new StakeholderLawBroken(StakeholderLaw.KindIsKnown, "buur", 2),
                new StakeholderLawBroken(StakeholderLaw.SideIsKnown, "achter", 2),
            ],
            Reasons(StakeholderLaws.Add(
                Empty, [Called("a", 6, 1), Called("b", 5, 0), Called(" ", 1, 5, "buur") with { Side = "achter" }], Method, Later)));

    [Fact]
    public void A_map_has_room_for_two_hundred()
    {
        var full = With([.. Enumerable.Range(1, StakeholderMap.Most).Select(at => Called($"partij {at}"))]);
        Assert.Equal([new StakeholderLawBroken(StakeholderLaw.MapHasRoom)], Reasons(StakeholderLaws.Add(full, [Called("nog een")], Method, Later)));
    }

    [Fact]
    public void Who_was_removed_meanwhile_is_not_changed_or_removed_again()
    {
        Assert.Equal([new StakeholderLawBroken(StakeholderLaw.StakeholderIsThere)], Reasons(StakeholderLaws.Remove(Empty, 1)));
        Assert.Equal(
            [new StakeholderLawBroken(StakeholderLaw.StakeholderIsThere)], Reasons(StakeholderLaws.Change(Empty, Called("a") with { Id = 1 }, Method, Later)));
    }

    [Theory]
    [InlineData(4, 4, Quadrant.InvolveClosely)]
    [InlineData(5, 3, Quadrant.KeepSatisfied)]
    [InlineData(3, 5, Quadrant.KeepInformed)]
    [InlineData(3, 3, Quadrant.Monitor)]
    [InlineData(1, 1, Quadrant.Monitor)]
    [InlineData(5, 5, Quadrant.InvolveClosely)]
    public void The_quadrant_follows_from_influence_and_interest(int influence, int interest, Quadrant quadrant) =>
        Assert.Equal(quadrant, Called("a", influence, interest).In(new Norms()));

    [Fact]
    public void Who_is_not_judged_on_both_is_in_no_quadrant_and_the_norms_move_the_border()
    {
        Assert.Null(Called("a", 5).In(new Norms()));
        Assert.Null(Called("a", null, 5).In(new Norms()));
        Assert.Equal(Quadrant.InvolveClosely, Called("a", 3, 3).In(new Norms { MuchInfluenceFrom = 3, MuchInterestFrom = 3 }));
    }

    [Fact]
    public void Only_what_changed_gets_a_new_day()
    {
        var map = With(Called("RVO", 4, 4, "ketenpartner") with { Wins = "minder uitval" });
        var changed = Value(StakeholderLaws.Change(map, map.Of(1)! with { Against = true, Approach = "elke maand bellen" }, Method, Later)).Of(1)!;
        Assert.Equal(
            (Sample.Moment, Sample.Moment, Later, Sample.Moment, Later),
            (changed.AddedAt, changed.KnownAt, changed.PlacedAt, changed.IssuesAt, changed.ApproachAt));
        Assert.Null(With(Called("RVO")).Of(1)!.PlacedAt);
    }

    private static T Value<T>(Verdict<T> verdict) => Assert.IsType<Accepted<T>>(verdict).Value;

    private static IReadOnlyList<Reason> Reasons<T>(Verdict<T> verdict) => Assert.IsType<Refused<T>>(verdict).Reasons;
}
