namespace Upcm.Domain.Tests;

public sealed class RightsTests
{
    [Fact]
    public void Every_deed_has_someone_who_may() => Assert.All(Enum.GetValues<Deed>(), deed => Assert.NotEmpty(Rights.WhoMay(deed)));

    [Theory]
    [InlineData(Deed.Read)]
    [InlineData(Deed.RegisterInitiative)]
    [InlineData(Deed.RaiseTension)]
    public void Anyone_may_read_register_and_raise(Deed deed) => Assert.True(Rights.May(deed, Standing.None));

    [Fact]
    public void Nobody_without_standing_may_do_anything_else() =>
        Assert.Equal(
            [Deed.Read, Deed.RegisterInitiative, Deed.RaiseTension],
            Enum.GetValues<Deed>().Where(deed => Rights.May(deed, Standing.None)));

    [Theory]
    [InlineData(Decider.SteeringMeeting, Offices.LinkingPin, true)]
    [InlineData(Decider.SteeringMeeting, Offices.TeamLead, false)]
    [InlineData(Decider.Client, Offices.TeamLead, true)]
    [InlineData(Decider.Client, Offices.LinkingPin, false)]
    [InlineData(Decider.Client, Offices.Secretary, true)]
    [InlineData(Decider.SteeringMeeting, Offices.Reporter, true)]
    public void A_gate_is_decided_by_its_decider_or_recorded_for_them(Decider decider, string office, bool may) =>
        Assert.Equal(may, Rights.May(Rights.ToDecide(decider), Sample.Holding(office)));

    [Fact]
    public void A_secretary_records_on_behalf_unless_the_decision_is_theirs()
    {
        Assert.True(Rights.RecordsOnBehalf(Decider.Client, Sample.Holding(Offices.Secretary)));
        Assert.False(Rights.RecordsOnBehalf(Decider.Client, Sample.Holding(Offices.Secretary, Offices.TeamLead)));
        Assert.False(Rights.RecordsOnBehalf(Decider.Client, Standing.None));
    }

    [Fact]
    public void A_project_leader_reports_but_does_not_decide()
    {
        var leader = new Standing { ProjectLeader = true };
        Assert.True(Rights.May(Deed.ReportProgress, leader));
        Assert.False(Rights.May(Deed.DecideClientGate, leader));
        Assert.False(Rights.May(Deed.AppointLeader, leader));
    }

    [Fact]
    public void Only_the_administrator_handles_personal_data_and_settings_are_for_the_support_team()
    {
        var support = new Standing { SupportTeam = true };
        Assert.False(Rights.May(Deed.HandlePersonalData, support));
        Assert.True(Rights.May(Deed.HandlePersonalData, new Standing { Administrator = true }));
        Assert.True(Rights.May(Deed.ChangeSettings, support));
        Assert.False(Rights.May(Deed.SeeSettings, Sample.Holding(Offices.TeamLead)));
    }

    [Fact]
    public void A_refusal_says_who_may()
    {
        var refusal = Rights.Refusal(Deed.DecideSteeringGate, Standing.None);
        Assert.Equal([Offices.LinkingPin, Offices.Secretary, Offices.Reporter], refusal!.WhoMay);
        Assert.Null(Rights.Refusal(Deed.DecideSteeringGate, Sample.Holding(Offices.LinkingPin)));
    }
}
