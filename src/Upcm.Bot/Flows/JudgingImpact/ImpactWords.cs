using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Forms;
using Upcm.Domain;

namespace Upcm.Bot.Flows.JudgingImpact;

/// <summary>Claims, printed figures and warnings in plain words.</summary>
public static class ImpactWords
{
    /// <summary>Everything worth knowing before it is recorded: what does not agree, and how it was compared.</summary>
    public static IReadOnlyList<Phrase> Remarks(ImpactSheet sheet, WorkingMethod method) => [.. Warnings(sheet, method), .. Notes(sheet, method)];

    /// <summary>What does not agree, with both figures. A claim above what there is now needs no second remark.</summary>
    public static IReadOnlyList<Phrase> Warnings(ImpactSheet sheet, WorkingMethod method)
    {
        var found = ImpactWarnings.In(sheet, method);
        var codes = found.Select(warning => warning.Code).ToHashSet();
        return
        [
            .. found
                .Where(warning => warning.Figure is not null)
                .Where(warning => warning.Code != ImpactWarningCode.Co2AboveExpected || !codes.Contains(ImpactWarningCode.Co2AbovePresent))
                .Where(warning => warning.Code != ImpactWarningCode.ValueAboveExpected || !codes.Contains(ImpactWarningCode.ValueAbovePresent))
                .Select(warning => Of(warning, method.Claims)),
            .. Together(found, ImpactWarningCode.CodeOutsideTable) is { Length: > 0 } outside ? [Outside(outside)] : Array.Empty<Phrase>(),
        ];
    }

    /// <summary>With which figures a sheet was compared, where its product groups have none of their own.</summary>
    public static IReadOnlyList<Phrase> Notes(ImpactSheet sheet, WorkingMethod method)
    {
        var found = ImpactWarnings.In(sheet, method);
        var groups = found.Where(warning => warning.Code == ImpactWarningCode.FiguresOfParent).SelectMany(warning => warning.Groups).Distinct().ToArray();
        return
        [
            .. Together(found, ImpactWarningCode.FiguresOfParent) is { Length: > 0 } parents
                ? [new Phrase(
                    $"Voor {And(parents, "en")} zijn geen eigen cijfers gedrukt. Ik vergelijk met die van {And(groups, "en")}.",
                    $"No figures of their own are printed for {And(parents, "and")}. I compare with those of {And(groups, "and")}.")]
                : Array.Empty<Phrase>(),
            .. Together(found, ImpactWarningCode.NoFigures) is { Length: > 0 } none
                ? [new Phrase(
                    $"Voor {And(none, "en")} zijn geen cijfers gedrukt. Die {(none.Length == 1 ? "telt" : "tellen")} niet mee in de vergelijking.",
                    $"No figures are printed for {And(none, "and")}. {(none.Length == 1 ? "It is" : "They are")} left out of the comparison.")]
                : Array.Empty<Phrase>(),
        ];
    }

    /// <summary>What the handbook prints of the effect of these product groups; null where it prints nothing.</summary>
    public static Phrase? PrintedCo2(IEnumerable<string> codes, WorkingMethod method) => Printed(codes, method, (figures, culture) => culture.IsEnglish()
        ? $"{Groups(figures.Codes, culture)}: {Show(figures.Co2, culture)} {method.Claims.Unit.En} now, and the programme expects {Show(figures.Co2Expected, culture)} less in ten years."
        : $"{Groups(figures.Codes, culture)}: nu {Show(figures.Co2, culture)} {method.Claims.Unit.Nl}, en het programma verwacht in tien jaar {Show(figures.Co2Expected, culture)} minder.");

    /// <summary>The value added that the handbook prints of these product groups; null where it prints nothing.</summary>
    public static Phrase? PrintedValue(IEnumerable<string> codes, WorkingMethod method) => Printed(codes, method, static (figures, culture) => culture.IsEnglish()
        ? $"{Groups(figures.Codes, culture)}: €{Show(figures.ValueAdded, culture)} million now, and the programme expects €{Show(figures.ValueAddedExpected, culture)} million more."
        : $"{Groups(figures.Codes, culture)}: nu € {Show(figures.ValueAdded, culture)} mln, en het programma verwacht er € {Show(figures.ValueAddedExpected, culture)} mln bij.");

    /// <summary>Where the printed tables do not add up or do not agree: said, not mended.</summary>
    public static IReadOnlyList<Phrase> Discrepancies(WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        var (figures, claims) = (method.Figures, method.Claims);
        var (groups, provinces) = (-figures.ProductGroupsTotal.Co2Impact, -figures.ProvincesTotal.Co2Impact);
        return
        [
            .. figures.Discrepancies.Where(one => one.Table == "product-groups" && Columns.ContainsKey(one.Column)).Select(one => Both(culture => culture.IsEnglish()
                ? $"{Column(one.Column, claims, culture)}: the rows give {Show(one.SumOfRows, culture)}, the printed total is {Show(one.PrintedTotal, culture)}."
                : $"{Column(one.Column, claims, culture)}: de rijen geven {Show(one.SumOfRows, culture)}, het gedrukte totaal is {Show(one.PrintedTotal, culture)}.")),
            .. groups == provinces ? Array.Empty<Phrase>() : [Both(culture => culture.IsEnglish()
                ? $"Expected reduction of {claims.Effect.En} of the whole industry ({claims.Unit.En}): {Show(groups, culture)} with the product groups, {Show(provinces, culture)} with the {method.Names.Region.Many.En}."
                : $"Verwachte vermindering van {claims.Effect.Nl} in de hele industrie ({claims.Unit.Nl}): bij de productgroepen {Show(groups, culture)}, bij de {method.Names.Region.Many.Nl} {Show(provinces, culture)}.")],
        ];
    }

