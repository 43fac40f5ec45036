using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>
/// Gives numbers to initiatives without one, above every number in the file and in the store, and moves the counters along,
/// so that who registers next never meets an imported number.
/// </summary>
internal sealed class Numbers
{
    private readonly Dictionary<int, (long Stored, long Reached)> years;
    private readonly IStore store;
    private readonly WorkspaceId workspace;

    private Numbers(IStore store, WorkspaceId workspace, Dictionary<int, (long Stored, long Reached)> years)
    {
        this.store = store;
        this.workspace = workspace;
        this.years = years;
    }

    public static async Task<Numbers> From(IStore store, WorkspaceId workspace, IReadOnlyDictionary<int, int> highest, CancellationToken cancel)
    {
        Dictionary<int, (long Stored, long Reached)> known = [];
        foreach (var (year, most) in highest)
        {
            var stored = await store.Count(workspace, NumberSeries.Initiatives(year), cancel);
            known[year] = (stored, Math.Max(stored, most));
        }

        return new Numbers(store, workspace, known);
    }

    public async ValueTask<InitiativeNumber> Next(int year, CancellationToken cancel)
    {
        if (!years.TryGetValue(year, out var known))
        {
            var stored = await store.Count(workspace, NumberSeries.Initiatives(year), cancel);
            known = (stored, stored);
        }

        years[year] = known with { Reached = known.Reached + 1 };
        return new InitiativeNumber(year, (int)known.Reached + 1);
    }

    /// <summary>Nobody else draws numbers meanwhile: an import has the store to itself.</summary>
    public void Write(Changes changes)
    {
        foreach (var (year, (stored, reached)) in years.ToList())
        {
            if (reached > stored)
            {
                changes.Add(NumberSeries.Initiatives(year), reached - stored);
                years[year] = (reached, reached);
            }
        }
    }
}
