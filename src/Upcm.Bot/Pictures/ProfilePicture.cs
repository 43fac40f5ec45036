using System.Globalization;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;

namespace Upcm.Bot.Pictures;

/// <summary>A context scan: how strongly each value system shows at every organisation, by letter, and in the collaboration. The names stand beside it.</summary>
/// <param name="Language">Of the words and numbers: <c>nl</c> or <c>en</c>.</param>
/// <param name="Together">Of the collaboration, a mean for each system.</param>
public sealed record ProfilePicture(string Language, IReadOnlyList<string> Systems, IReadOnlyList<ProfileRow> Rows, IReadOnlyList<decimal?> Together) : IPicture
{
    /// <summary>Width in pixels; the height follows from how many systems there are and how close the organisations lie.</summary>
    public const int Width = 960;

    private static readonly Phrase Collaboration = new("samenwerking", "collaboration");

    [JsonIgnore]
    public string InWords
    {
        get
        {
            var culture = Cultures.Of(Language);
            return string.Join("; ", Systems.Select((system, at) => $"{system}: {string.Join(", ", Rows.Select(row => $"{row.Letter} {Number(row.Of(at), culture)}").Append($"{Collaboration.In(culture)} {Number(Mean(Together, at), culture)}"))}")) + ".";
        }
    }

    public byte[] Png() => new ProfileDrawing(this).Png();

    internal static decimal? Mean(IReadOnlyList<decimal?> means, int at) => at < means.Count && means[at] is { } known ? Math.Clamp(known, 1, 5) : null;

    private static string Number(decimal? value, CultureInfo culture) => value is { } known ? known.ToString("0.0", culture) : "–";
}

/// <summary>One organisation.</summary>
/// <param name="Means">1 to 5 for each system; null where nobody knew.</param>
public sealed record ProfileRow(string Letter, IReadOnlyList<decimal?> Means)
{
    internal decimal? Of(int system) => ProfilePicture.Mean(Means, system);
}
