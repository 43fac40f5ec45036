using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Pictures;

/// <summary>
/// Stakeholders between influence and interest (Mendelow), as numbers; the names stand beside it. An address of a picture is
/// short, so the places are written short too.
/// </summary>
/// <param name="Language">Of the words: <c>nl</c> or <c>en</c>.</param>
/// <param name="Cells">Influence, interest, a minus where they are against, and the numbers there: <c>45:1,7</c> or <c>43-:2</c>.</param>
/// <param name="InfluenceFrom">Influence from this on is much.</param>
/// <param name="InterestFrom">Interest from this on is much.</param>
public sealed record MapPicture(string Language, IReadOnlyList<string> Cells, int InfluenceFrom, int InterestFrom) : IPicture
{
    /// <summary>Width and height in pixels.</summary>
    public const int Width = 960;

    public const int Height = 1020;

    private static readonly Phrase Sentence = new("invloed {0}, belang {1}{2}: {3}", "influence {0}, interest {1}{2}: {3}");
    private static readonly Phrase AgainstWords = new(", tegen", ", against");
    private static readonly Phrase Nobody = new("Nog niemand heeft een plek.", "Nobody has a place yet.");

    [JsonIgnore]
    public string InWords
    {
        get
        {
            var culture = Cultures.Of(Language);
            var places = Places().Select(cell => Sentence.In(culture, cell.Influence, cell.Interest, cell.Against ? AgainstWords.In(culture) : "", string.Join(", ", cell.Numbers))).ToList();
            return places.Count == 0 ? Nobody.In(culture) : Capital(string.Join("; ", places)) + ".";
        }
    }

    public static MapPicture Of(StakeholderMap map, Norms norms, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(norms);
        return new MapPicture(
            culture.IsEnglish() ? "en" : "nl",
            [
                .. map.Stakeholders
                    .Where(one => one.IsPlaced)
                    .GroupBy(one => (Influence: one.Influence!.Value, Interest: one.Interest!.Value, one.Against))
                    .OrderByDescending(group => group.Key.Influence).ThenByDescending(group => group.Key.Interest).ThenBy(group => group.Key.Against)
                    .Select(group => string.Create(
                        CultureInfo.InvariantCulture, $"{group.Key.Influence}{group.Key.Interest}{(group.Key.Against ? "-" : "")}:{string.Join(',', group.Select(one => one.Id))}")),
            ],
            norms.MuchInfluenceFrom,
            norms.MuchInterestFrom);
    }

    public byte[] Png() => new MapDrawing(this).Png();

    /// <summary>The cells as they can be drawn; what is written otherwise is passed over.</summary>
    internal ImmutableArray<MapPlace> Places() => [.. Cells.Select(Place).OfType<MapPlace>()];

    private static MapPlace? Place(string cell)
    {
        var parts = cell.Split(':');
        return parts is [{ Length: 2 or 3 } at, { Length: > 0 } numbers] && at[0] is >= '1' and <= '5' && at[1] is >= '1' and <= '5'
            ? new MapPlace(at[0] - '0', at[1] - '0', at.EndsWith('-'), [.. numbers.Split(',')])
            : null;
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}

/// <summary>Who stands where.</summary>
internal sealed record MapPlace(int Influence, int Interest, bool Against, ImmutableArray<string> Numbers);
