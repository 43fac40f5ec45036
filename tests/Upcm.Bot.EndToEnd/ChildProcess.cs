using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Upcm.Bot.EndToEnd;

/// <summary>A process that a test started: its output is kept, and it never outlives the test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Lock gate = new();
    private readonly StringBuilder log = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> waiting = [];

    private ChildProcess(Process process) => this.process = process;

    public string Log
    {
        get
        {
            lock (gate)
            {
                return log.ToString();
            }
        }
    }

    public bool HasExited => process.HasExited;

    public static ChildProcess Start(
        string file,
        IEnumerable<string> arguments,
        string? workingFolder = null,
        IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += (_, line) => child.Hear(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.Hear(line.Data);
        child.process.Start();
        child.process.StandardInput.Close();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>A TCP port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first line of output that is wanted, also when it was already said.</summary>
    public async Task<string> LineAsync(Func<string, bool> wanted, TimeSpan patience)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (log.ToString().Split('\n').FirstOrDefault(wanted) is { } said)
            {
                return said;
            }

            waiting.Add((wanted, found));
        }

        var gone = process.WaitForExitAsync();
        var first = await Task.WhenAny(found.Task, gone, Task.Delay(patience, TimeProvider.System));
        return first == found.Task
            ? await found.Task
            : throw new InvalidOperationException(
                $"{process.StartInfo.FileName} {(first == gone ? "ended" : "stayed silent")} before it was ready:\n{Log}");
    }

    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException late)
        {
            await KillAsync();
            throw new TimeoutException($"{process.StartInfo.FileName} did not end within {patience}:\n{Log}", late);
        }

        return process.ExitCode;
    }

    /// <summary>Ends it without a warning, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (gate)
        {
            log.Append(line).Append('\n');
            foreach (var (_, found) in waiting.Where(one => one.Wanted(line)))
            {
                found.TrySetResult(line);
            }
        }
    }
}
