using System.Globalization;
using System.Reflection;

namespace Upcm.Bot.EndToEnd;

/// <summary>
/// The bot as it is deployed: its own process on its own data folder. It can be killed and started again on the same data
/// and the same port, which is what a deployment, a crash or a power cut is to people who are halfway.
/// </summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly string program;
    private readonly int port = ChildProcess.FreePort();
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly TemporaryFolder? temporary;
    private readonly List<string> logs = [];
    private ChildProcess? process;

    private BotProcess(string program, string? dataFolder, IReadOnlyDictionary<string, string?>? settings)
    {
        this.program = program;
        this.settings = settings ?? new Dictionary<string, string?>();
        temporary = dataFolder is null ? new TemporaryFolder() : null;
        DataFolder = dataFolder ?? temporary!.Path;
    }

    public string DataFolder { get; }

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public Uri Endpoint => new(Address, "api/messages");

    /// <summary>All that it wrote, over all its lives.</summary>
    public string Log => string.Join('\n', [.. logs, process?.Log ?? ""]);

    /// <summary>Starts a program of the bot: a dll with the runtime, a script with Node, anything else by itself.</summary>
    public static ChildProcess Run(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment = null) =>
        Path.GetExtension(program) switch
        {
            ".dll" => ChildProcess.Start("dotnet", [program, .. arguments], environment: environment),
            ".js" or ".mjs" or ".cjs" => ChildProcess.Start(ClientTools.Node!, [program, .. arguments], environment: environment),
            _ => ChildProcess.Start(program, arguments, environment: environment),
        };

    /// <summary>The Upcm.Bot.dll of the same configuration as these tests, or what BOT_UNDER_TEST says.</summary>
    public static string DefaultProgram => Environment.GetEnvironmentVariable("BOT_UNDER_TEST") ?? BuiltProgram;

    /// <summary>The dll, also where another is tried: for what a native program does not have, such as a startup hook.</summary>
    public static string BuiltProgram => Path.Combine(ClientTools.RepositoryRoot, "src", "Upcm.Bot", "bin", BuiltAs, "net10.0", "Upcm.Bot.dll");

    private static string BuiltAs =>
        typeof(BotProcess).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";

    /// <param name="program">The dll, native program or (as a stand-in) Node script to start; <see cref="DefaultProgram"/> where absent.</param>
    /// <param name="dataFolder">Where it keeps its data; where absent a temporary folder that goes with this object.</param>
    /// <param name="settings">Environment variables on top of Development.</param>
    public static async Task<BotProcess> StartAsync(
        string? program = null, string? dataFolder = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var bot = new BotProcess(program ?? DefaultProgram, dataFolder, settings);
        try
        {
            await bot.StartAgainAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it without a warning.</summary>
    public async Task KillAsync()
    {
        if (process is not null)
        {
            await process.KillAsync();
            logs.Add(process.Log);
            await process.DisposeAsync();
            process = null;
        }
    }

    /// <summary>Kills it and starts it again on the same data; the addresses stay.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        temporary?.Dispose();
    }

    private async Task StartAgainAsync()
    {
        Assert.True(File.Exists(program), $"The bot is not built: {program} is not there.");
        var environment = new Dictionary<string, string?>(settings, StringComparer.Ordinal);
        environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        environment.TryAdd("UPCM_Home", Address.AbsoluteUri);
        environment.TryAdd("DOTNET_ENVIRONMENT", "Development");
        process = Run(
            program,
            ["serve", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), "--data", DataFolder],
            environment);
        await AnsweringAsync(process);
    }

    private async Task AnsweringAsync(ChildProcess started)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!started.HasExited && !patience.IsCancellationRequested)
        {
            try
            {
                using var answer = await http.GetAsync(Address, patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or OperationCanceledException)
            {
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        throw new InvalidOperationException(
            $"The bot {(started.HasExited ? "ended" : "did not answer at /")} before it was ready:\n{started.Log}");
    }
}
