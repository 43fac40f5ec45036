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

    public static readonly BarsPicture Bars = new(
        "nl",
        [
            new Bar("R0-R2 Circulair ontwerpen", null),
            new Bar("R3-R7 Levensduur verlengen", 17),
            new Bar("R8-R9 Hergebruik van materiaal", 3.5m),
        ],
        Claimed: 26,
        Expected: 305,
        Emitted: 6096);
}
