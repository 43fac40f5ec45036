using Upcm.Bot.Cards.Documents;

namespace Upcm.Bot.Documents;

/// <summary>
/// How wide the columns of a table are: as they ask, except where a word would have to be broken while another column has room to
/// spare. Dutch has long words, and columns are narrow.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>A word that would take more than this part of the table is broken all the same: an address on the web, mostly.</summary>
    private const double WidestWord = 0.3;

    /// <param name="room">For all columns together, without what is between them.</param>
    /// <param name="head">How wide a word of the header is, in the same measure as <paramref name="room"/>.</param>
    /// <param name="body">The same of a word under it.</param>
    /// <param name="light">What a light takes beside its words.</param>
    public static double[] Of(Grid grid, double room, Func<string, double> head, Func<string, double> body, double light)
    {
        var shares = grid.Columns.Sum(column => column.Share);
        double[] asked = [.. grid.Columns.Select(column => column.Share * room / shares)];
        double[] needed = [.. grid.Columns.Select((column, i) => Math.Min(room * WidestWord, Math.Max(Widest(column.Name, head), Needed(grid, i, body, light))))];
        var wanting = asked.Zip(needed, static (has, wants) => Math.Max(0, wants - has)).Sum();
        var spare = asked.Zip(needed, static (has, wants) => Math.Max(0, has - wants)).Sum();
        return wanting == 0 ? asked
            : wanting > spare ? Shared(needed, room)
            : [.. asked.Zip(needed, (has, wants) => wants > has ? wants : has - ((has - wants) * wanting / spare))];
    }

    /// <summary>Where not every word fits, narrow columns get what they need and the wide ones what is left, alike: a broken "Nr" is the worst.</summary>
    private static double[] Shared(double[] needed, double room)
    {
        var widths = new double[needed.Length];
        var left = room;
        foreach (var (place, (column, wants)) in needed.Index().OrderBy(static one => one.Item).Index())
        {
            widths[column] = Math.Min(wants, left / (needed.Length - place));
            left -= widths[column];
        }

        return widths;
    }

    private static double Needed(Grid grid, int column, Func<string, double> body, double light) => grid.Rows
        .Select(row => row[column])
        .Select(cell => Widest(cell.Text, body) + (cell.Light == Cards.Light.None ? 0 : light))
        .DefaultIfEmpty()
        .Max();

    private static double Widest(string text, Func<string, double> width) =>
        text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(width).DefaultIfEmpty().Max();
}
