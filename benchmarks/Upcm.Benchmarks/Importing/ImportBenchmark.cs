using System.Diagnostics;
using System.Globalization;

namespace Upcm.Benchmarks.Importing;

/// <summary>
/// How long the published bot takes to import generated portfolios, and how much memory at most: the first time, and again when
/// nothing has changed. Every tenth initiative has an impact sheet and every tenth a progress report.
/// </summary>
internal static class ImportBenchmark
{
    private static readonly string[] Things = ["Batterijen", "Koelkasten", "Matrassen", "Windmolens", "Pompen", "Gevels", "Kabels", "Magneten", "Zonnepanelen", "Fietsen"];
    private static readonly string[] Deeds = ["hergebruiken", "repareren", "inzamelen", "demonteren", "herontwerpen", "verhuren", "delen"];

    public static async Task<int> Run(string bot, CancellationToken cancel)
    {
        if (!File.Exists(bot))
        {
            await Console.Error.WriteLineAsync($"There is no {bot}. Publish it first: dotnet publish src/Upcm.Bot -c Release -o artifacts/bot");
            return 2;
        }

        Console.WriteLine("| Initiatives | file MB | import s | per second | most MB | again, unchanged, s | store MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var initiatives in (int[])[1_000, 100_000])
        {
            var folder = Directory.CreateTempSubdirectory("upcm-benchmark-").FullName;
            var file = Path.Combine(folder, "portfolio.yaml");
            await Write(file, initiatives, cancel);
            var (first, memory) = await Import(bot, file, folder, cancel);
            var (again, _) = await Import(bot, file, folder, cancel);
            var store = new FileInfo(Path.Combine(folder, "data", "upcm.db")).Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {initiatives} | {new FileInfo(file).Length / 1e6:0.0} | {first:0.0} | {initiatives / first:0} | {memory:0} | {again:0.0} | {store / 1e6:0} |"));
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task Write(string path, int initiatives, CancellationToken cancel)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("programme: upcm\n\ninitiatives:".AsMemory(), cancel);
        for (var number = 1; number <= initiatives; number++)
        {
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
                  - number: 20-{number:000}
                    title: {Things[number % Things.Length]} {Deeds[number % Deeds.Length]} in gemeente {number / 70}
                    result: Minder nieuw materiaal in {number % 12 + 1} ketens.
                    team: realisatie
                    strategies: [R3]
                    groups: ["27.2"]
                    registered: 2020-01-15
                """).AsMemory(), cancel);
            if (number % 10 == 0)
            {
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
                        impact:
                          - status-date: 2020-10-15
                            co2: {number % 40}
                        reports:
                          - reported: 2021-04-01
                            phase: initiatie
                            percent: {number % 100}
                    """).AsMemory(), cancel);
            }
        }
    }

    /// <returns>Seconds, and the most resident memory in MB that was seen.</returns>
    private static async Task<(double Seconds, double Megabytes)> Import(string bot, string file, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(bot, ["import", file, "--data", Path.Combine(folder, "data")]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        var started = Stopwatch.GetTimestamp();
        using var import = Process.Start(start)!;
        var told = import.StandardOutput.ReadToEndAsync(cancel);
        var problems = import.StandardError.ReadToEndAsync(cancel);
        double most = 0;
        while (!import.HasExited)
        {
            import.Refresh();
            most = Math.Max(most, import.HasExited ? 0 : import.WorkingSet64 / 1e6);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancel);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return import.ExitCode == 0
            ? (seconds, most)
            : throw new InvalidOperationException($"The import was refused: {await problems}{await told}");
    }
}
