using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Flows.Exporting;

namespace Upcm.Bot.Tests.Documents;

/// <summary>A document in one language that holds what people wrote in the other says so, and only then.</summary>
public sealed class WrittenInTests
{
    [Theory]
    [InlineData("en", "Hergebruik van batterijen")]
    [InlineData("en", "Er komen te weinig producten terug")]
    [InlineData("en", "De garages zijn ingelicht, met uitzondering van twee.")]
    [InlineData("nl", "Ten companies reuse batteries and share the results")]
    [InlineData("nl", "Agree if the province joins, which is likely")]
    public void It_is_said_of_text_in_the_other_language(string language, string text) => Assert.True(Says(language, text));

    [Theory]
    [InlineData("en", "Ten companies reuse batteries")]
    [InlineData("en", "Jan de Vries, Fatima van den Berg")]
    [InlineData("en", "Gemeente Wijk aan Zee and the province")]
    [InlineData("en", "Met")]
    [InlineData("en", "€238 million")]
    [InlineData("nl", "Hergebruik van batterijen door change makers en een linking pin")]
    [InlineData("nl", "Bank of America")]
    [InlineData("nl", "Tien bedrijven hergebruiken batterijen")]
    [InlineData("nl", "")]
    public void Nothing_is_said_of_text_in_its_own_language_or_of_names(string language, string text) => Assert.False(Says(language, text));

    [Fact]
    public void It_is_seen_in_every_part_of_a_document()
    {
        const string dutch = "Wat we van de garages leerden";
        Assert.All(
            new Block[] { new Heading(dutch), new Paragraph(dutch), new Listing([dutch]), new FactList([new Fact("Result", dutch)]), new Grid("Risks", [new("Risk")], [[dutch]]) },
            block => Assert.True(Says("en", block)));
    }

    private static bool Says(string language, string text) => Says(language, new FactList([new Fact("Result", text)]));

    private static bool Says(string language, Block block)
    {
        var document = new Document("Progress 20-004", language) { Programme = "UPCM", Date = new DateOnly(2026, 10, 5), Body = [block] };
        return Assert.IsType<Document>(WrittenIn.Told(document)).Body.Count > 1;
    }
}
