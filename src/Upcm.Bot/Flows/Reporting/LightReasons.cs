using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;
using Light = Upcm.Domain.Light;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>Why each light of a project has its colour, in words.</summary>
public static class LightReasons
{
    public static string Schedule(Light light, WorkingMethod method, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(light);
        var en = culture.IsEnglish();
        return light.Code switch
        {
            LightCode.Late => en
                ? $"{Days(light.Figure, culture)} late: {ProgressWords.Subject(light.Subject, method, culture)}"
                : $"{Days(light.Figure, culture)} te laat: {ProgressWords.Subject(light.Subject, method, culture)}",
            LightCode.OnTime => en ? "nothing is late" : "niets is te laat",
            _ => en ? "no planned days told" : "nog niets gepland",
        };
    }

    public static string Money(Light light, Finance? finance, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(light);
        var en = culture.IsEnglish();
        if (finance is null)
        {
            return en ? "no sums told" : "nog geen bedragen gemeld";
        }

        if (light.Code == LightCode.Covered)
        {
            return en ? "all that is required is allocated" : "alles wat nodig is, is toegekend";
        }

        var share = Numbers.Show(decimal.Round(100 * finance.Need / finance.TotalRequired, 0), culture);
        return en
            ? $"still needed {ProgressWords.Euro(finance.Need, culture)}, that is {share} % of what is required"
            : $"nog nodig {ProgressWords.Euro(finance.Need, culture)}, dat is {share} % van wat nodig is";
    }

    public static string Risk(Light light, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(light);
        var en = culture.IsEnglish();
        return light.Code switch
        {
            LightCode.HeaviestRisk => en
                ? $"heaviest {Numbers.Show(light.Figure ?? 0, culture)} of 25 (chance times effect): {light.Subject}"
                : $"zwaarste {Numbers.Show(light.Figure ?? 0, culture)} van 25 (kans maal gevolg): {light.Subject}",
            LightCode.RisksNotWeighed => (light.Figure, en) switch
            {
                (1, true) => "1 risk told, chance and effect not estimated yet",
                (1, false) => "1 risico gemeld, kans en gevolg nog niet geschat",
                (_, true) => $"{Numbers.Show(light.Figure ?? 0, culture)} risks told, chance and effect not estimated yet",
                _ => $"{Numbers.Show(light.Figure ?? 0, culture)} risico's gemeld, kans en gevolg nog niet geschat",
            },
            LightCode.NoRisks => en ? "no risks told" : "geen risico's gemeld",
            _ => en ? "nothing told" : "niets gemeld",
        };
    }

    public static string Freshness(Light light, Norms norms, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(light);
        ArgumentNullException.ThrowIfNull(norms);
        var en = culture.IsEnglish();
        var ago = light.Figure is 0 ? (en ? "just reported" : "net gemeld")
            : en ? $"reported {Days(light.Figure, culture)} ago" : $"{Days(light.Figure, culture)} geleden gemeld";
        return light.Code switch
        {
            LightCode.Fresh => ago,
            LightCode.Overdue => en
                ? $"{ago}; a report is due every {Days(norms.ReportEveryDays, culture)}"
                : $"{ago}; elke {Days(norms.ReportEveryDays, culture)} hoort er een melding te zijn",
            _ => en ? "nothing reported yet" : "nog niets gemeld",
        };
    }

    private static string Days(decimal? days, CultureInfo culture) =>
        $"{Numbers.Show(days ?? 0, culture)} {(days == 1 ? culture.IsEnglish() ? "day" : "dag" : culture.IsEnglish() ? "days" : "dagen")}";
}
