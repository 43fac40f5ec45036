using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>
/// A role meeting of the support team with six people: Lotte leads, Piet is to record, Sanne and Jan have tensions, Fatima objects
/// and Karim takes over when Lotte drops out. State is reloaded from the store at every turn.
/// </summary>
public sealed class RoleMeetingTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var person in new[] { "lotte", "piet", "sanne", "jan", "fatima", "karim" })
        {
            await bot.Say("hoi", person);
        }

        foreach (var office in new[] { "lotte tot ondersteuningsteam", "karim tot ondersteuningsteam", "piet tot secretaris van ondersteuningsteam" })
        {
            await bot.Say($"benoem {office}", "beheer");
            await bot.Say("ja", "beheer");
        }

        await bot.Hear(new Said("koppel ondersteuningsteam", []), "beheer", kind: PlaceKind.Channel);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_whole_meeting_with_six_people_changes_the_register_at_closing_and_not_before()
    {
        await Raise("sanne", "twee rollen vragen bedrijven om dezelfde cijfers");
        await Raise("jan", "niemand gaat over de zaal");
        await Raise("fatima", "de taken van de omgevingsmanager zijn onduidelijk");
        var agenda = await bot.Say("roloverleg", "sanne");
        Says(agenda, "Roloverleg Ondersteuningsteam", "1. twee rollen vragen bedrijven", "3. de taken van de omgevingsmanager");
        await bot.Say("ik kom", "sanne");
        await bot.Say("ik kom", "jan");
        await bot.Say("ik kom", "fatima");
        Says(await bot.Say("ik kom niet", "karim"), "3 komen", "Komen niet", "karim");

        Says(await bot.Say("start roloverleg", "jan"), "kan hier alleen", "ondersteuningsteam");
        Says(await bot.Say("start roloverleg", "lotte"), "check-in", "(5 min)", "Leidt: lotte · legt vast: piet", "Volgende stap");
        Says(await bot.Say("start roloverleg", "karim"), "al begonnen. lotte leidt het");
        Says(await bot.Say("volgende stap", "jan"), "lotte leidt dit overleg");
        await bot.Restart();

        Says(await bot.Say("volgende stap", "lotte"), "praktische punten");
        Says(await bot.Say("punt: Jan moet om twaalf uur weg", "piet"), "Jan moet om twaalf uur weg");
        Says(await bot.Say("haal punt weg 2", "piet"), "Dat punt staat er niet");
        Says(await bot.Say("haal punt weg 1", "jan"), "Vastleggen doet piet");
        Assert.DoesNotContain("twaalf", await bot.Say("haal punt weg 1", "piet"), StringComparison.Ordinal);
        Says(await bot.Say("punt: Jan moet om elf uur weg", "piet"), "Jan moet om elf uur weg");
        Says(await bot.Say("volgende stap", "lotte"), "agenda", "2. niemand gaat over de zaal (jan)");
        Says(await bot.Say("leg vast", "piet"), "geen spanning aan de beurt");
        Says(await bot.Say("volgende stap", "lotte"), "1/3 · spanning 1", "inbrengen");
        Says(await bot.Say("bezwaar: dit wil ik niet", "fatima"), "in de bezwaarronde");
        await bot.Say("volgende stap", "lotte");
        await bot.Say("volgende stap", "lotte");
        Says(await bot.Say("volgende stap", "lotte"), "aanpassen");
        Says(await bot.Say("volgende stap", "lotte"), "Er ligt nog geen voorstel");
        Says(await bot.Say("voorstel: de relatieontwikkelaar vraagt alle cijfers op", "sanne"), "de relatieontwikkelaar vraagt alle cijfers op");
        Says(await bot.Say("volgende stap", "lotte"), "bezwaarronde", "Doet het voorstel schade");

        Says(await bot.Say("bezwaar: zo mist de procesontwikkelaar de cijfers", "fatima"), "Doet het voorstel schade");
        await bot.Say("ja", "fatima");
        await bot.Say("ja", "fatima");
        await bot.Say("ja", "fatima");
        Says(await bot.Say("ja", "fatima"), "Klopt dit?");
        Says(await bot.Say("ja", "fatima"), "fatima: zo mist de procesontwikkelaar de cijfers (geldt)");
        Says(await bot.Say("volgende stap", "lotte"), "integreren");
        Says(await bot.Say("volgende stap", "lotte"), "Er staat nog een bezwaar");

        // Lotte's connection drops: who said to come goes on, and everybody sees it.
        Says(await bot.Say("neem roloverleg over", "jan"), "jan leidt het overleg nu, in plaats van lotte");
        Assert.Contains(await Posts(), post => post.Card.Title == "jan leidt het overleg nu, in plaats van lotte.");
        Says(await bot.Say("voorstel: de relatieontwikkelaar vraagt de cijfers op en deelt ze met de procesontwikkelaar", "piet"), "deelt ze met de procesontwikkelaar");
        Says(await bot.Say("volgende stap", "jan"), "bezwaarronde", "(opgelost)");
        Says(await bot.Say("volgende stap", "jan"), "vastleggen");

        Says(await bot.Say("leg vast", "karim"), "Vastleggen doet piet");
        await bot.Say("leg vast", "piet");
        await bot.Say("verantwoordelijkheid erbij", "piet");
        await bot.Say("relatieontwikkelaar", "piet");
        await bot.Say("Vraagt cijfers een keer op bij bedrijven.", "piet");
        Says(await bot.Say("ja", "piet"), "1. Relatieontwikkelaar krijgt erbij: Vraagt cijfers een keer op bij bedrijven.");
        await bot.Say("leg vast", "piet");
        await bot.Say("iemand gaat een rol vervullen", "piet");
        await bot.Say("relatieontwikkelaar", "piet");
        await bot.Say("sanne", "piet");
        Says(await bot.Say("ja", "piet"), "2. sanne vervult Relatieontwikkelaar");
        Assert.DoesNotContain("Vraagt cijfers", await bot.Say("rol relatieontwikkelaar"), StringComparison.Ordinal);

        Says(await bot.Say("volgende stap", "jan"), "2/3 · spanning 2");
        for (var step = 0; step < 3; step++)
        {
            await bot.Say("volgende stap", "jan");
        }

        await bot.Say("leg vast", "piet");
        await bot.Say("actie", "piet");
        await bot.Say("Vraag de receptie naar een vaste zaal", "piet");
        await bot.Say("jan", "piet");
        await bot.Say("1 november 2026", "piet");
        Says(await bot.Say("ja", "piet"), "Actie: Vraag de receptie naar een vaste zaal · jan");
        await bot.Say("volgende stap", "jan");
        await bot.Say("volgende stap", "jan");
        Says(await bot.Say("sluit roloverleg", "jan"), "nog een spanning aan de beurt");
        Says(await bot.Say("volgende stap", "jan"), "3/3 · spanning 3");
        Says(await bot.Say("schuif door", "jan"), "afsluiting", "Geldt zodra het overleg gesloten is");

        await bot.Restart();
        var minutes = await bot.Say("sluit roloverleg", "jan");
        Says(minutes, "sanne, jan, fatima, lotte, piet"); // piet never said to come, but recorded
        Says(minutes, "Notulen", "Relatieontwikkelaar krijgt erbij", "Jan moet om elf uur weg", "Doorgeschoven naar het volgende overleg");
        Says(await bot.Say("rol relatieontwikkelaar"), "Vraagt cijfers een keer op bij bedrijven.", "sanne", "rol veranderd");
        Says(await bot.Say("mijn overzicht", "jan"), "Vraag de receptie naar een vaste zaal");
        Says(await bot.Say("rollen van sanne"), "Relatieontwikkelaar");
        Says(await bot.Say("benoem fatima tot linking pin van realisatie", "sanne"), "Iemand benoemen");

        Says(await bot.Say("bezwaar: ik ben het er niet mee eens", "fatima"), "Dit overleg is gesloten", "Het komt dan op de volgende agenda");
        Says(await bot.Say("roloverleg", "fatima"), "Op de agenda (1)", "3. de taken van de omgevingsmanager", "doorgeschoven");
        Says(await bot.Say("notulen", "fatima"), "Notulen: Roloverleg Ondersteuningsteam");
        Says(await bot.Say("spanning 1"), "Afgehandeld");
        var document = ToldFile.Pdf(await bot.Say("exporteer notulen ondersteuningsteam als pdf", "fatima"));
        Assert.All((string[])["Notulen roloverleg Ondersteuningsteam", "Geleid door jan", "Vastgelegd door piet", "Relatieontwikkelaar krijgt erbij", "(opgelost)"], part => Assert.Contains(part, document, StringComparison.Ordinal));
        Says(await bot.Say("exporteer notulen nsp", "fatima"), "geen notulen");

        var posts = await Posts();
        Assert.Contains("Voor jou, afgesproken in het Ondersteuningsteam", posts.Single(post => post is { Kind: "role-meeting-outcome", Person.Value: "sanne" }).Card.Title, StringComparison.Ordinal);
        var card = Assert.Single(posts, post => post.Kind == "role-meeting" && post.Id.StartsWith("role-meeting/", StringComparison.Ordinal) && post.Replaces is null);
        Assert.StartsWith("Notulen", card.Card.Title, StringComparison.Ordinal);
        var changed = Assert.Single(posts, post => post.Kind == "roles-changed");
        Assert.Equal(("channel", "Rollen van het Ondersteuningsteam veranderd"), (changed.Place, changed.Card.Title));
        var told = PlainTextRenderer.Render(changed.Card, Cultures.Dutch);
        Says(told, "Relatieontwikkelaar krijgt erbij: Vraagt cijfers een keer op bij bedrijven.", "sanne vervult Relatieontwikkelaar");
        Assert.DoesNotContain("receptie", told, StringComparison.Ordinal); // an action is no role
    }

    [Fact]
    public async Task An_objection_answered_with_no_does_not_stand_and_the_meeting_goes_on()
    {
        await Raise("sanne", "de taken zijn onduidelijk");
        await bot.Say("start roloverleg", "lotte");
        await Steps("lotte", 6);
        await bot.Say("voorstel: we doen niets", "lotte");
        await bot.Say("volgende stap", "lotte");
        await bot.Say("bezwaar: liever iets anders", "jan");
        foreach (var answer in new[] { "nee", "ja", "ja", "ja" })
        {
            await bot.Say(answer, "jan");
        }

        Says(await bot.Say("ja", "jan"), "het geldt niet", "(geldt niet)");
        Says(await bot.Say("volgende stap", "lotte"), "vastleggen");
        Says(await bot.Say("volgende stap", "lotte"), "Leg eerst vast");
        await bot.Say("ik leg vast", "fatima");
        await bot.Say("leg vast", "fatima");
        await bot.Say("naar een ander team", "fatima");
        await bot.Say("realisatie", "fatima");
        await bot.Say("ja", "fatima");
        await bot.Say("volgende stap", "lotte");
        Says(await bot.Say("sluit roloverleg", "lotte"), "Gaat naar Team Realisatie");
        Says(await bot.Say("spanningen realisatie"), "1. de taken zijn onduidelijk");
    }

    [Fact]
    public async Task The_agenda_posted_ahead_changes_in_its_place_and_nothing_else_is_posted()
    {
        var beat = new Rhythm.Beat(bot.Store, bot.Time);
        await beat.Ring();
        bot.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(2));
        await beat.Ring();
        async Task<Card> Agenda() => Assert.Single(await bot.Store.Find(Kinds.Posts, Talker.Workspace, "occasion=summary/2026-10-13|", 10, null, descending: false, CancellationToken.None)).Document.Card;
        Says(PlainTextRenderer.Render(await Agenda(), Cultures.Dutch), "Roloverleg Ondersteuningsteam", "di 13 oktober 10:00", "Op de agenda (0)");
        Assert.Contains("29:lotte", (await Agenda()).Personal!.People);

        await Raise("sanne", "de taken zijn onduidelijk");
        await bot.Say("ik kom", "jan");
        await bot.Press(new Press("meeting.stay-away", ("team", "ondersteuningsteam")), "fatima");
        Says(PlainTextRenderer.Render(await Agenda(), Cultures.Dutch), "Op de agenda (1)", "1. de taken zijn onduidelijk", "1 komt", "jan", "Komen niet", "fatima");
        Assert.DoesNotContain(await Posts(), post => post.Kind == "tension-raised");
        Assert.DoesNotContain("Start het overleg", await bot.Press((await Agenda()).Personal!.Refresh, "lotte"), StringComparison.Ordinal); // it is tomorrow
        bot.Time.Advance(TimeSpan.FromHours(22));
        Says(await bot.Press((await Agenda()).Personal!.Refresh, "lotte"), "Start het overleg", "Op de agenda (1)");
        Says(await bot.Say("roloverleg", "lotte"), "Start het overleg");

        await bot.Say("trek spanning in 1", "sanne");
        Says(PlainTextRenderer.Render(await Agenda(), Cultures.Dutch), "Op de agenda (0)");
        await bot.Say("start roloverleg", "lotte");
        Says(PlainTextRenderer.Render(await Agenda(), Cultures.Dutch), "Het overleg is begonnen");
    }

    [Fact]
    public async Task A_tension_raised_while_the_meeting_runs_comes_on_its_agenda()
    {
        await bot.Say("start roloverleg", "lotte");
        await Raise("sanne", "de rol van secretaris is dubbel");
        await Steps("lotte", 2);
        Says(await bot.Say("roloverleg", "sanne"), "1. de rol van secretaris is dubbel");
    }

    [Fact]
    public async Task A_meeting_is_led_in_English_as_well()
    {
        foreach (var person in new[] { "lotte", "sanne" })
        {
            await bot.Say("language en", person);
        }

        await bot.Say("tension: nobody does the mailing lists", "sanne");
        await bot.Say("yes", "sanne");
        Says(await bot.Say("start role meeting", "lotte"), "Role meeting Support team", "Leads: lotte");
        await Steps("lotte", 6, "next step");
        Says(await bot.Say("proposal: the secretary does", "sanne"), "the secretary does");
        Says(await bot.Say("next step", "lotte"), "objection round");
        await bot.Say("next step", "lotte");
        await bot.Say("i record", "lotte");
        await bot.Say("record outcome", "lotte");
        await bot.Say("new role", "lotte");
        await bot.Say("List keeper", "lotte");
        await bot.Say("Keeps every list in one place.", "lotte");
        Says(await bot.Say("yes", "lotte"), "1. New role List keeper: Keeps every list in one place.");
        Says(await bot.Say("take back outcome 2", "lotte"), "no such outcome");
        await bot.Say("next step", "lotte");
        Says(await bot.Say("close role meeting", "lotte"), "Minutes: Role meeting Support team", "New role List keeper");
        Says(await bot.Say("role list keeper", "lotte"), "Keeps every list in one place.", "Nobody yet");
    }

    [Fact]
    public async Task What_cannot_be_applied_keeps_the_meeting_open_and_nothing_is_written()
    {
        await Raise("sanne", "de taken zijn onduidelijk");
        await bot.Say("start roloverleg", "lotte");
        await Steps("lotte", 6);
        await bot.Say("voorstel: rol weg", "lotte");
        await Steps("lotte", 2);
        await bot.Say("ik leg vast", "lotte");
        await bot.Say("leg vast", "lotte");
        await bot.Say("rol beëindigen", "lotte");
        await bot.Say("secretaris", "lotte");
        Says(await bot.Say("ja", "lotte"), "geeft rechten in de bot en kan niet weg");
        Says(await bot.Say("wijzig rol", "lotte"), "Welke rol?");
    }

    private async Task Steps(string leader, int count, string say = "volgende stap")
    {
        for (var step = 0; step < count; step++)
        {
            await bot.Say(say, leader);
        }
    }

    private async Task Raise(string person, string text)
    {
        await bot.Say($"spanning: {text}", person);
        await bot.Say("ja", person);
    }

    private async Task<IReadOnlyList<Post>> Posts() =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 200, null, descending: false, CancellationToken.None)).Select(found => found.Document)];

    private static void Says(string answer, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, answer, StringComparison.OrdinalIgnoreCase));
}
