using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage.LiteDb.Copies;

namespace Upcm.Bot.Storage.LiteDb.Doctoring;

/// <summary>
/// Makes the store anew from all that can be read of it. The files it had go into quarantine as they are, and what could not be
/// read is named there; nothing is deleted.
/// </summary>
internal static class Mending
{
    private const string Unfinished = "mending.part";

    /// <returns>The folder in quarantine.</returns>
    public static async Task<string> Run(string data, Diagnosis diagnosis, DateTimeOffset now)
    {
        Room.Check(data, 2 * StoreFiles.In(data).Sum(name => new FileInfo(Path.Combine(data, name)).Length));
        var scratch = Path.Combine(data, Unfinished);
        Remove(scratch);
        try
        {
            await Fill(scratch, diagnosis);
            var quarantine = Quarantine.Make(data, now, diagnosis);
            using (LiteDbFile.Claim(data))
            {
                Exchange.Run(data, StoreFiles.Store(data), quarantine, scratch, StoreFiles.Store(scratch));
            }

            return quarantine;
        }
        finally
        {
            Remove(scratch);
        }
    }

    private static async Task Fill(string scratch, Diagnosis diagnosis)
    {
        await LiteDbStore.Open(scratch, NullLogger.Instance, feedAt: 1_000_000).DisposeAsync(); // of the newest schema
        using var file = LiteDbFile.Open(scratch);
        var layer = new Layer { Last = Math.Max(diagnosis.Last, diagnosis.Rows.Values.Select(static row => (long)row.Version).DefaultIfEmpty().Max()) };
        foreach (var (name, row) in diagnosis.Rows)
        {
            layer.Put(name, row, isNew: true);
        }

        // What is gone does not count any more: without this counter the next start counts anew.
        var counted = diagnosis.Lost || diagnosis.Unreadable.Count > 0 ? diagnosis.Counters.Where(static one => one.Key.Counter != Recount.Stamp) : diagnosis.Counters;
        foreach (var (name, value) in counted)
        {
            layer.Set(name, value);
        }

        if (diagnosis.Name is { } known)
        {
            file.InOneTransaction(database => database.NameStore(known));
        }

        foreach (var slice in layer.Rows.Chunk(Feeder.LongSlices / 10))
        {
            file.InOneTransaction(database => database.PutNew(slice));
        }

        file.InOneTransaction(database => database.Finish(layer));
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
