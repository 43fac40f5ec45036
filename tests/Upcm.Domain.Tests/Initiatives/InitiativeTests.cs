namespace Upcm.Domain.Tests;

public sealed class InitiativeTests
{
    private static readonly Somebody Ann = new(Sample.Ann, "Ann");

    private static readonly RegisterInitiative Told = new() { Title = "Batterijen", Result = "r", Team = "realisatie", Strategies = ["R3"], Client = "Ann", MeansAmount = 5 };

    [Fact]
    public void A_new_initiative_is_in_the_first_phase_and_its_first_round()
    {
        var made = Told.As(Sample.Number, Sample.Method, Ann, Sample.Moment);
        Assert.Equal(("initiatie", 1, InitiativeStatus.Active), (made.Phase, made.Round, made.Status));
        Assert.Equal((Sample.Number, Ann, Sample.Moment), (made.Number, made.RegisteredBy, made.RegisteredAt));
        Assert.Equal(("Batterijen", "r", "realisatie", "Ann", 5m), (made.Title, made.Result, made.Team, made.Client, made.MeansAmount!.Value));
        Assert.Equal(["R3"], made.Strategies);
    }

    [Fact]
    public void What_is_edited_takes_the_place_of_what_was_said_and_leaves_the_rest()
    {
        var before = Told.As(Sample.Number, Sample.Method, Ann, Sample.Moment) with { Phase = "definitie", Round = 2 };
        var after = (Told with { Title = "Accu's", Client = null, Leader = Ann }).Over(before);
        Assert.Equal(("Accu's", null, Ann, "definitie", 2), (after.Title, after.Client, after.Leader, after.Phase, after.Round));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 1)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    public void There_is_no_round_before_the_first(int kept, int round) =>
        Assert.Equal(round, (Told.As(Sample.Number, Sample.Method, Ann, Sample.Moment) with { Round = kept }).Round);

    [Theory]
    [InlineData(Offices.SupportTeam, true)]
    [InlineData(Offices.Administrator, true)]
    [InlineData(Offices.TeamLead, false)]
    public void The_support_team_and_the_administrator_are_of_the_workspace(string office, bool isOfWorkspace) =>
        Assert.Equal(isOfWorkspace, Appointment.IsOfWorkspace(office));

    [Fact]
    public void What_is_no_number_is_told_as_it_was_said() =>
        Assert.Contains("batterij", Assert.Throws<FormatException>(() => InitiativeNumber.Parse("batterij", null)).Message, StringComparison.Ordinal);
}
