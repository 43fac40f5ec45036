using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Upcm.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<ImpactWarningCode>))]
public enum ImpactWarningCode
{
    /// <summary>Figure: the bands together; against: the CO2 indicator; kton a year.</summary>
    BandsDoNotAddUp,

    /// <summary>Figure: CO2 claimed; against: what the groups emit now; kton a year.</summary>
    Co2AbovePresent,

    /// <summary>Figure: CO2 claimed; against: the reduction the programme expects of the groups in ten years; kton a year.</summary>
    Co2AboveExpected,

    /// <summary>Figure: value added claimed; against: what the groups add now; million euro.</summary>
    ValueAbovePresent,

    /// <summary>Figure: value added claimed; against: what the programme expects of the groups; million euro.</summary>
    ValueAboveExpected,

    /// <summary>Subject: the code, which is not in the programme's SBI table.</summary>
    CodeOutsideTable,

    /// <summary>Subject: the code; groups: the two-digit group whose printed figures are used instead.</summary>
    FiguresOfParent,

    /// <summary>Subject: the code, for which nothing is printed; comparisons leave it out.</summary>
    NoFigures,
}

/// <summary>A remark on an impact sheet. It warns and never blocks.</summary>
public sealed record ImpactWarning(ImpactWarningCode Code)
{
    public string? Subject { get; init; }

    public decimal? Figure { get; init; }

    public decimal? Against { get; init; }

    /// <summary>The SBI codes of the printed rows that were used.</summary>
    public ImmutableArray<string> Groups { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>Sets the claims of a sheet beside each other and beside the printed figures.</summary>
public static class ImpactWarnings
{
    public static ImmutableArray<ImpactWarning> In(ImpactSheet sheet, WorkingMethod method)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(method);
        return In(sheet, method.ProductGroups, method.Figures.ProductGroups);
    }

    /// <param name="table">The SBI table of the programme.</param>
    /// <param name="printed">The printed rows of product groups.</param>
    public static ImmutableArray<ImpactWarning> In(
        ImpactSheet sheet, ImmutableArray<ProductGroup> table, ImmutableArray<IndustryRow> printed)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return [.. InBands(sheet), .. InCodes(sheet, table, printed), .. InClaims(sheet, printed)];
    }

    /// <summary>A band that is not told counts as nothing; without any band there is nothing to add up.</summary>
    private static IEnumerable<ImpactWarning> InBands(ImpactSheet sheet)
    {
        if (BandsTogether(sheet) is { } together && sheet.Co2 is { } indicator && together != indicator)
        {
            yield return new ImpactWarning(ImpactWarningCode.BandsDoNotAddUp) { Figure = together, Against = indicator };
        }
    }

    private static IEnumerable<ImpactWarning> InCodes(
        ImpactSheet sheet, ImmutableArray<ProductGroup> table, ImmutableArray<IndustryRow> printed)
    {
        foreach (var code in sheet.ProductGroups.Distinct(StringComparer.Ordinal))
        {
            if (table.All(group => group.Sbi != code))
            {
                yield return new ImpactWarning(ImpactWarningCode.CodeOutsideTable) { Subject = code };
            }

            if (PrintedFigures.RowOf(code, printed) is not { } row)
            {
                yield return new ImpactWarning(ImpactWarningCode.NoFigures) { Subject = code };
            }
            else if (row.Id != code)
            {
                yield return new ImpactWarning(ImpactWarningCode.FiguresOfParent) { Subject = code, Groups = [row.Id] };
            }
        }
    }

    private static IEnumerable<ImpactWarning> InClaims(ImpactSheet sheet, ImmutableArray<IndustryRow> printed)
    {
        var figures = PrintedFigures.Of(sheet.ProductGroups, printed);
        if (figures.Rows.IsEmpty)
        {
            return [];
        }

        var co2 = sheet.Co2 ?? BandsTogether(sheet);
        return new[]
        {
            Above(ImpactWarningCode.Co2AbovePresent, co2, figures.Co2, figures),
            Above(ImpactWarningCode.Co2AboveExpected, co2, figures.Co2Expected, figures),
            Above(ImpactWarningCode.ValueAbovePresent, sheet.ValueAdded, figures.ValueAdded, figures),
            Above(ImpactWarningCode.ValueAboveExpected, sheet.ValueAdded, figures.ValueAddedExpected, figures),
        }.OfType<ImpactWarning>();
    }

    private static ImpactWarning? Above(ImpactWarningCode code, decimal? claim, decimal against, PrintedFigures figures) =>
        claim > against ? new ImpactWarning(code) { Figure = claim, Against = against, Groups = [.. figures.Rows.Select(row => row.Id)] } : null;

    private static decimal? BandsTogether(ImpactSheet sheet) =>
        sheet.Co2PerBand.Values.Any(band => band is not null) ? sheet.Co2PerBand.Values.Sum() : null;
}
