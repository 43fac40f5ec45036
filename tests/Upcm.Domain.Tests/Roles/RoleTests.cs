namespace Upcm.Domain.Tests.Roles;

/// <summary>What a role is called, who fills it on a day, and which roles a programme gives a team.</summary>
public sealed class RoleTests
{
    private static readonly DateOnly First = new(2026, 11, 1);
    private static readonly DateOnly Last = new(2026, 11, 24);

    [Theory]
    [InlineData("Secretaris", "ot/secretaris")]
    [InlineData("Zorg & nazorg", "ot/zorg-nazorg")]
    [InlineData("  Één rol, twee namen!", "ot/een-rol-twee-namen")]
    [InlineData("CO₂-scout 2", "ot/co-scout-2")]
    public void A_role_is_known_by_the_letters_and_digits_of_its_name(string name, string id)
    {
        Assert.Equal(id, RoleId.Of("ot", name).Value);
        Assert.Equal("ot", RoleId.Of("ot", name).Team);
    }

    [Fact]
    public void A_name_that_is_too_long_is_cut_and_ends_with_a_letter()
    {
        Assert.Equal("ot/" + new string('a', 60), RoleId.Of("ot", new string('a', 61)).Value);
        Assert.Equal("ot/" + new string('a', 59), RoleId.Of("ot", new string('a', 59) + " b").Value);
    }

    [Fact]
    public void Somebody_fills_a_role_from_the_first_day_up_to_and_including_the_last()
    {
        var filler = new Filler(new Somebody(Sample.Ann, "Ann"), false, First, Last);
        Assert.True(filler.On(First));
        Assert.True(filler.On(Last));
        Assert.False(filler.On(First.AddDays(-1)));
        Assert.False(filler.On(Last.AddDays(1)));
        Assert.True((filler with { Until = null }).On(Last.AddYears(1)));
    }

    [Fact]
    public void Somebody_holds_an_office_up_to_and_including_the_last_day()
    {
        var appointment = new Appointment { Office = Offices.Secretary, Person = new Somebody(Sample.Ann, "Ann"), By = new Somebody(Sample.Ben, "Ben"), At = Sample.Moment };
        Assert.True(appointment.On(Last));
        Assert.True((appointment with { Until = Last }).On(Last));
        Assert.False((appointment with { Until = Last }).On(Last.AddDays(1)));
    }

    [Fact]
    public void A_team_has_its_own_roles_and_those_of_every_team_but_one_chair()
    {
        var method = Sample.Method with
        {
            Roles =
            [
                Described("schakel", null, Offices.LinkingPin), Described("trekker", null, Offices.TeamLead), Described("verslag", null),
                Described("voorzitter", "regieteam", Offices.LinkingPin), Described("vrij", "regieteam"), Described("scout", "realisatie"),
            ],
        };
        Assert.Equal(
            ["regieteam/trekker", "regieteam/verslag", "regieteam/voorzitter", "regieteam/vrij"],
            RolesOfProgramme.Of(method, "regieteam").Select(static role => role.Id.Value));
        Assert.Equal(
            ["realisatie/schakel", "realisatie/trekker", "realisatie/verslag", "realisatie/scout"],
            RolesOfProgramme.Of(method, "realisatie").Select(static role => role.Id.Value));
    }

    [Fact]
    public void A_role_of_the_programme_is_as_described_and_filled_by_nobody()
    {
        var role = Role.Of(Described("scout", "realisatie", Offices.Reporter) with { Horizon = "0-3m", Accountabilities = [Sample.Text("zoekt")] }, "realisatie");
        Assert.Equal(("scout", "0-3m", "waarom", "zoekt", Offices.Reporter), (role.Name.Nl, role.Horizon, role.Purpose.Nl, role.Accountabilities.Single().Nl, role.Office));
        Assert.Empty(role.Fillers);
    }

    private static RoleDescription Described(string id, string? team, string? office = null) => new(id, Sample.Text(id), team, null, Sample.Text("waarom"), office);
}
