using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Upcm.Bot.Storage;
using Upcm.Bot.Storage.LiteDb;
using Upcm.Domain;

namespace Upcm.Benchmarks.Torturing;

/// <summary>
/// Fills the disk under the running service, lets somebody go on talking, makes room again, kills it, and looks: nobody was told
/// of anything that is not there, what watches the service knew within ten seconds, and it went on by itself.
/// </summary>
public sealed partial class DiskFull : IAsyncDisposable
{
    private const string NotKept = "Ik kan nu niets vastleggen.";
    private static readonly WorkspaceId Tenant = new("00000000-0000-0000-0000-000000000001");
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("upcm-full-");
    private readonly Listener listener = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly IDisk disk;
    private readonly List<string> wrong = [];
    private readonly Dictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private Process? bot;
    private int titles;
    private int refusals;

    private DiskFull(bool small) => disk = small ? new SmallDisk(work) : new NoFileGrows();

    /// <summary>Whether a disk can be filled here: by a small one of its own (root), or by not letting any file grow.</summary>
    public static bool IsPossible(bool small) => OperatingSystem.IsLinux() && (small ? Environment.IsPrivilegedProcess : File.Exists("/usr/bin/prlimit"));

    /// <param name="program">The bot, as a program or a library for dotnet.</param>
    /// <param name="small">On a small disk that is filled; else by not letting any of its files grow.</param>
    /// <returns>0 where everything held.</returns>
    public static async Task<int> Run(string program, int rounds, bool small, TextWriter told)
    {
        if (!IsPossible(small))
        {
            told.WriteLine(small ? "A small disk: not run, this needs root" : "No file grows: not run, there is no prlimit here");
            return 0;
        }

        await using var full = new DiskFull(small);
        return await full.Run(program, rounds, told);
    }

    public async ValueTask DisposeAsync()
    {
        bot?.Kill();
        bot?.Dispose();
        http.Dispose();
        await listener.DisposeAsync();
        disk.Dispose();
        work.Delete(recursive: true);
    }

    private async Task<int> Run(string program, int rounds, TextWriter told)
    {
        await listener.Start();
        var home = new Uri($"http://127.0.0.1:{Listener.FreePort()}");
        Start(program, home);
        await Until(home, HttpStatusCode.OK, TimeSpan.FromSeconds(60));
        var (noticed, recovered, cause) = (TimeSpan.Zero, TimeSpan.Zero, "");
        for (var round = 0; round < rounds && wrong.Count == 0; round++)
        {
            await Register(home, 3 + round);
            disk.Fill(bot!.Id);
            var began = Stopwatch.StartNew();
            var talking = Register(home, 2);
            cause = await Until(home, HttpStatusCode.ServiceUnavailable, Within);
            noticed = began.Elapsed > noticed ? began.Elapsed : noticed;
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            disk.Room(bot.Id);
            began.Restart();
            await Until(home, HttpStatusCode.OK, Within);
            recovered = began.Elapsed > recovered ? began.Elapsed : recovered;
            await talking;
        }

        bot!.Kill();
        await bot.WaitForExitAsync();
        await Check();
        if (refusals == 0)
        {
            wrong.Add("Nobody was told that something was not kept.");
        }

        wrong.ForEach(told.WriteLine);
        told.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(disk is SmallDisk ? "A small disk that is full" : "No file grows")}: {rounds} times, {acknowledged.Count} registrations acknowledged and there, {refusals} sentences answered with \"not kept\", unhealthy after {noticed.TotalSeconds:0.0} s at most, well again {recovered.TotalSeconds:0.0} s after there was room, {wrong.Count} faults. {cause}"));
        return wrong.Count == 0 ? 0 : 1;
    }

    private void Start(string program, Uri home)
    {
        var run = program.EndsWith(".dll", StringComparison.Ordinal) ? $"dotnet '{program}'" : $"'{program}'";
        var start = new ProcessStartInfo("sh", ["-c", $"trap '' XFSZ; exec {run} serve --data '{Path.Combine(disk.Folder ?? work.FullName, "data")}' --urls {home}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = work.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        bot = Process.Start(start)!;
        bot.OutputDataReceived += static (_, _) => { };
        bot.BeginOutputReadLine();
    }

    /// <returns>What it said.</returns>
    private async Task<string> Until(Uri home, HttpStatusCode wanted, TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(home, "/health/ready"));
                if (answer.StatusCode == wanted)
                {
                    return await answer.Content.ReadAsStringAsync();
                }
            }
            catch (HttpRequestException) when (!bot!.HasExited)
            {
                // not there yet
            }

            if (clock.Elapsed > patience)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"The health was not {(int)wanted} within {patience.TotalSeconds} s."));
                return "";
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>Registers initiatives, each under a title of its own; what was not kept is said again until it is.</summary>
    private async Task Register(Uri home, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"Proef {Interlocked.Increment(ref titles)} met batterijen");
            string answer = "";
            foreach (var sentence in new[] { "meld initiatief", title, "Hergebruik van batterijen", "team realisatie", "ja" })
            {
                for (var attempt = 0; ; attempt++)
                {
                    answer = await Say(home, sentence);
                    if (!answer.Contains(NotKept, StringComparison.Ordinal))
                    {
                        break;
                    }

                    refusals++;
                    if (attempt > 200)
                    {
                        wrong.Add($"\"{sentence}\" was never kept.");
                        return;
                    }

                    await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
                }
            }

            if (Number().Match(answer) is { Success: true } drawn)
            {
                acknowledged[drawn.Value] = title;
            }
            else
            {
                wrong.Add($"\"{title}\" got no number: {answer}");
            }
        }
    }

    private async Task<string> Say(Uri home, string sentence)
    {
        using var content = new StringContent(listener.Activity(sentence, Tenant.Value), Encoding.UTF8, "application/json");
        var heard = listener.Next();
        using var answer = await http.PostAsync(new Uri(home, "/api/messages"), content);
        answer.EnsureSuccessStatusCode();
        return await heard.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System);
    }

    private async Task Check()
    {
        await using var store = LiteDbStore.Open(Path.Combine(disk.Folder ?? work.FullName, "data"), NullLogger<LiteDbStore>.Instance);
        foreach (var (number, title) in acknowledged)
        {
            var stored = await store.Load(Kinds.Initiatives, Tenant, number, default);
            if (stored?.Document.Title != title)
            {
                wrong.Add($"{number} was acknowledged as \"{title}\" and is {(stored is null ? "not there" : $"\"{stored.Document.Title}\"")}.");
            }
        }
    }

    [GeneratedRegex(@"\b\d{2}-\d{3,}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
