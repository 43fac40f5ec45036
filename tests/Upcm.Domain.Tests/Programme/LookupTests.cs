using System.Globalization;

namespace Upcm.Domain.Tests;

public sealed class LookupTests
{
    [Fact]
    public void What_is_there_is_found_by_its_id()
    {
        Assert.Equal("realisatie", Sample.Method.Team("realisatie")!.Id);
        Assert.Equal("definitie", Sample.Method.Phase("definitie")!.Id);
        Assert.Equal("uit-definitie", Sample.Method.Gate("uit-definitie")!.Id);
        Assert.Equal("uit-definitie", Sample.Method.GateFrom("definitie")!.Id);
        Assert.Equal("bijdrage", Sample.Method.Scale("bijdrage")!.Id);
        Assert.Equal("hoog", Sample.Method.Scale("bijdrage")!.Step("hoog")!.Id);
        Assert.Equal("29.1", Sample.Method.ProductGroup("29.1")!.Sbi);
        Assert.Equal("tweede", Sample.Method.Gates[1].Criterion("tweede")!.Id);
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        Assert.Null(Sample.Method.Team("x"));
        Assert.Null(Sample.Method.Phase("x"));
        Assert.Null(Sample.Method.Gate("x"));
        Assert.Null(Sample.Method.GateFrom("afgesloten"));
        Assert.Null(Sample.Method.Scale("x"));
        Assert.Null(Sample.Method.Scale("bijdrage")!.Step("x"));
        Assert.Null(Sample.Method.ProductGroup("x"));
        Assert.Null(Sample.Method.Gates[1].Criterion("x"));
    }

    [Theory]
    [InlineData("nl-NL", "mijlpaal")]
    [InlineData("en-GB", "milestone")]
    [InlineData("en-US", "milestone")]
    [InlineData("de-DE", "mijlpaal")]
    public void A_word_is_said_in_English_to_the_English_and_in_Dutch_to_all_others(string culture, string said) =>
        Assert.Equal(said, new Words("mijlpaal", "milestone").In(CultureInfo.GetCultureInfo(culture)));
}
