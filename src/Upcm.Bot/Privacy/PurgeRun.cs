using System.Collections.Immutable;

namespace Upcm.Bot.Privacy;

/// <summary>What one purge removed, and what it left because of a legal hold.</summary>
/// <param name="Removed">Sort of data to count.</param>
public sealed record PurgeRun(DateTimeOffset At, ImmutableSortedDictionary<string, int> Removed, int Held)
{
    /// <summary>Months of the audit log.</summary>
    public const string Audit = "audit";

    public string Id => Storage.Kinds.Sortable(At);
}
