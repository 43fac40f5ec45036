using Upcm.Bot.Cards;
using Upcm.Bot.Flows.Reporting;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class RiskTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Initiatives, new Initiative
        {
            Number = new InitiativeNumber(20, 4),
            Title = "Batterijen",
            Result = "Hergebruik van batterijen",
            Team = "realisatie",
            Phase = "uitvoering",
            Leader = new Somebody(new PersonId("sanne"), "sanne"),
            RegisteredBy = new Somebody(new PersonId("fatima"), "fatima"),
            RegisteredAt = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero),
        });
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_register_shows_the_heaviest_first_with_the_heat_map_in_words()
    {
        await Told();
        var card = await bot.Say("risico's 20-004");
        Assert.Contains("2 risico's · laatst nagelopen ma 5 oktober 2026 (vandaag)", card, StringComparison.Ordinal);
        Assert.Contains("Risico 2: kans 4, gevolg 5 (rood); risico 1: kans 2, gevolg 2 (groen).", card, StringComparison.Ordinal);
        Assert.Contains("2. draagvlak", card, StringComparison.Ordinal);
        Assert.Contains("4 × 5 = 20 (rood)", card, StringComparison.Ordinal);
        Assert.Contains("gesprekken · Jan", card, StringComparison.Ordinal);
        Assert.DoesNotContain("WAT VERANDERDE", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_risk_that_nobody_has_an_answer_to_says_so_beside_its_owner() =>
        Assert.Equal("nog geen · Jan", RiskWords.Measure(new Risk("draagvlak", 4, 5, Owner: "Jan"), Cultures.Dutch));

    [Fact]
    public async Task A_risk_is_followed_across_reports_until_it_leaves()
    {
        await Told();
        await Next("wijzig risico 2 kans", "2");
        await Next("wijzig risico 2", "leeg", "klaar");
        var card = await bot.Say("risico's 20-004");
        Assert.Contains("1 risico ·", card, StringComparison.Ordinal);
        Assert.Contains("WAT VERANDERDE (1)", card, StringComparison.Ordinal);
        Assert.Contains("2. 19 okt 2026, melding 3: uit het register", card, StringComparison.Ordinal);
        Assert.Contains("2. 12 okt 2026, melding 2: draagvlak (2 × 5 = 10)", card, StringComparison.Ordinal);
        Assert.Contains("2. 5 okt 2026, melding 1: draagvlak (4 × 5 = 20)", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_analysis_ages_until_somebody_goes_through_it()
    {
        await Told();
        bot.Time.Advance(TimeSpan.FromDays(57));
        var card = await bot.Say("risico's 20-004");
        Assert.Contains("(57 dagen geleden)", card, StringComparison.Ordinal);
        Assert.Contains("! Deze analyse is ouder dan 8 weken en telt niet meer als recent.", card, StringComparison.Ordinal);

        await bot.Say("voortgang 20-004 20%");
        await bot.Say("ja");
        Assert.Contains("(57 dagen geleden)", await bot.Say("risico's 20-004"), StringComparison.Ordinal);

        Assert.Contains("Risico's nagelopen: Ja", await bot.Say("risico's nagelopen 20-004"), StringComparison.Ordinal);
        await bot.Say("ja");
        card = await bot.Say("risico's 20-004");
        Assert.Contains("(vandaag)", card, StringComparison.Ordinal);
        Assert.DoesNotContain("ouder dan", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_report_reads_the_register_without_the_buttons_for_it()
    {
        Assert.Contains("Geen risico's in het register", await bot.Say("risico's 20-004", "piet"), StringComparison.Ordinal);
        await Told();
        Assert.DoesNotContain("[Nagelopen: klopt nog]", await bot.Say("risico's 20-004", "piet"), StringComparison.Ordinal);
        Assert.Contains("[Nagelopen: klopt nog]", await bot.Say("risico's 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_all_said_in_English_too()
    {
        await Told();
        await bot.Say("language en");
        var card = await bot.Say("risks 20-004");
        Assert.Contains("2 risks · last gone through Mon 5 October 2026 (today)", card, StringComparison.Ordinal);
        Assert.Contains("Risk 2: chance 4, effect 5 (red); risk 1: chance 2, effect 2 (green).", card, StringComparison.Ordinal);
    }

    private async Task Told()
    {
        await bot.Say("voortgang 20-004 10%");
        foreach (var said in new[] { "wijzig risico 1", "prijs van kobalt", "2", "2", "sla over", "sla over", "nog een risico", "draagvlak", "4", "5", "gesprekken", "Jan" })
        {
            await bot.Say(said);
        }

        Assert.Contains("zwaarste 20", await bot.Say("ja"), StringComparison.Ordinal);
    }

    /// <summary>Another report a week later.</summary>
    private async Task Next(params string[] said)
    {
        bot.Time.Advance(TimeSpan.FromDays(7));
        await bot.Say("voortgang 20-004");
        foreach (var one in said)
        {
            await bot.Say(one);
        }

        Assert.Contains("RISICO'S", await bot.Say("ja"), StringComparison.Ordinal);
    }
}
