namespace Upcm.Domain.Tests.Tensions;

public sealed class TensionTests
{
    [Fact]
    public void Who_raised_a_tension_or_keeps_its_table_withdraws_it()
    {
        var withdrawn = ((Accepted<Tension>)TensionLaws.Withdraw(Any(1), may: true, Sample.Moment)).Value;
        Assert.Equal((TensionState.Withdrawn, Sample.Moment), (withdrawn.State, withdrawn.EndedAt));
    }

    [Fact]
    public void A_refusal_tells_every_reason()
    {
        var refused = (Refused<Tension>)TensionLaws.Withdraw(Any(1) with { State = TensionState.Resolved }, may: false, Sample.Moment);
        Assert.Equal([TensionLaw.HandledByRaiserOrTable, TensionLaw.IsOpen], refused.Reasons.Cast<TensionLawBroken>().Select(broken => broken.Law));
    }

    [Fact]
    public void A_merged_tension_lives_on_in_the_other_with_its_words()
    {
        var (gone, kept) = ((Accepted<(Tension, Tension)>)TensionLaws.Merge(Any(1) with { Explanation = "lang verhaal" }, Any(2), may: true, Sample.Moment)).Value;
        Assert.Equal((TensionState.Merged, new TensionId(2)), (gone.State, gone.Into));
        Assert.Equal(TensionState.Open, kept.State);
        Assert.Equal("+ 1: spanning 1 (Ann)\nlang verhaal", kept.Explanation);
    }

    [Fact]
    public void A_tension_is_not_merged_into_itself_nor_into_an_ended_one()
    {
        Assert.Equal(TensionLaw.OtherIsAnother, Law(TensionLaws.Merge(Any(1), Any(1), may: true, Sample.Moment)));
        Assert.Equal(TensionLaw.OtherIsOpen, Law(TensionLaws.Merge(Any(1), Any(2) with { State = TensionState.Dropped }, may: true, Sample.Moment)));
    }

    [Fact]
    public void A_tension_that_goes_to_another_team_remembers_where_it_came_from()
    {
        var moved = ((Accepted<Tension>)TensionLaws.Move(Any(1), Tables.OtherTeam, "nsp", may: true)).Value;
        Assert.Equal(("nsp", "realisatie", true), (moved.Team, moved.FromTeam, moved.CrossesTeams));
        Assert.Equal(TensionLaw.MoveMoves, Law(TensionLaws.Move(moved, Tables.OtherTeam, "nsp", may: true)));
        var further = ((Accepted<Tension>)TensionLaws.Move(moved, Tables.OtherTeam, "kia-cm", may: true)).Value;
        Assert.Equal("nsp", further.FromTeam);
        var triaged = ((Accepted<Tension>)TensionLaws.Move(moved, Tables.RoleMeeting, "nsp", may: true)).Value;
        Assert.True(triaged.CrossesTeams);
        Assert.Equal("realisatie", triaged.FromTeam);
    }

    [Fact]
    public void A_tension_that_came_from_no_team_crosses_none() => Assert.False((Any(1) with { FromTeam = null }).CrossesTeams);

    [Fact]
    public void A_tension_is_as_old_as_the_whole_days_it_lies_there()
    {
        Assert.Equal(0, Any(1).Age(Sample.Moment.AddHours(23)));
        Assert.Equal(3, Any(1).Age(Sample.Moment.AddDays(3)));
    }

    private static TensionLaw Law<T>(Verdict<T> verdict) => ((TensionLawBroken)((Refused<T>)verdict).Reasons.Single()).Law;

    private static Tension Any(int number) => new()
    {
        Id = new TensionId(number),
        Text = $"spanning {number}",
        By = new Somebody(Sample.Ann, "Ann"),
        At = Sample.Moment,
        Team = "realisatie",
        Table = Tables.RoleMeeting,
        FromTeam = "realisatie",
    };
}
