using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class ContextScanTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        await bot.Say("hoi", "jan");
        await bot.Say("hoi", "piet");
        await bot.SayAll("meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie", "ja");
        foreach (var said in new[] { "benoem sanne tot teamtrekker van realisatie", "ja" })
        {
            await bot.Say(said, "beheer");
        }
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Organisations_are_invited_each_by_somebody_who_answers_for_it()
    {
        Assert.Contains("macht, orde, succes", await bot.Say("contextscan 26-001"), StringComparison.Ordinal);
        Assert.Contains("Welke organisatie doet mee?", await bot.Say("contextscan starten 26-001"), StringComparison.Ordinal);
        Assert.Contains("Wie vult in voor deze organisatie?", await bot.Say("Provincie Gelderland"), StringComparison.Ordinal);
        Assert.Contains("Welke organisatie doet ook mee?", await bot.Say("ik"), StringComparison.Ordinal);
        Assert.Contains("Ik ken niemand", await bot.SayAll("Fabriek", "niemandsland"), StringComparison.Ordinal);
        Assert.Contains("nog een organisatie", await bot.Say("jan"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("klaar"), StringComparison.Ordinal);
        var card = await bot.Say("ja");
        Assert.Contains("Ik stuurde een persoonlijk bericht aan: jan.", card, StringComparison.Ordinal);
        Assert.Contains("0 van 2 ingevuld", card, StringComparison.Ordinal);
        Assert.Contains("Contextscans om in te vullen", await bot.Say("mijn overzicht", "jan"), StringComparison.OrdinalIgnoreCase);
        var post = (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "occasion=context-scan/26-001/1/invited", 5, null, false, CancellationToken.None))[0].Document;
        Assert.Contains("Vul de contextscan van 26-001 in", post.Card.Title, StringComparison.Ordinal);
        Assert.Equal(["Provincie Gelderland", "Fabriek"], (await Round()).Spokespeople.Select(one => one.Organisation));
    }

    [Fact]
    public async Task Each_answers_for_the_own_organisation_and_for_the_collaboration_and_sees_the_others_only_afterwards()
    {
        await Start();
        Assert.Contains("Fabriek: Wie de leiding heeft", await bot.Say("contextscan invullen 26-001", "jan") + await First("jan"), StringComparison.Ordinal);
        Assert.Contains("Je ziet de uitslag van ronde 1 na je eigen antwoord", await bot.Say("contextscan uitslag 26-001"), StringComparison.Ordinal);
        Assert.Contains("Bedankt, je antwoord telt mee", await Answer("jan", "orde", 5, 2), StringComparison.Ordinal);
        Assert.Contains("na je eigen antwoord", await bot.Say("contextscan uitslag 26-001"), StringComparison.Ordinal);
        Assert.Contains("al ingevuld", await bot.Say("contextscan invullen 26-001", "jan"), StringComparison.Ordinal);
        Assert.Contains("niet uitgenodigd", await bot.Say("contextscan invullen 26-001", "piet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_was_named_wrongly_is_put_right_by_inviting_its_person_again()
    {
        await Start();
        Assert.Contains("Gewijzigd: Fabriek → Fabriek Zuid.", await bot.SayAll("contextscan uitnodigen 26-001", "Fabriek Zuid", "jan", "klaar", "ja"), StringComparison.Ordinal);
        Assert.Contains("Fabriek Zuid", (await Round()).Spokespeople.Select(one => one.Organisation));
        Assert.Contains("contextscan: Fabriek → Fabriek Zuid · sanne", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
        Assert.Contains("waren al uitgenodigd. Er is niets veranderd.", await bot.SayAll("contextscan uitnodigen 26-001", "Fabriek Zuid", "jan", "klaar", "ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_shows_every_profile_where_they_differ_and_what_that_asks()
    {
        await Start();
        await Answer("jan", "orde", 5, 2);
        var result = await Answer("sanne", "gemeenschap", 5, 1);
        Assert.Contains("Orde: A 1,0, B 5,0, samenwerking 1,5", result, StringComparison.Ordinal);
        Assert.Contains("A. Provincie Gelderland", result, StringComparison.Ordinal);
        Assert.Contains("Orde: Fabriek 5,0, Provincie Gelderland 1,0.", result, StringComparison.Ordinal);
        Assert.Contains("WIE IETS ANDERS NODIG HEEFT", result, StringComparison.Ordinal);
        Assert.Contains("Fabriek (orde): Zet op papier wat is afgesproken", result, StringComparison.Ordinal);
        Assert.Contains("Tussenstand · 2 van 2 ingevuld", result, StringComparison.Ordinal);
        Assert.Contains("Uitslag · 2 van 2 ingevuld", await bot.Say("contextscan sluiten 26-001"), StringComparison.Ordinal);
        Assert.Contains("contextscan gesloten: ronde 1, 2 van 2 ingevuld", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_card_of_a_scan_fits_also_with_long_names()
    {
        var organisation = new string('W', 60);
        await bot.SayAll("contextscan starten 26-001", organisation, "ik", organisation + " 2", "jan", "klaar");
        Assert.Contains("Dit zijn 62 tekens", await bot.SayAll("contextscan starten 26-001", "wijzig organisatie 2", organisation + " 2"), StringComparison.Ordinal);
        await bot.SayAll("Fabriek", "jan", "klaar", "ja");
        var page = await bot.Hear(new Said("contextscan invullen 26-001", []));
        var draft = Draft.IdOf("context-scan-answer", "26-001", new PersonId("sanne"));
        var scores = ContextScanRound.Statements(Talker.Method).ToDictionary(key => key, _ => "3");
        var summary = await bot.Hear(new Pressed(new Press(FormCards.SubmitVerb, ("draft", draft), ("page", "99")), scores, null, CanReplace: true));
        await bot.Press(new Press(FormCards.ConfirmVerb, ("draft", draft), ("page", "0")));
        var result = await bot.Hear(new Said("contextscan uitslag 26-001", []));
        foreach (var card in new[] { page, summary, result }.SelectMany(answer => answer.Utterances).Select(said => said switch { Show show => show.Card, Replace replace => replace.Card, _ => null }).OfType<Card>())
        {
            // The summary of a long form lists every answer: that takes more than five seconds to read, and is meant to.
            Assert.DoesNotContain(Cards.Rendering.AdaptiveCards.CardLimits.Exceeded(card, Cultures.Dutch), problem => !problem.Contains("facts in one list", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_gate_sees_a_closed_scan_for_itself()
    {
        await Start();
        Assert.DoesNotContain("(zelf gezien) · Er is een contextscan", await bot.Say("fasepoort 26-001"), StringComparison.OrdinalIgnoreCase);
        await Answer("jan", "orde", 5, 2);
        await bot.Say("contextscan sluiten 26-001 toch");
        Assert.Contains("(zelf gezien) · Er is een contextscan", await bot.Say("fasepoort 26-001"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_scan_in_English()
    {
        await bot.Say("language en");
        await bot.SayAll("start context scan 26-001", "Province", "me", "Factory", "jan", "done", "yes");
        var first = await bot.Hear(new Said("answer context scan 26-001", []), surface: Surface.Text);
        Assert.Contains("Province: Whoever leads settles the matter.", Talker.Plain(first), StringComparison.Ordinal);
        Assert.Contains("\"7\" is not on the scale", await bot.Say("7"), StringComparison.Ordinal);
        Assert.Contains("There is no right or wrong", await bot.Say("what do you mean"), StringComparison.Ordinal);
        var result = await Answer("sanne", "succes", 4, 2);
        Assert.Contains("In the collaboration no value system stands out.", result, StringComparison.Ordinal);
        Assert.Contains("One organisation answered, so there is nothing to compare yet.", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_organisations_are_invited_and_those_who_wait_are_reminded()
    {
        await Start();
        await bot.SayAll("contextscan uitnodigen 26-001", "Recycler", "piet", "klaar");
        Assert.Contains("0 van 3 ingevuld", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Equal("Recycler", (await Round()).OrganisationOf(new PersonId("piet")));
        Assert.Contains("Herinnerd: jan, piet", await bot.Say("contextscan herinneren 26-001"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await bot.Say("contextscan starten 26-001", "piet"), StringComparison.Ordinal);
    }

    private async Task Start() =>
        await bot.SayAll("contextscan starten 26-001", "Provincie Gelderland", "ik", "Fabriek", "jan", "klaar", "ja");

    private async Task<ContextScanRound> Round() =>
        (await bot.Store.Load(Kinds.ContextScans, Talker.Workspace, "26-001/0001", CancellationToken.None))!.Document;

    private async Task<string> First(string person) => Talker.Plain(await bot.Hear(new Said("contextscan invullen 26-001", []), person, surface: Surface.Text));

    /// <summary>Everything the same but for one value system of one's own; in the collaboration all the same.</summary>
    private async Task<string> Answer(string person, string system, int strong, int weak)
    {
        await bot.Say("contextscan invullen 26-001", person);
        var method = Talker.Method;
        var scores = method.ValueSystems.SelectMany(one => one.Statements.SelectMany(statement => new[]
        {
            (Key: ContextScanRound.Own + statement.Id, Value: one.Id == system ? $"{strong}" : "1"),
            (Key: ContextScanRound.Together + statement.Id, Value: $"{weak}"),
        })).ToArray();
        var draft = Draft.IdOf("context-scan-answer", "26-001", new PersonId(person));
        await bot.Press(new Press(FormCards.SubmitVerb, ("draft", draft), ("page", "99")), person, inputs: scores);
        return await bot.Press(new Press(FormCards.ConfirmVerb, ("draft", draft), ("page", "0")), person);
    }
}
