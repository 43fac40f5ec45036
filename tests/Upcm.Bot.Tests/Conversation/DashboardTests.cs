using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Flows;
using Upcm.Bot.Flows.Overseeing;
using Upcm.Bot.Storage;
using Upcm.Bot.Tests.Importing;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>The dashboard over the sample portfolio.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private readonly Desk desk = new();

    private Talker Bot => desk.Talker;

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, await desk.ImportFile(Desk.Sample));
        foreach (var office in new[] { "sanne tot teamtrekker", "piet tot linking pin" })
        {
            await Bot.Say("hoi", office.Split(' ')[0]);
            await Bot.Say($"benoem {office} van verbreding", "beheer");
            await Bot.Say("ja", "beheer");
        }
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task All_horizons_at_a_glance_with_coverage_said_plainly()
    {
        var card = await Bot.Say("dashboard");
        Assert.Contains("17 initiatieven.", card, StringComparison.Ordinal);
        Assert.Contains("Daarvan heeft er 1 een impactsheet (6 %). Wat de andere opleveren, is niet bekend.", card, StringComparison.Ordinal);
        Assert.Contains("Van de 45 waarden die mensen invullen, zijn er 0 ingevuld. De andere 16 telt de bot.", card, StringComparison.Ordinal);
        Assert.Contains("0-50 jaar · Transformatiekrachten", card, StringComparison.Ordinal);
        Assert.Contains("Business cases: 3 van 17 initiatieven", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_horizon_value_by_value_and_on_to_the_next()
    {
        var card = await Bot.Say("dashboard 0-2 jaar");
        Assert.Contains("Aangesloten regio's: 0 van 12 regio's", card, StringComparison.Ordinal);
        Assert.Contains("[Volgende: 0-5 jaar]", card, StringComparison.Ordinal);
        Assert.Contains("Schommeling van prijzen: nog niet ingevuld", card, StringComparison.Ordinal);
        Assert.Contains("Dashboard 0-2 jaar", await Bot.Say("dashboard 2 jaar"), StringComparison.Ordinal);
        Assert.Contains("Dashboard 0-1 maand", await Bot.Say("dashboard 0-1m"), StringComparison.Ordinal);
        Assert.Contains("De termijn \"gisteren\" ken ik niet", await Bot.Say("dashboard gisteren"), StringComparison.Ordinal);
        await Bot.Say("taal en", "piet");
        Assert.Contains("Dashboard 0-2 years", English(await Bot.Hear(new Said("dashboard 0-2 years", []), "piet")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_for_a_wrong_day_is_taken_away_and_the_one_before_counts_again()
    {
        foreach (var (value, day) in new[] { ("120", "31-12-2025"), ("999", "1-10-2026") })
        {
            foreach (var said in new[] { "vul in volgers", value, day, "jaarverslag", "ja" })
            {
                await Bot.Say(said);
            }
        }

        Assert.Contains("999", await Bot.Say("herkomst volgers"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await Bot.Say("haal waarde weg volgers", "jan"), StringComparison.Ordinal);
        var sure = await Bot.Say("haal waarde weg volgers");
        Assert.Contains("Deze waarde weghalen?", sure, StringComparison.Ordinal);
        Assert.Contains("999", sure, StringComparison.Ordinal);
        var indicator = Talker.Method.Dashboard.First(one => one.Name.Nl.Equals("volgers", StringComparison.OrdinalIgnoreCase)).Id;
        var press = new Upcm.Bot.Cards.Press("dashboard.withdraw", ("entry", $"{indicator}/0002"));
        Assert.Contains("kan hier alleen", await Bot.Press(press, "jan"), StringComparison.Ordinal);
        Assert.Contains("Weggehaald", await Bot.Press(press), StringComparison.Ordinal);
        Assert.Contains("was al weggehaald", await Bot.Press(press), StringComparison.Ordinal);
        var origin = await Bot.Say("herkomst volgers");
        Assert.Contains("120", origin, StringComparison.Ordinal);
        Assert.DoesNotContain("999", origin, StringComparison.Ordinal);
        await Bot.Say("taal en");
        Assert.Contains("Take this value away?", await Bot.Say("withdraw value followers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counted_value_says_where_it_comes_from_with_its_records()
    {
        var functions = await Bot.Say("herkomst innovatiefuncties gestimuleerd");
        Assert.Contains("4 van 8 innovatiefuncties", functions, StringComparison.Ordinal);
        Assert.Contains("20-004 Batterijen", functions, StringComparison.Ordinal);
        Assert.Matches(@"Kennisontwikkeling\W+1", functions);
        var groups = await Bot.Say("herkomst hogere-r-strategie");
        Assert.Contains("7 productgroepen", groups, StringComparison.Ordinal);
        Assert.Contains("20-020 Circulaire windparken", groups, StringComparison.Ordinal);
        Assert.Matches(@"middel\W+1", await Bot.Say("herkomst functioneel waardebehoud"));
        Assert.Matches(@"laag \(telt niet mee\)\W+1", await Bot.Say("herkomst technisch waardebehoud"));
        Assert.Contains("Welke waarde van het dashboard?", await Bot.Say("herkomst zzzz"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "waar komt circulaire initiatieven vandaan?")]
    [InlineData("nl", "Waar komt hogere r-strategie vandaan")]
    [InlineData("en", "where does circular initiatives come from?")]
    public async Task Where_a_value_comes_from_can_be_asked_as_a_question(string language, string said)
    {
        await Bot.Say($"taal {language}");
        Assert.Contains(language == "en" ? "Records it comes from" : "Gegevens waar het uit komt", await Bot.Say(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_records_than_are_shown_are_not_passed_over_in_silence()
    {
        Assert.Contains("Dit zijn de nieuwste 6; er zijn er meer.", await Bot.Say("herkomst circulaire initiatieven"), StringComparison.Ordinal);
        Assert.DoesNotContain("er zijn er meer", await Bot.Say("herkomst functioneel waardebehoud"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_people_know_is_entered_with_day_and_source_and_keeps_its_history()
    {
        await Bot.Say("vul in volgers");
        Assert.Contains("Voor welke dag", await Bot.Say("1.200"), StringComparison.Ordinal);
        Assert.Contains("Deze dag komt nog", await Bot.Say("morgen"), StringComparison.Ordinal);
        await Bot.Say("30 september");
        await Bot.Say("Statistiek van de website");
        Assert.Contains("1.200 volgers", await Bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("Volgers: 1.200 volgers", await Bot.Say("dashboard 0-1 maand"), StringComparison.Ordinal);

        await Bot.Say("vul dashboard in volgers");
        await Bot.Say("900");
        await Bot.Say("1 augustus");
        await Bot.Say("Een oudere telling");
        Assert.Contains("Het dashboard blijft de waarde van de latere dag tonen", await Bot.Say("ja"), StringComparison.Ordinal);
        var origin = await Bot.Say("herkomst volgers");
        Assert.Contains("30 september 2026: 1.200 volgers", origin, StringComparison.Ordinal);
        Assert.Contains("1 augustus 2026: 900 volgers", origin, StringComparison.Ordinal);
        Assert.Contains("bron: Statistiek van de website · sanne, 5 oktober 2026", origin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_entered_as_a_text_and_a_second_value_for_a_day_says_what_it_replaces()
    {
        await Bot.Say("vul in connectiviteit");
        await Bot.Say("Ketens in het noorden hangen aan één haven.");
        await Bot.Say("gisteren");
        await Bot.Say("Panel");
        Assert.Contains("Ketens in het noorden", await Bot.Say("ja"), StringComparison.Ordinal);
        await Bot.Say("vul in connectiviteit");
        await Bot.Say("Er is een tweede haven.");
        await Bot.Say("gisteren");
        Assert.Contains("Voor deze dag staat er al Ketens in het noorden", await Bot.Say("Panel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_holds_no_office_is_told_who_can_enter_values()
    {
        Assert.Contains("Het dashboard invullen kan hier alleen: het ondersteuningsteam", await Bot.Say("vul in volgers", "jan"), StringComparison.Ordinal);
        Assert.Contains("Het dashboard invullen kan hier alleen", await Bot.Say("vul in eu-belemmeringen", "jan"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await Bot.Say("vul in goede-datasets"), StringComparison.Ordinal); // another pillar
        Assert.Contains("kan hier alleen", await Bot.Say("momentopname", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_a_snapshot_is_said_on_every_card()
    {
        Assert.Contains("nog geen momentopname", await Bot.Say("vergelijk dashboard"), StringComparison.Ordinal);
        Assert.Contains("eerste momentopname", await Bot.Say("momentopname"), StringComparison.Ordinal);
        Bot.Time.Advance(TimeSpan.FromDays(30));
        Assert.Contains("sindsdien niets veranderd", await Bot.Say("vergelijk dashboard"), StringComparison.Ordinal);
        foreach (var said in new[] { "meld initiatief", "Fietsen delen", "Minder fietsen nodig", "verbreding", "ja" })
        {
            await Bot.Say(said);
        }

        var compared = await Bot.Say("vergelijk dashboard");
        Assert.Contains("5 oktober 2026 → 4 november 2026", compared, StringComparison.Ordinal);
        Assert.Contains("Circulaire initiatieven: 18 initiatieven (+1)", compared, StringComparison.Ordinal);
        Assert.Contains("telt de bot zelf · +1", await Bot.Say("dashboard 0-1 maand"), StringComparison.Ordinal);
        Assert.Contains("1 veranderd", await Bot.Say("dashboard"), StringComparison.Ordinal);
        Assert.Contains("+1 sinds 5 oktober 2026", await Bot.Say("herkomst circulaire initiatieven"), StringComparison.Ordinal);
        Assert.Contains("lees ik niet als een dag", await Bot.Say("vergelijk dashboard bla"), StringComparison.Ordinal);
        Assert.Contains("nog geen momentopname", await Bot.Say("vergelijk dashboard 1 september"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portfolio_by_product_group_and_effect_goal_says_what_is_not_known()
    {
        var groups = await Bot.Say("portfolio per productgroep");
        Assert.Contains("10 initiatieven noemen geen productgroep en ontbreken hieronder", groups, StringComparison.Ordinal);
        Assert.Contains("De kolom telt dus niet op tot het totaal", groups, StringComparison.Ordinal);
        Assert.Contains("26 kton CO₂ per jaar minder (verteld in 1 van de 1 sheets)", groups, StringComparison.Ordinal);
        var cars = await Bot.Say("productgroep 29.1");
        Assert.Contains("1 (100 %)", cars, StringComparison.Ordinal);
        Assert.Contains("20-004 Batterijen", cars, StringComparison.Ordinal);
        Assert.Contains("Staat niet in de tabel", await Bot.Say("productgroep 47.6"), StringComparison.Ordinal);
        Assert.Contains("\"99.9\" ken ik niet", await Bot.Say("productgroep 99.9"), StringComparison.Ordinal);
        var goals = await Bot.Say("portfolio per effectdoel");
        Assert.Matches(@"Leveringszekerheid\W+1 van 1\W+0-10 jaar \(1\)", goals);
        Assert.Contains("enige verbetering 1", goals, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_strategy_is_explained_by_horizon()
    {
        Assert.Contains("S-curve", await Bot.Say("veranderstrategie 0-5 jaar"), StringComparison.Ordinal);
        Assert.Contains("retourlogistiek", await Bot.Say("veranderstrategie 2 jaar"), StringComparison.Ordinal);
        Assert.Contains("Change makers in actie", await Bot.Say("veranderstrategie"), StringComparison.Ordinal);
        Assert.Contains("ken ik niet", await Bot.Say("veranderstrategie 7 jaar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_card_fits_Teams()
    {
        List<Answer> answers = [];
        foreach (var said in new[] { "dashboard", "portfolio per productgroep", "portfolio per effectdoel", "momentopname", "zichtlijn nsp", "zichtlijn verbreding", "veranderstrategie" }
            .Concat(Talker.Method.Horizons.Select(static horizon => $"dashboard {horizon.Id}"))
            .Concat(Talker.Method.Dashboard.Select(static one => $"herkomst {one.Id}")))
        {
            answers.Add(await Bot.Hear(new Said(said, [])));
        }

        Assert.All(
            answers.SelectMany(static answer => answer.Utterances).Select(static utterance => (utterance as Replace)?.Card ?? (utterance as Show)?.Card).OfType<Card>(),
            static card => CardLimits.Check(card, Cultures.Dutch));
    }

    [Theory]
    [InlineData("0-1 maand", "0-1m")]
    [InlineData("0–3 maanden", "0-3m")]
    [InlineData("1 jaar", "0-1j")]
    [InlineData("0-1 year", "0-1j")]
    [InlineData("0-10 jr", "0-10j")]
    [InlineData("50 years", "0-50j")]
    [InlineData("X-curve", "0-20j")]
    [InlineData("s-curve", "0-5j")]
    [InlineData("market transformation", "0-5j")]
    [InlineData("communicatie", "0-1m")]
    [InlineData("3 jaar", null)]
    [InlineData("", null)]
    public void A_horizon_is_found_however_it_is_written(string said, string? id) => Assert.Equal(id, Horizons.Named(Talker.Method, said)?.Id);

    [Theory]
    [InlineData(0, 10, "0 %")]
    [InlineData(1, 1000, "minder dan 1 %")]
    [InlineData(999, 1000, "99 %")]
    [InlineData(10, 10, "100 %")]
    public void A_share_is_never_rounded_to_nothing_or_all(long part, long all, string share) => Assert.Equal(share, Coverage.Share(part, all, Cultures.Dutch));

    private static string English(Answer answer) => string.Join('\n', answer.Utterances.Select(static utterance => utterance is Show show
        ? Upcm.Bot.Cards.Rendering.PlainTextRenderer.Render(show.Card, Cultures.English) : (utterance as Say)?.Text));
}
