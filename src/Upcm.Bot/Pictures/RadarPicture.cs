using System.Globalization;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Pictures;

/// <summary>A fingerprint: how strong each force is, beside the round before.</summary>
/// <param name="Language">Of the words and numbers: <c>nl</c> or <c>en</c>.</param>
/// <param name="Enough">What every force must have for the gate; null where that does not matter.</param>
public sealed record RadarPicture(string Language, IReadOnlyList<RadarAxis> Axes, decimal? Enough = null) : IPicture
{
    /// <summary>Width and height in pixels.</summary>
    public const int Width = 960;

    public const int Height = 920;

    private static readonly Phrase NotYet = new("nog niet bekend", "not known yet");

    public static RadarPicture Of(FingerprintResult result, WorkingMethod method, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(method);
        return new RadarPicture(
            culture.IsEnglish() ? "en" : "nl",
            [.. method.Forces.Zip(result.Forces).Select(pair => new RadarAxis(pair.First.Name.In(culture), pair.Second.Mean, pair.Second.Mean - pair.Second.Change))],
            method.Norms.FingerprintForceAtLeast);
    }

    [JsonIgnore]
    public string InWords
    {
        get
        {
            var culture = Cultures.Of(Language);
            return string.Join(", ", Axes.Select(axis => $"{axis.Label} {(axis.Now is null ? NotYet.In(culture) : Words(axis, culture))}")) + ".";
        }
    }

    public byte[] Png() => new RadarDrawing(this).Png();

    internal static string Words(RadarAxis axis, CultureInfo culture) =>
        axis.Before is { } before
            ? new Phrase("{0} (was {1})", "{0} (was {1})").In(culture, Number(axis.Now, culture), Number(before, culture))
            : Number(axis.Now, culture);

    internal static string Number(decimal? value, CultureInfo culture) => value is { } known ? known.ToString("0.0", culture) : "–";
}

/// <summary>One force, on the scale of 1 to 5.</summary>
/// <param name="Now">Null where nobody has answered yet.</param>
/// <param name="Before">Null in the first round.</param>
public sealed record RadarAxis(string Label, decimal? Now, decimal? Before = null)
{
    public const decimal Least = 1;

    public const decimal Most = 5;
}
