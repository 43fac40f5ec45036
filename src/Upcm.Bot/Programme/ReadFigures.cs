using System.Collections.Immutable;

using Upcm.Domain;

namespace Upcm.Bot.Programme;

/// <summary>The printed figures of the industry: three tables, each with its columns, its rows and its printed total.</summary>
internal static class ReadFigures
{
    private static readonly ImmutableArray<string> Columns =
    [
        "jobs-thousand", "labour-volume-thousand", "organisations-up-to-50", "organisations-51-to-100",
        "organisations-over-100", "net-turnover", "value-added", "value-added-impact", "co2", "co2-impact",
        "co2-autonomous", "co2-with-smart-industry", "critical-material-flow",
    ];

    /// <summary>Columns that are printed for product groups only.</summary>
    private static readonly ImmutableArray<string> Optional = ["co2-autonomous", "co2-with-smart-industry"];

    private static readonly ImmutableArray<string> Tables = ["product-groups", "provinces", "clusters"];

    public static IndustryFigures Read(Section root)
    {
        if (root.Inner("figures") is not { } figures)
        {
            return new IndustryFigures(new Words("", ""), [], Nothing, [], Nothing, [], Nothing, []);
        }

        var source = figures.Words("source");
        var together = figures.WordsIfAny("together-with");
        var (groups, groupsTotal) = Table(figures, "product-groups", Kind.ProductGroup);
        var (provinces, provincesTotal) = Table(figures, "provinces", Kind.Region);
        var (clusters, clustersTotal) = Table(figures, "clusters", Kind.Cluster);
        var discrepancies = ImmutableArray.CreateBuilder<Discrepancy>();
        foreach (var row in figures.Rows("discrepancies"))
        {
            discrepancies.Add(new Discrepancy(
                row.OneOf("table", Tables), row.OneOf("column", Columns), row.Number("sum-of-rows"), row.Number("printed-total")));
            row.Done();
        }

        figures.Done();
        return new IndustryFigures(
            source, groups, groupsTotal, provinces, provincesTotal, clusters, clustersTotal, discrepancies.ToImmutable())
        {
            TogetherWith = together,
        };
    }

    private static IndustryRow Nothing => Row("", "", new Dictionary<string, decimal>(StringComparer.Ordinal));

    private static (ImmutableArray<IndustryRow> Rows, IndustryRow Total) Table(Section figures, string key, Kind kind)
    {
        if (figures.Inner(key) is not { } table)
        {
            return ([], Nothing);
        }

        var columns = ColumnsOf(table);
        var rows = table.Each("rows", Kind.Figure, (id, row) =>
        {
            row.NameItself(id, kind);
            return Row(id, row.Text("name"), Numbers(row, columns));
        });
        var total = Nothing;
        if (table.Inner("total") is { } last)
        {
            total = Row("total", last.Text("name"), Numbers(last, columns));
            last.Done();
        }

        table.Done();
        return (rows, total);
    }

    private static List<YamlText> ColumnsOf(Section table)
    {
        var columns = table.Texts("columns");
        foreach (var column in columns.Where(column => !Columns.Contains(column.Value)))
        {
            table.Report(column.At, "columns", $"there is no column '{column.Value}'. Known are: {string.Join(", ", Columns)}.");
        }

        foreach (var twice in columns.GroupBy(column => column.Value).Where(same => same.Count() > 1))
        {
            table.Report(twice.Last().At, "columns", $"the column '{twice.Key}' stands here twice.");
        }

        var missing = Columns.Except(Optional).Except(columns.Select(column => column.Value)).ToList();
        if (missing.Count > 0)
        {
            table.Report(table.PlaceOf("columns"), "columns", $"missing: {string.Join(", ", missing)}.");
        }

        return columns;
    }

    private static Dictionary<string, decimal> Numbers(Section row, List<YamlText> columns)
    {
        var texts = row.Texts("numbers");
        if (texts.Count != columns.Count)
        {
            row.Report(row.PlaceOf("numbers"), "numbers",
                $"here are {texts.Count} numbers, but the table has {columns.Count} columns.");
        }

        var numbers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (text, column) in texts.Zip(columns))
        {
            var number = row.NumberOf(text, row.Path("numbers"));
            if (column.Value.StartsWith("organisations", StringComparison.Ordinal) && !decimal.IsInteger(number))
            {
                row.Report(text.At, "numbers", $"'{text.Value}' organisations cannot be; a whole number is wanted here.");
            }

            numbers[column.Value] = number;
        }

        return numbers;
    }

    private static IndustryRow Row(string id, string name, Dictionary<string, decimal> numbers)
    {
        decimal Of(string column) => numbers.GetValueOrDefault(column);
        decimal? IfAny(string column) => numbers.TryGetValue(column, out var number) ? number : null;

        return new IndustryRow(
            id, name, Of(Columns[0]), Of(Columns[1]), Whole(Of(Columns[2])), Whole(Of(Columns[3])), Whole(Of(Columns[4])),
            Of(Columns[5]), Of(Columns[6]), Of(Columns[7]), Of(Columns[8]), Of(Columns[9]), IfAny(Columns[10]), IfAny(Columns[11]),
            Of(Columns[12]));
    }

    // Out of range is only ever a slip of the pen; the row is refused or the slip is seen, never an exception.
    private static int Whole(decimal number) => (int)Math.Clamp(number, int.MinValue, int.MaxValue);
}
