using Upcm.Bot.Cards.Forms;

namespace Upcm.Bot.Cards.Tests.Forms;

public sealed class DaysTests
{
    private static readonly DaysQuestion Duration = new("days", new("Hoe lang?", "How long?")) { Name = new("Duur", "Duration") };

    [Theory]
    [InlineData("10", "10")]
    [InlineData("10 dagen", "10")]
    [InlineData("1 dag", "1")]
    [InlineData("0", "0")]
    [InlineData("6 weken", "42")]
    [InlineData("6w", "42")]
    [InlineData("1,5 week", "11")]
    [InlineData("1.5 weeks", "11")]
    [InlineData("2 maanden", "60")]
    [InlineData("1 jaar", "365")]
    [InlineData("1 Year.", "365")]
    [InlineData("6 wkn", "42")]
    [InlineData("6 wkn.", "42")]
    [InlineData("3 mnd", "90")]
    [InlineData("zes weken", "42")]
    [InlineData("een week", "7")]
    [InlineData("één dag", "1")]
    [InlineData("a month", "30")]
    [InlineData("twelve weeks", "84")]
    [InlineData("anderhalve maand", "45")]
    [InlineData("anderhalf jaar", "548")]
    [InlineData("een half jaar", "183")]
    [InlineData("half jaar", "183")]
    [InlineData("een halve maand", "15")]
    [InlineData("half a year", "183")]
    [InlineData("a half month", "15")]
    [InlineData("one and a half months", "45")]
    [InlineData("2 en een halve week", "18")]
    [InlineData("tweeënhalve week", "18")]
    [InlineData("tweeenhalf jaar", "913")]
    [InlineData("2 kwartalen", "182")]
    [InlineData("een kwartaal", "91")]
    [InlineData("two quarters", "182")]
    [InlineData("ongeveer 3 weken", "21")]
    [InlineData("ca. 3 weken", "21")]
    [InlineData("about 2 months", "60")]
    public void A_length_of_time_is_read_as_people_write_it(string said, string days) => Assert.Equal(days, Duration.Hear(said, Cultures.Dutch).Value);

    [Theory]
    [InlineData("een paar weken")]
    [InlineData("half")]
    [InlineData("werkweken")]
    [InlineData("zestig weken")]
    [InlineData("-3")]
    [InlineData("12 km")]
    [InlineData("")]
    [InlineData("999999 jaar")]
    [InlineData("11 jaar")]
    public void What_is_no_length_of_time_is_told(string said) => Assert.NotNull(Duration.Hear(said, Cultures.Dutch).Problem);

    [Theory]
    [InlineData("1", "1 dag", "1 day")]
    [InlineData("7", "7 dagen", "7 days")]
    [InlineData("42", "42 dagen (6 weken)", "42 days (6 weeks)")]
    public void It_is_said_back_in_days(string days, string nl, string en)
    {
        Assert.Equal(nl, Duration.Echo(days, Cultures.Dutch));
        Assert.Equal(en, Duration.Echo(days, Cultures.English));
    }
}
