using System.Diagnostics;
using System.Globalization;

namespace Upcm.Benchmarks.Turns;

/// <summary>A server started as a process of its own, and stopped with it.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process process;

    private Server(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Resident memory in MB; 0 where the system does not tell it this way.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Processor time so far, of all threads, in the system too.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="arguments">The last is the address it will listen on.</param>
    public static Server Start(string program, params string[] arguments) => Start(program, static _ => { }, arguments);

    /// <param name="logged">Hears every line of its log.</param>
    public static Server Start(string program, Action<string> logged, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // without credentials: this machine only
        start.WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(program)) ?? "";
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => logged(line.Data ?? "");
        started.BeginOutputReadLine();
        return new Server(started, new Uri(arguments[^1]));
    }

    /// <summary>Turns until the first one is answered; from the start of the process, in ms.</summary>
    public async Task<double> FirstAnswer(Visitor visitor, long started, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await visitor.Turn(Address, cancel);
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancel);
            }
            catch (HttpRequestException gone)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{process.StartInfo.FileName} did not answer."), gone);
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
