using CsCheck;
using Upcm.Bot.Programme;

namespace Upcm.Benchmarks.Fuzzing;

/// <summary>The files of the programme with something changed: a programme or a list of problems, and never a failure.</summary>
internal sealed class FuzzedProgramme : IFuzzed
{
    private const string Letters = "{}[]:,&*#?|->!%@\\\"' \t\n\0\u00e91a.";
    private const uint WholeOneIn = 500;
    private static readonly string[] Files = [.. Directory.GetFiles(ProgrammeFile.Shipped, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public ValueTask<string?> Try(PCG chance)
    {
        var text = chance.OneIn(WholeOneIn) ? string.Concat(Files) : chance.Pick(Files);
        if (chance.OneIn(2))
        {
            // Lines in another place, or twice, keep to YAML more often than letters do.
            var lines = text.Split('\n').ToList();
            var from = (int)chance.Next((uint)lines.Count);
            var some = lines.GetRange(from, Math.Min(1 + (int)chance.Next(6), lines.Count - from));
            if (chance.OneIn(2))
            {
                lines.RemoveRange(from, some.Count);
            }

            lines.InsertRange((int)chance.Next((uint)lines.Count + 1), chance.OneIn(3) ? [] : some);
            text = string.Join('\n', lines);
        }
        else
        {
            text = Twist.Text(text, Letters, chance);
        }

        var reading = ProgrammeFile.Read(text, "fuzz.yaml");
        return new(reading.Programme is null == reading.Problems.Count > 0 ? null : "neither a programme nor a problem");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
