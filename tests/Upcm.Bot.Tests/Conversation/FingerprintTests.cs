using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.Notifications;
using Upcm.Bot.People;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class FingerprintTests : IAsyncLifetime
{
    private static readonly string[] Statements =
    [
        "voedend-behoefte", "voedend-bekend", "voedend-steun", "voedend-aansluiting",
        "persoonlijk-belang", "persoonlijk-verantwoordelijk", "persoonlijk-tijd", "persoonlijk-invloed",
        "samenwerking-nodig", "samenwerking-open", "samenwerking-spanning", "samenwerking-afspraken",
        "vormgevend-geld", "vormgevend-mensen", "vormgevend-plan", "vormgevend-besluit",
    ];

    /// <summary>The last one is not known.</summary>
    private static readonly string[] Sannes = ["4", "4", "4", "4", "5", "5", "5", "5", "3", "3", "3", "3", "2", "2", "2", "weet niet"];

    private static readonly string[] Jans = ["4", "4", "4", "2", "5", "5", "5", "5", "3", "3", "3", "5", "4", "4", "4", "4"];

    private readonly Talker bot = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie", "ja" })
        {
            await bot.Say(said);
        }

        await bot.Say("hoi", "jan");
        await bot.Say("benoem sanne tot teamtrekker van realisatie", "beheer");
        await bot.Say("ja", "beheer");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Two_people_answer_by_talk_and_by_card_and_the_result_is_what_they_said()
    {
        Assert.Contains("Nog niet gestart", await bot.Say("vingerafdruk 26-001"), StringComparison.Ordinal);
        var started = await Start("jan", "ja");
        Assert.Contains("persoonlijk bericht aan: jan", started, StringComparison.Ordinal);
        Assert.Contains("0 van 2 ingevuld", started, StringComparison.Ordinal);
        Assert.Contains("Vul de vingerafdruk van 26-001 in", Assert.Single(await Posts()).Card.Title, StringComparison.Ordinal);
        Assert.Contains("Vingerafdrukken om in te vullen", await bot.Say("mijn overzicht", "jan"), StringComparison.Ordinal);

        await bot.Say("vingerafdruk invullen 26-001");
        Assert.Contains("Stelling 2 van 16", await bot.Say("4"), StringComparison.Ordinal);
        foreach (var score in Sannes[1..])
        {
            Assert.DoesNotContain("past niet", await bot.Say(score), StringComparison.Ordinal);
        }

        var thanks = await bot.Say("ja");
        Assert.Contains("je antwoord telt mee", thanks, StringComparison.Ordinal);
        Assert.Contains("Tussenstand · 1 van 2 ingevuld", thanks, StringComparison.Ordinal);

        Assert.Contains("na je eigen antwoord", await bot.Say("vingerafdruk uitslag 26-001", "jan"), StringComparison.Ordinal);
        Assert.Contains("Tussenstand · 2 van 2 ingevuld", await Answer("jan", Jans), StringComparison.Ordinal);
        Assert.Contains((await Posts()).Where(post => post.Person == new PersonId("sanne")), post => post.Card.Title.StartsWith("Iedereen vulde", StringComparison.Ordinal));

        var result = await bot.Say("vingerafdruk sluiten 26-001");
        Assert.Contains("Sterk genoeg · 2 van 2 ingevuld", result, StringComparison.Ordinal);
        Assert.Contains("De fasepoort van commitment naar uitvoering vraagt 3,0 voor elke kracht", result, StringComparison.Ordinal);
        Assert.Contains("de fasepoort van nu vraagt geen vingerafdruk", result, StringComparison.Ordinal);
        foreach (var figure in new[] { "3,75", "0,66 · 8", "5,00", "0,00 · 8", "3,25", "3,14", "0,99 · 7", "Gemiddeld 3,79", "Het project sluit goed aan" })
        {
            Assert.Contains(figure, result, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_round_tells_what_changed()
    {
        await Start("jan", "ja");
        await Answer("sanne", Sannes);
        await Answer("jan", Jans);
        await bot.Say("vingerafdruk sluiten 26-001");
        await Start("jan", "ja");
        await Answer("sanne", [.. Statements.Select(_ => "2")]);
        Assert.Contains("Nog niet ingevuld: jan", await bot.Say("vingerafdruk sluiten 26-001"), StringComparison.Ordinal);
        var result = await bot.Say("vingerafdruk sluiten 26-001 toch");
        foreach (var figure in new[] { "Nog niet sterk genoeg · 1 van 2", "2,00 (−1,75)", "2,00 (−3,00)", "2,00 (−1,25)", "2,00 (−1,14)", "Gemiddeld 2,00 (−1,79 sinds ronde 1)" })
        {
            Assert.Contains(figure, result, StringComparison.Ordinal);
        }

        await bot.Say("taal en");
        var english = await bot.Say("fingerprint result 26-001");
        Assert.Contains("Mean 2.00 (−1.79 since round 1)", english, StringComparison.Ordinal);
        Assert.Contains("vingerafdruk gesloten: ronde 2, 1 van 2 ingevuld", await bot.Say("geschiedenis 26-001", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_or_need_not_hears_why()
    {
        Assert.Contains("nog geen vingerafdruk gestart", await bot.Say("vingerafdruk invullen 26-001", "jan"), StringComparison.Ordinal);
        Assert.Contains("kan hier alleen", await bot.Say("vingerafdruk starten 26-001", "jan"), StringComparison.Ordinal);
        await Start("jan", "nee");
        Assert.Contains("staat al open", await bot.Say("vingerafdruk starten 26-001"), StringComparison.Ordinal);
        var foreign = await bot.Say("vingerafdruk invullen 26-001", "piet");
        Assert.Contains("Uitgenodigd: jan. Wil je meedoen? Vraag sanne", foreign, StringComparison.Ordinal);
        Assert.Contains("Een vingerafdruk sluiten kan hier alleen", await bot.Press(new Press("fingerprint.close", ("number", "26-001"), ("round", "1")), "piet"), StringComparison.Ordinal);
        Assert.Contains("loopt nog: 0 van 1", await bot.Say("vingerafdruk uitslag 26-001"), StringComparison.Ordinal);

        await bot.Say("vingerafdruk invullen 26-001", "jan");
        foreach (var bad in new[] { "6", "0", "3,5", "min of meer", new string('x', 5000) })
        {
            Assert.Contains("past niet op de schaal", await bot.Say(bad, "jan"), StringComparison.Ordinal);
        }

        await Answer("jan", Jans);
        Assert.Contains("al ingevuld", await bot.Say("vingerafdruk invullen 26-001", "jan"), StringComparison.Ordinal);
        Assert.Contains("afgerond", await Confirm("jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_outlives_a_restart_and_the_close_of_the_round()
    {
        await Start("jan", "nee");
        await bot.Say("vingerafdruk invullen 26-001", "jan");
        await bot.Say("4", "jan");
        await bot.Restart();
        Assert.Contains("Stelling 3 van 16", await bot.Say("5", "jan"), StringComparison.Ordinal);
        await Fill("jan", Jans);
        await bot.Say("vingerafdruk sluiten 26-001 toch");
        Assert.Contains("is gesloten", await Confirm("jan"), StringComparison.Ordinal);

        await Start("jan", "nee");
        var again = await Confirm("jan");
        Assert.Contains("Je vulde dit in voor ronde 1. Intussen loopt ronde 2", again, StringComparison.Ordinal);
        Assert.Contains("je antwoord telt mee", await Confirm("jan"), StringComparison.Ordinal);
        Assert.Contains("was al gesloten", await bot.Press(new Press("fingerprint.close", ("number", "26-001"), ("round", "1"), ("anyway", "ja"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_people_are_invited_and_those_who_wait_are_reminded_once_a_day()
    {
        await Start("jan", "nee");
        await bot.Say("hoi", "fatima");
        await bot.Say("vingerafdruk uitnodigen 26-001");
        await bot.Say("fatima, jan");
        Assert.Contains("bericht aan: fatima.", await bot.Say("ja"), StringComparison.Ordinal);
        Assert.Contains("Herinnerd: jan, fatima", await bot.Say("vingerafdruk herinneren 26-001"), StringComparison.Ordinal);
        Assert.Contains("vandaag al een herinnering", await bot.Say("vingerafdruk herinneren 26-001"), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Herinnerd", await bot.Say("vingerafdruk herinneren 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_initiative_takes_no_answers_and_keeps_what_was_typed()
    {
        await Start("jan", "nee");
        await bot.Say("vingerafdruk invullen 26-001", "jan");
        await Fill("jan", Jans);
        var stored = (await bot.Store.Load(Kinds.Initiatives, Talker.Workspace, "26-001", CancellationToken.None))!;
        var changes = new Changes(Talker.Workspace);
        changes.Put(Kinds.Initiatives, stored.Document with { Status = InitiativeStatus.Stopped }, stored.Version);
        await bot.Store.Commit(changes, CancellationToken.None);
        Assert.Contains("gestopt", await Confirm("jan"), StringComparison.Ordinal);
        Assert.NotNull(await bot.Store.Load(Kinds.Drafts, Talker.Workspace, IdOf("jan"), CancellationToken.None));
    }

    [Fact]
    public async Task Twenty_people_who_answer_at_once_all_count()
    {
        var people = Enumerable.Range(1, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"gast{i:00}")).ToList();
        foreach (var person in people)
        {
            await bot.Say("hoi", person);
        }

        await Start(string.Join(", ", people), "nee");
        foreach (var person in people)
        {
            await bot.Say("vingerafdruk invullen 26-001", person);
            await Fill(person, Jans);
        }

        var answers = await Task.WhenAll(people.Select(person => Task.Run(() => Confirm(person))));
        Assert.All(answers, answer => Assert.Contains("je antwoord telt mee", answer, StringComparison.Ordinal));
        Assert.Contains("20 van 20", await bot.Say("vingerafdruk 26-001"), StringComparison.Ordinal);
        Assert.Single(await Posts(), post => post.Card.Title.StartsWith("Iedereen vulde", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_card_of_a_round_fits()
    {
        await Start("jan", "ja");
        await Answer("jan", Jans);
        await bot.Say("vingerafdruk invullen 26-001");
        List<Answer> answers = [];
        foreach (var page in new[] { "0", "1", "2", "3" })
        {
            answers.Add(await bot.Hear(new Pressed(new Press(FormCards.ShowVerb, ("draft", IdOf("sanne")), ("page", page)), new Dictionary<string, string>(), null, CanReplace: true)));
        }

        await Fill("sanne", Sannes);
        await Confirm("sanne");
        answers.Add(await bot.Hear(new Said("vingerafdruk 26-001", [])));
        answers.Add(await bot.Hear(new Said("vingerafdruk sluiten 26-001", [])));
        Assert.All(
            answers.SelectMany(answer => answer.Utterances).Select(utterance => (utterance as Replace)?.Card ?? (utterance as Show)?.Card).OfType<Card>(),
            card => CardLimits.Check(card, Cultures.Dutch));
    }

    [Fact]
    public async Task A_result_so_far_is_not_shown_in_a_channel()
    {
        await Start("jan", "ja");
        await Answer("jan", Jans);
        var shown = Talker.Plain(await bot.Hear(new Said("vingerafdruk uitslag 26-001", []), "jan", kind: PlaceKind.Channel));
        Assert.Contains("alleen aan jou zien", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("3,50", shown, StringComparison.Ordinal);
    }

    private async Task<string> Start(string people, string self)
    {
        await bot.Say("vingerafdruk starten 26-001");
        await bot.Say(people);
        await bot.Say(self);
        return await bot.Say("ja");
    }

    private async Task<string> Answer(string person, string[] scores)
    {
        await bot.Say("vingerafdruk invullen 26-001", person);
        await Fill(person, scores);
        return await Confirm(person);
    }

    private Task<string> Fill(string person, string[] scores) => bot.Press(
        new Press(FormCards.SubmitVerb, ("draft", IdOf(person)), ("page", "9")), person, inputs: [.. Statements.Zip(scores)]);

    private Task<string> Confirm(string person) => bot.Press(new Press(FormCards.ConfirmVerb, ("draft", IdOf(person)), ("page", "0")), person);

    private async Task<IReadOnlyList<Post>> Posts() =>
        [.. (await bot.Store.Find(Kinds.Posts, Talker.Workspace, "due=", 200, null, descending: false, CancellationToken.None)).Select(hit => hit.Document).Where(post => post.Kind == "fingerprint")];

    private static string IdOf(string person) => Draft.IdOf("fingerprint-answer", "26-001", new PersonId(person));
}
