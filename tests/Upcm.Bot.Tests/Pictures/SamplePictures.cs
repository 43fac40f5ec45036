using Upcm.Bot.Pictures;

namespace Upcm.Bot.Tests.Pictures;

internal static class SamplePictures
{
    public static readonly RadarPicture Fingerprint = new(
        "nl",
        [
            new RadarAxis("Voedende kracht", 3.8m, 3.1m),
            new RadarAxis("Persoonlijke kracht", 4.2m, 4.4m),
            new RadarAxis("Samenwerkingskracht", 2.6m, 2.0m),
            new RadarAxis("Vormgevende kracht", 3.0m, 3.0m),
        ],
        Enough: 3.0m);

    /// <summary>As many stakeholders as asked, spread as they are in life: most have some interest and little influence.</summary>
    public static MapPicture Map(int count, string language = "nl") => MapPicture.Of(
        new Domain.StakeholderMap
        {
            Number = new(26, 1),
            Stakeholders =
            [
                .. Enumerable.Range(1, count).Select(id => new Domain.Stakeholder
                {
                    Id = id, Name = $"Partij {id}", Influence = 1 + (id * id % 5), Interest = 5 - (id % 7 % 5), Against = id % 6 == 3,
                }),
            ],
        },
        new Domain.Norms(),
        Cards.Cultures.Of(language));

    /// <summary>Value systems of a programme, at some organisations; two of them often lie close.</summary>
    public static ProfilePicture Profile(int organisations) => new(
        "nl",
        ["Macht", "Orde", "Succes", "Gemeenschap", "Synergie", "Holisme"],
        [.. Enumerable.Range(0, organisations).Select(at => new ProfileRow(
            ((char)('A' + at)).ToString(), [.. Enumerable.Range(0, 6).Select(system => at == 2 && system == 3 ? null : (decimal?)decimal.Round(1 + (((at * 7) + (system * 5) + (at * system)) % 9 / 2.1m), 1))]))],
        [3.2m, 2.5m, 4.1m, 3.3m, null, 1.7m]);

    public static readonly BarsPicture Bars = new(
        "nl",
        [
            new Bar("R0-R2 Circulair ontwerpen", null),
            new Bar("R3-R7 Levensduur verlengen", 17),
            new Bar("R8-R9 Hergebruik van materiaal", 3.5m),
        ],
        Claimed: 26,
        Expected: 305,
        Emitted: 6096)
    { Amount = "kton CO₂ per jaar" };

    public static readonly TimelinePicture Timeline = new(
        "nl",
        new DateOnly(2026, 9, 1),
        34,
        [
            new TimelineBar("vergunning", 0, 34, 34, TimelineState.Ready, 27),
            new TimelineBar("proef met drie bedrijven", 34, 76, 76, TimelineState.Critical, 70),
            new TimelineBar("werving", 0, 62, 76, TimelineState.Open),
            new TimelineBar("levering", 76, 90, 90, TimelineState.Critical, 90),
        ]);

    public static readonly HeatPicture Heat = new("nl", [new HeatDot(2, 4, 5), new HeatDot(1, 2, 2), new HeatDot(4, 2, 4), new HeatDot(7, 2, 4)], 8, 15);
}
