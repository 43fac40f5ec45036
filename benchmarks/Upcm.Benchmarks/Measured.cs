using System.Diagnostics;

namespace Upcm.Benchmarks;

/// <summary>The published bot, told one verb that comes to its end.</summary>
/// <param name="Megabytes">The most resident memory that was seen.</param>
/// <param name="Said">What it wrote.</param>
internal sealed record Measured(double Seconds, double Megabytes, string Said)
{
    /// <exception cref="InvalidOperationException">It ended with something else than 0.</exception>
    public static async Task<Measured> Run(string bot, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(bot, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        var started = Stopwatch.GetTimestamp();
        using var running = Process.Start(start)!;
        var told = running.StandardOutput.ReadToEndAsync(cancel);
        var problems = running.StandardError.ReadToEndAsync(cancel);
        double most = 0;
        while (!running.HasExited)
        {
            running.Refresh();
            most = Math.Max(most, running.HasExited ? 0 : running.WorkingSet64 / 1e6);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return running.ExitCode == 0
            ? new Measured(seconds, most, await told)
            : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {running.ExitCode}: {await problems}{await told}");
    }
}
