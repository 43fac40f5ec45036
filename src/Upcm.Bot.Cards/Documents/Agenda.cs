namespace Upcm.Bot.Cards.Documents;

/// <summary>Things with a day or a time, for somebody's own calendar.</summary>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
public sealed record Agenda(string Title, string Language, IReadOnlyList<AgendaItem> Items) : IContent;

/// <summary>One thing in a calendar.</summary>
/// <param name="Uid">The same whenever it is exported, so that a calendar replaces what it had.</param>
/// <param name="Day">The day in the programme's time zone.</param>
/// <param name="At">The time on the wall there; null for a whole day.</param>
public sealed record AgendaItem(string Uid, string Title, DateOnly Day, TimeOnly? At = null)
{
    /// <summary>For something with a time.</summary>
    public TimeSpan Lasts { get; init; } = TimeSpan.FromHours(1);

    public string? Description { get; init; }

    /// <summary>Goes up whenever it changed, so that a calendar takes the newest.</summary>
    public int Sequence { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset Changed { get; init; }

    public bool Cancelled { get; init; }
}
