using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;
using Press = Upcm.Bot.Cards.Press;

namespace Upcm.Bot.Tests.Conversation;

/// <summary>What the gates ask for in writing: a profile, a brief, a contract, a learning meeting.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie", "ja" })
        {
            await bot.Say(said);
        }
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_profile_is_written_and_the_gate_sees_it()
    {
        Assert.Contains("Open · Er is een profiel", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);
        await bot.Hear(new Said("profiel 26-001", []), surface: Surface.Text);
        await bot.Say("Kent de batterijketen");
        Assert.Contains("Klopt dit?", await bot.Say("twee dagen per week"), StringComparison.Ordinal);
        Assert.Contains("Versie 1 · sanne", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("Voldaan (zelf gezien) · Er is een profiel", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);
        Assert.Contains("Kent de batterijketen", await bot.Say("profiel 26-001", "piet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_never_erases_the_old_one()
    {
        await Record("projectbrief 26-001", "project-brief", ("approach", "Twee proeven"));
        await Record("projectbrief 26-001 wijzig", "project-brief", ("approach", "Drie proeven"));
        Assert.Contains("Versie 2", await bot.Say("projectbrief 26-001"), StringComparison.Ordinal);
        Assert.Contains("Twee proeven", await bot.Say("projectbrief 26-001 versie 1"), StringComparison.Ordinal);
        Assert.Contains("Versie 9 is er niet", await bot.Say("projectbrief 26-001 versie 9"), StringComparison.Ordinal);
        Assert.Contains("projectbrief vastgelegd: Aanpak Twee proeven → Drie proeven · sanne", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
        Assert.Contains("niets veranderd sinds versie 2", await Record("projectbrief 26-001 wijzig", "project-brief"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_that_is_not_signed_says_what_is_missing()
    {
        await bot.Say("contract 26-001");
        var summary = await Submit("project-contract", "sanne", ("signed-on", "1 oktober 2026"), ("needed", "100.000"), ("granted", "80.000"));
        Assert.Contains("de dag en de namen allebei nodig", summary, StringComparison.Ordinal);
        Assert.Contains("minder toegekend dan nodig", summary, StringComparison.Ordinal);
        Assert.Contains("moet nog komen", await Submit("project-contract", "sanne", ("signed-on", "1 december 2026")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learning_meeting_is_not_recorded_ahead()
    {
        await bot.Say("leerbijeenkomst 26-001");
        Assert.Contains("moet nog komen", await Submit("learning-meeting", "sanne", ("held", "1 december 2026")), StringComparison.Ordinal);
        await Submit("learning-meeting", "sanne", ("held", "1 oktober 2026"), ("present", "projectarchitect; projectleider"), ("outcome", "Eerder beginnen"));
        Assert.Contains("projectarchitect; projectleider", await Confirm("learning-meeting", "sanne"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_record_hears_who_can()
    {
        var refusal = await bot.Say("contract 26-001", "piet");
        Assert.Contains("Projectcontract is er nog niet", refusal, StringComparison.Ordinal);
        Assert.Contains("wie het aanmeldde (sanne)", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_write_the_same_part_are_told_before_anything_is_recorded()
    {
        await bot.Say("hoi", "jan");
        await bot.Say("benoem jan tot teamtrekker van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        await Record("projectbrief 26-001", "project-brief", ("approach", "Twee proeven"));
        await bot.Say("projectbrief 26-001 wijzig");
        Assert.Contains("Klopt dit?", await Submit("project-brief", "sanne", ("approach", "Drie proeven")), StringComparison.Ordinal);
        await bot.Say("projectbrief 26-001 wijzig", "jan");
        await Submit("project-brief", "jan", ("approach", "Eén proef"), ("planning", "Vanaf mei"));
        await Confirm("project-brief", "jan");

        var asked = await Confirm("project-brief", "sanne");
        Assert.Contains("veranderde intussen hetzelfde. Er is nog niets vastgelegd", asked, StringComparison.Ordinal);
        Assert.Contains("veranderde intussen Aanpak in: Eén proef", asked, StringComparison.Ordinal);
        var recorded = await Confirm("project-brief", "sanne");
        Assert.Contains("Versie 3", recorded, StringComparison.Ordinal);
        Assert.Contains("Drie proeven", recorded, StringComparison.Ordinal);
        Assert.Contains("Vanaf mei", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_lost_on_the_way_is_told_and_the_draft_is_kept()
    {
        await bot.Say("hoi", "jan");
        await bot.Say("benoem jan tot teamtrekker van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        await bot.Say("profiel 26-001", "jan");
        await Submit("leader-profile", "jan", ("skills", "Kan verbinden"));
        await bot.Press(new Press("office.end", ("appointment", "realisatie/team-lead/jan")), "beheer");
        var refused = await Confirm("leader-profile", "jan");
        Assert.Contains("kan hier alleen", refused, StringComparison.Ordinal);
        Assert.Contains("Wat je invulde blijft bewaard", refused, StringComparison.Ordinal);
        Assert.Contains("Profiel van de projectleider", await bot.Say("mijn overzicht", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_written_in_English()
    {
        await bot.Say("language en");
        await bot.Hear(new Said("leader profile 26-001", []), surface: Surface.Text);
        Assert.Contains("How much time", await bot.Say("Knows the battery chain"), StringComparison.Ordinal);
        Assert.Contains("Is this right?", await bot.Say("two days a week"), StringComparison.Ordinal);
        Assert.Contains("Version 1 · sanne", await bot.Say("yes"), StringComparison.Ordinal);
    }

    private async Task<string> Record(string words, string flow, params (string Key, string Value)[] inputs)
    {
        await bot.Say(words);
        await Submit(flow, "sanne", inputs);
        return await Confirm(flow, "sanne");
    }

    private Task<string> Submit(string flow, string person, params (string Key, string Value)[] inputs) =>
        bot.Press(new Press(FormCards.SubmitVerb, ("draft", IdOf(flow, person)), ("page", "99")), person, inputs: inputs);

    private Task<string> Confirm(string flow, string person) => bot.Press(new Press(FormCards.ConfirmVerb, ("draft", IdOf(flow, person)), ("page", "0")), person);

    private static string IdOf(string flow, string person) => Draft.IdOf(flow, "26-001", new PersonId(person));
}
