namespace Upcm.Bot.Storage.LiteDb.Copies;

/// <summary>
/// Takes turns at the file between the process that writes it and one that copies it. Writing takes a turn per transaction;
/// copying keeps the next one from beginning and waits for the end of the one that runs. The system gives a turn back where a
/// process ends, however it ends. The commit log needs no turns: it is only appended to.
/// </summary>
internal static class FileTurns
{
    private const string Next = "upcm.next.lock";
    private const string Now = "upcm.file.lock";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    /// <summary>Longer than copying takes: whoever copies for longer stands still, and the log grows meanwhile.</summary>
    private static readonly TimeSpan MostCopying = TimeSpan.FromMinutes(10);

    /// <summary>Longer than any transaction.</summary>
    private static readonly TimeSpan MostWriting = TimeSpan.FromMinutes(2);

    /// <exception cref="IOException">Another process has been copying the file for ten minutes.</exception>
    public static IDisposable Write(string folder)
    {
        using var next = Take(Path.Combine(folder, Next), MostCopying, "The file is being copied for a backup, and that does not end.");
        return Take(Path.Combine(folder, Now), MostCopying, "The file is being copied for a backup, and that does not end.");
    }

    /// <exception cref="IOException">The file has been written without a pause for two minutes.</exception>
    public static IDisposable Copy(string folder)
    {
        const string Busy = "The store is being written without a pause, or another backup of it is being made. Try again later.";
        var next = Take(Path.Combine(folder, Next), MostWriting, Busy);
        try
        {
            return new Both(next, Take(Path.Combine(folder, Now), MostWriting, Busy));
        }
        catch
        {
            next.Dispose();
            throw;
        }
    }

    private static FileStream Take(string path, TimeSpan patience, string refusal)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var never = new ManualResetEventSlim();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException taken) when (File.Exists(path))
            {
                if (TimeProvider.System.GetElapsedTime(began) > patience)
                {
                    throw new IOException(refusal, taken);
                }

                never.Wait(Step);
            }
        }
    }

    private sealed class Both(IDisposable next, IDisposable now) : IDisposable
    {
        public void Dispose()
        {
            now.Dispose();
            next.Dispose();
        }
    }
}
