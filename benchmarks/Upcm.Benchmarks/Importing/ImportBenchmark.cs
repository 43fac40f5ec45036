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
            var (first, memory, _) = await Import(bot, file, folder, cancel);
            var (again, _, _) = await Import(bot, file, folder, cancel);
            var store = new FileInfo(Path.Combine(folder, "data", "upcm.db")).Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {initiatives} | {new FileInfo(file).Length / 1e6:0.0} | {first:0.0} | {initiatives / first:0} | {memory:0} | {again:0.0} | {store / 1e6:0} |"));
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    internal static async Task Write(string path, int initiatives, CancellationToken cancel)
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

    private static Task<Measured> Import(string bot, string file, string folder, CancellationToken cancel) =>
        Measured.Run(bot, ["import", file, "--data", Path.Combine(folder, "data")], cancel);
}
