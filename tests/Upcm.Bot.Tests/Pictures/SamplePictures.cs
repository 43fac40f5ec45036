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