    private static Phrase Of(ImpactWarning warning, Claims claims) => warning.Code switch
    {
        ImpactWarningCode.BandsDoNotAddUp => Both(culture => culture.IsEnglish()
            ? $"The parts add up to {Show(warning.Figure, culture)}, but as the total you give {Show(warning.Against, culture)} {claims.Amount.En}."
            : $"De onderdelen tellen op tot {Show(warning.Figure, culture)}, maar als totaal geef je {Show(warning.Against, culture)} {claims.Amount.Nl}."),
        ImpactWarningCode.Co2AbovePresent => Both(culture => culture.IsEnglish()
            ? $"You claim {Show(warning.Figure, culture)} {claims.Unit.En}. {Groups(warning.Groups, culture)}: only {Show(warning.Against, culture)} {claims.Amount.En} now."
            : $"Je claimt {Show(warning.Figure, culture)} {claims.Unit.Nl}. {Groups(warning.Groups, culture)}: nu maar {Show(warning.Against, culture)} {claims.Amount.Nl}."),
        ImpactWarningCode.Co2AboveExpected => Both(culture => culture.IsEnglish()
            ? $"You claim {Show(warning.Figure, culture)} {claims.Unit.En}. {Groups(warning.Groups, culture)}: the programme expects {Show(warning.Against, culture)} less in ten years."
            : $"Je claimt {Show(warning.Figure, culture)} {claims.Unit.Nl}. {Groups(warning.Groups, culture)}: het programma verwacht in tien jaar {Show(warning.Against, culture)} minder."),
        ImpactWarningCode.ValueAbovePresent => Both(culture => culture.IsEnglish()
            ? $"You claim €{Show(warning.Figure, culture)} million. {Groups(warning.Groups, culture)}: only €{Show(warning.Against, culture)} million value added now."
            : $"Je claimt € {Show(warning.Figure, culture)} mln. {Groups(warning.Groups, culture)}: nu maar € {Show(warning.Against, culture)} mln toegevoegde waarde."),
        ImpactWarningCode.ValueAboveExpected => Both(culture => culture.IsEnglish()
            ? $"You claim €{Show(warning.Figure, culture)} million. {Groups(warning.Groups, culture)}: the programme expects €{Show(warning.Against, culture)} million more."
            : $"Je claimt € {Show(warning.Figure, culture)} mln. {Groups(warning.Groups, culture)}: het programma verwacht er € {Show(warning.Against, culture)} mln bij."),
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning.Code, "This warning has no two figures."),
    };

    private static Phrase Outside(string[] codes) => codes.Length == 1
        ? new($"{codes[0]} staat niet in de tabel met productgroepen. Dat mag; ik neem de code over.", $"{codes[0]} is not in the table of product groups. That is allowed; I keep the code.")
        : new(
            $"{And(codes, "en")} staan niet in de tabel met productgroepen. Dat mag; ik neem de codes over.",
            $"{And(codes, "and")} are not in the table of product groups. That is allowed; I keep the codes.");

    private static readonly Dictionary<string, Phrase> Columns = new(StringComparer.Ordinal)
    {
        ["jobs-thousand"] = new("Banen (duizend)", "Jobs (thousand)"),
        ["labour-volume-thousand"] = new("Arbeidsvolume (duizend)", "Labour volume (thousand)"),
        ["value-added"] = new("Toegevoegde waarde (mln euro)", "Value added (million euro)"),
        ["value-added-impact"] = new("Verwachte toegevoegde waarde (mln euro)", "Expected value added (million euro)"),
        ["co2"] = new("Uitstoot", "Emission"),
        ["co2-impact"] = new("Verandering van de uitstoot", "Change of the emission"),
        ["co2-with-smart-industry"] = new("Verandering van de uitstoot samen met een ander programma", "Change of the emission together with another programme"),
    };

    private static string Column(string id, Claims claims, CultureInfo culture) =>
        Columns[id].In(culture) + (id.StartsWith("co2", StringComparison.Ordinal) ? $" ({claims.Amount.In(culture)})" : "");

    private static Phrase Both(Func<CultureInfo, string> said) => new(said(Cultures.Dutch), said(Cultures.English));

    private static string Show(decimal? figure, CultureInfo culture) => figure is { } known ? Numbers.Show(known, culture) : "–";

    private static Phrase? Printed(IEnumerable<string> codes, WorkingMethod method, Func<PrintedFigures, CultureInfo, string> said)
    {
        ArgumentNullException.ThrowIfNull(method);
        var figures = PrintedFigures.Of(codes, method.Figures.ProductGroups);
        return figures.Rows.IsEmpty ? null : Both(culture => said(figures, culture));
    }

    private static string[] Together(IEnumerable<ImpactWarning> found, ImpactWarningCode code) =>
        [.. found.Where(warning => warning.Code == code).Select(warning => warning.Subject!)];

    private static string Groups(IReadOnlyList<string> codes, CultureInfo culture) => codes.Count == 1
        ? culture.IsEnglish() ? $"Product group {codes[0]}" : $"Productgroep {codes[0]}"
        : culture.IsEnglish() ? $"Product groups {And(codes, "and")} together" : $"Productgroepen {And(codes, "en")} samen";

    private static string And(IReadOnlyList<string> parts, string and) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} {and} {parts[^1]}";
}
