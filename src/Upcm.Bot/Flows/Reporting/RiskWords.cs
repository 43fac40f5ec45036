using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Reporting;

/// <summary>A risk in plain words: how heavy it is, and what is done about it by whom.</summary>
public static class RiskWords
{
    /// <summary>The risks of a report, each under its number, the heaviest first.</summary>
    public static IReadOnlyList<Risk> Heaviest(ProgressReport report) =>
        [.. RiskRegister.Of([report]).Select(track => track.Now!).OrderByDescending(risk => risk.Weight ?? 0).ThenBy(risk => risk.Id)];

    public static string Weight(Risk risk, Norms norms, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(norms);
        if (risk.Weight is not { } weight)
        {
            return culture.IsEnglish() ? "not estimated" : "niet geschat";
        }

        return string.Create(culture, $"{risk.Chance} × {risk.Effect} = {weight} ({LightWords.Name(Colour(weight, norms)).In(culture).ToLower(culture)})");
    }

    public static string Measure(Risk risk, CultureInfo culture) => (risk.Measure, risk.Owner) switch
    {
        ({ } measure, { } owner) => $"{measure} · {owner}",
        ({ } measure, null) => measure,
        (null, { } owner) => $"{None(culture)} · {owner}",
        _ => None(culture),
    };

    public static LightColour Colour(int weight, Norms norms)
    {
        ArgumentNullException.ThrowIfNull(norms);
        return weight >= norms.RiskRedFrom ? LightColour.Red : weight >= norms.RiskAmberFrom ? LightColour.Amber : LightColour.Green;
    }

    private static string None(CultureInfo culture) => culture.IsEnglish() ? "none yet" : "nog geen";
}
