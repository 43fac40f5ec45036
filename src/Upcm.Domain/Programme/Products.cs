using System.Collections.Immutable;

namespace Upcm.Domain;

/// <param name="Id">R0 to R9.</param>
public sealed record Strategy(string Id, Words Name, string Band, Words Explanation);

/// <param name="Id">R0-R2, R3-R7 or R8-R9.</param>
public sealed record Band(string Id, Words Name);

/// <param name="Sbi">Code of the Dutch standard industrial classification, with dots: 29.1.</param>
/// <param name="Cluster">The id of its product cluster, or null where the table gives none.</param>
public sealed record ProductGroup(string Sbi, Words Name, string? Cluster);

/// <summary>Printed figures of the industry, kept as printed; differences with sums are listed, not mended.</summary>
public sealed record IndustryFigures(
    Words Source,
    ImmutableArray<IndustryRow> ProductGroups,
    IndustryRow ProductGroupsTotal,
    ImmutableArray<IndustryRow> Provinces,
    IndustryRow ProvincesTotal,
    ImmutableArray<IndustryRow> Clusters,
    IndustryRow ClustersTotal,
    ImmutableArray<Discrepancy> Discrepancies)
{
    /// <summary>The programme whose figures are printed together with this one's; null where none are.</summary>
    public Words? TogetherWith { get; init; }
}

/// <summary>One printed row. Money in million euro, CO2 in kton a year (reductions negative), mass in million kg.</summary>
/// <param name="Id">The SBI code of a product group, or the id of a region or cluster; <c>total</c> for a printed total.</param>
/// <param name="Name">As printed.</param>
/// <param name="Co2WithSmartIndustry">UPCM and CESI together; printed for product groups only.</param>
public sealed record IndustryRow(
    string Id,
    string Name,
    decimal JobsThousand,
    decimal LabourVolumeThousand,
    int OrganisationsUpTo50,
    int Organisations51To100,
    int OrganisationsOver100,
    decimal NetTurnover,
    decimal ValueAdded,
    decimal ValueAddedImpact,
    decimal Co2,
    decimal Co2Impact,
    decimal? Co2Autonomous,
    decimal? Co2WithSmartIndustry,
    decimal CriticalMaterialFlow);

/// <param name="Table">product-groups, provinces or clusters.</param>
/// <param name="Column">The name of the column in the programme file, for instance <c>co2-impact</c>.</param>
public sealed record Discrepancy(string Table, string Column, decimal SumOfRows, decimal PrintedTotal);
