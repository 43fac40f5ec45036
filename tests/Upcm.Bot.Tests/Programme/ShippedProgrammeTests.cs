using Upcm.Domain;

namespace Upcm.Bot.Tests.Programme;

/// <summary>The facts of the method, checked in the programme that comes with the bot.</summary>
public sealed class ShippedProgrammeTests
{
    private static WorkingMethod Method => Shipped.Programme;

    [Fact]
    public void The_shipped_programme_is_accepted() => Assert.Empty(Shipped.Reading.Problems);

    [Fact]
    public void Three_pillars_oblige_to_result_effort_and_alignment() =>
        Assert.Equal(["realisatie", "versnelling", "verbreding"], Method.Pillars.Select(pillar => pillar.Id));

    [Theory]
    [InlineData("kia-cm", "realisatie", "innovatie")]
    [InlineData("regieteam", "versnelling", "richtinggevend")]
    [InlineData("nsp", "verbreding", "internationale-advocacy")]
    [InlineData("realisatie", "realisatie", "investering")]
    [InlineData("kennisintegratie", "versnelling", "structuur")]
    [InlineData("verbreding", "verbreding", "activering")]
    [InlineData("ondersteuningsteam", null, null)]
    public void A_team_has_its_pillar_and_its_type_of_project(string team, string? pillar, string? type)
    {
        Assert.Equal(7, Method.Teams.Length);
        Assert.Equal(pillar, Method.Team(team)!.Pillar);
        Assert.Equal(type, Method.Team(team)!.ProjectType?.Id);
        Assert.Equal(team == "ondersteuningsteam", Method.Team(team)!.OwnsRoleMeeting);
    }

    [Fact]
    public void Eight_horizons_run_from_a_month_to_fifty_years() =>
        Assert.Equal(
            ["0-1m", "0-3m", "0-1j", "0-2j", "0-5j", "0-10j", "0-20j", "0-50j"], Method.Horizons.Select(horizon => horizon.Id));

    [Theory]
    [InlineData(null, null, "teamtrekker", "plaatsvervangend-teamtrekker", "secretaris", "koersbepaler")]
    [InlineData(null, "0-10j", "linking-pin")]
    [InlineData(null, "0-1m", "rapporteur")]
    [InlineData("realisatie", "0-5j", "realisatie-linking-pin-kia-cm")]
    [InlineData("realisatie", "0-2j", "projectarchitect")]
    [InlineData("realisatie", "0-1j", "coordinator-financiering", "coordinator-circulair-inkopen", "coordinator-juridisch",
        "businesscase-ontwikkelaar", "projectleider-investeringsprojecten")]
    [InlineData("realisatie", "0-3m", "koplopers-spotten", "projecten-activeren", "inzet-van-mensen")]
    [InlineData("kennisintegratie", "0-10j", "kennisintegratie-routekaart")]
    [InlineData("kennisintegratie", "0-5j", "kennisintegratie-sweet-spots", "kennisintegratie-financiering",
        "vertegenwoordiger-monitoring", "linking-pin-bovenregionaal")]
    [InlineData("kennisintegratie", "0-2j", "kennisintegratie-ketenprocessen", "vertegenwoordiger-smart-industry")]
    [InlineData("kennisintegratie", "0-1j", "key-enabling-methodologies", "vertegenwoordiger-circo")]
    [InlineData("kennisintegratie", "0-3m", "kwaliteit-projectresultaat", "kwaliteit-projectproces", "vertegenwoordiger-versnellingshuis")]
    [InlineData("kennisintegratie", "0-1m", "beheerder-informatiestructuur")]
    [InlineData("verbreding", "0-5j", "vertegenwoordiger-regionale-clusters")]
    [InlineData("verbreding", "0-2j", "verbeeldingsstrategie")]
    [InlineData("verbreding", "0-1j", "grondstoffenscanner-kennisplein", "communicatiestrategie")]
    [InlineData("verbreding", "0-3m", "engagement")]
    [InlineData("verbreding", "0-1m", "communicatie-website")]
    [InlineData("nsp", "0-10j", "nsp-linking-pin-pace", "nsp-linking-pin-holland-circular-hotspot", "nsp-linking-pin-provincies",
        "nsp-linking-pin-rijkswaterstaat", "nsp-linking-pin-buitenlandse-zaken", "nsp-linking-pin-ienw-internationaal")]
    [InlineData("regieteam", "0-10j", "regieteam-voorzitter", "regieteam-plaatsvervangend-voorzitter", "regieteam-secretaris",
        "regieteam-linking-pin-kia-cm", "regieteam-linking-pin-nsp", "regieteam-linking-pin-realisatie",
        "regieteam-linking-pin-kennisintegratie", "regieteam-linking-pin-verbreding", "regieteam-human-capital-agenda")]
    [InlineData("ondersteuningsteam", null, "coordinator-ondersteuningsteam", "procesontwikkelaar", "relatieontwikkelaar",
        "omgevingsmanager", "teamlink-kia-cm", "teamlink-regieteam", "teamlink-nsp", "teamlink-realisatie",
        "teamlink-kennisintegratie", "teamlink-verbreding", "beheerder")]
    public void Every_role_of_the_method_is_there_at_its_horizon(string? team, string? horizon, params string[] roles) =>
        Assert.Equal(roles, Method.Roles.Where(role => role.Team == team && role.Horizon == horizon).Select(role => role.Id));

