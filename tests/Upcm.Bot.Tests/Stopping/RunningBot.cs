using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Upcm.Bot.Tests.Stopping;

/// <summary>The service as it is deployed: a process of its own that is told to stop as systemd and container engines do.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly HttpClient client;

    private RunningBot(Process process, Uri address)
    {
        this.process = process;
        client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public static Task<RunningBot> Start(string data, params (string Name, string Value)[] environment) => Start(data, [], environment);

    /// <param name="through">A command that runs the rest in its own place, to put it in other circumstances.</param>
    public static async Task<RunningBot> Start(string data, IReadOnlyList<string> through, params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        string[] command = [.. through, "dotnet", typeof(Bot).Assembly.Location, "serve", "--data", data, "--urls", address];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = data,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var bot = new RunningBot(Process.Start(start)!, new Uri(address));
        var begun = Stopwatch.GetTimestamp();
        while (!await bot.Answers())
        {
            Assert.True(!bot.process.HasExited && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(60), bot.Log);
        }

        return bot;
    }

    /// <summary>Somebody says something, in a conversation of their own or in a channel.</summary>
    public Task<HttpResponseMessage> Say(string text, StandIn connector, string name = "Sanne", string conversation = "a:sanne", string id = "")
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["id"] = id.Length > 0 ? id : Guid.NewGuid().ToString("N"),
            ["text"] = text,
            ["channelId"] = "msteams",
            ["serviceUrl"] = connector.Address,
            ["from"] = new JsonObject { ["id"] = "29:sanne", ["name"] = name, ["aadObjectId"] = "10000000-0000-4000-8000-000000000000" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "UPCM bot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = conversation[0] == 'a' ? "personal" : "channel", ["tenantId"] = "tenant" },
        };
        return client.PostAsync("/api/messages", new StringContent(message.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")));
    }

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path);

    /// <summary>SIGTERM.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>How it ended, and that it did so in time.</summary>
    public async Task<int> Ends()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(11)); // ten, and one for a busy machine to notice
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It did not stop within ten seconds.\n{Log}");
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        client.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var answer = await client.GetAsync("/health/live");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            return false;
        }
    }

    private void Hear(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }
}
