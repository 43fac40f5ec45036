using System.Globalization;
using System.Text.RegularExpressions;

namespace Upcm.Bot.Door.Tests;

public sealed class RowTests
{
    /// <summary>Of the table of bad input in the design of the door.</summary>
    private const int Rows = 25;

    [Fact]
    public void Every_row_of_the_table_has_a_test() => Assert.Equal(
        Enumerable.Range(1, Rows),
        typeof(RowTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => Regex.Match(method.Name, "^Row_(?<row>[0-9]+)_", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["row"].Value)
            .Where(number => number.Length > 0)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
            .Distinct()
            .Order());
}
