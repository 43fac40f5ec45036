using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Documents;

namespace Upcm.Bot.Tests.Documents;

/// <summary>Dutch has long words and tables have narrow columns.</summary>
public sealed class LongWordTests
{
    [Theory]
    [InlineData("Duurzaamheidscriteria", 19, "Duurzaamheidscrite-ria")]
    [InlineData("Duurzaamheidscriteria", 16, "Duurzaamheids-criteria")]
    [InlineData("Duurzaamheidscriteria", 10, "Duurzaam-heidscriteria")]
    [InlineData("Verlenging", 8, "Verlen-ging")]
    [InlineData("machinefabriek", 12, "machinefa-briek")]
    [InlineData("Financiering", 6, "Finan-ciering")]
    public void A_word_is_broken_where_a_syllable_begins(string word, int most, string broken) =>
        Assert.Equal(broken.IndexOf('-', StringComparison.Ordinal), Syllables.Before(word, most));

    [Theory]
    [InlineData("https://voorbeeld.nl/heel/lang")]
    [InlineData("sterkst")]
    [InlineData("12345678")]
    [InlineData("xxxxxxxxxxxx")]
    public void What_has_no_syllables_is_not_broken_between_them(string word) => Assert.Null(Syllables.Before(word, 7));

    [Fact]
    public void A_column_with_a_long_word_takes_room_from_one_that_has_it_to_spare()
    {
        Assert.Equal([21, 79], Widths([new("Wat"), new("Toelichting", 9)], "Duurzaamheidscriteria", "ja, en nog meer"));
        Assert.Equal([23, 77], Widths([new("Wat"), new("Toelichting", 9)], new Cell("Duurzaamheidscriteria", Cards.Light.Green), "ja"));
    }

    [Fact]
    public void Columns_are_as_asked_where_every_word_fits() => Assert.Equal([25, 75], Widths([new("Wat"), new("Toelichting", 3)], "Criterium", "ja, en nog meer"));

    [Fact]
    public void A_word_that_would_take_most_of_the_table_does_not_get_it() =>
        Assert.Equal([30, 70], Widths([new("Waar"), new("Toelichting", 9)], "https://voorbeeld.nl/een/heel/lang/adres", "ja"));

    [Fact]
    public void Where_there_is_too_little_room_the_narrow_columns_are_not_broken()
    {
        const string Long = "Productaansprakelijkheidsverzekeringen";
        Assert.Equal([2, 22.75, 7, 22.75, 22.75, 22.75], Widths([new("Nr", 0.05), new("Risico"), new("Gewicht", 0.05), new("Maatregel"), new("Eigenaar"), new("Stand")], "1", Long, "20", Long, Long, Long));
    }

    [Fact]
    public void Where_there_is_too_little_room_it_is_shared() => Assert.Equal(100, Widths([.. Enumerable.Repeat(new GridColumn("Duurzaamheidscriteria"), 6)], [.. Enumerable.Repeat(new Cell("–"), 6)]).Sum(), 6);

    private static double[] Widths(IReadOnlyList<GridColumn> columns, params Cell[] row) =>
        ColumnWidths.Of(new Grid("Tabel", columns, [row]), 100, static word => word.Length, static word => word.Length, light: 2);
}
