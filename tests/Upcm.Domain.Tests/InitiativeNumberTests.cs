using System.Globalization;

namespace Upcm.Domain.Tests;

public sealed class InitiativeNumberTests
{
    [Theory]
    [InlineData("20-004", 20, 4)]
    [InlineData(" 26-1 ", 26, 1)]
    [InlineData("26-12345", 26, 12345)]
    public void A_number_is_read_as_year_and_sequence(string text, int year, int sequence) =>
        Assert.Equal(new InitiativeNumber(year, sequence), InitiativeNumber.Parse(text, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("20004")]
    [InlineData("2020-004")]
    [InlineData("20-000")]
    [InlineData("20-x")]
    [InlineData("20-004-1")]
    [InlineData("-0-004")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.False(InitiativeNumber.TryParse(text, CultureInfo.InvariantCulture, out _));

    [Fact]
    public void A_number_is_written_with_three_digits_and_more_after_999()
    {
        Assert.Equal("20-004", new InitiativeNumber(20, 4).ToString());
        Assert.Equal("20-1000", new InitiativeNumber(20, 1000).ToString());
    }
}
