using System.Text.Json;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>The store, writing a line in the audit log for every deed that a commit wrote in the journal.</summary>
public sealed class AuditedStore(IStore store, AuditLog audit, Pseudonyms pseudonyms) : IStore
{
    public bool Healthy => store.Healthy;

    public ValueTask<Stored<T>?> Load<T>(Kind<T> kind, WorkspaceId workspace, string id, CancellationToken cancel)
        where T : class => store.Load(kind, workspace, id, cancel);

    public ValueTask<IReadOnlyList<Found<T>>> Find<T>(
        Kind<T> kind, WorkspaceId workspace, string key, int take, string? after, bool descending, CancellationToken cancel)
        where T : class => store.Find(kind, workspace, key, take, after, descending, cancel);

    public ValueTask<long> Count(WorkspaceId workspace, string counter, CancellationToken cancel) => store.Count(workspace, counter, cancel);

    public ValueTask<IReadOnlyList<KeyValuePair<string, long>>> Counters(WorkspaceId workspace, string start, int take, CancellationToken cancel) =>
        store.Counters(workspace, start, take, cancel);

    public ValueTask<long> Next(WorkspaceId workspace, string counter, CancellationToken cancel) => store.Next(workspace, counter, cancel);

    public ValueTask<IReadOnlyList<WorkspaceId>> Workspaces(CancellationToken cancel) => store.Workspaces(cancel);

    public async ValueTask Commit(Changes changes, CancellationToken cancel)
    {
        await store.Commit(changes, cancel);
        List<AuditLine> lines = [.. changes.Documents
            .Where(static change => change is { Expected: 0, Json: not null } && change.Collection == Kinds.Journal.Collection)
            .Select(change => LineOf(changes.Workspace, JsonSerializer.Deserialize(change.Json!, Kinds.Journal.Json)!))];
        if (lines.Count > 0)
        {
            audit.Write(lines);
        }
    }

    public ValueTask<long> WriteAnew(Func<KeptRow, KeptRow> each, CancellationToken cancel) => store.WriteAnew(each, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private AuditLine LineOf(WorkspaceId workspace, People.JournalLine line) => new(
        line.At, pseudonyms.Of(workspace), pseudonyms.Of(workspace, line.By.Id), line.What, line.Number?.ToString(), line.Team, line.Subject, line.From);
}
