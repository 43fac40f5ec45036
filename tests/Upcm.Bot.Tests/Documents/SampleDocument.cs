using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Tests.Pictures;

namespace Upcm.Bot.Tests.Documents;

/// <summary>A document with every block there is, and with what people really type in them.</summary>
internal static class SampleDocument
{
    public static Document Short(string language = "nl") => new("Impactsheet 20-004 Batterijen", language)
    {
        Programme = "Uitvoeringsprogramma Circulaire Maakindustrie",
        Date = new DateOnly(2026, 10, 5),
        Subtitle = "Versie 1",
        Body =
        [
            new FactList([new("CO₂", "26 kton CO₂ per jaar"), new("Planning", "Groen: op tijd", Light.Green)]),
            new Paragraph("De banden tellen niet op.", Tone.Warning),
            new Heading("Wat eerst"),
            new Listing(["Eerste", "Tweede"]),
            new Grid(
                "Lichten", [new("Licht"), new("Nu"), new("Bedrag", Figures: true)],
                [["Geld", new Cell("Oranje", Light.Amber), "€ 20.000"], ["Risico", new Cell("Rood", Light.Red), "€ 1.234.567"]]),
            new Heading("Een deel", 2),
            Figures.Of(SamplePictures.Bars),
        ],
    };

    /// <summary>Hundreds of pages' worth of an evaluation: long tables, a row longer than a page, words wider than a line.</summary>
    public static Document Long(int parts) => Short() with
    {
        Title = "Evaluatie 20-004 " + string.Join(' ', Enumerable.Repeat("een heel lange titel", 12)),
        Body =
        [
            .. Enumerable.Range(1, parts).SelectMany(part => new Block[]
            {
                new Heading($"Onderdeel {part}"),
                new Paragraph(string.Join(' ', Enumerable.Repeat("Wat we zagen, en wat we daarvan leren voor een volgend project.", 40))),
                new Grid(
                    "Criteria", [new("Criterium", 2), new("Wat we zagen", 3), new("Bedrag", Figures: true)],
                    [.. Enumerable.Range(1, 30).Select(row => (IReadOnlyList<Cell>)[$"Criterium {part}.{row}", "Gehaald, met een toelichting van een paar regels die niet op één regel past.", "€ 12.500"])]),
            }),
            new Heading("Lastig"),
            new Paragraph(new string('x', 400)),
            new Paragraph("漢字 😀 \u0001 \uFFFE \uD800 einde\nnieuwe regel met Ж, Ω, ő en ĳ"),
            new FactList([new("Eén lang antwoord", string.Join('\n', Enumerable.Range(1, 150).Select(line => $"Regel {line}")))]),
            new Listing([]),
            new Grid("Leeg", [new("Niets")], []),
            new Paragraph(""),
        ],
    };
}
