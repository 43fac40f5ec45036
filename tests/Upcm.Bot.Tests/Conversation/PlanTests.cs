using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class PlanTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private static readonly Initiative Batteries = new()
    {
        Number = new InitiativeNumber(20, 4),
        Title = "Batterijen",
        Result = "Hergebruik van batterijen",
        Team = "realisatie",
        Phase = "uitvoering",
        Term = new DateOnly(2026, 12, 1),
        Leader = new Somebody(new PersonId("sanne"), "sanne"),
        RegisteredBy = new Somebody(new PersonId("fatima"), "fatima"),
        RegisteredAt = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero),
    };

    public async ValueTask InitializeAsync()
    {
        var changes = new Changes(Talker.Workspace);
        changes.Insert(Kinds.Initiatives, Batteries);
        await bot.Store.Commit(changes, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Milestones_told_in_talk_become_a_critical_path()
    {
        var summary = await Pilot();
        Assert.Contains("Kritieke pad: vergunning → proef → levering. Het einde is op zijn vroegst ma 30 november 2026.", summary, StringComparison.Ordinal);
        await bot.Say("ja");

        var plan = await bot.Say("planning 20-004");
        Assert.Contains("Einde 30 nov 2026 · 1 dag voor de oplevertermijn", plan, StringComparison.Ordinal);
        Assert.Contains("Elke dag later daarin schuift het einde een dag op.", plan, StringComparison.Ordinal);
        Assert.Contains("geen: kritiek", plan, StringComparison.Ordinal);
        Assert.Contains("14 dagen", plan, StringComparison.Ordinal);
        Assert.Contains("proef: 42 dagen werk na vergunning. Op zijn vroegst 5 okt 2026 tot 16 nov 2026, uiterlijk klaar 16 nov 2026.", plan, StringComparison.Ordinal);
        Assert.Contains("Een duur is in kalenderdagen.", plan, StringComparison.Ordinal);
        Assert.Equal(plan, await bot.Say("kritieke pad 20-004", "piet"));
    }

    [Theory]
    [InlineData("planning 20-004 werving 14", "Als werving 14 dagen later klaar is, schuift het einde niet: het blijft ma 30 november 2026.")]
    [InlineData("planning 20-004 als werving 20 dagen later", "Als werving 20 dagen later klaar is, schuift het einde 6 dagen, naar zo 6 december 2026.")]
    [InlineData("kritieke pad 20-004 proef 1", "Als proef 1 dag later klaar is, schuift het einde 1 dag, naar di 1 december 2026.")]
    [InlineData("planning 20-004 oogst 3", "Een mijlpaal \"oogst\" ken ik niet. Deze zijn er: vergunning, proef, levering, werving.")]
    public async Task A_delay_is_told_by_what_it_does_to_the_end(string said, string answered)
    {
        await Pilot();
        await bot.Say("ja");
        Assert.Equal(answered, await bot.Say(said));
    }

    [Fact]
    public async Task A_circle_is_refused_by_the_names_of_the_milestones_and_nothing_typed_is_lost()
    {
        await Pilot();
        await bot.Say("wijzig mijlpaal 1 wacht op");
        var refused = await bot.Say("levering");
        Assert.Contains("! Dit wordt een kring: vergunning → proef → levering → vergunning. Dan kan niets ervan beginnen.", refused, StringComparison.Ordinal);
        Assert.Contains("vergunning: welke mijlpalen moeten eerst klaar zijn?", refused, StringComparison.Ordinal);
        Assert.Contains("Kritieke pad: vergunning → proef → levering.", await bot.Say("sla over"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_that_two_answers_close_at_once_is_asked_about_and_never_recorded()
    {
        await Pilot();
        var asked = await bot.Press(
            new Upcm.Bot.Cards.Press(Upcm.Bot.Cards.Talk.FormCards.SubmitVerb, ("draft", Draft), ("page", "99")),
            inputs: [("milestone.1.after", "4"), ("milestone.4.after", "1")]);
        Assert.Contains("Dit wordt een kring: vergunning → werving → vergunning.", asked, StringComparison.Ordinal);
        await bot.Press(new Upcm.Bot.Cards.Press(Upcm.Bot.Cards.Talk.FormCards.ConfirmVerb, ("draft", Draft), ("page", "0")));
        Assert.Contains("staat niet in de lijst", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("Er zijn nog geen mijlpalen", await bot.Say("planning 20-004"), StringComparison.Ordinal);
        await bot.Say("voortgang 20-004");
        Assert.Contains("Klopt dit?", await bot.Say("leeg"), StringComparison.Ordinal);
        Assert.Contains("klaar", await bot.Say("ja"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planning", "gepland begin")]
    [InlineData("mijlpalen", "Mijlpaal 1: wat is er dan klaar?")]
    public async Task A_part_of_the_open_form_is_gone_to_by_its_name_though_a_sentence_has_that_name_too(string said, string asked)
    {
        await bot.Say("voortgang 20-004 10%");
        Assert.Contains(asked, await bot.Say(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leeg")]
    [InlineData("sla over")]
    public async Task After_a_circle_was_refused_it_can_be_left_as_it_was(string said)
    {
        await Pilot();
        await bot.Say("wijzig mijlpaal 1 wacht op");
        Assert.Contains("kring", await bot.Say("levering"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("een paar weken", "Schrijf het zo: 10 dagen, 6 weken of een half jaar")]
    [InlineData("anderhalve maand", "45 dagen")]
    [InlineData("2 kwartalen", "182 dagen")]
    [InlineData("20 jaar", "Ik lees 7.300 dagen. Het mag hoogstens 3.650 dagen zijn.")]
    [InlineData("2 maanden", "60 dagen")]
    [InlineData("1,5 week", "11 dagen")]
    public async Task A_duration_is_read_as_people_write_it(string said, string shown)
    {
        await Pilot();
        await bot.Say("wijzig mijlpaal 4 duur");
        Assert.Contains(shown, await bot.Say(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_goes_on_from_the_last_report_and_a_milestone_may_be_renamed()
    {
        await Pilot();
        await bot.Say("ja");
        await bot.Say("voortgang 20-004");
        await bot.Say("wijzig mijlpaal 1");
        await bot.Say("omgevingsvergunning");
        await bot.Say("wijzig mijlpaal 1 klaar");
        Assert.Contains("Klopt dit?", await bot.Say("gisteren"), StringComparison.Ordinal);
        await bot.Say("ja");
        var plan = await bot.Say("planning 20-004");
        Assert.Contains("klaar 4 okt 2026", plan, StringComparison.Ordinal);
        Assert.Contains("proef: 42 dagen werk na omgevingsvergunning.", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_is_told_with_what_it_does_to_the_end()
    {
        await Pilot();
        await bot.Say("wijzig mijlpaal 1 gepland");
        await bot.Say("28 september 2026");
        await bot.Say("ja");
        Assert.Contains("! vergunning: 7 dagen later dan gepland; het einde komt daardoor 7 dagen later.", await bot.Say("planning 20-004"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_missing_is_named()
    {
        Assert.Contains("Er zijn nog geen mijlpalen gemeld.", await bot.Say("planning 20-004"), StringComparison.Ordinal);
        await bot.Say("voortgang 20-004 10%");
        await bot.Say("wijzig mijlpaal 1");
        await bot.Say("proef");
        await bot.Say("klaar");
        await bot.Say("ja");
        var plan = await bot.Say("planning 20-004");
        Assert.Contains("Het kritieke pad is nog niet te berekenen", plan, StringComparison.Ordinal);
        Assert.Contains("Nog zonder duur en zonder geplande datum: proef.", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_all_said_in_English_too()
    {
        await Pilot();
        await bot.Say("language en");
        var card = await bot.Say("yes");
        Assert.Contains("MILESTONES (4)", card, StringComparison.Ordinal);
        var plan = await bot.Say("critical path 20-004");
        Assert.Contains("Critical path: vergunning → proef → levering. The end is Mon 30 November 2026 at the earliest.", plan, StringComparison.Ordinal);
        Assert.Contains("none: critical", plan, StringComparison.Ordinal);
        Assert.Contains("Durations are calendar days.", plan, StringComparison.Ordinal);
        Assert.Equal("If werving is ready 20 days later, the end moves 6 days, to Sun 6 December 2026.", await bot.Say("plan 20-004 werving 20"));
    }

    /// <summary>Four milestones from 1 September on; gives the summary.</summary>
    private async Task<string> Pilot()
    {
        await bot.Say("voortgang 20-004 10%");
        foreach (var name in new[] { "vergunning", "proef", "levering", "werving" })
        {
            await bot.Press(new Upcm.Bot.Cards.Press(Upcm.Bot.Cards.Talk.FormCards.SubmitVerb, ("draft", Draft), ("page", "99")), inputs: [($"milestone.{Array.IndexOf(["vergunning", "proef", "levering", "werving"], name) + 1}.name", name)]);
        }

        (string Asked, string Told)[] told =
        [
            ("wijzig mijlpaal 1 duur", "30"), ("wijzig mijlpaal 2 duur", "6 weken"), ("wijzig mijlpaal 2 wacht op", "vergunning"), ("wijzig mijlpaal 3 duur", "2 weken"),
            ("wijzig mijlpaal 3 wacht op", "2, 4"), ("wijzig mijlpaal 4 duur", "62"),
        ];
        var summary = "";
        foreach (var (asked, answer) in told)
        {
            await bot.Say(asked);
            summary = await bot.Say(answer);
        }

        return summary;
    }

    private static string Draft => Upcm.Bot.People.Draft.IdOf("progress", "20-004", new PersonId("sanne"));
}
