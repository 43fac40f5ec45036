using System.Collections.Immutable;

namespace Upcm.Domain;

/// <summary>What the handbook prints of some product groups together, each printed row counted once.</summary>
/// <param name="Rows">The printed rows: that of a code, or of its two-digit group.</param>
public sealed record PrintedFigures(ImmutableArray<IndustryRow> Rows)
{
    /// <param name="codes">SBI codes.</param>
    /// <param name="printed">The printed rows of product groups.</param>
    public static PrintedFigures Of(IEnumerable<string> codes, ImmutableArray<IndustryRow> printed) =>
        new([.. codes.Select(code => RowOf(code, printed)).OfType<IndustryRow>().Distinct()]);

    /// <summary>The SBI codes of the rows.</summary>
    public IReadOnlyList<string> Codes => [.. Rows.Select(row => row.Id)];

    /// <summary>Emitted now, kton a year.</summary>
    public decimal Co2 => Rows.Sum(row => row.Co2);

    /// <summary>The reduction the programme expects in ten years, kton a year; positive is less CO2.</summary>
    public decimal Co2Expected => -Rows.Sum(row => row.Co2Impact);

    /// <summary>Added now, million euro.</summary>
    public decimal ValueAdded => Rows.Sum(row => row.ValueAdded);

    /// <summary>What the programme expects to be added, million euro.</summary>
    public decimal ValueAddedExpected => Rows.Sum(row => row.ValueAddedImpact);

    /// <summary>The printed row of a code, or of its two-digit group; null where neither is printed.</summary>
    public static IndustryRow? RowOf(string code, ImmutableArray<IndustryRow> printed)
    {
        ArgumentNullException.ThrowIfNull(code);
        return printed.FirstOrDefault(row => row.Id == code) ?? printed.FirstOrDefault(row => row.Id == code.Split('.')[0]);
    }
}
