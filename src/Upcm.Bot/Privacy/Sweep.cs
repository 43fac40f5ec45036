using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Privacy;

/// <summary>What becomes of each document when the store is written anew after people were erased.</summary>
internal sealed class Sweep(WorkspaceId workspace, IReadOnlyList<Redaction> redactions, IReadOnlySet<InitiativeNumber> held)
{
    /// <summary>What the bot puts together itself, where a name is always a person's.</summary>
    private static readonly HashSet<string> Written = [Kinds.Posts.Collection, Kinds.Journal.Collection, Kinds.Occasions.Collection, Kinds.Heard.Collection];

    public KeptRow Each(KeptRow row)
    {
        if (row.Workspace != workspace || !EveryKind.ByCollection.TryGetValue(row.Collection, out var kind))
        {
            return row;
        }

        var json = row.Json;
        foreach (var redaction in redactions)
        {
            json = redaction.Of(json, Written.Contains(row.Collection)) ?? json;
        }

        if (ReferenceEquals(json, row.Json) || (Eraser.Readable(kind, row)?.Archive is { } number && held.Contains(number)))
        {
            return row;
        }

        var document = kind.Read(json);
        return row with { Id = document.Id, Json = json, Keys = document.Keys };
    }
}
