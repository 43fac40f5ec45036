using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.PassingGates;
using Upcm.Bot.Notifications;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>The dossier of a gate, who sees what of it, and what can be put right afterwards.</summary>
public sealed class DossierTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private Way way = null!;

    public async ValueTask InitializeAsync()
    {
        way = new Way(bot);
        await way.Begin();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_dossier_tells_what_is_missing_before_anything_else()
    {
        var dossier = await bot.Say("dossier 26-001", "jan");
        Assert.Contains("Dossier 26-001 Batterijen", dossier, StringComparison.Ordinal);
        Assert.Contains("NOG NIET ROND (8)", dossier, StringComparison.Ordinal);
        Assert.Contains("Er is nog geen impactsheet.", dossier, StringComparison.Ordinal);
        Assert.Contains("VERANDERD SINDS DE AANMELDING", dossier, StringComparison.Ordinal);
        Assert.Contains("Beoogd: € 100.000", dossier, StringComparison.Ordinal);
        Assert.DoesNotContain("Criteria invullen", dossier, StringComparison.Ordinal);
        Assert.Contains("Criteria invullen", await bot.Say("dossier 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dossier_speaks_English()
    {
        await bot.Say("language en", "jan");
        var dossier = await bot.Say("gate dossier 26-001", "jan");
        Assert.Contains("NOT MET YET (8)", dossier, StringComparison.Ordinal);
        Assert.Contains("There is no impact sheet yet.", dossier, StringComparison.Ordinal);
        Assert.Contains("CHANGED SINCE IT WAS REGISTERED", dossier, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_people_wrote_the_cards_fit_and_say_what_was_cut()
    {
        await bot.Say("vul fasepoort 26-001");
        var gate = Talker.Method.Gate("uit-initiatie")!;
        var longest = string.Concat(Enumerable.Repeat("🔋*", 495));
        await way.Submit("fill-gate", "sanne", [.. gate.Criteria.SelectMany(criterion => new[] { ($"state.{criterion.Id}", "voldaan"), ($"evidence.{criterion.Id}", longest) })]);
        await way.Confirm("fill-gate", "sanne");
        foreach (var said in new[] { "dossier 26-001", "fasepoort 26-001" })
        {
            var card = (await bot.Hear(new Said(said, []))).Utterances.OfType<Show>().Single().Card;
            CardLimits.Check(card, Cultures.Dutch);
            Assert.Contains("Lange teksten zijn ingekort. Zeg \"toon bewijs 26-001 1\"", PlainTextRenderer.Render(card, Cultures.Dutch), StringComparison.Ordinal);
        }

        Assert.Contains(longest, await bot.Say("toon bewijs 26-001 1"), StringComparison.Ordinal);
        Assert.Contains("criteria 1 tot en met 13", await bot.Say("toon bewijs 26-001 99"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_who_decides_sees_more_and_every_copy_shows_the_outcome()
    {
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        Assert.Empty((await bot.Hear(new Said("dossier 26-001", []), "jan", kind: PlaceKind.Channel)).Utterances);
        var copy = Assert.Single(await way.Posts("gate-shown"));
        Assert.DoesNotContain(copy.Card.Buttons, button => button.Label == "Besluit vastleggen");
        Assert.Equal(["29:piet"], copy.Card.Personal!.People);
        var fetch = new Pressed(copy.Card.Personal.Refresh, new Dictionary<string, string>(), null, CanReplace: true);
        Assert.Contains("Besluit vastleggen", Talker.Plain(await bot.Hear(fetch, "piet", kind: PlaceKind.Channel)), StringComparison.Ordinal);
        Assert.DoesNotContain("Besluit vastleggen", Talker.Plain(await bot.Hear(fetch, "jan", kind: PlaceKind.Channel)), StringComparison.Ordinal);

        await way.Decide("piet", "door");
        Assert.Contains("besloten: Door", PlainTextRenderer.Render(Assert.Single(await way.Posts("gate-shown")).Card, Cultures.Dutch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_in_ones_own_conversation_fetches_itself_anew_while_it_waits()
    {
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        var card = (await bot.Hear(new Said("dossier 26-001", []), "fatima")).Utterances.OfType<Show>().Single().Card;
        Assert.Equal(["29:fatima"], card.Personal!.People);
        await way.Decide("piet", "door");
        Assert.Contains("Van definitie naar commitment", await bot.Press(card.Personal.Refresh, "fatima"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_withdrawn_corrected_and_made_again()
    {
        await way.Meet("uit-initiatie");
        await bot.Say("vul fasepoort 26-001");
        await way.Submit("fill-gate", "sanne", ("evidence.bijdrage-roadmap", "Iets anders"));
        await way.Request("12 oktober");
        Assert.Contains("de criteria staan nu vast", await way.Confirm("fill-gate", "sanne"), StringComparison.Ordinal);
        Assert.Contains("Notitie bijdrage-roadmap", await bot.Say("toon bewijs 26-001 1"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await bot.Say("trek fasepoort in 26-001", "jan"), StringComparison.Ordinal);
        Assert.Contains("in voorbereiding", await bot.Say("trek fasepoort in 26-001"), StringComparison.Ordinal);
        Assert.All(await way.Posts("gate-requested"), post => Assert.Contains("in voorbereiding", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.Ordinal));
        Assert.Contains("nog niet aangevraagd", await bot.Say("trek fasepoort in 26-001"), StringComparison.Ordinal);
        await way.Request("19 oktober");
        Assert.Equal(2, (await way.Posts("gate-requested")).Count(post => post.Person?.Value == "piet"));
        await way.Decide("piet", "door");
        Assert.All(await way.Posts("gate-requested"), post => Assert.Contains("besloten: Door", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.Ordinal));
        Assert.Contains("aanvraag ingetrokken: Van initiatie naar definitie · sanne", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_the_meeting_is_moved_and_everyone_sees_it()
    {
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        Assert.Contains("kan hier alleen", await bot.Say("plan kbo 26-001 19 oktober", "jan"), StringComparison.Ordinal);
        Assert.Contains("al geweest", Talker.Plain(await bot.Hear(new Said("plan kbo 26-001 1 oktober 2026", []), "piet", surface: Surface.Text)), StringComparison.Ordinal);
        var planned = await way.Talk("piet", "19 oktober", "ja");
        Assert.Contains("ma 19 oktober 2026", planned, StringComparison.Ordinal);
        Assert.All(await way.Posts("gate-requested"), post => Assert.Contains("19 oktober", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.Ordinal));
        Assert.Contains("dag van het overleg: ma 12 oktober 2026 → ma 19 oktober 2026 · piet", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_put_right_and_what_stood_there_stays_visible()
    {
        Assert.Contains("nog niets besloten", await bot.Say("corrigeer besluit 26-001", "piet"), StringComparison.Ordinal);
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        await way.Decide("piet", "in de wacht", "Geen geld");
        Assert.Contains("kan hier alleen", await bot.Say("corrigeer besluit 26-001", "jan"), StringComparison.Ordinal);
        await bot.Say("corrigeer besluit 26-001", "piet");
        await way.Submit("correct-decision", "piet", ("meeting", "2 oktober 2026"), ("reason", "Te weinig draagvlak"), ("why", "De verkeerde reden"));
        var corrected = await way.Confirm("correct-decision", "piet");
        Assert.Contains("Besluit: In de wacht. Te weinig draagvlak", corrected, StringComparison.Ordinal);
        Assert.Contains("piet: De verkeerde reden. Eerst: overleg: ma 5 oktober 2026; reden: Geen geld", corrected, StringComparison.Ordinal);
        Assert.All(await way.Posts("gate-decided"), post => Assert.Contains("Te weinig draagvlak", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.Ordinal));
        Assert.Contains("besluit gecorrigeerd: Van initiatie naar definitie: De verkeerde reden · piet", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_go_that_was_a_hold_is_put_right_and_phase_request_and_cards_follow()
    {
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        await way.Decide("piet", "door");
        await way.Meet("uit-definitie");
        Assert.Contains("wacht op de opdrachtgever", await way.Request(), StringComparison.Ordinal);

        await bot.Say("corrigeer besluit 26-001", "piet");
        Assert.Contains("Een aanvraag die intussen liep, vervalt", await way.Submit(
            "correct-decision", "piet", ("kind", "in de wacht"), ("reason", "Te weinig draagvlak"), ("why", "Verkeerde knop")), StringComparison.Ordinal);
        var corrected = await way.Confirm("correct-decision", "piet");
        Assert.Contains("Besluit: In de wacht. Te weinig draagvlak", corrected, StringComparison.Ordinal);
        Assert.Contains("piet: Verkeerde knop. Eerst: besluit: Door; reden: –", corrected, StringComparison.Ordinal);
        Assert.Contains("Initiatie · in de wacht", await bot.Say("toon 26-001"), StringComparison.OrdinalIgnoreCase);
        Assert.All(await way.Posts("gate-decided"), post => Assert.Contains("Besluit: In de wacht", PlainTextRenderer.Render(post.Card, Cultures.Dutch), StringComparison.Ordinal));
        Assert.Contains(await way.Posts("gate-corrected"), post => post.Place is not null);
        Assert.DoesNotContain(
            await way.Posts("gate-requested"), post => PlainTextRenderer.Render(post.Card, Cultures.Dutch).Contains("wacht op", StringComparison.Ordinal));
        var history = await bot.Say("geschiedenis 26-001");
        Assert.Contains("besluit herzien: Van initiatie naar definitie: Door → In de wacht. Verkeerde knop · piet", history, StringComparison.Ordinal);
        Assert.Contains("aanvraag ingetrokken: Van definitie naar commitment · piet", history, StringComparison.Ordinal);

        await bot.Say("hervat 26-001", "piet");
        await bot.Say("ja", "piet");
        await way.Request("12 oktober");
        Assert.Contains("besloten: Door", await way.Decide("piet", "door"), StringComparison.Ordinal);
        Assert.Contains("Definitie", await bot.Say("toon 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_that_were_never_set_lapse_and_those_that_were_become_actions()
    {
        await bot.Say("language en", "piet");
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        await way.Decide("piet", "go, with conditions", "Vraag twee provincies", "sanne", "1 November 2026");
        await bot.Say("correct decision 26-001", "piet");
        await way.Submit("correct-decision", "piet", ("kind", "go"), ("why", "There were no conditions"));
        Assert.Contains("Decision: Go", await ConfirmInEnglish(), StringComparison.Ordinal);
        Assert.Contains("0 open, 0 gedaan", await bot.Say("acties 26-001"), StringComparison.Ordinal);
        Assert.DoesNotContain("Vraag twee provincies", await bot.Say("mijn overzicht"), StringComparison.Ordinal);
        Assert.Contains(
            "besluit herzien: Van initiatie naar definitie: Door, met voorwaarden → Door. There were no conditions (vervallen: Vraag twee provincies (sanne))",
            await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);

        await bot.Say("correct decision 26-001", "piet");
        await way.Submit(
            "correct-decision", "piet", ("kind", "go, with conditions"), ("condition.0.text", "Ask the province"), ("condition.0.owner", "jan"), ("condition.0.due", "2026-11-08"), ("why", "There was one after all"));
        Assert.Contains("Ask the province · jan", await ConfirmInEnglish(), StringComparison.Ordinal);
        Assert.Contains("Ask the province", await bot.Say("mijn overzicht", "jan"), StringComparison.Ordinal);

        async Task<string> ConfirmInEnglish() => await way.Confirm("correct-decision", "piet");
    }

    [Fact]
    public async Task A_step_back_cannot_become_another_decision_afterwards()
    {
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        await way.Decide("piet", "door");
        await bot.Say("stap terug 26-001", "lotte");
        await way.Talk("lotte", "Nog geen team", "ja");
        Assert.Contains("Initiatie", await bot.Say("toon 26-001"), StringComparison.Ordinal);
        await bot.Say("corrigeer besluit 26-001", "lotte");
        Assert.Contains("Terug naar een eerdere fase", await way.Submit("correct-decision", "lotte", ("kind", "door"), ("why", "Toch door")), StringComparison.Ordinal);
        Assert.DoesNotContain("besluit herzien", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_fill_in_the_same_criterion_are_told()
    {
        await bot.Say("vul fasepoort 26-001");
        await way.Submit("fill-gate", "sanne", ("state.bijdrage-roadmap", "voldaan"));
        await bot.Say("vul fasepoort 26-001", "lotte");
        await way.Submit("fill-gate", "lotte", ("state.bijdrage-roadmap", "deels"), ("state.binnen-reikwijdte", "voldaan"));
        await way.Confirm("fill-gate", "lotte");
        await bot.Say("vul fasepoort 26-001");
        await way.Submit("fill-gate", "sanne", ("state.bijdrage-roadmap", "voldaan"));
        await way.Confirm("fill-gate", "sanne");
        var card = await bot.Say("fasepoort 26-001");
        Assert.Contains("Voldaan · Het initiatief past binnen het programma. (lotte)", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreed_action_is_changed_given_away_and_taken_up_again()
    {
        await way.Meet("uit-initiatie");
        await way.Request("12 oktober");
        await way.Decide("piet", "door, met voorwaarden", "Vraag twee provincies", "sanne", "1 november 2026");
        Assert.Contains("1. Vraag twee provincies", await bot.Say("acties 26-001"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await bot.Say("bewerk actie 26-001 1"), StringComparison.Ordinal);
        Assert.Contains("Welke actie?", await bot.Say("bewerk actie 26-001 7", "lotte"), StringComparison.Ordinal);
        await bot.Say("bewerk actie 26-001 1", "lotte");
        const string Action = "gate/26-001/uit-initiatie/0001/0";
        var draft = ("draft", People.Draft.IdOf("edit-action", Action, new PersonId("lotte")));
        await bot.Press(new Press("form.submit", draft, ("page", "9")), "lotte", inputs: [("text", "Vraag drie provincies"), ("owner", "jan"), ("due", "15 november 2026")]);
        Assert.Contains("Gewijzigd: Vraag drie provincies · jan · uiterlijk zo 15 november 2026", await bot.Press(new Press("form.confirm", draft, ("page", "0")), "lotte"), StringComparison.Ordinal);
        Assert.Contains("Vraag drie provincies", await bot.Say("mijn overzicht", "jan"), StringComparison.Ordinal);
        Assert.Equal(["jan", "sanne"], (await way.Posts("action-changed")).Select(post => post.Person!.Value.Value).Order());
        Assert.Contains("actie gewijzigd: Actie Vraag twee provincies → Vraag drie provincies, Eigenaar sanne → jan", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);

        await bot.Press(new Press("action.done", ("action", Action)), "jan");
        Assert.Contains("al gedaan", await bot.Say("bewerk actie 26-001 1", "lotte"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await bot.Press(new Press("action.undone", ("action", Action)), "fatima"), StringComparison.Ordinal);
        Assert.Contains("Weer open", await bot.Press(new Press("action.undone", ("action", Action)), "jan"), StringComparison.Ordinal);
        Assert.Contains("staat al open", await bot.Press(new Press("action.undone", ("action", Action)), "jan"), StringComparison.Ordinal);
    }
}
