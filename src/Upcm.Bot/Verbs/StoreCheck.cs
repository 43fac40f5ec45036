using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Cards;
using Upcm.Bot.Importing;
using Upcm.Bot.Privacy;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Bot.Verbs;

/// <summary>Opens the store, writes in a workspace of its own, reads it back, and looks for imports that ended halfway.</summary>
internal static class StoreCheck
{
    private static readonly WorkspaceId Own = new("check");

    public static async Task<IReadOnlyList<CheckLine>> Of(string folder, CancellationToken cancel)
    {
        var what = new Phrase($"Opslag in {Path.GetFullPath(folder)}", $"Store in {Path.GetFullPath(folder)}");
        try
        {
            await using var store = new MarkedStore(LiteDbStore.Open(folder, NullLogger<LiteDbStore>.Instance), [new Tally(Eraser.Stamp, Eraser.Layout)]); // nothing counts there
            var written = await store.Next(Own, "check", cancel);
            if (await store.Count(Own, "check", cancel) != written)
            {
                return [new CheckLine(what, new("wat geschreven werd, komt niet terug. Zet een reservekopie terug.", "what was written does not come back. Restore a backup."))];
            }

            List<CheckLine> lines = [new(what, null)];
            foreach (var workspace in await store.Workspaces(cancel))
            {
                var wrong = await Recount.Wrong(store, workspace, cancel);
                lines.AddRange(wrong.Take(10).Select(count => new CheckLine(
                    new($"Telling {count.Counter} in {workspace}", $"Count {count.Counter} in {workspace}"),
                    new($"staat op {count.Stored}, maar is {count.Full}. Meld dit; de gegevens zelf zijn er nog.", $"says {count.Stored}, and is {count.Full}. Report this; the records themselves are there."))));
                foreach (var run in await store.Find(Kinds.ImportRuns, workspace, ImportRun.Unfinished, 10, null, false, cancel))
                {
                    var (file, done, total) = (run.Document.File, run.Document.Done, run.Document.Total);
                    lines.Add(new CheckLine(
                        new($"Import van {file} in {workspace}", $"Import of {file} into {workspace}"),
                        new($"brak af na {done} van {total} initiatieven. Doe dezelfde import nog eens: die maakt hem af.", $"ended after {done} of {total} initiatives. Do the same import again: it completes it.")));
                }
            }

            return lines;
        }
        catch (StoreInUseException)
        {
            return [new CheckLine(what, new("in gebruik: de bot draait. Stop de bot om de opslag te testen.", "in use: the bot is running. Stop the bot to test the store."))];
        }
        catch (StoreTooNewException tooNew)
        {
            return [new CheckLine(what, Phrase.Same(tooNew.Message))];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return [new CheckLine(what, new($"{failed.Message} Geef de bot schrijfrechten in deze map, of kies een andere met --data.", $"{failed.Message} Let the bot write in this folder, or choose another with --data."))];
        }
    }
}
