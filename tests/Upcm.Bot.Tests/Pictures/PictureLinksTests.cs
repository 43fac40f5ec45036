using Microsoft.Extensions.Time.Testing;
using Upcm.Bot.Addresses;
using Upcm.Bot.Pictures;

namespace Upcm.Bot.Tests.Pictures;

public class PictureLinksTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 10, 12, 14, 5, 0, TimeSpan.Zero));
    private readonly PictureLinks links;

    public PictureLinksTests() => links = Links(1);

    [Fact]
    public void An_address_holds_the_whole_picture()
    {
        Assert.True(links.TryRead(Token(links.Address(SamplePictures.Fingerprint)), out var radar, out _));
        Assert.True(links.TryRead(Token(links.Address(SamplePictures.Bars)), out var bars, out _));

        Assert.Equal(SamplePictures.Fingerprint.InWords, radar.InWords);
        Assert.Equal(SamplePictures.Fingerprint.Enough, Assert.IsType<RadarPicture>(radar).Enough);
        Assert.Equal(SamplePictures.Bars.InWords, bars.InWords);
    }

    [Theory]
    [InlineData('W')]
    [InlineData('é')]
    [InlineData('漢')]
    public void The_longest_timeline_and_heat_map_fit_an_address(char letter)
    {
        var label = TimelinePicture.Label(new string(letter, 120));
        var bars = Enumerable.Range(0, TimelinePicture.MostBars).Select(at => new TimelineBar(label, 36_500, 36_500, 36_500, TimelineState.Critical, 36_500));
        Assert.True(links.TryRead(Token(links.Address(new TimelinePicture("nl", new DateOnly(2026, 9, 1), 36_500, [.. bars]))), out var timeline, out _));
        Assert.Equal(label, Assert.IsType<TimelinePicture>(timeline).Bars[^1].Label);

        var dots = Enumerable.Range(0, 20).Select(at => new HeatDot(1_000 + at, 5, 5));
        Assert.True(links.TryRead(Token(links.Address(new HeatPicture("nl", [.. dots], 8, 15))), out var heat, out _));
        Assert.Equal(20, Assert.IsType<HeatPicture>(heat).Risks.Count);
    }

    [Fact]
    public void An_address_is_short_enough_for_every_client() =>
        Assert.InRange(links.Address(SamplePictures.Fingerprint).AbsoluteUri.Length, 1, 700);

    [Fact]
    public void A_map_of_as_many_stakeholders_as_there_can_be_fits_in_an_address()
    {
        Assert.True(links.TryRead(Token(links.Address(SamplePictures.Map(Domain.StakeholderMap.Most))), out var map, out _));
        Assert.Equal(SamplePictures.Map(Domain.StakeholderMap.Most).InWords, map.InWords);
    }

    [Fact]
    public void A_context_scan_of_many_organisations_fits_in_an_address()
    {
        Assert.True(links.TryRead(Token(links.Address(SamplePictures.Profile(12))), out var profile, out _));
        Assert.Equal(SamplePictures.Profile(12).InWords, profile.InWords);
    }

    [Fact]
    public void An_address_is_below_where_the_bot_is_reached()
    {
        Assert.StartsWith("https://bot.example/upcm/pictures/", links.Address(SamplePictures.Bars).AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith(".png", links.Address(SamplePictures.Bars).AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_picture_keeps_its_address_for_the_day()
    {
        var morning = links.Address(SamplePictures.Bars);
        clock.Advance(TimeSpan.FromHours(9));

        Assert.Equal(morning, links.Address(SamplePictures.Bars));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual(morning, links.Address(SamplePictures.Bars));
    }

    [Fact]
    public void An_address_ends()
    {
        var token = Token(links.Address(SamplePictures.Bars));

        clock.Advance(Lifetime);
        Assert.True(links.TryRead(token, out _, out var end));
        Assert.Equal(new DateTimeOffset(2026, 11, 12, 0, 0, 0, TimeSpan.Zero), end);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.False(links.TryRead(token, out var picture, out _));
        Assert.Null(picture);
    }

    [Fact]
    public void Not_one_character_can_be_changed()
    {
        var token = Token(links.Address(SamplePictures.Bars));

        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in "AZaz09-_=. é".Where(c => c != token[i]))
            {
                var tampered = string.Concat(token.AsSpan(0, i), [other], token.AsSpan(i + 1));
                Assert.False(links.TryRead(tampered, out _, out _), tampered);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AAAA")]
    [InlineData("../../etc/passwd")]
    [InlineData("%00")]
    public void What_is_no_address_is_not_read(string token) => Assert.False(links.TryRead(token, out _, out _));

    [Fact]
    public void Shorter_longer_and_doubled_addresses_are_not_read()
    {
        var token = Token(links.Address(SamplePictures.Bars));

        Assert.All(Enumerable.Range(0, token.Length), length => Assert.False(links.TryRead(token[..length], out _, out _)));
        Assert.False(links.TryRead(token + "A", out _, out _));
        Assert.False(links.TryRead(token + token, out _, out _));
        Assert.False(links.TryRead(new string('A', 100_000), out _, out _));
    }

    [Fact]
    public void Another_key_reads_nothing() =>
        Assert.False(Links(2).TryRead(Token(links.Address(SamplePictures.Bars)), out _, out _));

    [Fact]
    public void Words_too_long_for_an_address_are_refused() =>
        Assert.Throws<ArgumentException>(() => links.Address(new RadarPicture("nl", [new RadarAxis(new string('x', 2000), 1)])));

    [Fact]
    public void A_short_key_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PictureLinks(new Uri("https://bot.example"), new byte[31], clock, Lifetime));

    private PictureLinks Links(byte seed) =>
        new(new Uri("https://bot.example/upcm"), [.. Enumerable.Repeat(seed, AddressKey.Length)], clock, Lifetime);

    private static string Token(Uri address) => Path.GetFileNameWithoutExtension(address.AbsolutePath);
}
