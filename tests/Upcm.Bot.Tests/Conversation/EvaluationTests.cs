using System.Diagnostics;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class EvaluationTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private static readonly Initiative Batteries = new()
    {
        Number = new InitiativeNumber(20, 4),
        Title = "Batterijen",
        Result = "Hergebruik van batterijen",
        Team = "realisatie",
        Phase = "evaluatie",
        Tests = "Tien bedrijven doen mee.\nDe proef haalt 80 % terug.",
        ProductGroups = ["27.2"],
        Strategies = ["R4"],
        Leader = new Somebody(new PersonId("sanne"), "sanne"),
        RegisteredBy = new Somebody(new PersonId("fatima"), "fatima"),
        RegisteredAt = new DateTimeOffset(2021, 1, 4, 9, 0, 0, TimeSpan.Zero),
    };

    public async ValueTask InitializeAsync()
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Initiatives, Batteries);
        changes.Insert(Kinds.ImpactSheets, new ImpactSheet
        {
            Number = Batteries.Number,
            Version = 1,
            StatusDate = new DateOnly(2021, 2, 1),
            By = new PersonId("sanne"),
            Co2 = 26,
            ValueAdded = 1.5m,
        });
        changes.Insert(Kinds.Channels, new BoundChannel("kennis", "test", "address", "Kennis", "kennisintegratie", new Somebody(new PersonId("sanne"), "sanne"), bot.Time.GetUtcNow()));
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_project_is_evaluated_against_what_it_is_tested_by()
    {
        Assert.Contains("Er is nog geen evaluatie.", await bot.Say("evaluatie 20-004"), StringComparison.Ordinal);
        Assert.Contains("Is dit gehaald: Tien bedrijven doen mee?", await bot.Say("evalueer 20-004"), StringComparison.Ordinal);
        var summary = await Told();
        Assert.Contains("Klopt dit?", summary, StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("1 van 2 criteria gehaald · versie 1, sanne", card, StringComparison.Ordinal);
        Assert.Contains("Deels gehaald", card, StringComparison.Ordinal);
        Assert.Contains("getekende brieven", card, StringComparison.Ordinal);
        Assert.Contains("Geclaimd (versie 1)", card, StringComparison.Ordinal);
        Assert.Contains("14 (12 minder)", card, StringComparison.Ordinal);
        Assert.Contains("Er was minder aanbod dan gedacht.", card, StringComparison.Ordinal);
        Assert.Contains("ANDERS DOEN (2)", card, StringComparison.Ordinal);
        Assert.Contains("Voeg aan de impactsheet een vraag toe over terugkeer. (voorstel 1: open)", card, StringComparison.Ordinal);
        Assert.Contains("Er is nog geen leerbijeenkomst vastgelegd.", card, StringComparison.Ordinal);
        Assert.Contains("1 van 2 criteria gehaald", await bot.Say("evaluatie 20-004", "piet"), StringComparison.Ordinal);
        Assert.Contains("evaluatie vastgelegd: 1 van 2 criteria gehaald · sanne", await bot.Say("geschiedenis 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_a_new_version_and_the_old_one_stays()
    {
        await Evaluated();
        Assert.Contains("Klopt dit?", await bot.Say("evalueer 20-004"), StringComparison.Ordinal);
        await bot.Say("wijzig criterium 1 oordeel");
        Assert.Contains("ZOALS HET WAS", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("2 van 2 criteria gehaald · versie 2", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("1 van 2 criteria gehaald · versie 1, sanne · een oudere versie", await bot.Say("evaluatie 20-004 versie 1"), StringComparison.Ordinal);
        Assert.Contains("Versie 9 is er niet", await bot.Say("evaluatie 20-004 versie 9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_and_nothing_goes_over_it_unseen()
    {
        await Appoint("jan", "teamtrekker", "realisatie");
        await Evaluated();
        await bot.Say("evalueer 20-004");
        await bot.Say("evalueer 20-004", "jan");
        await bot.Say("wijzig impact", "jan");
        await bot.Say("Het aanbod trok bij.", "jan");
        await bot.Say("klaar", "jan");
        Assert.Contains("versie 2, jan", await bot.Say("ja", "jan"), StringComparison.Ordinal);
        var told = await bot.Say("ja");
        Assert.Contains("jan heeft intussen versie 2 van deze evaluatie vastgelegd.", told, StringComparison.Ordinal);
        Assert.Contains("versie 3, sanne", await bot.Say("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_should_be_done_differently_becomes_lessons_that_follow_corrections()
    {
        await Evaluated();
        var lessons = await bot.Say("lessen batterij");
        Assert.Contains("Betrek de inzamelaar in de initiatie.", lessons, StringComparison.Ordinal);
        Assert.Contains("20-004 Batterijen · Team Realisatie · Evaluatie · 27.2 · R4", lessons, StringComparison.Ordinal);
        await bot.Say("evalueer 20-004");
        await bot.Say("wijzig anders");
        await bot.Say("Betrek de inzamelaar in de initiatie.");
        await bot.Say("ja");
        lessons = await bot.Say("lessen 27.2");
        Assert.Contains("Betrek de inzamelaar in de initiatie.", lessons, StringComparison.Ordinal);
        Assert.DoesNotContain("Meet vanaf de eerste dag.", lessons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_go_to_the_team_that_keeps_the_instruments_once()
    {
        await Evaluated();
        await bot.Say("evalueer 20-004");
        await bot.Say("wijzig samenvatting");
        await bot.Say("Een goede proef.");
        await bot.Say("ja");
        var post = Assert.Single(await Posts());
        Assert.Equal(("kennis", "Nieuw voorstel voor de instrumenten"), (post.Place, post.Card.Title));

        Assert.Contains("Besluiten over een voorstel voor de instrumenten kan hier alleen: de teamtrekker", await bot.Say("besluit voorstel 1"), StringComparison.Ordinal);
        await Appoint("lotte", "teamtrekker", "kennisintegratie");
        Assert.Contains("1. Voeg aan de impactsheet een vraag toe over terugkeer.", await bot.Say("voorstellen", "lotte"), StringComparison.Ordinal);
        await bot.Say("besluit voorstel 1", "lotte");
        await bot.Say("nee", "lotte");
        await bot.Say("dat staat er al", "lotte");
        Assert.Contains("Voorstel 1: niet overgenomen", await bot.Say("ja", "lotte"), StringComparison.Ordinal);
        var list = await bot.Say("voorstellen");
        Assert.Contains("Er staat geen voorstel open.", list, StringComparison.Ordinal);
        Assert.Contains("niet overgenomen: dat staat er al (lotte)", list, StringComparison.Ordinal);
        Assert.Contains("(voorstel 1: niet overgenomen)", await bot.Say("evaluatie 20-004"), StringComparison.Ordinal);
        Assert.Contains("Dat voorstel ken ik niet.", await bot.Say("besluit voorstel 99"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_made_a_proposal_is_told_of_the_decision_and_of_another_one()
    {
        await Evaluated();
        await Appoint("lotte", "teamtrekker", "kennisintegratie");
        await Decide("nee", "dat staat er al");
        var told = Assert.Single(await Posts(), post => post.Person?.Value == "sanne");
        Assert.True(told.Theirs);
        var read = PlainTextRenderer.Render(told.Card, Cultures.Dutch);
        Assert.Contains("Jouw voorstel 1: niet overgenomen", read, StringComparison.Ordinal);
        Assert.Contains("lotte: dat staat er al", read, StringComparison.Ordinal);
        Assert.Contains("niet overgenomen: dat staat er al", PlainTextRenderer.Render(Assert.Single(await Posts(), post => post.Place == "kennis").Card, Cultures.Dutch), StringComparison.Ordinal);

        await bot.Say("language en");
        bot.Time.Advance(TimeSpan.FromDays(1));
        await Decide("ja", "toch een goed idee");
        read = PlainTextRenderer.Render(Assert.Single(await Posts(), post => post.Person?.Value == "sanne" && post.Language == "en").Card, Cultures.English);
        Assert.Contains("Your proposal 1: taken up", read, StringComparison.Ordinal);
        Assert.Contains("Before: not taken up, dat staat er al", read, StringComparison.Ordinal);
        Assert.Contains("lotte: toch een goed idee", read, StringComparison.Ordinal);

        async Task Decide(string taken, string why)
        {
            foreach (var said in new[] { "besluit voorstel 1", taken, why, "ja" })
            {
                await bot.Say(said, "lotte");
            }
        }
    }

    [Fact]
    public async Task A_proposal_that_left_the_evaluation_is_withdrawn_while_nothing_was_decided()
    {
        await Evaluated();
        await bot.Say("evalueer 20-004");
        await bot.Say("wijzig instrumenten");
        await bot.Say("geen");
        await bot.Say("ja");
        Assert.Contains("Er staat geen voorstel open.", await bot.Say("voorstellen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_hundred_pages_are_refused_clearly_and_nothing_else_is_lost()
    {
        await bot.Say("evalueer 20-004");
        await Told();
        await bot.Say("wijzig samenvatting");
        var clock = Stopwatch.StartNew();
        var refused = await bot.Say(string.Concat(Enumerable.Repeat("Een bladzijde met tekst over de proef. ", 23_077)));
        Assert.Contains("Dit zijn 900.002 tekens, er passen er 1.500.", refused, StringComparison.Ordinal);
        Assert.Contains("geef bij \"verslag\" de link", refused, StringComparison.Ordinal);
        Assert.True(refused.Length < 5_000, "It is not said back.");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
        await bot.Say("sla over");
        await bot.Say("wijzig verslag");
        await bot.Say("https://voorbeeld.nl/evaluatie-batterijen.pdf");
        var card = await bot.Say("ja");
        Assert.Contains("1 van 2 criteria gehaald", card, StringComparison.Ordinal);
        Assert.Contains("Het hele verslag: https://voorbeeld.nl/evaluatie-batterijen.pdf", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_hundred_pages_outside_any_form_are_answered_too()
    {
        var clock = Stopwatch.StartNew();
        Assert.Contains("Ik weet niet zeker wat je bedoelt", await bot.Say(string.Concat(Enumerable.Repeat("Een bladzijde met tekst over de proef. ", 23_077))), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task An_evaluation_filled_to_the_brim_fits_a_card()
    {
        await bot.Say("evalueer 20-004");
        var answers = new List<(string, string)>();
        for (var at = 1; at <= 10; at++)
        {
            await bot.Press(new Press(FormCards.SubmitVerb, ("draft", Draft), ("page", "99")), inputs: [($"criterion.{at}.text", Full(200)), ($"criterion.{at}.verdict", "Partly"), ($"criterion.{at}.shows", Full(400))]);
        }

        string lines = string.Join('\n', Enumerable.Range(0, 10).Select(at => Full(297) + at));
        await bot.Press(
            new Press(FormCards.SubmitVerb, ("draft", Draft), ("page", "99")),
            inputs: [("impact.why", Full(1000)), ("differently", lines), ("instruments", lines), ("summary", Full(1500)), ("link", Full(400))]);
        var answer = await bot.Hear(new Pressed(new Press(FormCards.ConfirmVerb, ("draft", Draft), ("page", "0")), new Dictionary<string, string>(), null, CanReplace: true));
        var card = Assert.IsType<Replace>(Assert.Single(answer.Utterances)).Card;
        Assert.Contains("0 van 10 criteria gehaald", card.Status, StringComparison.Ordinal);
        CardLimits.Check(card, Cultures.Dutch);
    }

    [Fact]
    public async Task Who_may_not_evaluate_hears_who_can() =>
        Assert.Contains("Een evaluatie of leerbijeenkomst vastleggen kan hier alleen: de projectleider (sanne)", await bot.Say("evalueer 20-004", "piet"), StringComparison.Ordinal);

    [Fact]
    public async Task The_criteria_are_those_of_the_contract_where_there_is_one()
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Contracts, new ProjectContract { Number = Batteries.Number, Version = 1, By = Batteries.RegisteredBy, At = bot.Time.GetUtcNow(), Tests = ["Twaalf bedrijven tekenen."] });
        await bot.Store.Commit(changes, CancellationToken.None);
        Assert.Contains("Is dit gehaald: Twaalf bedrijven tekenen?", await bot.Say("evalueer 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_sees_the_evaluation_and_the_evaluation_the_learning_meeting()
    {
        await Evaluated();
        await bot.Say("leerbijeenkomst 20-004");
        foreach (var said in new[] { "gisteren", "projectleider; koersbepaler", "sla over", "Veel geleerd." })
        {
            await bot.Say(said);
        }

        await bot.Say("ja");
        Assert.Contains("Leerbijeenkomst gehouden op zo 4 oktober 2026, met 2 rollen aanwezig.", await bot.Say("evaluatie 20-004"), StringComparison.Ordinal);
        var gate = await bot.Say("fasepoort 20-004");
        Assert.Contains("Voldaan (zelf gezien) · Er is een evaluatierapport dat terugkijkt op de impactsheet.", gate, StringComparison.Ordinal);
        Assert.Contains("Voldaan (zelf gezien) · Er was een leerbijeenkomst", gate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_all_said_in_English_too()
    {
        await bot.Say("language en");
        Assert.Contains("Is this met: Tien bedrijven doen mee?", await bot.Say("evaluate 20-004"), StringComparison.Ordinal);
        foreach (var said in new[] { "partly", "signed letters", "yes", "measured", "Less supply than expected.", "Involve the collector early.", "none" })
        {
            await bot.Say(said);
        }

        var card = await bot.Say("yes");
        Assert.Contains("1 of 2 criteria met · version 1, sanne", card, StringComparison.Ordinal);
        Assert.Contains("DO DIFFERENTLY (1)", card, StringComparison.Ordinal);
        Assert.Contains("Involve the collector early.", await bot.Say("lessons R4"), StringComparison.Ordinal);
        Assert.Contains("No proposal is open.", await bot.Say("proposals"), StringComparison.Ordinal);
    }

    private async Task Evaluated()
    {
        await bot.Say("evalueer 20-004");
        await Told();
        await bot.Say("ja");
    }

    /// <summary>Everything that is needed, and the CO₂ that is seen; gives the summary.</summary>
    private async Task<string> Told()
    {
        foreach (var said in new[]
        {
            "deels", "Acht getekende brieven.", "gehaald", "Meting van september.", "Er was minder aanbod dan gedacht.",
            "Betrek de inzamelaar in de initiatie.; Meet vanaf de eerste dag.", "Voeg aan de impactsheet een vraag toe over terugkeer.", "wijzig CO2 gezien",
        })
        {
            await bot.Say(said);
        }

        return await bot.Say("14");
    }

    private async Task Appoint(string person, string office, string team)
    {
        await bot.Say("hoi", person);
        await bot.Say($"benoem {person} tot {office} van {team}", "beheer");
        await bot.Say("ja", "beheer");
    }

    private async Task<IReadOnlyList<Post>> Posts() =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 100, null, false, CancellationToken.None)).Select(hit => hit.Document).Where(post => post.Kind == "instrument-proposals")];

    private static string Full(int letters) => string.Concat(Enumerable.Repeat("een woord ", (letters / 10) + 1))[..(letters - 1)] + "x";

    private static string Draft => Upcm.Bot.People.Draft.IdOf("evaluate", "20-004", new PersonId("sanne"));
}
