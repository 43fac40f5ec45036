using CsCheck;
using Upcm.Benchmarks.Stores;
using Upcm.Bot.Cards;
using Upcm.Bot.Importing;
using Upcm.Bot.Programme;
using Upcm.Domain;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>Portfolios with something changed: imported, or refused with what is to be put right, and never a failure.</summary>
internal sealed class FuzzedImports : IFuzzed
{
    private const string Letters = "{}[]:,&*#?|->!%@\\\"' \t\n\0\u00e91a.";
    private const int Life = 5000;
    private static readonly WorkingMethod Method = ProgrammeFile.ReadFrom(ProgrammeFile.Shipped).Programme!;
    private static readonly string[] Initiatives = Parts();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upcm-fuzz-");
    private MemoryStore store = new();
    private int rounds;

    public async ValueTask<string?> Try(PCG chance)
    {
        if (++rounds % Life == 0)
        {
            store = new MemoryStore();
        }

        var text = "programme: upcm\n\ninitiatives:\n" + string.Join('\n', Enumerable.Range(0, 1 + (int)chance.Next(3)).Select(_ => chance.Pick(Initiatives)));
        var path = Path.Combine(folder.FullName, "portfolio.yaml");
        await File.WriteAllTextAsync(path, Twist.Text(text, Letters, chance));
        var teller = new ImportTeller(TextWriter.Null, TextWriter.Null, Cultures.Dutch, TimeProvider.System, interactive: false);
        var code = await new ImportRunner(store, Method, TimeProvider.System, new WorkspaceId("tenant"), teller) { DryRun = !chance.OneIn(20), Overwrite = chance.OneIn(2) }.Run(path, default);
        return code is 0 or 2 or 3 ? null : $"ended with {code}";
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The initiatives of the sample, each by itself.</summary>
    private static string[] Parts()
    {
        var above = new DirectoryInfo(AppContext.BaseDirectory);
        while (above is not null && !File.Exists(Path.Combine(above.FullName, "samples", "portfolio.yaml")))
        {
            above = above.Parent;
        }

        var sample = File.ReadAllText(Path.Combine(above!.FullName, "samples", "portfolio.yaml")).Replace("\r", "", StringComparison.Ordinal);
        var list = sample[(sample.IndexOf("\ninitiatives:\n", StringComparison.Ordinal) + "\ninitiatives:\n".Length)..];
        return [.. list.Split("\n\n").Where(static part => part.Contains("- key:", StringComparison.Ordinal))];
    }
}
