using Upcm.Bot.Cards;
using Upcm.Domain;

namespace Upcm.Bot.Flows.Telling;

/// <summary>What there is to tell, from what a reader should know first to what can wait.</summary>
public enum NewsKind
{
    LightChanged,
    GateWaits,
    ActionDue,
    ReportOverdue,

    /// <summary>A tension that another team has for this one.</summary>
    TensionIn,

    /// <summary>A tension of this team that lies with another.</summary>
    TensionOut,
    GateDecided,
    Stopped,
    Held,
    GateRequested,
    Registered,
    Resumed,

    /// <summary>Somebody got or left an office in the sight line: the steering meeting, its chair, the team.</summary>
    SightLine,
    TermNear,
    Reported,
    SheetMade,
    FingerprintClosed,
    ActionDone,
    Imported,
}

/// <summary>One thing to tell.</summary>
/// <param name="Number">The initiative it is about, if any.</param>
/// <param name="Words">What is worth knowing of it.</param>
/// <param name="Day">Since when it waits, or when it is due.</param>
/// <param name="Weight">The heavier the sooner it is told among its kind.</param>
public sealed record NewsItem(NewsKind Kind, InitiativeNumber? Number, Phrase? Words = null, DateOnly? Day = null, int Weight = 0)
{
    /// <summary>The tension it is, if it is one.</summary>
    public Tension? Tension { get; init; }
}

/// <summary>What changed in a team's portfolio in a span of time, and what waits or comes at the end of it.</summary>
/// <param name="Team">Team id.</param>
/// <param name="Since">Exclusive.</param>
/// <param name="Until">Inclusive.</param>
/// <param name="Whole">False where there was more than could be read at once.</param>
public sealed record TeamNews(
    string Team, DateTimeOffset Since, DateTimeOffset Until, IReadOnlyDictionary<NewsKind, IReadOnlyList<NewsItem>> Items, bool Whole)
{
    private static readonly NewsKind[] States = [NewsKind.GateWaits, NewsKind.ActionDue, NewsKind.ReportOverdue, NewsKind.TermNear, NewsKind.TensionIn, NewsKind.TensionOut];

    /// <summary>The items of a kind, the heaviest first.</summary>
    public IReadOnlyList<NewsItem> Of(NewsKind kind) => Items.GetValueOrDefault(kind) ?? [];

    /// <summary>How many things changed; a light that changed is part of a report that was counted.</summary>
    public int Changed => Items.Where(pair => !States.Contains(pair.Key) && pair.Key != NewsKind.LightChanged).Sum(pair => pair.Value.Count);

    /// <summary>Nothing changed, nothing waits, nothing comes.</summary>
    public bool IsSilent => Items.Values.All(items => items.Count == 0);
}
