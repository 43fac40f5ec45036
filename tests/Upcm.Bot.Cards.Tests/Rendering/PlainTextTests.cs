using CsCheck;
using Upcm.Bot.Cards.Rendering;

namespace Upcm.Bot.Cards.Tests.Rendering;

public class PlainTextTests
{
    [Fact]
    public void A_card_reads_as_a_page()
    {
        var card = new Card("INI-012 Restwarmte haven")
        {
            Status = "Realisatie · loopt op schema",
            Light = Light.Green,
            Body =
            [
                new Facts([new("Linking pin", "Mo El Amrani"), new("Planning", "Vertraagd, 3 weken", Light.Amber)]),
                new Section("Risico's", [new Bullets(["Staal wordt duurder."])], Folded: true),
                new Table(["Naam", "Licht"], [["INI-1 Ovens", "Rood"], ["INI-2", "Groen"]]),
                new Row("INI-3", "Fasepoort 1", new Button("Open", new Press("v"), "open INI-3")),
            ],
            Buttons = [new Button("Registreren", new Press("v"), "ja", ButtonTone.Main), new Button("Terug", new Press("v"))],
        };

        Assert.Equal(
            """
            INI-012 Restwarmte haven
            ● Realisatie · loopt op schema

            Linking pin: Mo El Amrani
            Planning:    ▲ Vertraagd, 3 weken

            RISICO'S
            - Staal wordt duurder.

            Naam         Licht
            -----------  -----
            INI-1 Ovens  Rood
            INI-2        Groen

            - INI-3
              Fasepoort 1
              [Open] zeg: open INI-3

            [Registreren] zeg: ja
            [Terug] zeg: terug
            """.ReplaceLineEndings("\n"),
            PlainTextRenderer.Render(card, Cultures.Dutch));
    }

    [Fact]
    public void A_question_reads_as_a_question()
    {
        var card = new Card("Stap 2")
        {
            Body =
            [
                new Field("band", "Hoeveel CO₂ bespaart het?", FieldKind.OneOf)
                {
                    Required = true, Hint = "Schat gerust.", Problem = "Kies er een.", Options = [new("a", "Tot 10 kton"), new("b", "Meer")], Value = "b",
                },
            ],
        };

        Assert.Equal(
            """
            Stap 2

            Hoeveel CO₂ bespaart het? (nodig)
              ! Kies er een.
              Schat gerust.
              1. Tot 10 kton
              2. Meer
              Nu: Meer
            """.ReplaceLineEndings("\n"),
            PlainTextRenderer.Render(card, Cultures.Dutch));
    }

    [Fact]
    public void A_question_in_talk_stands_with_its_hint_and_its_choices_are_a_list()
    {
        var card = new Card("Stap 2")
        {
            Body = [new Text("Titel: Ovens", Tone.Subtle), new Text("Welk team?", Tone.Strong), new Text("Kies er een.", Tone.Subtle)],
            Buttons = [new Button("Realisatie", new Press("v"), "Realisatie"), new Button("Portfolio", new Press("v"), "portfolio")],
        };

        Assert.Equal(
            """
            Stap 2

            Titel: Ovens

            Welk team?
            Kies er een.

            - Realisatie
            [Portfolio] zeg: portfolio
            """.ReplaceLineEndings("\n"),
            PlainTextRenderer.Render(card, Cultures.Dutch));
    }

    [Fact]
    public void A_notification_begins_with_title_and_status() =>
        Assert.Equal("INI-012 · Rood: geen budget", PlainTextRenderer.Summary(new Card("INI-012") { Status = "Rood: geen budget", Light = Light.Red }, Cultures.Dutch));

    [Fact]
    public void A_light_without_a_status_is_said_in_words() =>
        Assert.Equal("INI-012 · Red", PlainTextRenderer.Summary(new Card("INI-012") { Light = Light.Red }, Cultures.English));

    [Fact]
    public void No_card_steers_the_terminal() => AnyCard.All.Sample(card =>
    {
        var page = PlainTextRenderer.Render(card, Cultures.Dutch);
        Assert.DoesNotContain(page, c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.DoesNotContain('\n', PlainTextRenderer.Summary(card, Cultures.Dutch));
    }, iter: 500);

    [Fact]
    public void Every_text_of_a_card_is_on_the_page()
    {
        var page = PlainTextRenderer.Render(SampleCards.All["digest"], Cultures.Dutch);

        Assert.Contains("Elektrische ovens bij de glasfabriek", page, StringComparison.Ordinal);
        Assert.Contains("Het KBO vergadert", page, StringComparison.Ordinal);
        Assert.Contains("[Alles tonen] zeg: alles", page, StringComparison.Ordinal);
    }
}
