using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Pictures;

/// <summary>The milestones of a project as bars on a calendar, the critical ones marked.</summary>
/// <param name="Language">Of the words and days: <c>nl</c> or <c>en</c>.</param>
/// <param name="Start">The day that everything is counted from.</param>
/// <param name="Today">In days from the start.</param>
public sealed record TimelinePicture(string Language, DateOnly Start, int Today, IReadOnlyList<TimelineBar> Bars) : IPicture
{
    /// <summary>As many as fit a picture of Teams; the words beside the picture have all.</summary>
    public const int MostBars = 8;

    /// <summary>Bytes of a name that an address has room for: all bars of this length together still fit.</summary>
    private const int LongestLabel = 48;

    public const int Width = 960;

    private static readonly Phrase Ready = new("klaar", "ready");
    private static readonly Phrase Critical = new("geen speling", "no slack");

    /// <summary>Where there are too many milestones, those that decide the end come first.</summary>
    public static TimelinePicture Of(Plan plan, DateOnly today, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int Since(DateOnly day) => Math.Max(0, day.DayNumber - plan.Start.DayNumber);
        var shown = plan.Lines.Select((line, at) => (line, at)).OrderBy(one => one.line.IsReady).ThenBy(one => one.line.Slack).Take(MostBars).OrderBy(one => one.at);
        return new TimelinePicture(
            culture.IsEnglish() ? "en" : "nl",
            plan.Start,
            today.DayNumber - plan.Start.DayNumber,
            [
                .. shown.Select(one => one.line).Select(line => new TimelineBar(
                    Label(line.Milestone.Name),
                    line.IsReady ? Math.Max(0, Since(line.Ready) - line.Duration) : Since(line.Starts),
                    Since(line.Ready),
                    line.IsReady ? Since(line.Ready) : Since(line.LatestReady),
                    line.IsReady ? TimelineState.Ready : line.Slack == 0 ? TimelineState.Critical : TimelineState.Open,
                    line.Milestone.PlannedEnd is { } planned ? Since(planned) : null)),
            ]);
    }

    [JsonIgnore]
    public string InWords => string.Join(", ", Bars.Select(Words)) + ".";

    public byte[] Png() => new TimelineDrawing(this).Png();

    /// <summary>The name, or as much of it as an address has room for.</summary>
    public static string Label(string name)
    {
        for (var letters = name.Length; letters > 0; letters--)
        {
            var label = Flows.Shorter.Than(letters, name);
            if (JsonEncodedText.Encode(label).EncodedUtf8Bytes.Length <= LongestLabel)
            {
                return label;
            }
        }

        return "…";
    }

    internal string Day(int days, CultureInfo culture) => Start.AddDays(days).ToString("d MMM yyyy", culture);

    private string Words(TimelineBar bar)
    {
        var culture = Cultures.Of(Language);
        return bar.State == TimelineState.Ready
            ? $"{bar.Label} {Ready.In(culture)} {Day(bar.To, culture)}"
            : $"{bar.Label} {Day(bar.From, culture)} – {Day(bar.To, culture)}{(bar.State == TimelineState.Critical ? $" ({Critical.In(culture)})" : "")}";
    }
}

/// <summary>One milestone, in days from the start.</summary>
/// <param name="Latest">How late it can be without moving the end.</param>
/// <param name="Planned">The planned day; null where none is.</param>
public sealed record TimelineBar(string Label, int From, int To, int Latest, TimelineState State, int? Planned = null);

/// <summary>Numbers in addresses: never renumber.</summary>
public enum TimelineState
{
    Open = 0,
    Critical = 1,
    Ready = 2,
}
