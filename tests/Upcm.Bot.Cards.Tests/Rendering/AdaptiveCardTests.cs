using System.Text.Json;
using CsCheck;
using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Cards.Tests.Rendering;

public class AdaptiveCardTests
{
    [Fact]
    public void Any_card_becomes_valid_json_with_names_that_are_there_once()
    {
        AnyCard.All.Sample(card =>
        {
            var json = Shown.Json(card);
            var names = Shown.Objects(json).Select(item => Shown.Of(item, "id")).OfType<string>().Where(name => name.StartsWith('_')).ToList();
            Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
            foreach (var target in Shown.OfType(json, "Action.ToggleVisibility").SelectMany(toggle => toggle.GetProperty("targetElements").EnumerateArray()))
            {
                Assert.Contains(target.GetString(), names);
            }
        }, iter: 500);
    }

    [Fact]
    public void Any_text_is_plain_where_a_client_reads_markdown() =>
        AnyCard.All.Sample(card =>
        {
            foreach (var text in Shown.OfType(Shown.Json(card), "TextBlock").Select(block => Shown.Of(block, "text")!))
            {
                Assert.True(Literal.IsPlain(text), text);
            }
        }, iter: 500);

    [Fact]
    public void A_warning_is_known_by_a_sign_and_not_by_a_colour()
    {
        var block = Shown.OfType(Shown.Json(new Card("x") { Body = [new Text("Let op", Tone.Warning)] }), "TextBlock").Last();
        Assert.Equal(("⚠ Let op", null), (Shown.Of(block, "text"), Shown.Of(block, "color")));
    }

    [Fact]
    public void A_button_is_pressed_in_both_ways_with_the_same_data()
    {
        var card = new Card("x") { Buttons = [new Button("Ja", new Press("gate.pass", ("id", "G-3"), ("nonce", "n1")), Tone: ButtonTone.Main)] };

        var button = Shown.Json(card).GetProperty("actions")[0];

        Assert.Equal(
            """{"type":"Action.Execute","title":"Ja","style":"positive","verb":"gate.pass","data":{"_press":{"id":"G-3","nonce":"n1"}},"fallback":{"type":"Action.Submit","title":"Ja","style":"positive","data":{"verb":"gate.pass","_press":{"id":"G-3","nonce":"n1"}}}}""",
            button.GetRawText());
    }