    [Theory]
    [InlineData(Offices.TeamLead, "teamtrekker", "regieteam-voorzitter")]
    [InlineData(Offices.Deputy, "plaatsvervangend-teamtrekker", "regieteam-plaatsvervangend-voorzitter")]
    [InlineData(Offices.Secretary, "secretaris", "regieteam-secretaris")]
    [InlineData(Offices.LinkingPin, "linking-pin")]
    [InlineData(Offices.Reporter, "rapporteur")]
    [InlineData(Offices.SteeringMember, "koersbepaler")]
    [InlineData(Offices.Administrator, "beheerder")]
    public void Rights_follow_from_few_roles(string office, params string[] roles) =>
        Assert.Equal(roles, Method.Roles.Where(role => role.Office == office).Select(role => role.Id));

    [Fact]
    public void Everyone_in_the_support_team_but_the_administrator_has_its_rights() =>
        Assert.Equal(
            Method.Roles.Where(role => role.Team == "ondersteuningsteam" && role.Id != "beheerder"),
            Method.Roles.Where(role => role.Office == Offices.SupportTeam));

    [Fact]
    public void Four_forces_have_at_least_four_statements_each()
    {
        Assert.Equal(["voedend", "persoonlijk", "samenwerking", "vormgevend"], Method.Forces.Select(force => force.Id));
        Assert.All(Method.Forces, force => Assert.True(force.Statements.Length >= 4));
        Assert.All(Method.Forces, force =>
            Assert.All(force.Statements, statement => Assert.StartsWith(force.Id, statement.Id, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("contribution", "onbekend", "laag", "middel", "hoog")]
    [InlineData("supply-risk", "onbekend", "verslechtering", "geen", "enige-verbetering", "sterke-verbetering")]
    [InlineData("propositions", "geen", "1-5", "6-10", "meer")]
    [InlineData("agreement", "1", "2", "3", "4", "5", "weet-niet")]
    [InlineData("chance", "1", "2", "3", "4", "5")]
    [InlineData("effect", "1", "2", "3", "4", "5")]
    [InlineData("influence", "1", "2", "3", "4", "5")]
    [InlineData("interest", "1", "2", "3", "4", "5")]
    public void A_scale_has_its_steps_in_order(string scale, params string[] steps) =>
        Assert.Equal(steps, Method.Scale(scale)!.Steps.Select(step => step.Id));

    [Fact]
    public void Norms_are_those_of_the_method() => Assert.Equal(new Norms(), Method.Norms);

    [Fact]
    public void At_least_forty_five_words_are_explained() => Assert.True(Method.Terms.Length >= 45);

    [Theory]
    [InlineData("KBO", "kbo")]
    [InlineData("roadmap", "routekaart")]
    [InlineData("Mendelow", "krachtenveld")]
    [InlineData("OT", "ondersteuningsteam")]
    [InlineData("impactindicatie", "impactsheet")]
    [InlineData("ZZS", "zzs")]
    [InlineData("tension", "spanning")]
    [InlineData("SBI", "sbi")]
    [InlineData("stoplicht", "stoplicht")]
    public void A_word_is_found_by_what_people_call_it(string said, string term) =>
        Assert.Equal(term, Assert.Single(Method.Terms, t => t.Also.Append(t.Name.Nl).Append(t.Name.En).Contains(said)).Id);
}
