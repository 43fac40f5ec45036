using Upcm.Bot.Cards;
using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>What came of an import.</summary>
internal sealed class ImportOutcome
{
    private const int MostNamed = 50;

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Offices { get; set; }

    public int Roles { get; set; }

    public int Parties { get; set; }

    /// <summary>What people changed since the last import and the file changed too: not written over. The first ones.</summary>
    public List<Phrase> LeftAlone { get; } = [];

    public int LeftAloneCount { get; private set; }

    /// <summary>What an earlier import that ended halfway had written.</summary>
    public ImportRun? Completes { get; set; }

    public int Done { get; private set; }

    public void Leave(IReadOnlyCollection<Phrase> parts)
    {
        LeftAloneCount += parts.Count;
        LeftAlone.AddRange(parts.Take(MostNamed - LeftAlone.Count));
    }

    /// <summary>One initiative more was decided on.</summary>
    public void Passed() => Done++;
}

/// <summary>
/// Writes a portfolio file that was found sound, in commits of <see cref="AtOnce"/> initiatives. Until the last of them the
/// run stands as unfinished; the same import again passes over what is there and completes it.
/// </summary>
internal sealed class PortfolioImport(IStore store, WorkingMethod method, TimeProvider time, WorkspaceId workspace)
{
    public const int AtOnce = 500;

    /// <summary>Writes over what people changed since.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Decides everything and writes nothing.</summary>
    public bool DryRun { get; init; }

    public ImportOutcome Outcome { get; } = new();

    /// <param name="name">The file's name, without its folder.</param>
    /// <param name="scan">What the first reading found.</param>
    /// <param name="tick">Called now and then.</param>
    public async Task Run(PortfolioFile file, string name, int total, Scan scan, Action tick, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var run = await store.Load(Kinds.ImportRuns, workspace, name, cancel);
        Outcome.Completes = run is { Document.Finished: null } ? run.Document : null;
        var started = Outcome.Completes?.Started ?? now;
        var version = run?.Version ?? 0;
        var numbers = await Numbers.From(store, workspace, scan.Highest, cancel);
        var batch = new ImportBatch(store, method, workspace, numbers, now, name, Overwrite, Outcome);

        async ValueTask Write(bool last)
        {
            tick();
            if (DryRun || (last && !batch.Any && Outcome.Completes is null && version == (run?.Version ?? 0)))
            {
                batch = batch.Next();
                return;
            }

            var changes = batch.Finish();
            changes.Put(Kinds.ImportRuns, new ImportRun(name, started, Outcome.Done, total, last ? time.GetUtcNow() : null), version);
            await store.Commit(changes, cancel);
            version = (await store.Load(Kinds.ImportRuns, workspace, name, cancel))!.Version; // the first one of a document is not always 1
            batch = batch.Next();
        }

        foreach (var part in file.Read())
        {
            cancel.ThrowIfCancellationRequested();
            await (part switch
            {
                PortfolioItem item => batch.Take(item, cancel),
                PortfolioRole role => batch.Take(role, cancel),
                PortfolioParty party => batch.Take(party, cancel),
                _ => batch.Take((PortfolioOffice)part, cancel),
            });
            tick();
            if (batch.Count >= AtOnce)
            {
                await Write(last: false);
            }
        }

        if (file.Problems.Count > 0)
        {
            throw new InvalidDataException("The file changed while it was imported.");
        }

        await Write(last: true);
    }
}
