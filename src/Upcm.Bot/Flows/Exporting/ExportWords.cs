using System.Globalization;
using FuzzySharp;
using Upcm.Bot.Documents;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>What somebody asks for, in whatever order it was said: <c>exporteer impactsheet 20-004 als pdf</c>, <c>pdf van 20-004</c>.</summary>
/// <param name="Export">Null where it was not said, or not understood.</param>
/// <param name="Number">As typed.</param>
/// <param name="Rest">The words that meant nothing else; perhaps a team.</param>
public sealed record ExportWords(IExport? Export, Format? Format, string? Number, int? Version, string Rest)
{
    private const int MeantFrom = 82;

    private static readonly HashSet<string> Filling =
    [
        "exporteer", "export", "exporteren", "download", "downloaden", "als", "naar", "in", "van", "de", "het", "een", "mijn", "voor", "bestand", "document",
        "as", "to", "of", "the", "an", "a", "my", "for", "file", "team", "me", "stuur", "send", "over", "nummer", "number",
    ];

    public static ExportWords Read(string said, IEnumerable<IExport> exports)
    {
        ArgumentNullException.ThrowIfNull(said);
        var words = said.ToLowerInvariant().Split([' ', ',', ':', '?', '.'], StringSplitOptions.RemoveEmptyEntries).ToList();
        var format = Format.All.FirstOrDefault(one => words.Any(word => one.Words.Contains(word)));
        words.RemoveAll(word => Filling.Contains(word) || Format.All.Any(one => one.Words.Contains(word)));
        var number = words.FirstOrDefault(word => InitiativeNumber.TryParse(word, CultureInfo.InvariantCulture, out _));
        words.RemoveAll(word => word == number);
        int? version = null;
        if (words.FindIndex(word => word is "versie" or "version") is >= 0 and var at && at + 1 < words.Count
            && int.TryParse(words[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var told))
        {
            version = told;
            words.RemoveRange(at, 2);
        }

        var (export, name) = Named(words, exports);
        return new ExportWords(export, format, number, version, string.Join(' ', words.Skip(name)));
    }

    /// <summary>The export that the first words name, with or without a typing error, and how many words that took.</summary>
    private static (IExport? Export, int Words) Named(List<string> words, IEnumerable<IExport> exports)
    {
        var best = exports
            .SelectMany(export => export.Also.Append(export.Name.Nl).Append(export.Name.En), (export, name) => (export, name: name.ToLowerInvariant()))
            .Select(one =>
            {
                var length = Math.Min(one.name.Count(letter => letter == ' ') + 1, words.Count);
                return (one.export, length, score: Fuzz.Ratio(string.Join(' ', words.Take(length)), one.name));
            })
            .OrderByDescending(one => one.score).ThenByDescending(one => one.length)
            .FirstOrDefault();
        return best.score >= MeantFrom ? (best.export, best.length) : (null, 0);
    }
}
