using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Benchmarks.Turns;
using Upcm.Bot.Cards;
using Upcm.Bot.Cards.Documents;
using Upcm.Bot.Documents;
using Upcm.Bot.Flows.Exporting;
using Upcm.Bot.Programme;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Exporting;

/// <summary>Time and memory of a portfolio as Excel and as CSV: every third initiative has a report and an impact sheet.</summary>
internal static class ExportBenchmark
{
    private const int PerCommit = 200;
    private static readonly WorkspaceId Workspace = new(Seed.Tenant);

    public static async Task Run(int initiatives, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("upcm-export").FullName;
        try
        {
            await Seed.Fill(folder, initiatives);
            var method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
            await using var store = LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance);
            await Report(store, initiatives, method, cancel);
            foreach (var format in Format.OfBooks)
            {
                await Measure(store, method, format, Path.Combine(folder, "export" + format.Extension), cancel);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(LiteDbStore store, WorkingMethod method, Format format, string file, CancellationToken cancel)
    {
        GC.Collect();
        var (before, peak, rows) = (Environment.WorkingSet, Environment.WorkingSet, 0);
        var reader = new PortfolioRows(store, Workspace, method, Cultures.Dutch, new DateOnly(2026, 10, 5));
        var book = new Book("Portfolio", "nl", [], [new Sheet("Portfolio", reader.Columns, Counted(reader.Of([.. method.Teams.Where(team => team.ProjectType is not null)], cancel)))]);
        var watch = Stopwatch.StartNew();
        await using (var to = File.Create(file))
        {
            await Contents.Write(book, format, to, cancel);
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{format.Name}: {rows:#,0} rows in {watch.Elapsed.TotalSeconds:0.0} s, {new FileInfo(file).Length / 1024 / 1024} MB, working set {before / 1024 / 1024} MB before, at most {peak / 1024 / 1024} MB"));

        async IAsyncEnumerable<IReadOnlyList<object?>> Counted(IAsyncEnumerable<IReadOnlyList<object?>> all)
        {
            await foreach (var row in all)
            {
                yield return row;
                if (++rows % 1000 == 0)
                {
                    peak = Math.Max(peak, Environment.WorkingSet);
                }
            }
        }
    }

    private static async Task Report(LiteDbStore store, int initiatives, WorkingMethod method, CancellationToken cancel)
    {
        var by = new PersonId("person 1");
        for (var first = 3; first <= initiatives; first += 3 * PerCommit)
        {
            var changes = new Changes(Workspace);
            for (var number = first; number < first + (3 * PerCommit) && number <= initiatives; number += 3)
            {
                changes.Insert(Kinds.Reports, new ProgressReport
                {
                    Number = new InitiativeNumber(20, number),
                    Version = 1,
                    ReportedAt = new DateOnly(2026, 9, 1),
                    By = by,
                    Phase = method.Phases[0].Id,
                    PercentReady = number % 100,
                    Finance = new Finance(100_000, 80_000, 40_000),
                });
                changes.Insert(Kinds.ImpactSheets, new ImpactSheet
                {
                    Number = new InitiativeNumber(20, number),
                    Version = 1,
                    StatusDate = new DateOnly(2026, 9, 1),
                    By = by,
                    Co2 = number % 50,
                    ValueAdded = number % 300,
                });
            }

            await store.Commit(changes, cancel);
        }
    }
}
