using Upcm.Bot.Cards.Rendering.AdaptiveCards;

namespace Upcm.Bot.Cards.Tests.Rendering;

public class CardLimitsTests
{
    private static readonly Press Press = new("v");

    [Fact]
    public void The_cards_we_send_keep_the_limits()
    {
        foreach (var (name, card) in SampleCards.All.Where(sample => sample.Key != "nasty-texts"))
        {
            var exceeded = CardLimits.Exceeded(card, Cultures.Dutch);
            Assert.True(exceeded.Count == 0, $"{name}: {string.Join("; ", exceeded)}");
        }
    }

    [Fact]
    public void A_card_that_fits_passes() => CardLimits.Check(new Card("x"), Cultures.Dutch);

    [Fact]
    public void All_that_does_not_fit_is_said_at_once()
    {
        var card = new Card("x")
        {
            Body =
            [
                new Text(new string('w', 26_000)),
                new Table(["a", "b", "c", "d"], [["1", "2", "3", "4"]]),
                new Section("s", [new Facts([.. Enumerable.Range(1, 7).Select(n => new Fact($"f{n}", "v"))])]),
                new Choices([.. Enumerable.Range(1, 7).Select(n => new Button($"b{n}", Press))]),
                new Row("r", null, new Button(new string('l', 41), Press)),
                new Field("dubbel", "l", FieldKind.Line),
                new Field("dubbel", "l", FieldKind.Line),
                new Field("verb", "l", FieldKind.ManyOf) { Options = [new Option("a,b", "c")] },
            ],
            Buttons = [new Button("b", new Press("v", ("verb", "anders")))],
            Personal = new PersonalView([.. Enumerable.Range(1, 61).Select(n => $"29:{n}")], Press),
        };

        var refused = Assert.Throws<CardTooLargeException>(() => CardLimits.Check(card, Cultures.Dutch));

        Assert.Equal(10, refused.Exceeded.Count);
    }

    [Fact]
    public void What_does_not_fit_is_rendered_all_the_same()
    {
        var card = new Card("x") { Body = [new Text(new string('w', 30_000) + "einde")] };

        Assert.Contains("weinde", Shown.AllText(card), StringComparison.Ordinal);
    }
}
