using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text.Json;
using Upcm.Bot.Cards;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

internal enum Fate
{
    Same,
    Written,
    LeftAlone,
}

/// <summary>Writes documents of one record where the file changed them and nobody else did.</summary>
internal sealed class PartWriter(IStore store, Changes changes, ImportedRecord? known, bool overwrite, CancellationToken cancel)
{
    private readonly ImmutableSortedDictionary<string, ImportedDocument>.Builder documents =
        (known?.Documents ?? ImmutableSortedDictionary<string, ImportedDocument>.Empty).ToBuilder();

    public ImmutableSortedDictionary<string, ImportedDocument> Documents => documents.ToImmutable();

    public int Written { get; private set; }

    /// <summary>The names of what was left alone.</summary>
    public List<Phrase> LeftAlone { get; } = [];

    public async ValueTask<Fate> Put<T>(Kind<T> kind, T document, Phrase called)
        where T : class
    {
        var id = kind.Id(document);
        var name = $"{kind.Collection}/{id}";
        var print = PrintOf(kind, document);
        var mark = documents.GetValueOrDefault(name);
        if (mark?.Print == print)
        {
            return Fate.Same;
        }

        var stored = await store.Load(kind, changes.Workspace, id, cancel);
        var now = stored is null ? null : PrintOf(kind, stored.Document);
        if (now == print)
        {
            documents[name] = new ImportedDocument(print);
            return Fate.Same;
        }

        if (now != mark?.Print && !overwrite)
        {
            LeftAlone.Add(called);
            return Fate.LeftAlone;
        }

        changes.Put(kind, document, stored?.Version ?? 0);
        documents[name] = new ImportedDocument(print);
        Written++;
        return Fate.Written;
    }

    /// <summary>What people told, in short: what is kept beside it to count by is no change of theirs.</summary>
    private static string PrintOf<T>(Kind<T> kind, T document)
        where T : class
    {
        var told = document switch
        {
            Initiative it => it with { Impact = null, Stakeholders = null } as T,
            StakeholderMap map => Told(map) as T,
            _ => document,
        };
        return Convert.ToHexStringLower(XxHash128.Hash(JsonSerializer.SerializeToUtf8Bytes(told!, kind.Json)));
    }

    /// <summary>Without the numbers and days that the bot gives, and in one order.</summary>
    private static StakeholderMap Told(StakeholderMap map) => new()
    {
        Number = map.Number,
        Stakeholders =
        [
            .. map.Stakeholders.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => one with
            {
                Id = 0, AddedAt = default, KnownAt = null, PlacedAt = null, IssuesAt = null, ApproachAt = null,
            }),
        ],
    };
}
