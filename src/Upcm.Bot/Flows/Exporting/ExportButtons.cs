using System.Globalization;
using Upcm.Bot.Cards;
using Upcm.Bot.Conversation;
using Upcm.Bot.Documents;

namespace Upcm.Bot.Flows.Exporting;

/// <summary>A button for each file that something on a card can be had as.</summary>
public static class ExportButtons
{
    /// <param name="name">As <see cref="IExport.Name"/>.</param>
    /// <param name="of">The number of an initiative, with a version where it is not the newest; the id of a team; or empty.</param>
    public static IEnumerable<Button> Of(Phrase name, string of, IReadOnlyList<Format> formats, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(name);
        var en = culture.IsEnglish();
        return formats.Select(format => Sayings.Button(format.Name, $"{(en ? "export" : "exporteer")} {name.In(culture)} {(of.Length > 0 ? of + " " : "")}{(en ? "as" : "als")} {format.Words[0]}"));
    }
}
