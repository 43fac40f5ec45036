using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows.KeepingStakeholders;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class StakeholderTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync() => await bot.SayAll("meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie", "ja");

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task One_is_added_in_talk_and_the_quadrant_gives_the_approach()
    {
        Assert.Contains("Er staat nog niemand op de lijst", await bot.Say("stakeholders 26-001"), StringComparison.Ordinal);
        await bot.SayAll("stakeholder toevoegen 26-001", "Provincie Gelderland", "overheid", "beslisser", "4");
        var summary = await bot.SayAll("veel belang", "klaar");
        Assert.Contains("Nauw betrekken: veel invloed en veel belang", summary, StringComparison.Ordinal);
        Assert.Contains("Invloed: 4 · veel invloed", summary, StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("1. Provincie Gelderland", card, StringComparison.Ordinal);
        Assert.Contains("overheid · beslisser", card, StringComparison.Ordinal);
        Assert.Contains("stakeholder toegevoegd: Provincie Gelderland · sanne", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_added_in_English()
    {
        await bot.SayAll("language en", "add stakeholder 26-001 Bank of the North", "funder", "skip", "5");
        var summary = await bot.SayAll("2", "against", "done");
        Assert.Contains("Keep satisfied: much influence, little interest", summary, StringComparison.Ordinal);
        var card = await bot.Say("yes");
        Assert.Contains("1. Bank of the North", card, StringComparison.Ordinal);
        Assert.Contains("2 · little interest · against the initiative", card, StringComparison.Ordinal);
        var whole = await bot.Say("stakeholders 26-001");
        Assert.Contains("KEEP SATISFIED (1)", whole, StringComparison.Ordinal);
        Assert.Contains("Influence 5, interest 2, against: 1.", whole, StringComparison.Ordinal);
        Assert.Contains("Force field:   done · today", whole, StringComparison.Ordinal);
        Assert.Contains("WHO IS MISSING, BY HORIZON", whole, StringComparison.Ordinal);
        Assert.Equal(whole, await bot.Say("who is missing 26-001?"));
    }

    [Fact]
    public async Task Influence_six_is_refused_and_the_scale_is_told()
    {
        await bot.SayAll("stakeholder toevoegen 26-001", "RVO", "sla over", "sla over");
        Assert.Contains("\"6\" past niet op de schaal. Kies een cijfer van 1 (geen invloed) tot 5 (kan het maken of breken).", await bot.Say("6"), StringComparison.Ordinal);
        Assert.Contains("Hoeveel belang", await bot.Say("5"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_one_under_a_near_name_is_recognised_and_asked_about()
    {
        await Add("Provincie Gelderland; 4; 4; overheid");
        var asked = await bot.SayAll("stakeholder toevoegen 26-001", "Prov. Gelderland");
        Assert.Contains("\"Provincie Gelderland\" staat al op de lijst (nummer 1). Is dit dezelfde?", asked, StringComparison.Ordinal);
        await bot.SayAll("ja", "klaar");
        await bot.SayAll("wijzig te winnen", "Banen in de regio", "klaar");
        Assert.Contains("Banen in de regio", await bot.Say("ja"), StringComparison.Ordinal);
        var map = await Map();
        Assert.Equal((1, 4, "Banen in de regio"), (map.Stakeholders.Length, map.Of(1)!.Influence, map.Of(1)!.Wins));
        Assert.Contains("Provincie Gelderland: Te winnen – → Banen in de regio", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_one_with_a_near_name_is_added_and_one_with_the_same_name_is_not()
    {
        await Add("Provincie Gelderland; 4; 4; overheid");
        Assert.Contains("Is dit dezelfde?", await bot.SayAll("stakeholder toevoegen 26-001", "Gelderland"), StringComparison.Ordinal);
        await bot.SayAll("nee", "klaar", "ja");
        Assert.Equal(2, (await Map()).Stakeholders.Length);
        Assert.Contains("Twee met precies dezelfde naam kan niet", await bot.SayAll("stakeholder toevoegen 26-001", "gelderland", "nee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_pasted_below_the_sentence_and_told_before_it_counts()
    {
        var summary = await bot.Say("stakeholders inlezen 26-001\nRVO; 4; 2; overheid\n- TNO;3;5;kennisinstelling;wint: een nieuw onderzoek\n\nBuurt\t1\t4\tdoelgroep\ttegen");
        Assert.Contains("3: RVO, TNO, Buurt", summary, StringComparison.Ordinal);
        Assert.Contains("3. Buurt · doelgroep · invloed 1 · belang 4 · tegen", summary, StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("3 toegevoegd, 0 bijgewerkt, 0 overgeslagen", card, StringComparison.Ordinal);
        Assert.Contains("OP DE HOOGTE HOUDEN (2)", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_line_is_answered_with_its_number_and_nothing_is_recorded()
    {
        var answer = await bot.Say("stakeholders inlezen 26-001\nRVO; 6; 2\nTNO; 3; 5\nBuurt; 1; 1; buurman\n; 3; 3\ntno; 1; 1");
        Assert.Contains("Regel 1: invloed \"6\" past niet op de schaal", answer, StringComparison.Ordinal);
        Assert.Contains("Regel 3: \"buurman\" herken ik niet", answer, StringComparison.Ordinal);
        Assert.Contains("Regel 4: er staat geen naam", answer, StringComparison.Ordinal);
        Assert.Contains("Regel 5: tno staat ook op regel 2", answer, StringComparison.Ordinal);
        Assert.Contains("Er is nog niets vastgelegd", answer, StringComparison.Ordinal);
        Assert.Empty((await Map()).Stakeholders);
        var page = await bot.Press(new Press(FormCards.ShowVerb, ("draft", Draft.IdOf("stakeholders-import", "26-001", new PersonId("sanne"))), ("page", "0")));
        Assert.Contains("Buurt; 1; 1; buurman", page, StringComparison.Ordinal);
        await bot.SayAll("RVO; 5; 2\nTNO; 3; 5\nBuurt; 1; 1", "ja");
        Assert.Equal(3, (await Map()).Stakeholders.Length);
    }

    [Fact]
    public async Task More_lines_are_added_to_a_list_and_a_wrong_one_takes_nothing_away()
    {
        await bot.Say("stakeholders inlezen 26-001\nRVO; 5; 2");
        Assert.Contains("2: RVO, TNO", await bot.Say("TNO; 3; 5"), StringComparison.Ordinal);
        var wrong = await bot.Say("FME; 7; 5");
        Assert.Contains("Regel 3: invloed \"7\" past niet", wrong, StringComparison.Ordinal);
        Assert.Contains("2: RVO, TNO", wrong, StringComparison.Ordinal);
        await bot.Say("ja");
        Assert.Equal(2, (await Map()).Stakeholders.Length);
    }

    [Fact]
    public async Task A_list_in_English_says_its_wrong_lines_in_English()
    {
        await bot.Say("language en");
        var answer = await bot.Say("import stakeholders 26-001\nname; interest; influence\nRVO; 2; 9");
        Assert.Contains("Line 2: influence \"9\" is not on the scale", answer, StringComparison.Ordinal);
        await bot.SayAll("name; interest; influence\nRVO; 2; 5", "yes");
        var one = Assert.Single((await Map()).Stakeholders);
        Assert.Equal((5, 2), (one.Influence, one.Interest));
    }

    [Theory]
    [InlineData("bijwerken", 2, 5)]
    [InlineData("overslaan", 2, 4)]
    [InlineData("toevoegen", 3, 4)]
    public async Task Who_is_on_the_list_already_is_asked_about(string answer, int stakeholders, int influence)
    {
        await Add("Provincie Gelderland; 4; 4");
        Assert.Contains("Prov Gelderland ~ Provincie Gelderland", await bot.Say("stakeholders inlezen 26-001\nProv Gelderland; 5; 4\nTNO; 2; 2"), StringComparison.Ordinal);
        await bot.SayAll(answer, "ja");
        var map = await Map();
        Assert.Equal((stakeholders, influence), (map.Stakeholders.Length, map.Of(1)!.Influence));
    }

    [Fact]
    public async Task Two_people_who_change_the_same_thing_are_told()
    {
        await Add("RVO; 4; 2");
        await bot.SayAll("hoi", "jan");
        await bot.Say("hoi", "jan");
        await bot.Say("benoem jan tot teamtrekker van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        await bot.Say("stakeholder wijzigen 26-001 RVO");
        await bot.Say("stakeholder wijzigen 26-001 1", "jan");
        await Fill("jan", ("influence", "5"));
        await Confirm("jan");
        await Fill("sanne", ("influence", "3"), ("contact", "projectleider"));
        Assert.Contains("veranderde intussen Invloed in: 5", await Fill("sanne"), StringComparison.Ordinal);
        Assert.Contains("1. RVO", await Confirm("sanne"), StringComparison.Ordinal);
        var history = await bot.Say("geschiedenis 26-001");
        Assert.Contains("RVO: Invloed 4 · veel invloed → 5", history, StringComparison.Ordinal);
        Assert.Contains("RVO: Invloed 5", history, StringComparison.Ordinal);
        Assert.Contains("Contactrol – → projectleider · sanne", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_removed_after_a_yes_stays_in_the_history()
    {
        await Add("RVO; 4; 2; overheid\nTNO; 3; 3");
        Assert.Contains("RVO van de lijst halen?", await bot.Say("stakeholder verwijderen 26-001 1"), StringComparison.Ordinal);
        Assert.Equal(2, (await Map()).Stakeholders.Length);
        await bot.Say("stakeholder verwijderen 26-001 1 zeker");
        Assert.Equal("TNO", Assert.Single((await Map()).Stakeholders).Name);
        Assert.Contains("al verwijderd", await bot.Press(new Press("stakeholder.remove", ("number", "26-001"), ("id", "1"))), StringComparison.Ordinal);
        Assert.Contains("stakeholder verwijderd: RVO: ", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_keep_the_list_hears_who_can_and_reads_it_all_the_same()
    {
        await Add("RVO; 4; 2");
        foreach (var said in new[] { "stakeholder toevoegen 26-001", "stakeholders inlezen 26-001", "stakeholder wijzigen 26-001 1", "stakeholder verwijderen 26-001 1", "stakeholders herijken 26-001" })
        {
            Assert.Contains("wie het aanmeldde (sanne)", await bot.Say(said, "piet"), StringComparison.Ordinal);
        }

        var card = await bot.Say("stakeholders 26-001", "piet");
        Assert.Contains("RVO", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Voeg toe", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_lost_in_the_middle_keeps_what_was_filled_in()
    {
        await bot.Say("hoi", "jan");
        await bot.Say("benoem jan tot teamtrekker van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        foreach (var said in new[] { "stakeholder toevoegen 26-001", "RVO", "klaar" })
        {
            await bot.Say(said, "jan");
        }

        await bot.Press(new Press("office.end", ("appointment", "realisatie/team-lead/jan")), "beheer");
        Assert.Contains("kan hier alleen", await bot.Say("ja", "jan"), StringComparison.Ordinal);
        Assert.Contains("Stakeholder toevoegen aan 26-001", await bot.Say("mijn overzicht", "jan"), StringComparison.Ordinal);
        Assert.Empty((await Map()).Stakeholders);
    }

    [Fact]
    public async Task The_list_is_found_right_again_and_grows_old()
    {
        await Add("RVO; 4; 4; overheid\nTNO; 3; 3");
        Assert.Contains("Herijking:    gedaan · vandaag", await bot.Say("stakeholders herijken 26-001"), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(200));
        var card = await bot.Say("stakeholders 26-001");
        Assert.Contains("Krachtenveld: gedaan · 6 maanden geleden · kijk er weer naar", card, StringComparison.Ordinal);
        Assert.Contains("Analyse:      1 van 2", card, StringComparison.Ordinal);
        Assert.Contains("Belangen:     nog niet begonnen", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_makers_and_target_groups_on_the_list_count_on_the_dashboard_which_says_where_they_come_from()
    {
        await Add("Repair Café; 4; 4; change maker\nBuurt; 1; 4; doelgroep\nTNO; 3; 3; kennisinstelling");
        await bot.SayAll("meld initiatief", "Fietsen", "Fietsen delen", "realisatie", "ja");
        await bot.SayAll("stakeholders inlezen 26-002\nrepair  café; 3; 3; change maker", "ja");
        Assert.Contains("Change makers: 1 change makers", await bot.Say("dashboard 0-3 maanden"), StringComparison.Ordinal);
        Assert.Contains("Doelgroepen in beeld: 1 doelgroepen", await bot.Say("dashboard 0-1 jaar"), StringComparison.Ordinal);
        var origin = await bot.Say("herkomst change makers");
        Assert.Contains("op hun nieuwste impactsheet, of bij hun stakeholders als change maker.", origin, StringComparison.Ordinal);
        Assert.Matches(@"repair café\W+2", origin);
        Assert.Contains("26-001 Batterijen", origin, StringComparison.Ordinal);
        Assert.Contains("26-002 Fietsen", origin, StringComparison.Ordinal);

        await bot.Say("stakeholder verwijderen 26-001 1 zeker");
        await Put(initiative => initiative with { Status = InitiativeStatus.Stopped }, "26-002");
        Assert.Contains("Change makers: 0 change makers", await bot.Say("dashboard 0-3 maanden"), StringComparison.Ordinal);
        Assert.Empty(await Recount.Wrong(bot.Store, Talker.Workspace, default));
    }

    [Fact]
    public async Task The_dashboard_says_in_English_which_stakeholders_it_counts()
    {
        await Add("Buurt; 1; 4; doelgroep");
        await bot.Say("language en");
        var origin = await bot.Say("origin target groups identified");
        Assert.Contains("on their newest impact sheet, or among their stakeholders as target group.", origin, StringComparison.Ordinal);
        Assert.Contains("26-001 Batterijen", origin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_fits_two_is_asked_about_and_an_unknown_one_is_told()
    {
        await Add("Provincie Gelderland; 4; 4; overheid\nProvincie Utrecht; 2; 4; overheid\nTNO; 3; 3; kennisinstelling");
        Assert.Contains("past op meer dan een stakeholder", await bot.Say("stakeholder 26-001 provincie"), StringComparison.Ordinal);
        Assert.Contains("staat niet op de lijst", await bot.Say("stakeholder 26-001 Philips"), StringComparison.Ordinal);
        Assert.Contains("2. Provincie Utrecht", await bot.Say("stakeholder 26-001 utrecht"), StringComparison.Ordinal);
        var part = await bot.Say("stakeholders 26-001 overheid");
        Assert.Contains("Provincie Utrecht", part, StringComparison.Ordinal);
        Assert.DoesNotContain("TNO", part, StringComparison.Ordinal);
        Assert.Contains("TNO", await bot.Say("krachtenveld 26-001 in het oog houden"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_list_fits_on_a_card()
    {
        await Add(string.Join('\n', Enumerable.Range(1, 200).Select(at => $"Partij nummer {at} {new string((char)('a' + (at % 26)), 8)}; {1 + (at % 5)}; {1 + (at / 5 % 5)}; overheid")));
        Assert.Equal(200, (await Map()).Stakeholders.Length);
        var answer = await bot.Hear(new Said("stakeholders 26-001", []));
        var card = ((Show)answer.Utterances[^1]).Card;
        Assert.Empty(Cards.Rendering.AdaptiveCards.CardLimits.Exceeded(card, Cultures.Dutch));
        Assert.Contains("En nog 120", Talker.Plain(answer), StringComparison.Ordinal);
        Assert.Contains("er passen er 200", await bot.Say("stakeholders inlezen 26-001\n" + string.Join('\n', Enumerable.Range(1, 201).Select(at => $"q{at}x"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_sees_the_map_for_itself()
    {
        await Add("RVO; 4; 4; overheid\nTNO; 3; 3\nBuurt; 1; 4");
        await Put(initiative => initiative with { Phase = "definitie" });
        Assert.Contains("(zelf gezien) · Een stakeholderanalyse laat zien", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_does_not_see_a_map_of_before_this_phase_until_somebody_looked_at_it_again()
    {
        await Add("RVO; 4; 4; overheid\nTNO; 3; 3\nBuurt; 1; 4");
        bot.Time.Advance(TimeSpan.FromDays(40));
        await Put(initiative => initiative with { Phase = "definitie", PhaseSince = bot.Time.GetUtcNow() });
        bot.Time.Advance(TimeSpan.FromDays(1));
        var before = await bot.Say("fasepoort 26-001");
        Assert.Contains("Open · Een stakeholderanalyse laat zien", before, StringComparison.Ordinal);
        Assert.Contains("Kloppen ze nog? Zeg \"stakeholders herijken 26-001\"", before, StringComparison.Ordinal);
        await bot.Say("stakeholders herijken 26-001");
        Assert.Contains("(zelf gezien) · Een stakeholderanalyse laat zien", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);

        bot.Time.Advance(TimeSpan.FromDays(190));
        await bot.Say("language en");
        Assert.Contains("nobody looked at the stakeholders in this phase, or too long ago", await bot.Say("gate 26-001"), StringComparison.Ordinal);
    }

    private async Task Add(string lines)
    {
        await bot.SayAll($"stakeholders inlezen 26-001\n{lines}", "ja");
    }

    private async Task<StakeholderMap> Map() =>
        (await bot.Store.Load(Kinds.StakeholderMaps, Talker.Workspace, "26-001", CancellationToken.None))?.Document ?? new StakeholderMap { Number = new InitiativeNumber(26, 1) };

    private async Task Put(Func<Initiative, Initiative> change, string number = "26-001")
    {
        var stored = (await bot.Store.Load(Kinds.Initiatives, Talker.Workspace, number, CancellationToken.None))!;
        var changes = new Changes(Talker.Workspace);
        changes.Put(Kinds.Initiatives, change(stored.Document), stored.Version);
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    private Task<string> Fill(string person, params (string Key, string Value)[] fields) =>
        bot.Press(new Press(FormCards.SubmitVerb, ("draft", IdOf(person)), ("page", "9")), person, inputs: fields);

    private Task<string> Confirm(string person) => bot.Press(new Press(FormCards.ConfirmVerb, ("draft", IdOf(person)), ("page", "0")), person);

    private static string IdOf(string person) => Draft.IdOf("stakeholder-change", "26-001/1", new PersonId(person));
}
