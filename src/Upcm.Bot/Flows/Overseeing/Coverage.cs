using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Overseeing;

/// <summary>How much of the portfolio the figures speak of, and what they do not know: said plainly wherever figures are added up.</summary>
internal static class Coverage
{
    public static IReadOnlyList<Element> Lines(Counts counts, Claims claims, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var all = counts.In();
        var sheets = counts.Of(Tallies.WithSheet).Sum(static team => team.Value);
        var co2 = counts[Tallies.Co2Told];
        var value = counts[Tallies.ValueAddedTold];
        var stopped = counts[Tallies.All] - all;
        string N(long number) => Numbers.Show(number, culture);
        return
        [
            new Text((en ? $"{N(all)} initiatives" : $"{N(all)} initiatieven") + (stopped == 0 ? "." : en ? $", and {N(stopped)} that were stopped and do not count." : $", en {N(stopped)} die gestopt zijn en niet meetellen.")),
            new Text(all == 0 ? en ? "There is nothing to add up yet." : "Er valt nog niets op te tellen."
                : en ? $"{N(sheets)} of them {(sheets == 1 ? "has" : "have")} an impact sheet ({Share(sheets, all, culture)}). What the others will bring is not known."
                : $"Daarvan {(sheets == 1 ? "heeft" : "hebben")} er {N(sheets)} een impactsheet ({Share(sheets, all, culture)}). Wat de andere opleveren, is niet bekend."),
            .. sheets == 0 ? Array.Empty<Element>() :
            [
                new Text(en
                    ? $"Together they claim {Numbers.Show(Tally.FromThousandths(counts[Tallies.Co2]), culture)} {claims.Amount.En} less (told by {N(co2)} of {N(sheets)} sheets) and {Numbers.Show(Tally.FromThousandths(counts[Tallies.ValueAdded]), culture)} million euro of value added (told by {N(value)} of {N(sheets)})."
                    : $"Samen noemen ze {Numbers.Show(Tally.FromThousandths(counts[Tallies.Co2]), culture)} {claims.Amount.Nl} minder (verteld in {N(co2)} van de {N(sheets)} sheets). Ze noemen ook {Numbers.Show(Tally.FromThousandths(counts[Tallies.ValueAdded]), culture)} miljoen euro toegevoegde waarde (verteld in {N(value)} van de {N(sheets)})."),
            ],
        ];
    }

    /// <summary>A part as a percentage; one that is not nothing is never said to be 0 %, nor one that is not all 100 %.</summary>
    public static string Share(long part, long all, CultureInfo culture)
    {
        var percent = all == 0 ? 0 : 100m * part / all;
        var shown = percent is > 0 and < 1 ? 1 : percent is > 99 and < 100 ? 99 : decimal.Round(percent);
        return $"{(percent is > 0 and < 1 ? culture.IsEnglish() ? "less than " : "minder dan " : "")}{shown.ToString("0", culture)} %";
    }
}
