using System.Text.Json;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>The store, writing a line in the audit log for every deed that a commit wrote in the journal.</summary>
public sealed class AuditedStore(IStore store, AuditLog audit, Pseudonyms pseudonyms) : StoreAround(store)
{
    protected override void Committed(Changes changes)
    {
        List<AuditLine> lines = [.. changes.Documents
            .Where(static change => change is { Expected: 0, Json: not null } && change.Collection == Kinds.Journal.Collection)
            .Select(change => LineOf(changes.Workspace, JsonSerializer.Deserialize(change.Json!, Kinds.Journal.Json)!))];
        if (lines.Count > 0)
        {
            audit.Write(lines);
        }
    }

    private AuditLine LineOf(WorkspaceId workspace, People.JournalLine line) => new(
        line.At, pseudonyms.Of(workspace), pseudonyms.Of(workspace, line.By.Id), line.What, line.Number?.ToString(), line.Team, line.Subject, line.From);
}
