using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class GateTests : IAsyncLifetime
{
    private static readonly string[] NotSeen =
        ["bijdrage-roadmap", "binnen-reikwijdte", "rollen-geraadpleegd", "roadmap-gebruikt", "impactsheet-gebruikt", "contextscan-gebruikt", "profiel-leider", "middelen-in-zicht"];

    private readonly Talker bot = new();

    public async ValueTask InitializeAsync() => await new Way(bot).Begin(amount: null);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_bot_fills_in_what_it_sees_and_says_so()
    {
        var card = await bot.Say("fasepoort 26-001");
        Assert.Contains("Voldaan (zelf gezien) · De beoogd projectleider is gekozen", card, StringComparison.Ordinal);
        Assert.Contains("Open · Het initiatief draagt bij", card, StringComparison.Ordinal);
        Assert.Contains("Criteria invullen", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_is_not_requested_before_every_criterion_is_met()
    {
        var refusal = await bot.Say("vraag fasepoort aan 26-001");
        Assert.Contains("8 criteria zijn nog niet voldaan", refusal, StringComparison.Ordinal);
        Assert.Contains("in voorbereiding", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_is_filled_requested_advised_and_passed_with_conditions()
    {
        await Fill();
        Assert.Contains("Op welke dag is het KBO?", Talker.Plain(await bot.Hear(new Said("vraag fasepoort aan 26-001", []), surface: Surface.Text)), StringComparison.Ordinal);
        Assert.Contains("al geweest", await bot.Say("1 oktober 2026"), StringComparison.Ordinal);
        Assert.Contains("ma 12 oktober 2026", await bot.Say("12 oktober"), StringComparison.Ordinal);
        var requested = await bot.Say("ja");
        Assert.Contains("wacht op het KBO van Team Realisatie", requested, StringComparison.Ordinal);
        Assert.DoesNotContain("Besluit vastleggen", requested, StringComparison.Ordinal);
        Assert.Contains("al aangevraagd", await bot.Say("vraag fasepoort aan 26-001"), StringComparison.Ordinal);

        Assert.Contains("wacht op jouw besluit", await bot.Say("mijn overzicht", "piet"), StringComparison.Ordinal);
        Assert.Contains("wacht op jouw advies", await bot.Say("mijn overzicht", "fatima"), StringComparison.Ordinal);
        Assert.Contains("fatima: Akkoord", await bot.Say("adviseer 26-001 akkoord", "fatima"), StringComparison.Ordinal);
        await bot.Say("adviseer 26-001 akkoord, mits", "fatima");
        await bot.Say("Als de provincie meedoet", "fatima");
        Assert.Contains("fatima: Akkoord, mits – Als de provincie meedoet", await bot.Say("ja", "fatima"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen: de koersbepaler (fatima)", await bot.Say("adviseer 26-001 akkoord", "jan"), StringComparison.Ordinal);

        await bot.Say("besluit 26-001", "piet");
        await bot.Say("door, met voorwaarden", "piet");
        await bot.Say("Vraag de provincie mee te doen", "piet");
        Assert.Contains("Wanneer", await bot.Say("sanne", "piet"), StringComparison.Ordinal);
        Assert.Contains("al geweest", await bot.Say("1 januari 2026", "piet"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("1 november 2026", "piet"), StringComparison.Ordinal);
        var decided = await bot.Say("ja", "piet");
        Assert.Contains("Besluit: Door, met voorwaarden", decided, StringComparison.Ordinal);
        Assert.Contains("Vraag de provincie mee te doen · sanne · uiterlijk zo 1 november 2026", decided, StringComparison.Ordinal);

        Assert.Contains("Definitie", await bot.Say("toon 26-001"), StringComparison.Ordinal);
        Assert.Contains("Vraag de provincie mee te doen", await bot.Say("mijn overzicht"), StringComparison.Ordinal);
        Assert.Contains("Gedaan", await bot.Press(new Press("action.done", ("action", "gate/26-001/uit-initiatie/0001/0"))), StringComparison.Ordinal);
        Assert.DoesNotContain("Jouw acties", await bot.Say("mijn overzicht"), StringComparison.Ordinal);
        var history = await bot.Say("geschiedenis 26-001");
        Assert.Contains("besluit vastgelegd: Van initiatie naar definitie: Door, met voorwaarden · piet", history, StringComparison.Ordinal);
        Assert.Contains("advies gegeven: Akkoord, mits: Als de provincie meedoet · fatima", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_decider_gets_the_button_and_every_copy_shows_the_outcome()
    {
        await Fill();
        await AskForDecision();
        var requested = await Posts("gate-requested");
        Assert.Equal(["channel", "fatima", "piet"], requested.Select(Recipient).Order());
        Assert.Contains("Besluit vastleggen", Plain(requested.Single(post => Recipient(post) == "piet")), StringComparison.Ordinal);
        Assert.DoesNotContain("Besluit vastleggen", Plain(requested.Single(post => Recipient(post) == "fatima")), StringComparison.Ordinal);
        var channel = requested.Single(post => Recipient(post) == "channel").Card;
        Assert.DoesNotContain(channel.Buttons, button => button.Label == "Besluit vastleggen");
        Assert.Equal(["29:piet"], channel.Personal!.People);

        var view = channel.Personal.Refresh;
        Assert.Contains("Besluit vastleggen", Talker.Plain(await bot.Hear(new Pressed(view, new Dictionary<string, string>(), null, CanReplace: true), "piet", kind: PlaceKind.Channel)), StringComparison.Ordinal);
        Assert.DoesNotContain("Besluit vastleggen", Talker.Plain(await bot.Hear(new Pressed(view, new Dictionary<string, string>(), null, CanReplace: true), "jan", kind: PlaceKind.Channel)), StringComparison.Ordinal);
        Assert.DoesNotContain("Besluit vastleggen", Talker.Plain(await bot.Hear(new Said("fasepoort 26-001", []), "piet", kind: PlaceKind.Channel)), StringComparison.Ordinal);

        await Decide("door");
        Assert.All(await Posts("gate-requested"), post =>
        {
            Assert.Contains("besloten: Door", Plain(post), StringComparison.Ordinal);
            Assert.DoesNotContain("Besluit vastleggen", Plain(post), StringComparison.Ordinal);
        });
        Assert.Equal(["channel", "sanne"], (await Posts("gate-decided")).Select(Recipient).Order());
        Assert.Contains("nog niet aangevraagd", await bot.Say("besluit 26-001", "lotte"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_deciders_at_once_record_one_decision()
    {
        await Fill();
        await AskForDecision();
        await bot.Say("benoem jan tot linking pin van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        foreach (var person in new[] { "piet", "jan" })
        {
            await bot.Say("besluit 26-001", person);
            await bot.Say("door", person);
        }

        var answers = await Task.WhenAll(bot.Say("ja", "piet"), bot.Say("ja", "jan"));
        Assert.Single(answers, answer => answer.Contains("Besluit: Door", StringComparison.Ordinal));
        Assert.Single((await bot.Say("geschiedenis 26-001")).Split('\n'), line => line.Contains("besluit vastgelegd", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("in de wacht", "in de wacht")]
    [InlineData("stoppen", "gestopt")]
    public async Task What_is_held_or_stopped_needs_a_reason(string decision, string status)
    {
        await Fill();
        await AskForDecision();
        await bot.Say("besluit 26-001", "piet");
        Assert.Contains("Wat is de reden?", await bot.Say(decision, "piet"), StringComparison.Ordinal);
        await bot.Say("Er is nu geen geld", "piet");
        Assert.Contains("Er is nu geen geld", await bot.Say("ja", "piet"), StringComparison.Ordinal);
        Assert.Contains($"Initiatie · {status}", await bot.Say("toon 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_held_is_resumed_and_reviewed_anew()
    {
        await Fill();
        await AskForDecision();
        await Decide("in de wacht", "Even wachten");
        Assert.Contains("kan hier alleen", await bot.Say("hervat 26-001"), StringComparison.Ordinal);
        Assert.Contains("26-001 Batterijen", await bot.Say("hervat 26-001", "lotte"), StringComparison.Ordinal);
        Assert.Contains("niet in de wacht", await bot.Say("hervat 26-001", "lotte"), StringComparison.Ordinal);
        var card = await bot.Say("fasepoort 26-001");
        Assert.Contains("in voorbereiding", card, StringComparison.Ordinal);
        Assert.Contains("Eerder besluit: In de wacht. Even wachten", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_decider_waives_and_only_with_a_reason()
    {
        await bot.Say("vul fasepoort 26-001");
        Assert.Contains("staat niet in de lijst", await FillIn("sanne", ("state.contextscan-gebruikt", "nvt")), StringComparison.Ordinal);
        await bot.Say("vul fasepoort 26-001", "piet");
        var draft = Draft.IdOf("fill-gate", "26-001", new PersonId("piet"));
        await FillIn("piet", ("state.contextscan-gebruikt", "nvt"), ("evidence.contextscan-gebruikt", "Er is nog maar een partij"));
        var card = await bot.Press(new Press(FormCards.ConfirmVerb, ("draft", draft), ("page", "0")), "piet");
        Assert.Contains("Niet van toepassing · Er is een contextscan", card, StringComparison.Ordinal);
        Assert.Contains("Er is nog maar een partij (piet)", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_speaks_English()
    {
        await bot.Say("taal en");
        Assert.Contains("in preparation", Rendered(await bot.Hear(new Said("gate 26-001", []))), StringComparison.Ordinal);
        Assert.Contains("8 criteria are not met", await bot.Say("request gate 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_records_on_behalf_of_the_chair()
    {
        await bot.Say("benoem jan tot secretaris van realisatie", "beheer");
        await bot.Say("ja", "beheer");
        await Fill();
        await AskForDecision();
        await bot.Say("besluit 26-001", "jan");
        Assert.Contains("piet", await bot.Say("door", "jan"), StringComparison.Ordinal);
        Assert.Contains("vastgelegd door jan · namens piet", await bot.Say("ja", "jan"), StringComparison.Ordinal);
    }

    private async Task Fill()
    {
        await bot.Say("vul fasepoort 26-001");
        await FillIn("sanne", [.. NotSeen.SelectMany(id => new[] { ($"state.{id}", "voldaan"), ($"evidence.{id}", $"Zie notitie {id}") })]);
        await bot.Press(new Press(FormCards.ConfirmVerb, ("draft", Draft.IdOf("fill-gate", "26-001", new PersonId("sanne"))), ("page", "0")));
    }

    private async Task AskForDecision()
    {
        await bot.Say("vraag fasepoort aan 26-001 12 oktober");
        Assert.Contains("wacht op", await bot.Say("ja"), StringComparison.Ordinal);
    }

    private Task<string> FillIn(string person, params (string Key, string Value)[] inputs) =>
        bot.Press(new Press(FormCards.SubmitVerb, ("draft", Draft.IdOf("fill-gate", "26-001", new PersonId(person))), ("page", "99")), person, inputs: inputs);

    private async Task Decide(string decision, string? reason = null)
    {
        await bot.Say("besluit 26-001", "piet");
        await bot.Say(decision, "piet");
        if (reason is not null)
        {
            await bot.Say(reason, "piet");
        }

        await bot.Say("ja", "piet");
    }

    private async Task<IReadOnlyList<Post>> Posts(string kind) =>
    [
        .. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, $"occasion={kind}/", 100, null, descending: false, CancellationToken.None)).Select(found => found.Document),
    ];

    private static string Recipient(Post post) => post.Person?.Value ?? post.Place!;

    private static string Plain(Post post) => PlainTextRenderer.Render(post.Card, Cultures.Of(post.Language));

    private static string Rendered(Answer answer) => string.Join('\n', answer.Utterances.OfType<Show>().Select(show => PlainTextRenderer.Render(show.Card, CultureInfo.GetCultureInfo("en-GB"))))
        + string.Join('\n', answer.Utterances.OfType<Replace>().Select(show => PlainTextRenderer.Render(show.Card, CultureInfo.GetCultureInfo("en-GB"))));
}
