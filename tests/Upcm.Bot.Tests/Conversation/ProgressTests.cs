using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class ProgressTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private static readonly Initiative Batteries = new()
    {
        Number = new InitiativeNumber(20, 4),
        Title = "Batterijen",
        Result = "Hergebruik van batterijen",
        Team = "realisatie",
        Phase = "initiatie",
        Leader = new Somebody(new PersonId("sanne"), "sanne"),
        RegisteredBy = new Somebody(new PersonId("fatima"), "fatima"),
        RegisteredAt = new DateTimeOffset(2021, 1, 4, 9, 0, 0, TimeSpan.Zero),
    };

    public async ValueTask InitializeAsync() => await Keep(Batteries, 0);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_worked_example_comes_out_with_the_figures_printed_and_its_oddities_pointed_out()
    {
        await bot.Say("voortgang 20-004");
        var summary = await WorkedExample();
        Assert.Contains("Saldo € 40.000, nog nodig € 20.000.", summary, StringComparison.Ordinal);
        Assert.Contains("! Initiatie zou begonnen zijn op di 21 december 2021, maar deze melding is van do 1 april 2021.", summary, StringComparison.Ordinal);
        Assert.Contains("! Bij afgerond staat \"projectdefinitie afgerond\", maar het project zit nog in Initiatie.", summary, StringComparison.Ordinal);

        var card = await Confirm();
        Assert.Contains("Initiatie · 10 % klaar · Rood", card, StringComparison.Ordinal);
        Assert.Contains("Oranje: nog nodig € 20.000, dat is 20 % van wat nodig is", card, StringComparison.Ordinal);
        Assert.Contains("Niet bekend: 1 risico gemeld, kans en gevolg nog niet geschat", card, StringComparison.Ordinal);
        Assert.Contains("elke 28 dagen hoort er een melding te zijn", card, StringComparison.Ordinal);
        Assert.Contains("Saldo € 40.000, nog nodig € 20.000", card, StringComparison.Ordinal);
        Assert.Matches(@"Toegekend:\s+€ 80\.000", card);
        Assert.Contains("- planning vastgesteld", card, StringComparison.Ordinal);
        Assert.Contains("! Initiatie zou begonnen zijn", card, StringComparison.Ordinal);
        Assert.Contains("voortgang gemeld: 10 % klaar · Rood · sanne", await bot.Say("geschiedenis 20-004"), StringComparison.Ordinal);
        Assert.Contains("Initiatie · Rood", await bot.Say("portfolio realisatie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_percentage_is_a_whole_report_with_everything_else_as_it_was()
    {
        await First();
        var summary = await bot.Say("voortgang 20-004 25%");
        Assert.Contains("Klaar: 25 %", summary, StringComparison.Ordinal);
        Assert.Contains("ZOALS HET WAS", summary, StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("25 % klaar (was 10 %)", card, StringComparison.Ordinal);
        Assert.Contains("nog nodig € 20.000", card, StringComparison.Ordinal);
        var first = await bot.Say("voortgang 20-004 versie 1");
        Assert.Contains("10 % klaar", first, StringComparison.Ordinal);
        Assert.Contains("versie 1", first, StringComparison.Ordinal);
        Assert.Contains("Versie 7 is er niet", await bot.Say("toon voortgang 20-004 versie 7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_since_the_last_report_is_told_anew()
    {
        await First();
        var summary = await bot.Say("voortgang 20-004");
        Assert.Contains("Klopt dit?", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("planning vastgesteld", summary, StringComparison.Ordinal);
        Assert.Contains("aansluiting bij roadmap 2.0", summary, StringComparison.Ordinal);
        Assert.Contains("Vorige keer was het plan: tweede KBO", await bot.Say("wijzig gedaan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risks_are_told_one_after_another_in_talk()
    {
        await bot.Say("voortgang 20-004 10%");
        Assert.Contains("Wat kan er misgaan?", await bot.Say("risico 1"), StringComparison.Ordinal);
        Assert.Contains("Hoe groot is de kans?", await bot.Say("te weinig draagvlak"), StringComparison.Ordinal);
        Assert.Contains("niet in de lijst", await bot.Say("9"), StringComparison.Ordinal);
        Assert.Contains("gevolg", await bot.Say("4"), StringComparison.Ordinal);
        Assert.Contains("Wat doe je eraan?", await bot.Say("5"), StringComparison.Ordinal);
        Assert.Contains("Wie houdt het in de gaten?", await bot.Say("meer gesprekken"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("sla over"), StringComparison.Ordinal);
        await bot.Say("nog een risico");
        foreach (var said in new[] { "prijs van kobalt", "2", "weet ik niet", "sla over" })
        {
            await bot.Say(said);
        }

        var summary = await bot.Say("Jan");
        Assert.Contains("Klopt dit?", summary, StringComparison.Ordinal);
        Assert.Contains("prijs van kobalt", summary, StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("Rood: zwaarste 20 van 25 (kans maal gevolg): te weinig draagvlak", card, StringComparison.Ordinal);
        Assert.Contains("RISICO'S (2)", card, StringComparison.Ordinal);
        Assert.Contains("prijs van kobalt · Jan", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_risk_that_is_gone_is_emptied_and_leaves_the_report()
    {
        await First();
        await bot.Say("voortgang 20-004");
        Assert.Contains("Nu: onvoldoende draagvlak", await bot.Say("wijzig risico 1"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("leeg"), StringComparison.Ordinal);
        Assert.Contains("geen risico's gemeld", await bot.Say("ja"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("initiatie gepland einde", "31 februari", "bestaat niet")]
    [InlineData("nodig", "-3", "Ik lees € -3")]
    [InlineData("klaar", "130 %", "Ik lees 130 %")]
    [InlineData("datum", "over 2 weken", "moet nog komen")]
    [InlineData("nodig", "12,5 mln", "€ 12.500.000")]
    [InlineData("nodig", "€ 40.000", "€ 40.000")]
    public async Task What_is_typed_is_read_as_people_write_it_or_told_what_does_not_fit(string question, string typed, string shown)
    {
        await bot.Say("voortgang 20-004 10%");
        await bot.Say($"wijzig {question}");
        Assert.Contains(shown, await bot.Say(typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_percentage_that_cannot_be_is_asked_again_at_once()
    {
        Assert.Contains("Ik lees 130 %", await bot.Say("voortgang 20-004 130%"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("13"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_survives_a_restart_and_being_left()
    {
        foreach (var said in new[] { "voortgang 20-004", "10", "wijzig geld", "100.000", "80.000", "60.000", "stop" })
        {
            await bot.Say(said);
            await bot.Restart();
        }

        Assert.Contains("20-004 Batterijen: voortgang", await bot.Say("mijn overzicht"), StringComparison.Ordinal);
        await bot.Say("voortgang 20-004");
        Assert.Contains("uitgegeven", await bot.Say("20.000"), StringComparison.Ordinal);
        Assert.Contains("Saldo € 40.000, nog nodig € 20.000.", await bot.Say("40.000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_pressed_twice_or_on_two_devices_reports_once()
    {
        await bot.Say("voortgang 20-004 10%");
        var answers = await Task.WhenAll(Confirm(), Confirm());
        Assert.Single(answers, answer => answer.Contains("10 % klaar", StringComparison.Ordinal));
        Assert.Single(answers, answer => answer.Contains("niets dubbel", StringComparison.Ordinal));
        Assert.Single(await Reports());
    }

    [Fact]
    public async Task Who_was_overtaken_sees_the_others_report_under_what_they_changed()
    {
        await Appoint("jan");
        await First();
        await bot.Say("voortgang 20-004 20%");
        await bot.Say("voortgang 20-004 30%", "jan");
        await bot.Say("wijzig knelpunten", "jan");
        await bot.Say("vergunning", "jan");
        await bot.Say("ja", "jan");
        var again = await bot.Say("ja");
        Assert.Contains("Iemand anders heeft intussen voortgang gemeld", again, StringComparison.Ordinal);
        Assert.Contains("Nu is 20 % klaar; in de vorige melding was dat 30 %.", again, StringComparison.Ordinal);
        Assert.Contains("vergunning", again, StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("20 % klaar (was 30 %)", card, StringComparison.Ordinal);
        Assert.Contains("vergunning", card, StringComparison.Ordinal);
        Assert.Equal(3, (await Reports()).Count);
    }

    [Fact]
    public async Task Who_may_not_report_reads_and_hears_who_can()
    {
        var none = await bot.Say("voortgang 20-004", "piet");
        Assert.Contains("nog niets gemeld", none, StringComparison.Ordinal);
        Assert.Contains("de projectleider (sanne)", none, StringComparison.Ordinal);
        await First();
        var read = await bot.Say("voortgang 20-004", "piet");
        Assert.Contains("10 % klaar", read, StringComparison.Ordinal);
        Assert.Contains("de projectleider (sanne)", read, StringComparison.Ordinal);
        Assert.DoesNotContain("[Meld voortgang]", await bot.Say("toon voortgang 20-004", "piet"), StringComparison.Ordinal);
        Assert.Contains("[Meld voortgang]", await bot.Say("toon voortgang 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_loses_the_right_on_the_way_keeps_what_was_typed()
    {
        await bot.Say("voortgang 20-004 10%");
        await Keep(Batteries with { Leader = new Somebody(new PersonId("bram"), "bram") }, 1);
        Assert.Contains("de projectleider (bram)", await bot.Say("ja"), StringComparison.Ordinal);
        await Keep(Batteries, 2);
        Assert.Contains("10 % klaar", await bot.Say("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_on_hold_is_reported_on_and_a_stopped_one_is_only_read()
    {
        await First();
        await Keep(Batteries with { Status = InitiativeStatus.OnHold }, 1);
        Assert.Contains("staat in de wacht", await bot.Say("voortgang 20-004"), StringComparison.Ordinal);
        await Keep(Batteries with { Status = InitiativeStatus.Stopped }, 2);
        Assert.Contains("Wat je invulde blijft bewaard", await bot.Say("ja"), StringComparison.Ordinal);
        var read = await bot.Say("voortgang 20-004");
        Assert.Contains("20-004 is gestopt", read, StringComparison.Ordinal);
        Assert.Contains("10 % klaar", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_takes_another_risk_and_another_milestone_on_its_next_page()
    {
        await bot.Say("voortgang 20-004");
        await Fill(0, ("reported", "2026-10-05"), ("percent", "10"));
        var page = await Fill(3, ("risk.1.text", "prijs van kobalt"), ("risk.1.chance", "2"), ("risk.1.effect", "4"));
        Assert.Contains("Nog een risico", page, StringComparison.Ordinal);
        page = await Fill(5, ("milestone.1.name", "proef"), ("milestone.1.planned", "2026-10-01"));
        Assert.Contains("Bereik", page, StringComparison.Ordinal);
        var summary = await Fill(6, ("helped", "12"), ("groups", "garages\nfietsenmakers"));
        Assert.Contains("garages; fietsenmakers", summary, StringComparison.Ordinal);
        var card = await Confirm();
        Assert.Contains("Oranje: 4 dagen te laat: proef", card, StringComparison.Ordinal);
        Assert.Contains("Oranje: zwaarste 8 van 25", card, StringComparison.Ordinal);
        Assert.Contains("12 ondernemers geholpen", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_all_said_in_English_too()
    {
        await bot.Say("language en");
        Assert.Contains("How many per cent of the result is ready?", await bot.Say("progress 20-004"), StringComparison.Ordinal);
        await bot.Say("10");
        foreach (var said in new[] { "change money", "100,000", "80,000", "skip", "skip" })
        {
            await bot.Say(said);
        }

        Assert.Contains("€90,000 is spent, more than the €80,000 that is allocated.", await bot.Say("90,000"), StringComparison.Ordinal);
        var card = await bot.Say("yes");
        Assert.Contains("10 % ready", card, StringComparison.Ordinal);
        Assert.Contains("Amber: still needed €20,000, that is 20 % of what is required", card, StringComparison.Ordinal);
        Assert.Contains("Balance -€10,000, still needed €20,000", card, StringComparison.Ordinal);
    }

    private async Task First()
    {
        await bot.Say("voortgang 20-004");
        await WorkedExample();
        await Confirm();
    }

    /// <summary>The report of the handbook's example, page by page; gives the summary.</summary>
    private async Task<string> WorkedExample()
    {
        await Fill(
            0,
            ("reported", "2021-04-01"), ("percent", "10"),
            ("done", "koersbepalersoverleg geweest\neerste stakeholderanalyse\neerste vingerafdruk\nprojectbrief opgesteld\nbenodigde middelen bepaald\nplanning vastgesteld\nkwaliteitscriteria resultaat opgesteld"),
            ("completed", "projectdefinitie afgerond"), ("next", "tweede KBO"),
            ("dependencies", "Project sectorale routekaarten\nBovenregionale aanpak provincies"), ("issues", "aansluiting bij roadmap 2.0"));
        await Fill(1, ("phase.initiatie.actual-start", "2021-12-21"));
        await Fill(2, ("required", "100.000"), ("allocated", "80.000"), ("agency", "60.000"), ("others", "20.000"), ("spent", "40.000"));
        await Fill(3, ("risk.1.text", "onvoldoende draagvlak"));
        return await bot.Press(new Press(FormCards.SubmitVerb, ("draft", Draft), ("page", "99")));
    }

    private Task<string> Fill(int page, params (string Key, string Value)[] inputs) => bot.Press(
        new Press(FormCards.SubmitVerb, ("draft", Draft), ("from", $"{page}"), ("page", $"{page + 1}")), inputs: inputs);

    private Task<string> Confirm() => bot.Press(new Press(FormCards.ConfirmVerb, ("draft", Draft), ("page", "0")));

    private async Task Appoint(string person)
    {
        await bot.Say("hoi", person);
        await bot.Say($"benoem {person} tot teamtrekker van realisatie", "beheer");
        Assert.Contains("Benoemd", await bot.Say("ja", "beheer"), StringComparison.Ordinal);
    }

    private async Task Keep(Initiative initiative, int version)
    {
        var changes = new Changes(Talker.Workspace);
        changes.Put(Kinds.Initiatives, initiative, version);
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    private async Task<IReadOnlyList<Found<ProgressReport>>> Reports() =>
        await bot.Store.Find(Kinds.Reports, Talker.Workspace, "initiative=20-004|", 10, null, false, CancellationToken.None);

    private static string Draft => Upcm.Bot.People.Draft.IdOf("progress", "20-004", new PersonId("sanne"));
}
