using System.Diagnostics;
using System.Globalization;

namespace Upcm.Benchmarks.Torturing;

/// <summary>A disk that can be full.</summary>
internal interface IDisk : IDisposable
{
    /// <summary>Where it is; null for any.</summary>
    string? Folder { get; }

    void Fill(int process);

    void Room(int process);
}

/// <summary>No file of the process may grow: works for everybody, and costs nobody else their room.</summary>
internal sealed class NoFileGrows : IDisk
{
    public string? Folder => null;

    public void Fill(int process) => Tool.Run("prlimit", "--pid", process.ToString(CultureInfo.InvariantCulture), "--fsize=0:");

    public void Room(int process) => Tool.Run("prlimit", "--pid", process.ToString(CultureInfo.InvariantCulture), "--fsize=unlimited:");

    public void Dispose()
    {
        // nothing was made
    }
}

/// <summary>A disk of 24 MB in memory, filled to the last byte by a file of its own. Needs root.</summary>
internal sealed class SmallDisk : IDisk
{
    private readonly string ballast;

    public SmallDisk(DirectoryInfo work)
    {
        Folder = work.CreateSubdirectory("disk").FullName;
        ballast = Path.Combine(Folder, "ballast");
        Tool.Run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", Folder);
    }

    public string Folder { get; }

    public void Fill(int process)
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[1 << 16];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException) when (block.Length > 1)
        {
            block = new byte[1];
            try
            {
                while (true)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // full
            }
        }
    }

    public void Room(int process) => File.Delete(ballast);

    public void Dispose() => Tool.Run("umount", Folder);
}

internal static class Tool
{
    public static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
