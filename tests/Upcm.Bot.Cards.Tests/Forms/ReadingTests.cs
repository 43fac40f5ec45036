using System.Globalization;
using Upcm.Bot.Cards.Forms;

namespace Upcm.Bot.Cards.Tests.Forms;

public sealed class ReadingTests
{
    private static readonly NumberQuestion Amount = new("amount", Phrase.Same("?")) { Name = Phrase.Same("Amount"), Before = "€ ", Decimals = 2 };

    private static readonly ChoiceQuestion Team = new("team", Phrase.Same("?"),
        [
            new("realisatie", Phrase.Same("Team Realisatie")), new("kennis", Phrase.Same("Team Kennisintegratie")),
            new("verbreding", Phrase.Same("Team Verbreding")), new("lang", Phrase.Same("0-5 jaar")),
        ])
    { Name = Phrase.Same("Team") };

    private static readonly DateQuestion Day = new("day", Phrase.Same("?"), new DateOnly(2026, 10, 5)) { Name = Phrase.Same("Day") };

    private static readonly ChoicesQuestion Several = new("several", Phrase.Same("?"), [new("materialen", Phrase.Same("Materialen")), new("verbruik", Phrase.Same("Verbruik")), new("bouw", Phrase.Same("Bouw en constructie"))])
    {
        Name = Phrase.Same("Cluster"),
    };

    [Theory]
    [InlineData("nl", "€ 40.000", "40000")]
    [InlineData("nl", "40.000,50", "40000.5")]
    [InlineData("nl", "12,5 mln", "12500000")]
    [InlineData("nl", "1.234.567", "1234567")]
    [InlineData("nl", "40k", "40000")]
    [InlineData("nl", "12.5", "12.5")]
    [InlineData("nl", "80000,-", "80000")]
    [InlineData("en", "€40,000", "40000")]
    [InlineData("en", "1.2 million", "1200000")]
    public void An_amount_is_read_as_people_write_it(string language, string typed, string canonical) =>
        Assert.Equal(canonical, Amount.Hear(typed, Cultures.Of(language)).Value);

    [Theory]
    [InlineData("nl", "veel")]
    [InlineData("nl", "-3")]
    [InlineData("nl", "40,000")]
    [InlineData("nl", "1.2.3")]
    [InlineData("nl", "12,345")]
    [InlineData("nl", "99999999999999999999999")]
    [InlineData("en", "40.000")]
    public void An_amount_that_cannot_be_right_is_asked_again(string language, string typed) =>
        Assert.NotNull(Amount.Hear(typed, Cultures.Of(language)).Problem);

    [Theory]
    [InlineData("relisatie", "realisatie")]
    [InlineData("Team Verbeding", "verbreding")]
    [InlineData("team ver", "verbreding")]
    [InlineData("2", "kennis")]
    [InlineData("0-5 jaar", "lang")]
    public void A_choice_is_read_with_a_typing_error(string typed, string id) =>
        Assert.Equal(id, Team.Hear(typed, Cultures.Dutch).Value);

    [Theory]
    [InlineData("team", "past op meer dan een keuze")]
    [InlineData("0-4 jaar", "staat niet in de lijst")]
    [InlineData("onbekend", "staat niet in de lijst")]
    [InlineData("9", "staat niet in de lijst")]
    public void A_choice_that_could_be_anything_is_asked_again(string typed, string problem) =>
        Assert.Contains(problem, Team.Hear(typed, Cultures.Dutch).Problem!.Nl, StringComparison.Ordinal);

