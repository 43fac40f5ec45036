using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.JudgingImpact;

/// <summary>Claims, printed figures and warnings in plain words.</summary>
public static class ImpactWords
{
    /// <summary>Every warning about a sheet, with both figures.</summary>
    public static IReadOnlyList<Phrase> Warnings(ImpactSheet sheet, WorkingMethod method) =>
        [.. ImpactWarnings.In(sheet, method).GroupBy(AboutCodes).SelectMany(group => group.Key is null ? group.Select(Of) : [Of(group.Key.Value, [.. group])])];

    /// <summary>Remarks on codes are said once for all codes.</summary>
    private static ImpactWarningCode? AboutCodes(ImpactWarning warning) => warning.Subject is null ? null : warning.Code;

    private static Phrase Of(ImpactWarningCode code, IReadOnlyList<ImpactWarning> warnings)
    {
        var (nl, en) = (List(warnings.Select(warning => warning.Subject!), "en"), List(warnings.Select(warning => warning.Subject!), "and"));
        var groups = warnings.SelectMany(warning => warning.Groups).Distinct().ToList();
        return code switch
        {
            ImpactWarningCode.CodeOutsideTable => new(
                $"{nl} {(warnings.Count == 1 ? "staat" : "staan")} niet in de tabel met productgroepen. Dat mag.",
                $"{en} {(warnings.Count == 1 ? "is" : "are")} not in the table of product groups. That is allowed."),
            ImpactWarningCode.FiguresOfParent => new(
                $"Voor {nl} zijn geen eigen cijfers gedrukt; ik neem die van {List(groups, "en")}.",
                $"No figures of their own are printed for {en}; I take those of {List(groups, "and")}."),
            _ => new(
                $"Voor {nl} zijn geen cijfers gedrukt; {(warnings.Count == 1 ? "die telt" : "die tellen")} niet mee in de vergelijking.",
                $"No figures are printed for {en}; left out of the comparison."),
        };
    }

    private static string List(IEnumerable<string> parts, string and)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} {and} {all[^1]}";
    }

    /// <summary>What the handbook prints of these product groups; null where it prints nothing.</summary>
    public static Phrase? Printed(IEnumerable<string> codes, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var figures = PrintedFigures.Of(codes, method.Figures.ProductGroups);
        return figures.Rows.IsEmpty ? null : Both(culture => culture.IsEnglish()
            ? $"The handbook for {Codes(figures)}: {Show(figures.Co2, culture)} kt CO₂ a year now, {Show(figures.Co2Expected, culture)} kt less expected in ten years, €{Show(figures.ValueAdded, culture)} million value added."
            : $"Het handboek voor {Codes(figures)}: nu {Show(figures.Co2, culture)} kton CO₂ per jaar, in tien jaar {Show(figures.Co2Expected, culture)} kton minder verwacht, € {Show(figures.ValueAdded, culture)} mln toegevoegde waarde.");
    }

    /// <summary>Where the printed table does not add up: said, not mended.</summary>
    public static Phrase? Discrepancies(WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var count = method.Figures.Discrepancies.Count(one => one.Table == "product-groups");
        return count == 0 ? null : new Phrase(
            $"De gedrukte tabel met productgroepen telt in {count} kolommen niet precies op tot het gedrukte totaal. Ik gebruik de cijfers zoals ze gedrukt zijn.",
            $"In {count} columns the printed table of product groups does not add up to its printed total. I use the figures as printed.");
    }

    private static Phrase Of(ImpactWarning warning) => warning.Code switch
    {
        ImpactWarningCode.BandsDoNotAddUp => Both(culture => culture.IsEnglish()
            ? $"The bands add up to {Show(warning.Figure, culture)} kt, the indicator says {Show(warning.Against, culture)} kt CO₂ a year."
            : $"De banden tellen op tot {Show(warning.Figure, culture)} kton, de indicator zegt {Show(warning.Against, culture)} kton CO₂ per jaar."),
        ImpactWarningCode.Co2AbovePresent => Both(culture => culture.IsEnglish()
            ? $"You claim {Show(warning.Figure, culture)} kt; product groups {Codes(warning)} together emit {Show(warning.Against, culture)} kt CO₂ a year."
            : $"Je claimt {Show(warning.Figure, culture)} kton; de productgroepen {Codes(warning)} stoten samen {Show(warning.Against, culture)} kton CO₂ per jaar uit."),
        ImpactWarningCode.Co2AboveExpected => Both(culture => culture.IsEnglish()
            ? $"You claim {Show(warning.Figure, culture)} kt; the programme expects {Show(warning.Against, culture)} kt less from product groups {Codes(warning)} in ten years."
            : $"Je claimt {Show(warning.Figure, culture)} kton; het programma verwacht van de productgroepen {Codes(warning)} in tien jaar {Show(warning.Against, culture)} kton minder."),
        ImpactWarningCode.ValueAbovePresent => Both(culture => culture.IsEnglish()
            ? $"You claim €{Show(warning.Figure, culture)} million; product groups {Codes(warning)} now add €{Show(warning.Against, culture)} million."
            : $"Je claimt € {Show(warning.Figure, culture)} mln; de productgroepen {Codes(warning)} voegen nu € {Show(warning.Against, culture)} mln toe."),
        ImpactWarningCode.ValueAboveExpected => Both(culture => culture.IsEnglish()
            ? $"You claim €{Show(warning.Figure, culture)} million; the programme expects €{Show(warning.Against, culture)} million more from product groups {Codes(warning)}."
            : $"Je claimt € {Show(warning.Figure, culture)} mln; het programma verwacht van de productgroepen {Codes(warning)} € {Show(warning.Against, culture)} mln erbij."),
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning.Code, "No words for this warning."),
    };

    private static Phrase Both(Func<CultureInfo, string> said) => new(said(Cultures.Dutch), said(Cultures.English));

    private static string Show(decimal? figure, CultureInfo culture) => figure is { } known ? Numbers.Show(known, culture) : "–";

    private static string Codes(ImpactWarning warning) => string.Join(", ", warning.Groups);

    private static string Codes(PrintedFigures figures) => string.Join(", ", figures.Rows.Select(row => row.Id));
}
