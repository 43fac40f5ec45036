using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.LookingUp;

/// <summary>The printed figures of the industry in words.</summary>
internal static class FigureWords
{
    private static readonly Dictionary<string, Phrase> Columns = new(StringComparer.Ordinal)
    {
        ["jobs-thousand"] = new("banen (x 1000)", "jobs (x 1000)"),
        ["labour-volume-thousand"] = new("arbeidsvolume (x 1000)", "labour volume (x 1000)"),
        ["net-turnover"] = new("omzet (mln euro)", "turnover (million euro)"),
        ["value-added"] = new("toegevoegde waarde (mln euro)", "value added (million euro)"),
        ["value-added-impact"] = new("verwachte extra toegevoegde waarde (mln euro)", "expected extra value added (million euro)"),
        ["co2"] = new("uitstoot", "emission"),
        ["co2-impact"] = new("verwachte vermindering", "expected reduction"),
        ["co2-autonomous"] = new("vermindering zonder het programma", "reduction without the programme"),
        ["co2-with-smart-industry"] = new("vermindering samen met een ander programma", "reduction together with another programme"),
        ["critical-material-flow"] = new("stroom kritieke materialen (mln kg)", "flow of critical materials (million kg)"),
    };

    public static Facts First(IndustryRow row, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var perYear = method.Claims.Amount.In(culture);
        return new(
        [
            new(en ? "Emission now" : "Uitstoot nu", $"{Show(row.Co2, culture)} {perYear}"),
            new(en ? "Expected reduction, ten years" : "Verwachte vermindering, tien jaar", $"{Show(Math.Abs(row.Co2Impact), culture)} {perYear}"),
            new(en ? "Value added" : "Toegevoegde waarde", Money(row.ValueAdded, culture)),
            new(en ? "Expected extra value" : "Verwachte extra waarde", Money(row.ValueAddedImpact, culture)),
            new(en ? "Critical materials" : "Kritieke materialen", en ? $"{Show(row.CriticalMaterialFlow, culture)} million kg" : $"{Show(row.CriticalMaterialFlow, culture)} mln kg"),
            new(en ? "Jobs" : "Banen", Show(row.JobsThousand * 1000, culture)),
        ]);
    }

    public static Facts Further(IndustryRow row, WorkingMethod method, CultureInfo culture)
    {
        var en = culture.IsEnglish();
        var perYear = method.Claims.Amount.In(culture);
        List<Fact> facts =
        [
            new(en ? "Turnover" : "Omzet", Money(row.NetTurnover, culture)),
            new(en ? "Organisations" : "Organisaties", en
                ? $"{Show(row.OrganisationsUpTo50, culture)} up to 50 people, {Show(row.Organisations51To100, culture)} from 51 to 100, {Show(row.OrganisationsOver100, culture)} larger"
                : $"{Show(row.OrganisationsUpTo50, culture)} tot 50 mensen, {Show(row.Organisations51To100, culture)} van 51 tot 100, {Show(row.OrganisationsOver100, culture)} groter"),
        ];
        if (row.Co2Autonomous is { } autonomous)
        {
            facts.Add(new(en ? "Without the programme" : "Zonder het programma", en ? $"{Show(Math.Abs(autonomous), culture)} {perYear} less" : $"{Show(Math.Abs(autonomous), culture)} {perYear} minder"));
        }

        if (row.Co2WithSmartIndustry is { } together)
        {
            facts.Add(new($"{(en ? "Together with" : "Samen met")} {method.Figures.TogetherWith?.In(culture) ?? (en ? "another programme" : "een ander programma")}", en ? $"{Show(Math.Abs(together), culture)} {perYear} less" : $"{Show(Math.Abs(together), culture)} {perYear} minder"));
        }

        return new(facts);
    }

    /// <summary>Where the printed rows of a table do not add up to its printed total, and where the tables differ.</summary>
    public static IEnumerable<string> Differences(WorkingMethod method, string table, CultureInfo culture)
    {
        var (en, figures) = (culture.IsEnglish(), method.Figures);
        foreach (var one in figures.Discrepancies.Where(one => one.Table == table))
        {
            var column = (Columns.GetValueOrDefault(one.Column)?.In(culture) ?? one.Column) + (one.Column.StartsWith("co2", StringComparison.Ordinal) ? $" ({method.Claims.Amount.In(culture)})" : "");
            yield return en
                ? $"{column}: the rows add up to {Show(one.SumOfRows, culture)}, printed is {Show(one.PrintedTotal, culture)}."
                : $"{column}: de rijen zijn samen {Show(one.SumOfRows, culture)}, gedrukt staat {Show(one.PrintedTotal, culture)}.";
        }

        if (figures.ProductGroupsTotal.Co2Impact != figures.ProvincesTotal.Co2Impact || figures.ProductGroupsTotal.Co2Impact != figures.ClustersTotal.Co2Impact)
        {
            yield return en
                ? $"The total expected reduction is printed as {Show(figures.ProductGroupsTotal.Co2Impact, culture)} with the product groups, {Show(figures.ProvincesTotal.Co2Impact, culture)} with the {method.Names.Region.Many.En} and {Show(figures.ClustersTotal.Co2Impact, culture)} with the clusters."
                : $"De totale verwachte vermindering staat bij de productgroepen als {Show(figures.ProductGroupsTotal.Co2Impact, culture)}, bij de {method.Names.Region.Many.Nl} als {Show(figures.ProvincesTotal.Co2Impact, culture)} en bij de clusters als {Show(figures.ClustersTotal.Co2Impact, culture)}.";
        }
    }

    public static string Show(decimal value, CultureInfo culture) => Numbers.Show(value, culture);

    private static string Money(decimal millions, CultureInfo culture) =>
        culture.IsEnglish() ? $"€{Show(millions, culture)} million" : $"€ {Show(millions, culture)} mln";
}
