using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.KeepingRoles;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class RoleTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var person in new[] { "sanne", "piet" })
        {
            await bot.Say("hoi", person);
        }

        await bot.Say("benoem piet tot secretaris van realisatie", "beheer");
        await bot.Say("ja", "beheer");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_role_is_there_as_the_programme_describes_it_with_who_fills_it()
    {
        var card = await bot.Say("rol secretaris realisatie");
        Assert.Contains("Team Realisatie", card, StringComparison.Ordinal);
        Assert.Contains("Verstuurt agenda's en stukken op tijd.", card, StringComparison.Ordinal);
        Assert.Contains("piet", card, StringComparison.Ordinal);
        Assert.Contains("Welke rol bedoel je?", await bot.Say("rol secretaris"), StringComparison.Ordinal);
        Assert.Contains("Procesontwikkelaar", await bot.Say("rol procesontwikelaar"), StringComparison.Ordinal);
        Assert.Contains("Ik ken geen rol \"koffiezetter\"", await bot.Say("rol koffiezetter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_found_by_what_they_do_by_person_and_by_team()
    {
        Assert.Contains("Secretaris, Team Realisatie: piet", await bot.Say("wie doet de verzendlijsten"), StringComparison.Ordinal);
        Assert.Contains("Geen rol zegt dat die dit doet", await bot.Say("wie doet de afwas"), StringComparison.Ordinal);
        Assert.Contains("Geen rol zegt dat die dit doet", await bot.Say("wie doet de nieuwsbrief"), StringComparison.Ordinal);
        Assert.Contains("Secretaris", await bot.Say("rollen van piet"), StringComparison.Ordinal);
        Assert.Contains("vervult nu geen rol", await bot.Say("mijn rollen"), StringComparison.Ordinal);
        Assert.Contains("Ik weet niet wie je bedoelt", await bot.Say("rollen van karel"), StringComparison.Ordinal);
        var team = await bot.Say("rollen ondersteuningsteam");
        Assert.Contains("Procesontwikkelaar: nog niemand", team, StringComparison.Ordinal);
        Assert.Contains("De rollen van welk team?", await bot.Say("rollen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_asked_for_in_English()
    {
        await bot.Say("language en");
        Assert.Contains("Sends agendas and papers in time.", await bot.Say("role secretary realisatie"), StringComparison.Ordinal);
        Assert.Contains("Who does \"mailing lists\"", await bot.Say("who does mailing lists"), StringComparison.Ordinal);
        Assert.Contains("Roles of piet", await bot.Say("roles of piet"), StringComparison.Ordinal);
        Assert.Contains("filled by nobody", await bot.Say("roles realisatie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filler_who_left_is_shown_as_such_until_they_speak_again()
    {
        await bot.Hear(new PeopleLeft([new Sender(new PersonId("piet"), "29:piet", "piet")]), "sanne", kind: PlaceKind.Channel);
        Assert.Contains("piet (vertrokken op 5 okt 2026)", await bot.Say("rol secretaris realisatie"), StringComparison.Ordinal);
        await bot.Say("hoi", "piet");
        Assert.DoesNotContain("vertrokken", await bot.Say("rol secretaris realisatie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_appointment_no_longer_fills_the_role()
    {
        await bot.Press(new Upcm.Bot.Cards.Press("office.end", ("appointment", "realisatie/secretary/piet")), "beheer");
        Assert.Contains("Nog niemand", await bot.Say("rol secretaris realisatie"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_team_has_each_office_once_or_in_roles_of_its_own()
    {
        var regie = RolesOfProgramme.Of(Talker.Method, "regieteam").ToList();
        Assert.Single(regie, role => role.Office == Offices.TeamLead);
        Assert.Equal(regie.Count, regie.DistinctBy(role => role.Id).Count());
        Assert.True(RoleRegister.CarriesOfficeAlone(regie.Single(role => role.Office == Offices.TeamLead), regie));
    }
}
