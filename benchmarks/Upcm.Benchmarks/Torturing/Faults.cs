using System.ComponentModel;
using System.Diagnostics;

namespace Upcm.Benchmarks.Torturing;

/// <summary>The library that makes a process's disk slow, or forgetful; made from <c>faults.c</c> where there is a gcc.</summary>
internal static class Faults
{
    private static readonly Lazy<string?> Made = new(Make);

    /// <summary>Where the library is; null where it cannot be made.</summary>
    public static string? Library => Made.Value;

    private static string? Make()
    {
        var library = Path.Combine(Path.GetTempPath(), $"upcm-faults-{Environment.ProcessId}.so");
        try
        {
            var source = Path.Combine(AppContext.BaseDirectory, "Torturing", "faults.c");
            using var gcc = Process.Start("gcc", ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"]);
            gcc.WaitForExit();
            return gcc.ExitCode == 0 ? library : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
