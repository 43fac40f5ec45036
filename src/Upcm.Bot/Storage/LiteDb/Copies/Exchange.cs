namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>Lets files take each other's places in a folder that is claimed. Meanwhile the folder is no store, and says so to whoever opens it.</summary>
internal static class Exchange
{
    public static void Run(string data, IEnumerable<string> old, string aside, string from, IEnumerable<string> fresh)
    {
        var marker = Path.Combine(data, StoreFiles.Restoring);
        using (var marked = File.Create(marker))
        {
            marked.Flush(flushToDisk: true);
        }

        Move(old, data, aside);
        Move(fresh, from, data);
        File.Delete(marker);
    }

    private static void Move(IEnumerable<string> names, string from, string to)
    {
        foreach (var name in names.ToList())
        {
            var target = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(from, name), target);
        }
    }
}
