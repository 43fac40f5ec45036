using Upcm.Bot.Storage;
using Upcm.Domain;

namespace Upcm.Bot.Importing;

/// <summary>The first reading of a file: every problem, before anything is written; and what numbers it brings along.</summary>
internal sealed class Scan(IStore store, WorkspaceId workspace)
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>Year to the highest number that the file gives in it.</summary>
    public Dictionary<int, int> Highest { get; } = [];

    public async Task Read(PortfolioFile file, Action tick, CancellationToken cancel)
    {
        foreach (var part in file.Read())
        {
            cancel.ThrowIfCancellationRequested();
            tick();
            if (part is PortfolioItem item)
            {
                await Check(item, file.Problems, cancel);
            }
        }
    }

    private async ValueTask Check(PortfolioItem item, ImportProblems problems, CancellationToken cancel)
    {
        Once(item, "key", item.Key, problems);
        if (item.Number is not { } number)
        {
            return;
        }

        Once(item, "number", number.ToString(), problems);
        Highest[number.Year] = Math.Max(Highest.GetValueOrDefault(number.Year), number.Sequence);
        if (await store.Load(Kinds.ImportedRecords, workspace, number.ToString(), cancel) is { Document.Key: { } known } && known != item.Key)
        {
            problems.Report(item.At, $"{item.Path}.key",
                $"{number} is eerder ingelezen met de key {known}. Laat die key staan.", $"{number} was imported with the key {known}. Keep that key.");
        }

        if (item.Key is not null && await ImportedAs(item.Key, cancel) is { } other && other.Id != number.ToString())
        {
            problems.Report(item.At, $"{item.Path}.number",
                $"{item.Key} is eerder ingelezen als {other.Id}. Een nummer verandert niet.", $"{item.Key} was imported as {other.Id}. A number does not change.");
        }
    }

    private async ValueTask<ImportedRecord?> ImportedAs(string key, CancellationToken cancel) =>
        await store.Find(Kinds.ImportedRecords, workspace, $"key={key}|", 1, null, false, cancel) is [var found, ..] ? found.Document : null;

    private void Once(PortfolioItem item, string field, string? value, ImportProblems problems)
    {
        if (value is not null && !seen.TryAdd($"{field}={value}", item.At.Line))
        {
            problems.Report(item.At, $"{item.Path}.{field}",
                $"{value} staat er twee keer, ook op regel {seen[$"{field}={value}"]}.", $"{value} stands here twice, also on line {seen[$"{field}={value}"]}.");
        }
    }
}