    [Theory]
    [InlineData("12-10-2026", "2026-10-12")]
    [InlineData("12 okt", "2026-10-12")]
    [InlineData("maandag 12 oktober 2026", "2026-10-12")]
    [InlineData("1 mei", "2027-05-01")]
    [InlineData("morgen", "2026-10-06")]
    [InlineData("over 3 weken", "2026-10-26")]
    [InlineData("over 6 wkn", "2026-11-16")]
    [InlineData("over een maand", "2026-11-05")]
    [InlineData("over anderhalve maand", "2026-11-20")]
    [InlineData("over een half jaar", "2027-04-05")]
    [InlineData("over anderhalf jaar", "2028-04-05")]
    [InlineData("in half a year", "2027-04-05")]
    [InlineData("over 2 kwartalen", "2027-04-05")]
    [InlineData("in two quarters", "2027-04-05")]
    [InlineData("over 10 dagen", "2026-10-15")]
    [InlineData("over een week", "2026-10-12")]
    [InlineData("in a month", "2026-11-05")]
    [InlineData("woensdag", "2026-10-07")]
    [InlineData("maandag", "2026-10-12")] // it is Monday today
    [InlineData("zondag", "2026-10-11")]
    [InlineData("komende dinsdag", "2026-10-06")]
    [InlineData("volgende week dinsdag", "2026-10-13")]
    [InlineData("tuesday next week", "2026-10-13")]
    [InlineData("Friday", "2026-10-09")]
    [InlineData("2026-10-12", "2026-10-12")]
    [InlineData("October 12", "2026-10-12")]
    [InlineData("June 1st, 2027", "2027-06-01")]
    [InlineData("1st of June 2027", "2027-06-01")]
    public void A_day_is_read_as_people_write_it(string typed, string canonical) =>
        Assert.Equal(canonical, Day.Hear(typed, Cultures.Dutch).Value);

    [Theory]
    [InlineData("woensdag", "2026-09-30")]
    [InlineData("maandag", "2026-09-28")]
    [InlineData("zondag", "2026-10-04")]
    public void A_weekday_of_what_has_been_is_the_last_one(string typed, string canonical) =>
        Assert.Equal(canonical, (Day with { HasBeen = true }).Hear(typed, Cultures.Dutch).Value);

    [Fact]
    public void The_31st_of_February_is_refused_by_saying_how_long_the_month_is() =>
        Assert.Contains("28 dagen", Day.Hear("31 februari", Cultures.Dutch).Problem!.Nl, StringComparison.Ordinal);

    [Fact]
    public void February_31_is_refused_in_the_same_way() =>
        Assert.Contains("28 days", Day.Hear("February 31", Cultures.English).Problem!.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("juni 2027", "30 juni 2027")]
    [InlineData("eind 2027", "31 december 2027")]
    [InlineData("eind februari 2028", "29 februari 2028")]
    [InlineData("Q3 2027", "30 september 2027")]
    [InlineData("3e kwartaal 2027", "30 september 2027")]
    public void Of_a_month_a_quarter_or_a_year_the_day_is_asked(string typed, string suggested)
    {
        var problem = Day.Hear(typed, Cultures.Dutch).Problem!.Nl;
        Assert.StartsWith($"Ik lees \"{typed}\", maar niet welke dag.", problem, StringComparison.Ordinal);
        Assert.Contains(suggested, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("materialen en verbruik", "materialen,verbruik")]
    [InlineData("bouw en constructie, materialen", "bouw,materialen")]
    [InlineData("materialen en bouw en constructie", "Bouw")]
    public void Several_may_be_joined_by_and_though_a_name_may_have_one_too(string typed, string canonical)
    {
        var reading = Several.Hear(typed, Cultures.Dutch);
        Assert.Contains(canonical, reading.Value ?? reading.Problem!.Nl, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Of_several_only_the_one_that_is_unknown_is_named() =>
        Assert.StartsWith("\"hout\" staat niet", Several.Hear("materialen en hout", Cultures.Dutch).Problem!.Nl, StringComparison.Ordinal);

    [Fact]
    public void A_choice_is_read_by_one_of_its_words() =>
        Assert.Equal("bouw", Several.Hear("constructie", Cultures.Dutch).Value);

    [Fact]
    public void Whatever_is_typed_reading_never_throws()
    {
        foreach (var typed in new[] { "", " ", "🙂", "31-31-9999", "0-0-0", "<at>x</at>", new string('9', 5000), "1e30", "٣", "12 ab", "12 a" })
        {
            Assert.NotNull(Day.Hear(typed, Cultures.Dutch).Problem);
            _ = Amount.Hear(typed, CultureInfo.InvariantCulture);
        }
    }
}