    [Fact]
    public void Nothing_keeps_a_hurried_person_from_saving()
    {
        var text = JsonSerializer.Serialize(Shown.Json(SampleCards.All["form-with-problems"]));

        Assert.DoesNotContain("isRequired", text, StringComparison.Ordinal);
        Assert.DoesNotContain("maxLength", text, StringComparison.Ordinal);
        Assert.DoesNotContain("associatedInputs", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_buttons_are_in_sight_and_the_rest_one_tap_away()
    {
        var card = new Card("x") { Buttons = [.. Enumerable.Range(1, 6).Select(n => new Button($"b{n}", new Press("v")))] };

        var json = Shown.Json(card);
        var more = Shown.Objects(json).Single(item => Shown.Of(item, "id") == "_more");

        Assert.Equal(["b1", "b2", "b3", "b4", "Meer"], Titles(json.GetProperty("actions")));
        Assert.False(more.GetProperty("isVisible").GetBoolean());
        Assert.Equal(["b5", "b6"], Titles(Shown.OfType(more, "ActionSet").Single().GetProperty("actions")));
    }

    [Fact]
    public void Buttons_that_do_not_fit_in_one_row_on_a_phone_stand_in_rows()
    {
        var json = Shown.Json(SampleCards.All["gate-with-many-buttons"]);

        string[][] rows = [.. Shown.OfType(json, "ActionSet").Select(set => Titles(set.GetProperty("actions")))];

        Assert.False(json.TryGetProperty("actions", out _));
        Assert.Equal(
            [["Doorlaten", "Terug met vragen"], ["Stoppen"], ["Stukken bekijken", "Meer"], ["Uitstellen"], ["Iemand erbij vragen"], ["Geschiedenis"]],
            rows[^6..]);
    }

    [Fact]
    public void No_row_has_more_buttons_than_teams_shows()
    {
        var card = new Card("x") { Buttons = [.. Enumerable.Range(1, 12).Select(n => new Button("b", new Press("v")))] };

        Assert.Equal([6, 2], Shown.OfType(Shown.Json(card), "ActionSet").Select(set => set.GetProperty("actions").GetArrayLength()));
    }

    [Fact]
    public void Who_sees_more_is_named_with_what_fetches_it()
    {
        var refresh = Shown.Json(SampleCards.All["initiative"]).GetProperty("refresh");

        Assert.Equal(
            """{"action":{"type":"Action.Execute","verb":"initiative.refresh","data":{"_press":{"id":"INI-012"}}},"userIds":["29:een","29:twee"]}""",
            refresh.GetRawText());
    }

    [Theory]
    [InlineData("begin volgend kwartaal", null, "Je typte: \"begin volgend kwartaal\"")]
    [InlineData("begin volgend kwartaal", "In \"begin volgend kwartaal\" zie ik geen dag.", "⚠ In \"begin volgend kwartaal\" zie ik geen dag.")]
    [InlineData("12-10-2026", null, "Je typte: \"12-10-2026\"")]
    public void A_date_that_is_none_is_shown_as_it_was_typed(string typed, string? problem, string shown)
    {
        var card = new Card("x") { Body = [new Field("d", "Wanneer?", FieldKind.Date) { Value = typed, Problem = problem }] };

        Assert.Null(Shown.Of(Shown.OfType(Shown.Json(card), "Input.Date").Single(), "value"));
        Assert.Contains(shown, Shown.AllText(card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_one_stays_in_its_input()
    {
        var card = new Card("x") { Body = [new Field("d", "Wanneer?", FieldKind.Date) { Value = "2026-10-12" }] };

        Assert.Equal("2026-10-12", Shown.Of(Shown.OfType(Shown.Json(card), "Input.Date").Single(), "value"));
    }

    [Fact]
    public void A_choice_outside_the_list_is_kept()
    {
        var one = new Field("k", "Wie?", FieldKind.OneOf) { Options = [new("a", "A")], Value = "Zed" };
        var many = new Field("m", "Wie?", FieldKind.ManyOf) { Options = [new("a", "A")], Value = "a,Zed" };
        var card = new Card("x") { Body = [one, many] };

        Assert.Contains("Je typte: \"Zed\"", Shown.AllText(card), StringComparison.Ordinal);
        var input = Shown.OfType(Shown.Json(card), "Input.ChoiceSet").Single(set => Shown.Of(set, "id") == "m");
        Assert.Equal("a,Zed", Shown.Of(input, "value"));
        Assert.Equal(["a", "Zed"], input.GetProperty("choices").EnumerateArray().Select(choice => Shown.Of(choice, "value")));
    }

    [Fact]
    public void A_light_is_never_a_colour_alone() =>
        Assert.Contains("Oranje", Shown.AllText(new Card("x") { Light = Light.Amber }), StringComparison.Ordinal);

    [Fact]
    public void Added_words_are_in_the_language_of_the_card()
    {
        var card = new Card("x") { Buttons = [.. Enumerable.Range(1, 5).Select(n => new Button($"b{n}", new Press("v")))] };

        var json = JsonDocument.Parse(AdaptiveCardRenderer.Render(card, Cultures.English)).RootElement;

        Assert.Equal("en", Shown.Of(json, "lang"));
        Assert.Equal("More", Shown.Of(json.GetProperty("actions")[4], "title"));
    }

    private static string[] Titles(JsonElement actions) => [.. actions.EnumerateArray().Select(action => Shown.Of(action, "title")!)];
}
