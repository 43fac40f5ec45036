using System.Globalization;

namespace Upcm.Domain.Tests;

public sealed class LookupTests
{
    private static readonly MeetingRules Rules = MeetingRules.Usual with
    {
        Tables = [new(Tables.WorkUpdate, Sample.Text("w"), Sample.Text("w"), []), new(Tables.RoleMeeting, Sample.Text("r"), Sample.Text("r"), [])],
        Rounds = [new(MeetingRounds.CheckIn, Sample.Text("c"), Sample.Text("c"), 5), new(MeetingRounds.Closing, Sample.Text("c"), Sample.Text("c"), 5)],
    };

    [Fact]
    public void What_is_there_is_found_by_its_id()
    {
        Assert.Equal("realisatie", Sample.Method.Team("realisatie")!.Id);
        Assert.Equal("definitie", Sample.Method.Phase("definitie")!.Id);
        Assert.Equal("uit-definitie", Sample.Method.Gate("uit-definitie")!.Id);
        Assert.Equal("uit-definitie", Sample.Method.GateFrom("definitie")!.Id);
        Assert.Equal("bijdrage", Sample.Method.Scale("bijdrage")!.Id);
        Assert.Equal("hoog", Sample.Method.Scale("bijdrage")!.Step("hoog")!.Id);
        Assert.Equal("29.1", Sample.Method.ProductGroup("29.1")!.Sbi);
        Assert.Equal("sleutelspeler", Stakeholders.StakeholderSample.Method.StakeholderKind("sleutelspeler")!.Id);
        Assert.Equal("gebruiker", Stakeholders.StakeholderSample.Method.StakeholderSide("gebruiker")!.Id);
        Assert.Equal("0-1j", Stakeholders.StakeholderSample.Method.Horizon("0-1j")!.Id);
        Assert.Equal(Tables.RoleMeeting, Rules.Table(Tables.RoleMeeting)!.Id);
        Assert.Equal(MeetingRounds.Closing, Rules.Round(MeetingRounds.Closing)!.Id);
        Assert.Equal("tweede", Sample.Method.Gates[1].Criterion("tweede")!.Id);
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        Assert.Null(Sample.Method.Team("x"));
        Assert.Null(Sample.Method.Phase("x"));
        Assert.Null(Sample.Method.Gate("x"));
        Assert.Null(Sample.Method.GateFrom("afgesloten"));
        Assert.Null(Sample.Method.Scale("x"));
        Assert.Null(Sample.Method.Scale("bijdrage")!.Step("x"));
        Assert.Null(Sample.Method.ProductGroup("x"));
        Assert.Null(Stakeholders.StakeholderSample.Method.StakeholderKind("x"));
        Assert.Null(Stakeholders.StakeholderSample.Method.StakeholderKind(null));
        Assert.Null(Stakeholders.StakeholderSample.Method.StakeholderSide("x"));
        Assert.Null(Stakeholders.StakeholderSample.Method.Horizon("x"));
        Assert.Null(Rules.Table("x"));
        Assert.Null(Rules.Round("x"));
        Assert.Null(Sample.Method.Gates[1].Criterion("x"));
    }

    [Fact]
    public void A_programme_goes_by_its_short_name_and_shows_the_team_it_names_and_has_a_portfolio_team_where_it_names_none()
    {
        var method = Sample.Method with
        {
            Name = Sample.Text("Warmte voor iedereen"),
            Teams = [Sample.Method.Teams[0], Sample.Method.Teams[1] with { ProjectType = new Item("warmtenet", Sample.Text("warmtenet")) }, Sample.Method.Teams[0] with { Id = "derde" }],
        };
        Assert.Equal(("Warmte voor iedereen", "realisatie"), (method.Short.Nl, method.ExampleTeam));
        Assert.Equal(("Warmte", "derde"), ((method with { Short = Sample.Text("Warmte") }).Short.Nl, (method with { ExampleTeam = "derde" }).ExampleTeam));
        Assert.Equal("nsp", (method with { Teams = Sample.Method.Teams }).ExampleTeam);
    }

    [Theory]
    [InlineData("nl-NL", "mijlpaal")]
    [InlineData("en-GB", "milestone")]
    [InlineData("en-US", "milestone")]
    [InlineData("de-DE", "mijlpaal")]
    public void A_word_is_said_in_English_to_the_English_and_in_Dutch_to_all_others(string culture, string said) =>
        Assert.Equal(said, new Words("mijlpaal", "milestone").In(CultureInfo.GetCultureInfo(culture)));
}
