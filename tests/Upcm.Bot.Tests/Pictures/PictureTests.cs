using SkiaSharp;
using Upcm.Bot.Pictures;

namespace Upcm.Bot.Tests.Pictures;

public class PictureTests
{
    private const int TeamsPixels = Cards.Rendering.AdaptiveCards.TeamsLimits.PicturePixels;

    [Fact]
    public void A_fingerprint_is_drawn_with_both_rounds()
    {
        using var drawn = Drawn(SamplePictures.Fingerprint, "fingerprint");

        Assert.Equal((RadarPicture.Width, RadarPicture.Height), (drawn.Width, drawn.Height));
        AssertHas(drawn, Pen.Blue, Pen.Orange, Pen.Green, Pen.Ink);
    }

    [Fact]
    public void A_first_fingerprint_has_no_earlier_round()
    {
        using var drawn = Drawn(SamplePictures.Fingerprint with { Axes = [.. SamplePictures.Fingerprint.Axes.Select(axis => axis with { Before = null })] }, "fingerprint-first");

        Assert.DoesNotContain(Pen.Orange, Colours(drawn));
    }

    [Fact]
    public void A_fingerprint_without_answers_is_still_drawn()
    {
        using var drawn = Drawn(new RadarPicture("en", [new("Nourishing", null), new("Personal", 2.5m), new("Collaboration", null), new("Form-giving", null)]), "fingerprint-empty");

        AssertHas(drawn, Pen.Blue, Pen.Ink);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_programme_may_have_other_forces(int count)
    {
        using var drawn = Drawn(new RadarPicture("en", [.. Enumerable.Range(1, count).Select(n => new RadarAxis($"Force number {n}", 1 + (n % 5), 3))]), $"fingerprint-{count}");

        AssertHas(drawn, Pen.Blue, Pen.Orange);
    }

    [Fact]
    public void A_claim_is_drawn_per_band_and_beside_the_groups()
    {
        using var drawn = Drawn(SamplePictures.Bars, "bars");

        Assert.Equal(BarsPicture.Width, drawn.Width);
        AssertHas(drawn, Pen.Blue, Pen.Orange, Pen.Quiet);
    }

    [Fact]
    public void Nothing_claimed_is_drawn_without_bars()
    {
        using var drawn = Drawn(new BarsPicture("en", [new Bar("R0-R2", null), new Bar("R3-R7", 0)], null, null, null), "bars-empty");

        Assert.DoesNotContain(Pen.Blue, Colours(drawn));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(200)]
    public void A_stakeholder_map_is_drawn_with_few_and_with_many(int count)
    {
        using var drawn = Drawn(SamplePictures.Map(count, count == 3 ? "en" : "nl"), $"stakeholders-{count}");

        Assert.Equal((MapPicture.Width, MapPicture.Height), (drawn.Width, drawn.Height));
        AssertHas(drawn, Pen.Blue, Pen.Orange, Pen.Ink);
    }

    [Fact]
    public void A_stakeholder_map_is_also_in_words_and_cells_that_are_none_are_passed_over() =>
        Assert.Equal(
            "Invloed 5, belang 4: 1, 7; invloed 2, belang 4, tegen: 2.",
            new MapPicture("nl", ["54:1,7", "24-:2", "96:3", "x", "4:"], 4, 4).InWords);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public void A_context_scan_is_drawn_with_few_and_with_many_organisations(int organisations)
    {
        using var drawn = Drawn(SamplePictures.Profile(organisations), $"context-scan-{organisations}");

        Assert.Equal(ProfilePicture.Width, drawn.Width);
        AssertHas(drawn, Pen.Blue, Pen.Orange, Pen.Ink);
    }

    [Fact]
    public void A_context_scan_is_also_in_words() =>
        Assert.Equal(
            "Orde: A 4,0, B –, samenwerking 2,5; Succes: A 5,0, B –, samenwerking –.",
            new ProfilePicture("nl", ["Orde", "Succes"], [new("A", [4, 9]), new("B", [])], [2.5m]).InWords);

    [Fact]
    public void Long_and_foreign_words_are_drawn_as_far_as_they_fit()
    {
        var label = "Łódź ﷺ 🏭 " + string.Concat(Enumerable.Repeat("heel lange naam ", 10));

        using var radar = Drawn(new RadarPicture("nl", [new(label, 5, 1), new(label, 1, 5), new(label, 9, -3), new("", 3)]), "fingerprint-nasty");
        using var bars = Drawn(new BarsPicture("nl", [new Bar(label, 123_456_789.123m), new Bar("", -5)], 1, 2, 3), "bars-nasty");

        Assert.InRange(radar.Height, 1, TeamsPixels);
    }

    [Theory]
    [InlineData("nl", "Voedende kracht 3,8 (was 3,1), Persoonlijke kracht 4,2 (was 4,4), Samenwerkingskracht 2,6 (was 2,0), Vormgevende kracht 3,0 (was 3,0).")]
    [InlineData("en", "Voedende kracht 3.8 (was 3.1), Persoonlijke kracht 4.2 (was 4.4), Samenwerkingskracht 2.6 (was 2.0), Vormgevende kracht 3.0 (was 3.0).")]
    public void What_a_fingerprint_shows_is_also_in_words(string language, string words) =>
        Assert.Equal(words, (SamplePictures.Fingerprint with { Language = language }).InWords);

    [Fact]
    public void What_bars_show_is_also_in_words() =>
        Assert.Equal(
            "R0-R2 Circulair ontwerpen niets, R3-R7 Levensduur verlengen 17, R8-R9 Hergebruik van materiaal 3,5, Samen geclaimd 26, "
            + "Verwacht in tien jaar 305, Uitstoot nu 6.096 kton CO₂ per jaar.",
            SamplePictures.Bars.InWords);

    [Fact]
    public void A_timeline_is_drawn_with_what_is_critical_ready_and_planned()
    {
        using var drawn = Drawn(SamplePictures.Timeline, "timeline");

        Assert.Equal(TimelinePicture.Width, drawn.Width);
        AssertHas(drawn, Pen.Blue, Pen.Orange, Pen.Green, Pen.Ink);
    }

    [Fact]
    public void A_timeline_of_one_day_and_one_of_a_hundred_years_are_drawn()
    {
        using var day = Drawn(new TimelinePicture("en", new DateOnly(2026, 9, 1), -5, [new TimelineBar("a", 0, 0, 0, TimelineState.Open)]), "timeline-day");
        using var century = Drawn(new TimelinePicture("en", new DateOnly(2026, 9, 1), 99, [.. Enumerable.Range(0, TimelinePicture.MostBars).Select(at => new TimelineBar(new string('W', 28), at * 3000, at * 3050, 36500, TimelineState.Open))]), "timeline-long");

        Assert.InRange(century.Height, 1, TeamsPixels);
    }

    [Theory]
    [InlineData("nl", "vergunning klaar 5 okt 2026, proef met drie bedrijven 5 okt 2026 – 16 nov 2026 (geen speling), werving 1 sep 2026 – 2 nov 2026, levering 16 nov 2026 – 30 nov 2026 (geen speling).")]
    [InlineData("en", "vergunning ready 5 Oct 2026, proef met drie bedrijven 5 Oct 2026 – 16 Nov 2026 (no slack), werving 1 Sept 2026 – 2 Nov 2026, levering 16 Nov 2026 – 30 Nov 2026 (no slack).")]
    public void What_a_timeline_shows_is_also_in_words(string language, string words) => Assert.Equal(words, (SamplePictures.Timeline with { Language = language }).InWords);

    [Fact]
    public void Risks_are_drawn_in_the_cell_of_their_chance_and_effect()
    {
        using var drawn = Drawn(SamplePictures.Heat, "heat");

        Assert.Equal((HeatPicture.Width, HeatPicture.Height), (drawn.Width, drawn.Height));
        AssertHas(drawn, Pen.Ink);
    }

    [Fact]
    public void What_a_heat_map_shows_is_also_in_words()
    {
        Assert.Equal(
            "Risico 2: kans 4, gevolg 5 (rood); risico 1: kans 2, gevolg 2 (groen); risico 4: kans 2, gevolg 4 (oranje); risico 7: kans 2, gevolg 4 (oranje).",
            SamplePictures.Heat.InWords);
        Assert.Equal("No risk with chance and effect yet.", new HeatPicture("en", [], 8, 15).InWords);
    }

    /// <summary>Decodes it, and keeps it in artifacts/pictures for a person's eyes.</summary>
    private static SKBitmap Drawn(IPicture picture, string name)
    {
        var png = picture.Png();
        File.WriteAllBytes(Path.Combine(Artifacts(), name + ".png"), png);
        var drawn = SKBitmap.Decode(png);
        Assert.NotNull(drawn);
        Assert.InRange(drawn.Width, 1, TeamsPixels);
        Assert.InRange(drawn.Height, 1, TeamsPixels);
        Assert.InRange(png.Length, 1, 200_000);
        return drawn;
    }

    private static void AssertHas(SKBitmap drawn, params SKColor[] colours)
    {
        var there = Colours(drawn);
        Assert.All(colours, colour => Assert.Contains(colour, there));
    }

    private static HashSet<SKColor> Colours(SKBitmap drawn) => [.. drawn.Pixels];

    private static string Artifacts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Upcm.Bot.sln")))
        {
            folder = folder.Parent;
        }

        return Directory.CreateDirectory(Path.Combine(folder!.FullName, "artifacts", "pictures")).FullName;
    }
}
