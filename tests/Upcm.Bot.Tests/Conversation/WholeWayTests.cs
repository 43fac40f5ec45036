namespace Upcm.Bot.Tests.Conversation;

/// <summary>One project through all five gates, in Dutch and in English, with everything that can come in between.</summary>
public sealed class WholeWayTests : IAsyncLifetime
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
    public async Task A_project_walks_all_five_gates_in_Dutch_with_a_hold_a_second_round_and_a_condition_that_comes_back()
    {
        // Initiatie: een ontheffing door wie besluit, en een voorwaarde.
        await bot.Say("vul fasepoort 26-001", "piet");
        await way.Submit("fill-gate", "piet", ("state.contextscan-gebruikt", "nvt"), ("evidence.contextscan-gebruikt", "Er is nog maar één partij"));
        await way.Confirm("fill-gate", "piet");
        await way.Meet("uit-initiatie");
        Assert.Contains("ma 12 oktober 2026", await way.Request("12 oktober"), StringComparison.Ordinal);
        await way.Decide("piet", "door, met voorwaarden", "Vraag twee provincies om mee te doen", "sanne", "1 november 2026");
        await bot.Restart();

        // Definitie: de voorwaarde wordt opnieuw gevraagd; de opdrachtgever ontheft haar.
        await way.Meet("uit-definitie");
        Assert.Contains("Nog niet voldaan: Voorwaarde: Vraag twee provincies om mee te doen", await way.Request(), StringComparison.Ordinal);
        await bot.Say("vul fasepoort 26-001", "lotte");
        await way.Submit("fill-gate", "lotte", ("state.condition.uit-initiatie.0001.0", "nvt"), ("evidence.condition.uit-initiatie.0001.0", "Eén provincie is genoeg"));
        Assert.Contains("Niet van toepassing · Vraag twee provincies om mee te doen", await way.Confirm("fill-gate", "lotte"), StringComparison.Ordinal);

        // In de wacht buiten een besluit om, met een aanvraag die open staat.
        Assert.Contains("wacht op de opdrachtgever", await way.Request(), StringComparison.Ordinal);
        Assert.Contains("In de wacht zetten, hervatten of stoppen kan hier alleen", await bot.Say("zet in de wacht 26-001"), StringComparison.Ordinal);
        Assert.Contains("Definitie · in de wacht", await way.Talk("lotte", "zet in de wacht 26-001 Even geen geld", "ja"), StringComparison.Ordinal);
        Assert.Contains("in de wacht: Even geen geld", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);
        Assert.Contains("staat in de wacht", await way.Talk("lotte", "stap terug 26-001"), StringComparison.Ordinal);
        Assert.DoesNotContain("in de wacht", await bot.Say("hervat 26-001", "lotte"), StringComparison.Ordinal);
        Assert.Contains("wacht op de opdrachtgever", await way.Request(), StringComparison.Ordinal);
        Assert.Contains("fase nu: Stakeholdercommitment", await way.Decide("lotte", "door"), StringComparison.Ordinal);
        Assert.DoesNotContain("Vraag twee provincies", await bot.Say("mijn overzicht"), StringComparison.Ordinal);

        // Terug, en een tweede ronde die bewaart wat er verteld is.
        var back = await way.Talk("lotte", "stap terug 26-001", "definitie", "Te weinig draagvlak", "ja");
        Assert.Contains("besloten: Terug naar een eerdere fase", back, StringComparison.Ordinal);
        Assert.Contains("Definitie (2)", await bot.Say("toon 26-001"), StringComparison.Ordinal);
        var again = await bot.Say("fasepoort 26-001");
        Assert.Contains("Open · Het project draagt nog steeds bij aan een doel van de routekaart. – Notitie bijdrage-roadmap (sanne)", again, StringComparison.Ordinal);
        Assert.DoesNotContain("Vraag twee provincies", again, StringComparison.Ordinal);
        await way.Meet("uit-definitie");
        await way.Request();
        await way.Decide("lotte", "door");
        Assert.Contains("Stakeholdercommitment (2)", await bot.Say("toon 26-001"), StringComparison.Ordinal);

        // Commitment, uitvoering en evaluatie.
        await way.Meet("uit-commitment");
        await way.Request("19 oktober");
        await way.Decide("piet", "door");
        await way.Meet("uit-uitvoering");
        await way.Request("26 oktober");
        await way.Decide("piet", "door");
        await way.Meet("uit-evaluatie");
        await way.Request();
        Assert.Contains("fase nu: Afgesloten", await way.Decide("lotte", "door"), StringComparison.Ordinal);

        Assert.Contains("Er is geen fasepoort meer", await bot.Say("fasepoort 26-001"), StringComparison.Ordinal);
        Assert.Contains("is afgesloten", await bot.Say("zet in de wacht 26-001", "lotte"), StringComparison.Ordinal);
        var dossier = await bot.Say("dossier 26-001");
        Assert.Contains("BESLUITEN TOT NU TOE (7)", dossier, StringComparison.Ordinal);
        Assert.Contains("Van definitie naar commitment, ronde 2: Door", dossier, StringComparison.Ordinal);
        Assert.Contains("Van commitment naar uitvoering: Terug naar een eerdere fase – Te weinig draagvlak", dossier, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_walks_all_five_gates_in_English_and_a_stop_by_mistake_is_taken_back()
    {
        foreach (var person in new[] { "sanne", "lotte", "piet" })
        {
            await bot.Say("language en", person);
        }

        await way.Meet("uit-initiatie");
        Assert.Contains("waits for the steering meeting", await way.Talk("sanne", "request gate 26-001 12 October", "yes"), StringComparison.Ordinal);
        await way.Talk("piet", "decide 26-001", "go, with conditions", "Ask two provinces to join", "sanne", "1 November 2026", "yes");

        // The condition is met by its owner, and the next gate sees it.
        bot.Time.Advance(TimeSpan.FromDays(1));
        await way.Meet("uit-definitie");
        Assert.Contains("Not met yet: Condition: Ask two provinces to join", await way.Talk("sanne", "request gate 26-001"), StringComparison.Ordinal);
        Assert.Contains("Done: Ask two provinces", await bot.Press(new("action.done", ("action", "gate/26-001/uit-initiatie/0001/0"))), StringComparison.Ordinal);
        Assert.Contains("Met (seen by the bot) · Ask two provinces to join", await bot.Say("gate 26-001"), StringComparison.Ordinal);
        Assert.Contains("waits for the client", await way.Talk("sanne", "request gate 26-001"), StringComparison.Ordinal);
        Assert.Contains("phase now: Stakeholder commitment", await way.Talk("lotte", "decide 26-001", "go", "yes"), StringComparison.Ordinal);

        // Stopped by mistake.
        Assert.Contains("What is the reason?", await way.Talk("lotte", "stop initiative 26-001"), StringComparison.Ordinal);
        Assert.Contains("Stakeholder commitment · stopped", await way.Talk("lotte", "The market is gone", "yes"), StringComparison.Ordinal);
        Assert.Contains("was stopped", await way.Talk("lotte", "stop initiative 26-001"), StringComparison.Ordinal);
        Assert.DoesNotContain("stopped", await way.Talk("lotte", "resume 26-001"), StringComparison.Ordinal);

        await way.Meet("uit-commitment");
        await way.Talk("sanne", "request gate 26-001 19 October", "yes");
        await way.Talk("piet", "decide 26-001", "go", "yes");
        await way.Meet("uit-uitvoering");
        await way.Talk("sanne", "request gate 26-001 26 October", "yes");
        await way.Talk("piet", "decide 26-001", "go", "yes");
        await way.Meet("uit-evaluatie");
        await way.Talk("sanne", "request gate 26-001");
        Assert.Contains("phase now: Closed", await way.Talk("lotte", "decide 26-001", "go", "yes"), StringComparison.Ordinal);
        var history = await bot.Say("history 26-001");
        Assert.Contains("stopped: The market is gone · lotte", history, StringComparison.Ordinal);
        Assert.Contains("resumed · lotte", history, StringComparison.Ordinal);
        Assert.Contains("From evaluation to closure: Go", await bot.Say("dossier 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deputy_who_holds_a_project_says_on_whose_behalf()
    {
        await way.Talk("beheer", "benoem jan tot plaatsvervanger van realisatie", "ja");
        Assert.Contains("Namens: lotte", await way.Talk("jan", "zet in de wacht 26-001 Even geen geld"), StringComparison.Ordinal);
        await bot.Say("ja", "jan");
        Assert.Contains("in de wacht gezet: Even geen geld (namens lotte) · jan", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
        Assert.Equal(["channel", "piet", "sanne"], (await way.Posts("course/26-001")).Select(post => post.Person?.Value ?? post.Place).Order());
    }
}
