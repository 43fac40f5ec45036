namespace Upcm.Domain;

/// <summary>Counters as they stand, by name.</summary>
public sealed class Counts(IEnumerable<KeyValuePair<string, long>> counters)
{
    private readonly SortedDictionary<string, long> byName = new(
        counters.ToDictionary(static one => one.Key, static one => one.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <param name="what">Of <see cref="Tallies"/>, perhaps with what follows: <c>team/realisatie</c>.</param>
    public long this[string what] => byName.GetValueOrDefault(Tally.Prefix + what);

    /// <summary>Which there are of something, and how many of each: for <c>group</c> the codes of product groups.</summary>
    public IEnumerable<KeyValuePair<string, long>> Of(string what)
    {
        var start = $"{Tally.Prefix}{what}/";
        return byName.Where(one => one.Key.StartsWith(start, StringComparison.Ordinal)).Select(one => KeyValuePair.Create(one.Key[start.Length..], one.Value));
    }

    /// <summary>Initiatives that were not stopped, of a team, in a phase.</summary>
    public long In(string? team = null, string? phase = null, bool runningOnly = false) => States()
        .Where(one => (team is null || one.Team == team) && (phase is null || one.Phase == phase)
            && (runningOnly ? one.Status == nameof(InitiativeStatus.Active) : one.Status != nameof(InitiativeStatus.Stopped)))
        .Sum(static one => one.Count);

    private IEnumerable<(string Team, string Phase, string Status, long Count)> States() =>
        from state in Of(Tallies.States)
        let parts = state.Key.Split('/')
        where parts.Length == 3
        select (parts[0], parts[1], parts[2], state.Value);
}
