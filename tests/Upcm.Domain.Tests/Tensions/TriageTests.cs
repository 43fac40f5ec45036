namespace Upcm.Domain.Tests.Tensions;

public sealed class TriageTests
{
    private static readonly WorkingMethod Method = Sample.Method with
    {
        Teams = [Team("regieteam"), Team("realisatie"), Team("nsp"), Team("ondersteuningsteam") with { OwnsRoleMeeting = true }],
        Meetings = MeetingRules.Usual with
        {
            Tables =
            [
                new TensionTable(Tables.RoleMeeting, Sample.Text("r"), Sample.Text("r"), ["rol", "verantwoordelijk"]),
                new TensionTable(Tables.SteeringMeeting, Sample.Text("s"), Sample.Text("s"), ["budget", "middelen", "koers van het project"]),
                new TensionTable(Tables.WorkUpdate, Sample.Text("w"), Sample.Text("w"), ["stand van zaken", "!", "doel"]),
            ],
        },
    };

    [Theory]
    [InlineData("Niemand heeft deze rol", Tables.RoleMeeting, "rol")]
    [InlineData("Niemand neemt de verantwoordelijkheden op zich", Tables.RoleMeeting, "verantwoordelijk")]
    [InlineData("WAT IS DE STAND VAN ZAKEN?", Tables.WorkUpdate, "stand van zaken")]
    [InlineData("Van wie is deze rol?", Tables.RoleMeeting, "rol")]
    [InlineData("Het doel is zoek", Tables.WorkUpdate, "doel")]
    [InlineData("Er is te weinig búdget", Tables.SteeringMeeting, "budget")]
    [InlineData("De koers van het project is zoek, en mijn rol ook", Tables.SteeringMeeting, "koers van het project")]
    public void A_word_of_a_table_points_to_it_whatever_its_case_accents_and_ending(string text, string table, string because) =>
        Assert.Equal(new Suggestion(table, "realisatie", because, null), Suggest(text, "realisatie"));

    [Theory]
    [InlineData("Mijn rolluik is kapot")]
    [InlineData("De stand valt mee, en van zaken weet ik niets")]
    [InlineData("stand van")]
    [InlineData("De doelgroep haakt af")]
    [InlineData("")]
    public void A_short_word_or_a_part_of_several_points_nowhere(string text) =>
        Assert.Equal(new Suggestion(Tables.RoleMeeting, "realisatie", null, null), Suggest(text, "realisatie"));

    [Fact]
    public void Without_a_role_it_belongs_to_the_team_that_owns_the_role_meeting_and_without_one_to_the_first()
    {
        Assert.Equal("ondersteuningsteam", Suggest("Er schuurt iets", null).Team);
        Assert.Equal("regieteam", Triage.Suggest("Er schuurt iets", null, Method with { Teams = [Team("regieteam"), Team("nsp")] }, _ => null).Team);
    }

    [Theory]
    [InlineData("(20-004) loopt vast")]
    [InlineData("Het gaat om 20-004, dat vastloopt.")]
    public void A_project_that_exists_points_to_the_steering_meeting_of_its_team(string text) =>
        Assert.Equal(new Suggestion(Tables.SteeringMeeting, "nsp", "20-004", Sample.Number), Suggest(text, "realisatie"));

    [Fact]
    public void A_project_may_be_named_without_all_of_its_noughts() => Assert.Equal(Sample.Number, Suggest("20-04 loopt vast", "realisatie").Initiative);

    [Theory]
    [InlineData("21-009 loopt vast")]
    [InlineData("20-4 loopt vast")]
    public void What_is_no_project_is_no_reason(string text) => Assert.Null(Suggest(text, "realisatie").Because);

    [Fact]
    public void A_word_wins_over_a_project_and_only_the_steering_meeting_is_the_projects_own()
    {
        Assert.Equal(new Suggestion(Tables.SteeringMeeting, "nsp", "budget", Sample.Number), Suggest("20-004 heeft geen budget", "realisatie"));
        Assert.Equal(new Suggestion(Tables.RoleMeeting, "realisatie", "rol", Sample.Number), Suggest("20-004 heeft geen rol", "realisatie"));
    }

    [Theory]
    [InlineData("Het regieteam reageert niet", "realisatie", Tables.OtherTeam, "regieteam")]
    [InlineData("Team NSP reageert niet", "realisatie", Tables.OtherTeam, "nsp")]
    [InlineData("Team realisatie reageert niet", "realisatie", Tables.RoleMeeting, "realisatie")]
    [InlineData("Het regieteam reageert niet", null, Tables.RoleMeeting, "ondersteuningsteam")]
    public void Another_team_is_meant_by_who_has_a_team(string text, string? own, string table, string team)
    {
        var suggestion = Suggest(text, own);
        Assert.Equal((table, team), (suggestion.Table, suggestion.Team));
    }

    private static Suggestion Suggest(string text, string? own) => Triage.Suggest(text, own, Method, number => number == Sample.Number ? "nsp" : null);

    private static Team Team(string id) => new(id, Sample.Text(id), null, Sample.Text("x"), null, Sample.Text("x"));
}
