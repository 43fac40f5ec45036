using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Talk;
using Upcm.Bot.Conversation;
using Upcm.Bot.People;
using Upcm.Domain;

namespace Upcm.Bot.Tests.Conversation;

public sealed class RegisteringTests : IAsyncLifetime
{
    private readonly Talker bot = new();

    private static readonly string Draft = Upcm.Bot.People.Draft.IdOf("register", "", new PersonId("sanne"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData("planning vastgesteld met alle partijen")]
    [InlineData("lessen gedeeld met de partners")]
    [InlineData("les geleerd van de inzamelaar")]
    [InlineData("evaluatie van de proef")]
    public async Task An_answer_may_begin_with_the_words_of_a_sentence(string answer)
    {
        await bot.Say("meld initiatief");
        await bot.Say("Batterijen");
        Assert.Contains($"Resultaat: {answer}", await bot.Say(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initiative_is_registered_in_talk_and_found_again()
    {
        await bot.Say("meld initiatief");
        Assert.Contains("Wat levert dit op?", await bot.Say("Batterijen"), StringComparison.Ordinal);
        Assert.Contains("Welk team", await bot.Say("Hergebruik van li-ion batterijen"), StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", await bot.Say("team realisatie"), StringComparison.Ordinal);
        Assert.Contains("26-001 Batterijen", await bot.Say("ja"), StringComparison.Ordinal);

        Assert.Contains("Initiatie", await bot.Say("toon 26-001"), StringComparison.Ordinal);
        Assert.Contains("26-001 Batterijen", await bot.Say("zoek batterij"), StringComparison.Ordinal);
        Assert.Contains("26-001 Batterijen", await bot.Say("portfolio realisatie"), StringComparison.Ordinal);
        Assert.Contains("aangemeld", await bot.Say("geschiedenis 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_no_fields_a_form_opens_with_its_first_question_and_goes_on_with_the_next()
    {
        var first = Talker.Plain(await bot.Hear(new Said("meld initiatief", []), surface: Surface.Text));
        Assert.Contains("Hoe heet het initiatief?", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat levert dit op?", first, StringComparison.Ordinal);
        await bot.Hear(new Said("Batterijen", []), surface: Surface.Text);
        await bot.Hear(new Said("stop", []), surface: Surface.Text);
        var again = Talker.Plain(await bot.Hear(new Said("meld initiatief", []), surface: Surface.Text));
        Assert.Contains("Wat levert dit op?", again, StringComparison.Ordinal);
        Assert.DoesNotContain("Welk team", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_mentioned_is_known_from_then_on_and_can_be_written_to()
    {
        var jan = new Sender(new PersonId("aad-jan"), "29:jan", "Jan Bakker");
        await bot.Hear(new Said("help Jan Bakker", [new Mention("Jan Bakker", jan)]));
        await bot.Hear(new Said("help Jan Bakker", [new Mention("Jan Bakker", jan)]));
        var known = await bot.Store.Load(Upcm.Bot.Storage.Kinds.People, Talker.Workspace, "aad-jan", TestContext.Current.CancellationToken);
        Assert.Equal(("Jan Bakker", "29:jan", "test", null), (known!.Document.Name, known.Document.ChannelId, known.Document.Channel, known.Document.PersonalAddress));
        Assert.Equal(1, known.Version);
        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik", "realisatie", "wijzig projectleider" })
        {
            await bot.Say(said);
        }

        Assert.Contains("Jan Bakker", await bot.Say("jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_with_one_name_neither_is_meant()
    {
        foreach (var id in new[] { "aad-1", "aad-2" })
        {
            await bot.Hear(new Said("help", [new Mention("Jan Bakker", new Sender(new PersonId(id), $"29:{id}", "Jan Bakker"))]));
        }

        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik", "realisatie", "wijzig projectleider" })
        {
            await bot.Say(said);
        }

        Assert.Contains("niemand met de naam \"Jan Bakker\"", await bot.Say("Jan Bakker"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_ones_plate_is_told_to_oneself_alone()
    {
        await bot.Say("meld initiatief");
        await bot.Say("Geheim plan");
        var answer = Talker.Plain(await bot.Hear(new Said("mijn overzicht", []), kind: PlaceKind.Channel));
        Assert.DoesNotContain("Geheim plan", answer, StringComparison.Ordinal);
        Assert.Contains("in ons eigen gesprek", answer, StringComparison.Ordinal);
        var posts = await bot.Store.Find(Upcm.Bot.Storage.Kinds.Posts, Talker.Workspace, "due=", 10, null, descending: false, TestContext.Current.CancellationToken);
        Assert.Equal(("overview", new PersonId("sanne")), (Assert.Single(posts).Document.Kind, posts[0].Document.Person));
    }

    [Fact]
    public async Task A_draft_survives_a_restart_at_every_turn()
    {
        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie" })
        {
            await bot.Say(said);
            await bot.Restart();
        }

        Assert.Contains("26-001 Batterijen", await bot.Say("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_with_holes_and_errors_keeps_what_was_typed()
    {
        await bot.Say("meld initiatief");
        var page = await bot.Press(
            new Press(FormCards.SubmitVerb, ("draft", Draft), ("from", "2"), ("page", "3")), inputs: [("amount", "heel veel"), ("client", "Provincie")]);
        Assert.Contains("heel veel", page, StringComparison.Ordinal);
        Assert.Contains("herken ik geen getal", page, StringComparison.Ordinal);
        Assert.Contains("Provincie", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resend_does_nothing_twice()
    {
        await bot.Say("meld initiatief");
        await bot.Say("Batterijen", id: "1");
        Assert.Equal("", await bot.Say("Batterijen", id: "1"));
        Assert.Contains("Welk team", await bot.Say("Hergebruik", id: "2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resend_is_recognised_for_a_day_and_then_forgotten()
    {
        await bot.Say("help", id: "1");
        bot.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal("", await bot.Say("help", id: "1"));
        bot.Time.Advance(TimeSpan.FromHours(2));
        await bot.Say("help", id: "2");
        Assert.NotEqual("", await bot.Say("help", id: "1"));
        Assert.Equal("", await bot.Say("help", id: "2"));
    }

    [Fact]
    public async Task A_resend_is_recognised_behind_much_that_was_said_since()
    {
        for (var message = 0; message < HeardLately.Most; message++)
        {
            await bot.Say("help", id: $"{message}");
        }

        Assert.Equal("", await bot.Say("help", id: "0"));
        Assert.Equal("", await bot.Say("help", id: $"{HeardLately.Most - 1}"));
    }

    [Fact]
    public async Task The_same_id_in_another_place_is_another_message()
    {
        await bot.Say("help", id: "1");
        Assert.NotEqual("", await bot.Say("help", id: "1", person: "piet"));
    }

    [Fact]
    public async Task A_confirmation_pressed_twice_registers_once()
    {
        await Ready("sanne");
        var press = new Press(FormCards.ConfirmVerb, ("draft", Draft), ("page", "0"));
        Assert.Contains("26-001", await bot.Press(press), StringComparison.Ordinal);
        Assert.Contains("niets dubbel", await bot.Press(press), StringComparison.Ordinal);
        Assert.Contains("1 initiatief", await bot.Say("portfolio realisatie"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FormCards.ConfirmVerb, true, "26-001 Batterijen")]
    [InlineData(FormCards.ConfirmVerb, false, "26-001 Batterijen")]
    [InlineData(FormCards.ParkVerb, true, "Bewaard voor later")]
    [InlineData(FormCards.ParkVerb, false, "Bewaard voor later")]
    [InlineData(FormCards.ShowVerb, false, "De kern · 1/3")]
    public async Task Whatever_is_pressed_on_a_form_takes_its_place(string verb, bool canReplace, string shown)
    {
        await Ready("sanne");
        var press = new Press(verb, ("draft", Draft), ("page", "0"));
        var answer = await bot.Hear(new Pressed(press, new Dictionary<string, string>(), "card", canReplace));
        Assert.IsType<Replace>(Assert.Single(answer.Utterances));
        Assert.Contains(shown, Talker.Plain(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_kept_for_later_goes_on_from_its_own_card()
    {
        await bot.Say("meld initiatief");
        var kept = await bot.Hear(new Pressed(
            new Press(FormCards.ParkVerb, ("draft", Draft), ("from", "0"), ("page", "0")), new Dictionary<string, string> { ["title"] = "Batterijen" }, "card", true));
        var button = Assert.Single(Assert.IsType<Replace>(Assert.Single(kept.Utterances)).Card.Buttons);
        Assert.Equal("meld initiatief", button.Say);
        Assert.Contains("Nu: Batterijen", await bot.Press(button.Press), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_draft_cannot_be_confirmed()
    {
        await Ready("sanne");
        Assert.Contains("van iemand anders", await bot.Press(new Press(FormCards.ConfirmVerb, ("draft", Draft), ("page", "0")), "jan"), StringComparison.Ordinal);
        Assert.Contains("ken ik niet", await bot.Say("toon 26-001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_workspace_sees_nothing()
    {
        await Ready("sanne");
        await bot.Say("ja");
        var answer = await bot.Hear(new Said("toon 26-001", []), tenant: "another");
        Assert.Contains("ken ik niet", Talker.Plain(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_messages_at_once_are_answered_in_the_order_they_came()
    {
        await bot.Say("meld initiatief");
        var answers = await Task.WhenAll(new[] { "Batterijen", "Hergebruik", "realisatie", "ja", "toon 26-001" }.Select(said => bot.Say(said)));
        Assert.Contains("Wat levert dit op?", answers[0], StringComparison.Ordinal);
        Assert.Contains("Welk team", answers[1], StringComparison.Ordinal);
        Assert.Contains("Klopt dit?", answers[2], StringComparison.Ordinal);
        Assert.Contains("Aangemeld door", answers[3], StringComparison.Ordinal);
        Assert.Contains("26-001 Batterijen", answers[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_people_registering_at_once_each_get_their_own_number()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            await Ready($"person{i}");
            await bot.Say("ja", $"person{i}");
        }));
        Assert.Contains("26-020", await bot.Say("portfolio realisatie"), StringComparison.Ordinal);
        Assert.Contains("20 initiatieven", await bot.Say("portfolio realisatie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_alike_is_pointed_out_before_it_is_recorded()
    {
        await Ready("sanne");
        await bot.Say("ja");
        await bot.Say("meld initiatief", "jan");
        await bot.Say("Batterijen fietsen", "jan");
        await bot.Say("Iets", "jan");
        Assert.Contains("26-001 Batterijen", await bot.Say("realisatie", "jan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_is_spoken_to_who_asks_for_it()
    {
        Assert.Contains("speak English", await bot.Say("taal en"), StringComparison.Ordinal);
        Assert.Contains("What is the initiative called?", await bot.Say("register initiative"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mijn overzciht", "Mijn overzicht")]
    [InlineData("portfolio realisati", "Portfolio Team Realisatie")]
    [InlineData("wat is een koersbepalr", "koersbepaler")]
    [InlineData("wat is de X-curve", "Een verstoring in het oude is vaak een kans voor het nieuwe")]
    [InlineData("wat is de x curve?", "veranderstrategie 0-20j")]
    [InlineData("what is the S-curve", "0-5")]
    [InlineData("veranderstrategie x-curve", "Opbouw en afbouw")]
    [InlineData("wat is R6", "zo goed is als nieuw")]
    [InlineData("wat is f2?", "F2 Kennisontwikkeling")]
    [InlineData("what is remanufacture", "R6 Reviseren")]
    [InlineData("wat is een procesontwikkelaar", "houdt woorden en vormen gelijk")]
    [InlineData("xyzzy", "zoek xyzzy")]
    public async Task Typing_errors_find_their_way(string typed, string shown) =>
        Assert.Contains(shown, await bot.Say(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("toon 26001")]
    [InlineData("toon 26 001")]
    [InlineData("toon 26–001")]
    [InlineData("toon batterijen")]
    [InlineData("toon baterijen")]
    [InlineData("toon hergebruik")]
    public async Task An_initiative_is_found_however_it_is_called(string typed)
    {
        await Ready("sanne");
        await bot.Say("ja");
        Assert.StartsWith("26-001 Batterijen", await bot.Say(typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_with_the_word_that_was_said_each_is_offered_for_what_was_asked()
    {
        foreach (var title in new[] { "Batterijen", "Batterijen voor schepen" })
        {
            foreach (var said in new[] { "meld initiatief", title, "Hergebruik", "realisatie", "ja" })
            {
                await bot.Say(said);
            }
        }

        var asked = await bot.Say("geschiedenis batterijen");
        Assert.Contains("zeg: geschiedenis 26-001", asked, StringComparison.Ordinal);
        Assert.Contains("zeg: geschiedenis 26-002", asked, StringComparison.Ordinal);
        Assert.Contains("Batterijen voor schepen", await bot.Say("zoek scepen"), StringComparison.Ordinal);
        Assert.Contains("Niets gevonden", await bot.Say("zoek fietsen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_says_nothing_is_no_title_and_enough_is_not_enough_while_something_is_needed()
    {
        await bot.Say("meld initiatief");
        Assert.Contains("Ik lees \"-3\". Schrijf het in woorden", await bot.Say("-3"), StringComparison.Ordinal);
        Assert.Contains("Dit is nog nodig: Titel.", await bot.Say("klaar"), StringComparison.Ordinal);
    }

    private async Task Ready(string person)
    {
        foreach (var said in new[] { "meld initiatief", "Batterijen", "Hergebruik van batterijen", "realisatie" })
        {
            await bot.Say(said, person);
        }
    }
}
