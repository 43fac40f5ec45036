using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Upcm.Bot.Tests.Importing;
using Upcm.Bot.Tests.Stopping;
using Upcm.Bot.Verbs;

namespace Upcm.Bot.Tests.Deployment;

/// <summary>What stands in <c>deploy</c>, as far as it can be tried without systemd and without a container engine.</summary>
public sealed class DeploymentTests : IDisposable
{
    /// <summary>Of systemd-analyze: 10 is open, 0 is closed.</summary>
    private const string MostExposed = "12";
    private static readonly string Unit = Path.Combine(Desk.Root, "deploy", "upcm-bot.service");
    private static readonly string Container = Path.Combine(Desk.Root, "deploy", "Containerfile");
    private readonly string data = Directory.CreateTempSubdirectory("upcm-deploy-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    /// <summary>Everything is read-only but the data, and the user owns nothing else: as in the unit and in the container.</summary>
    private const string ClosedIn = """
        mount --make-rprivate / && mount --bind "$0" "$0" && mount -o remount,bind,ro / &&
        exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all "$@"
        """;

    [Fact]
    public async Task A_user_without_rights_runs_it_on_a_system_that_is_read_only_but_for_its_data()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("unshare", "-m", "sh", "-c", "mount --make-rprivate / && mount -o remount,bind,ro / && exec setpriv --reuid=65534 --clear-groups true") == 0,
            "It takes root, unshare and setpriv to close a process in.");
        Assert.Equal(0, Run("chown", "65534:65534", data));
        await using var connector = await StandIn.Listen();
        await using var bot = await RunningBot.Start(data, ["unshare", "-m", "sh", "-c", ClosedIn, data], ("UPCM_LogFormat", "json"), ("DOTNET_EnableDiagnostics", "0"), ("HOME", "/"));
        using var turn = await bot.Say("meld initiatief", connector);
        using var export = await bot.Say("exporteer portfolio als excel", connector);
        using var ready = await bot.Get("/health/ready");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (turn.StatusCode, export.StatusCode, ready.StatusCode));
        Assert.Contains("Uid:\t65534\t65534", await File.ReadAllTextAsync($"/proc/{bot.Id}/status"), StringComparison.Ordinal);
        bot.Terminate();
        Assert.Equal(0, await bot.Ends());
        Assert.DoesNotContain("Incident", bot.Log, StringComparison.Ordinal);
        Assert.All(bot.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line => Assert.NotNull(JsonNode.Parse(line)!["LogLevel"]));
    }

    [Fact]
    public void The_unit_is_closed_in_as_systemd_sees_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("systemd-analyze", "--version") == 0, "systemd-analyze is not here.");
        Assert.Equal(0, Run("systemd-analyze", "security", "--offline=true", $"--threshold={MostExposed}", "--no-pager", Unit));
    }

    [Theory]
    [InlineData("DynamicUser=yes")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("StateDirectory=upcm-bot")]
    [InlineData("NoNewPrivileges=yes")]
    [InlineData("RestartPreventExitStatus=2")]
    [InlineData("TimeoutStopSec=15")]
    public void The_unit_says_what_it_must(string line) => Assert.Contains(line, File.ReadAllLines(Unit));

    [Fact]
    public void The_container_has_a_user_without_rights_no_shell_and_probes_that_exist()
    {
        var lines = File.ReadAllLines(Container);
        Assert.Contains("USER 1654", lines);
        Assert.EndsWith("-chiseled-extra", lines.Last(line => line.StartsWith("FROM ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("[\"dotnet\", \"Upcm.Bot.dll\", \"health\"]", lines.Single(line => line.StartsWith("HEALTHCHECK", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("AppPassword=", StringComparison.Ordinal) && !line.StartsWith('#'));
    }

    [Theory]
    [InlineData("http://*:3978", "http://localhost:3978/")]
    [InlineData("http://+:80;http://127.0.0.1:3978", "http://localhost/")]
    [InlineData("http://0.0.0.0:3978", "http://127.0.0.1:3978/")]
    [InlineData("http://[::]:3978", "http://[::1]:3978/")]
    public void Who_asks_how_it_is_asks_on_this_machine(string urls, string here) => Assert.Equal(here, HealthVerb.Here(urls).AbsoluteUri);

    [Fact]
    public async Task The_verb_ends_with_0_only_where_the_bot_can_do_its_work()
    {
        using var http = new HttpClient();
        using var told = new StringWriter();
        await using var bed = await Health.HealthBed.Start();
        Assert.Equal(0, await HealthVerb.Ask(new Uri(bed.Address, "/health/ready"), http, told, CancellationToken.None));
        bed.Store.Full = true;
        bed.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(1, await HealthVerb.Ask(new Uri(bed.Address, "/health/ready"), http, told, CancellationToken.None));
        Assert.Equal(1, await HealthVerb.Ask(new Uri("http://127.0.0.1:1/health/ready"), http, told, CancellationToken.None));
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
