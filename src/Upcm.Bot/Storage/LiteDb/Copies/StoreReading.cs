using Microsoft.Extensions.Logging.Abstractions;

namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>A store in a folder of its own that nobody else knows of, looked at as it is: at the schema it has.</summary>
/// <param name="Commit">The number of its last commit.</param>
internal sealed record StoreReading(int Schema, string? Name, long Commit, Contents Contents)
{
    /// <summary>Takes the log over into the file, opens that anew and reads all of it.</summary>
    public static async Task<StoreReading> Of(string folder)
    {
        await LiteDbStore.OpenAsItIs(folder, NullLogger.Instance).DisposeAsync();
        if (Directory.GetFiles(folder, StoreFiles.Segments) is [var left, ..])
        {
            throw new StoreDamagedException($"{left} could not be taken over into the file.");
        }

        using var file = LiteDbFile.Open(folder, bringUp: false);
        return file.Look(static database => new StoreReading(database.UserVersion, database.StoreName(), database.Last(), Contents.Of(database)));
    }
}
