using Upcm.Domain;

namespace Upcm.Bot.Storage;

/// <summary>
/// The store, marking a workspace before anything else is written in it with how this release counts and what it finds documents
/// by. A workspace without these marks is of an earlier release: at the next start it is counted, and the whole store written, anew.
/// Whoever writes writes through this one.
/// </summary>
/// <param name="marks">Counters, and what they say.</param>
public sealed class MarkedStore(IStore store, IReadOnlyList<Tally> marks) : StoreAround(store)
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly IStore inner = store;
    private volatile HashSet<WorkspaceId>? begun; // is not changed any more once it stands here

    protected override async ValueTask Committing(WorkspaceId workspace, CancellationToken cancel)
    {
        if (begun?.Contains(workspace) == true)
        {
            return;
        }

        await gate.WaitAsync(cancel); // or two first commits would each mark it
        try
        {
            var known = begun ?? [.. await inner.Workspaces(cancel)];
            if (!known.Contains(workspace))
            {
                var first = new Changes(workspace);
                foreach (var mark in marks)
                {
                    first.Add(mark.Counter, mark.Amount);
                }

                await inner.Commit(first, cancel);
            }

            begun = [.. known, workspace];
        }
        finally
        {
            gate.Release();
        }
    }
}
