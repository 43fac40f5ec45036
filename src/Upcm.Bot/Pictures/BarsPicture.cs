using System.Globalization;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>The CO₂ an initiative claims to save, per band, beside what its product groups are expected to save and emit now; all in kton per year.</summary>
/// <param name="Language">Of the words and numbers: <c>nl</c> or <c>en</c>.</param>
/// <param name="Claimed">The indicator: what is claimed in all, which the bands should add up to.</param>
/// <param name="Expected">What the programme expects the product groups to save in ten years.</param>
/// <param name="Emitted">What the product groups emit now: no claim can be larger.</param>
public sealed record BarsPicture(
    string Language, IReadOnlyList<Bar> Bands, decimal? Claimed, decimal? Expected, decimal? Emitted) : IPicture
{
    /// <summary>Width in pixels; the height follows from how many bars there are.</summary>
    public const int Width = 960;

    /// <summary>What the figures are in: <c>kton CO₂ per jaar</c>; empty in addresses of before it was kept.</summary>
    public string Amount { get; init; } = "";

    private static readonly Phrase Nothing = new("niets", "nothing");
    private static readonly Phrase InAll = new("Samen geclaimd", "Claimed in all");
    private static readonly Phrase ExpectedWords = new("Verwacht in tien jaar", "Expected in ten years");
    private static readonly Phrase EmittedWords = new("Uitstoot nu", "Emitted now");

    [JsonIgnore]
    public string InWords
    {
        get
        {
            var culture = Cultures.Of(Language);
            return string.Join(", ", Bands.Concat(Beside()).Select(bar => $"{bar.Label} {(bar.Value is null ? Nothing.In(culture) : Number(bar.Value, culture))}"))
                + $" {Amount}".TrimEnd() + ".";
        }
    }

    public byte[] Png() => new BarsDrawing(this).Png();

    /// <summary>The claim beside what the product groups can do.</summary>
    internal IEnumerable<Bar> Beside()
    {
        var culture = Cultures.Of(Language);
        yield return new Bar(InAll.In(culture), Claimed);
        if (Expected is not null)
        {
            yield return new Bar(ExpectedWords.In(culture), Expected);
        }

        if (Emitted is not null)
        {
            yield return new Bar(EmittedWords.In(culture), Emitted);
        }
    }

    internal static string Number(decimal? value, CultureInfo culture) =>
        value is { } known ? known.ToString(known == decimal.Truncate(known) ? "#,0" : "#,0.#", culture) : "–";
}

/// <param name="Value">Null where nothing is claimed.</param>
public sealed record Bar(string Label, decimal? Value);
